import type { Says } from '../text/says.ts'
import type { Actor, Role } from './actor.ts'

/** A named permission. `says` is shown in refusals ("Hanya: …", "Only: …") and in the generated matrix. */
export type Rule<Subject> = { says: Says; allows: (actor: Actor, subject: Subject) => boolean }

/** Whose a record is, as rules see it. */
export type Owned = {
  /** The owning organisation and those it belongs to, up to the root. */
  ownerPath: readonly string[]
  /** The province it lies in; null for national bodies. */
  provinceCode: string | null
}

/** A rule under its name: who is allowed, in words that end the sentence "Only: …". */
export function rule<Subject>(says: Says, allows: Rule<Subject>['allows']): Rule<Subject> {
  return { says, allows }
}

/** Whoever one of the rules allows. */
export function anyOf<Subject>(...allowed: readonly Rule<Subject>[]): Rule<Subject> {
  const listed = (lang: keyof Says, word: string) => allowed.map(({ says }) => says[lang]).join(` ${word} `)
  return rule({ id: listed('id', 'atau'), en: listed('en', 'or') }, (actor, subject) =>
    allowed.some(({ allows }) => allows(actor, subject)),
  )
}

/** Whoever the first rule allows, unless the second names them: a conflict of interest is said here, never in a route. */
export function except<Subject>(allowed: Rule<Subject>, barred: Rule<Subject>): Rule<Subject> {
  const says = {
    id: `${allowed.says.id}, kecuali ${barred.says.id}`,
    en: `${allowed.says.en}, except ${barred.says.en}`,
  }
  return rule(says, (actor, subject) => allowed.allows(actor, subject) && !barred.allows(actor, subject))
}

/** A rule about a part of a record: of a claim, the side that runs it or the side it comes from; under a name of its own. */
export function about<Whole, Part>(
  says: Says,
  { allows }: Rule<Part>,
  part: (whole: Whole) => Part,
): Rule<Whole> {
  return rule(says, (actor, whole) => allows(actor, part(whole)))
}

/** Whoever asks, signed in or not: the rule of everything that is published. */
export const everyone = rule<unknown>({ id: 'siapa saja', en: 'everyone' }, () => true)

/** Whoever has signed in. */
export const signedIn = rule<unknown>(
  { id: 'orang yang sudah masuk', en: 'whoever has signed in' },
  ({ personId }) => personId !== null,
)

/** Whoever runs a command on the machine is its administrator; nobody who comes through the web is. */
export const onTheMachine = rule<unknown>(
  { id: 'yang menjalankan perintah di mesinnya', en: 'whoever runs a command on the machine' },
  ({ personId, grants }) => personId === null && grants.some(({ role }) => role === 'administrator'),
)

/** Who holds this nationwide role. */
export function nationwide(says: Says, wanted: Role): Rule<unknown> {
  return rule(says, ({ grants }) => grants.some(({ role }) => role === wanted))
}

/** The secretariat of the ministry in charge. */
export const secretariat = nationwide({ id: 'admin kementerian', en: 'the secretariat' }, 'secretariat')

/** Who administers the platform. */
export const administrator = nationwide(
  { id: 'administrator platform', en: 'the administrator of the platform' },
  'administrator',
)

/** Whoever holds one of these roles over the organisation that owns the record, or above it. */
export function ownersAs(says: Says, ...wanted: readonly Role[]): Rule<Owned> {
  return rule(says, ({ grants }, { ownerPath }) =>
    grants.some(
      ({ role, organisationId }) =>
        wanted.includes(role) && organisationId !== null && ownerPath.includes(organisationId),
    ),
  )
}

/** Authors of the unit that owns the record. */
export const itsAuthors = ownersAs({ id: 'penulis dari unitnya', en: 'authors of its unit' }, 'author')

/** The institution's administrator. */
export const itsLocalAdmin = ownersAs(
  { id: 'admin lokal instansinya', en: "its institution's administrator" },
  'local_admin',
)

/** The hub that has the owner in its scope: by province, or in its own tree. */
export const itsHub = rule<Owned>(
  { id: 'hub yang membinanya', en: 'the hub in charge of it' },
  (actor, owned) =>
    actor.grants.some(
      ({ role, organisationId, provinceCode }) =>
        role === 'hub' &&
        (provinceCode === null
          ? organisationId !== null && owned.ownerPath.includes(organisationId)
          : provinceCode === owned.provinceCode),
    ),
)

/** Everyone who works for the owner: who writes, administers, heads or inspects it. */
export const itsOwnPeople = ownersAs(
  { id: 'orang dari instansi pemilik', en: 'people of the owning institution' },
  'author',
  'local_admin',
  'head',
)

/** In which role, for which organisation, somebody does what a rule allows: the first grant that by itself allows it. */
export function actingAs<Subject>(
  { allows }: Rule<Subject>,
  actor: Actor,
  subject: Subject,
): { role: Role | null; organisationId: string | null } {
  const grant = actor.grants.find((one) => allows({ ...actor, grants: [one] }, subject)) ?? actor.grants[0]
  return { role: grant?.role ?? null, organisationId: grant?.organisationId ?? null }
}

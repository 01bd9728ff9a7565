import {
  about,
  anyOf,
  except,
  itsAuthors,
  itsHub,
  itsLocalAdmin,
  itsOwnPeople,
  ownersAs,
  rule,
  secretariat,
} from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'
import type { Actor } from '../people/actor.ts'

/** One side of a claim: whose it is, and the institution its unit belongs to (a government, a ministry). */
export type Side = Owned & { institutionId: string }

/** What rules ask of a claim: who runs it, whose innovation it is, and who could check it. */
export type ClaimParties = {
  adopter: Side
  origin: Side
  /** Ministries that carry the innovation nationally (K/L pengampu), each with what it belongs to. */
  sectorIds: readonly string[]
  /** Some hub that is neither side is in charge of the adopter. */
  hasHub: boolean
  /** The claim was declared by its adopter here, not read somewhere. */
  isDeclaredHere: boolean
  /** Who raised the open dispute. */
  disputedBy: string | null
}

const writers = ownersAs({ id: '', en: '' }, 'author', 'local_admin')

/** Who may say for an organisation that it runs something. */
export const mayDeclare: Rule<Owned> = anyOf(itsAuthors, itsLocalAdmin)

/** What rules about both sides ask, of a claim and of a replication. */
export type Sides = Pick<ClaimParties, 'adopter' | 'origin'>

/** Those who write for the organisation that runs it. */
export const itsAdopter = about<Pick<Sides, 'adopter'>, Owned>(
  { id: 'penulis dan admin lokal dari yang menjalankan', en: 'authors and administrators of who runs it' },
  writers,
  ({ adopter }) => adopter,
)

/** Those who write for the organisation the innovation comes from. */
export const itsOrigin = about<Pick<Sides, 'origin'>, Owned>(
  { id: 'penulis dan admin lokal instansi asal', en: 'authors and administrators of the origin' },
  writers,
  ({ origin }) => origin,
)

/** Everyone who works for the organisation that runs it. */
export const adoptersPeople = about<Pick<Sides, 'adopter'>, Owned>(
  { id: 'orang dari yang menjalankan', en: 'people of who runs it' },
  itsOwnPeople,
  ({ adopter }) => adopter,
)

/** Who confirms: the origin, as far as it is not itself the one that runs it. */
export const confirmer: Rule<Sides> = except<Sides>(itsOrigin, adoptersPeople)

/** The hub that has whoever runs it in its scope. */
export const adoptersHub = about<Pick<Sides, 'adopter'>, Owned>(
  { id: 'hub yang membina yang menjalankan', en: 'the hub in charge of who runs it' },
  itsHub,
  ({ adopter }) => adopter,
)

const itsInspectorate = about<ClaimParties, Owned>(
  { id: 'inspektoratnya', en: 'its inspectorate' },
  ownersAs({ id: '', en: '' }, 'inspectorate'),
  ({ adopter }) => adopter,
)

const itsSectorMinistry = rule<ClaimParties>(
  { id: 'K/L pengampu inovasinya', en: 'the sector ministry of the innovation' },
  ({ grants }, { sectorIds }) =>
    grants.some(
      ({ role, organisationId }) =>
        role === 'sector_ministry' && organisationId !== null && sectorIds.includes(organisationId),
    ),
)

/** Who stands in where nobody else may: named, so that no claim waits for a hub that does not exist. */
const standIn = rule<ClaimParties>(
  { id: `${secretariat.says.id} selama belum ada hub`, en: `${secretariat.says.en} while there is no hub` },
  (actor, { hasHub }) => !hasHub && secretariat.allows(actor, null),
)

/** Everyone entrusted with anything at the institution that owns the innovation, its inspectorate and hub too. */
const owner = rule<Sides>(
  { id: 'siapa pun dari pemilik inovasinya', en: 'anybody of the owner of the innovation' },
  (actor, { origin }) => holdsWithin(actor, origin),
)

/** Who writes, administers or heads the adopter, and the hub it hosts itself. */
export const adopterItself = rule<Pick<Sides, 'adopter'>>(
  { id: 'yang menjalankan sendiri', en: 'who runs it' },
  (actor, parties) =>
    adoptersPeople.allows(actor, parties) ||
    holdsWithin({ grants: actor.grants.filter(({ role }) => role === 'hub') }, parties.adopter),
)

/** Who checks evidence: separated from both sides. Source: product rule 1. */
export const verifier: Rule<ClaimParties> = except(
  except(anyOf(adoptersHub, itsSectorMinistry, itsInspectorate, standIn), owner),
  adopterItself,
)

/** Whoever raised the dispute that is open. */
export const disputer = rule<ClaimParties>(
  { id: 'yang mempersoalkannya', en: 'whoever disputed it' },
  ({ personId }, { disputedBy }) => personId !== null && personId === disputedBy,
)

/** Of a claim read elsewhere, the adopter may say that it is wrong; its own it withdraws. */
export const adopterOfReported = rule<ClaimParties>(
  {
    id: 'yang menjalankan, bila klaimnya dari sumber lain',
    en: 'who runs it, where the claim comes from elsewhere',
  },
  (actor, parties) => !parties.isDeclaredHere && itsAdopter.allows(actor, parties),
)

/** Who may say that a claim is wrong. */
export const mayDispute: Rule<ClaimParties> = anyOf(confirmer, adopterOfReported, verifier)

/** Who decides a dispute: somebody who could verify, and did not raise it. */
export const arbiter: Rule<ClaimParties> = except(verifier, disputer)

/** Who reads reasons and answers: both sides and those who check. */
export const involved: Rule<ClaimParties> = anyOf(adoptersPeople, itsOrigin, verifier)

/** Whether one of these hubs, all in charge of the adopter, is hosted by neither side. */
export function hasOtherHub(hubIds: readonly string[], sides: Sides): boolean {
  const own = [...ownPart(sides.adopter), ...ownPart(sides.origin)]
  return hubIds.some((id) => !own.includes(id))
}

/** Whether any of these grants is for the institution of a side or a unit of it. What lies above it is not it. */
function holdsWithin({ grants }: Pick<Actor, 'grants'>, side: Side): boolean {
  const own = ownPart(side)
  return grants.some(({ organisationId }) => organisationId !== null && own.includes(organisationId))
}

/** The unit, what lies between, and the institution itself. */
function ownPart({ ownerPath, institutionId }: Side): readonly string[] {
  return ownerPath.slice(0, ownerPath.indexOf(institutionId) + 1)
}

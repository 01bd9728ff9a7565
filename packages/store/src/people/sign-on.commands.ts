import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import type { SignOnSettings } from '@semai/domain/people/sign-on-settings'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { refuseStaleProof } from './fresh-proof.ts'
import { refuseLastWayIn } from './last-way-in.ts'
import { endOtherSessions, raiseSession, startSession } from './session.commands.ts'
import type { RenewedSession } from './session.commands.ts'
import { hasSecondFactor, welcomeDevice } from './sign-in.commands.ts'
import type { Place, SignedIn } from './sign-in.commands.ts'
import { keepAttempt, takeAttempt } from './sign-on-attempt.ts'
import { recognisedBy, signOnAddress } from './sign-on-provider.ts'
import type { Recognised } from './sign-on-provider.ts'

type Beginning = {
  settings: SignOnSettings
  redirectUri: string
  next: string
  lang: 'id' | 'en'
  /** A session that is to show once more whose it is. */
  sessionId: string | null
  now: Date
}

/**
 * A sign-on is under way: where to send the browser, and the token that goes into its cookie.
 * @throws SignOnTrouble unavailable.
 */
export async function beginSignOn(
  db: Db,
  { settings, redirectUri, next, lang, sessionId, now }: Beginning,
): Promise<{ address: string; token: string }> {
  const isAgain = sessionId !== null
  const { address, sent } = await signOnAddress(settings, { redirectUri, lang, isAgain, now })
  return { address, token: await keepAttempt(db, 'sent', { ...sent, next, lang, sessionId }, now) }
}

/** What came of a sign-on, where to go on to, and in which language. */
export type SignOnEnd = { next: string; lang: 'id' | 'en' } & (
  | { kind: 'signed in'; signedIn: SignedIn }
  | { kind: 'proved'; session: RenewedSession }
  /** Nobody here is linked to it; the token leads to what the provider said, for its owner to link. */
  | { kind: 'unknown'; token: string }
)

type Ending = { settings: SignOnSettings; token: string | null; address: URL; place: Place; now: Date }

/**
 * The browser came back from the provider. Whoever is linked is signed in as by a password: the second factor of the account
 * is asked for next, whatever the provider says of its own. Nobody is linked and no account made by this alone.
 * @throws Refusal conflict when no sign-on of this browser is under way; SignOnTrouble.
 */
export async function endSignOn(
  db: Db,
  { settings, token, address, place, now }: Ending,
): Promise<SignOnEnd> {
  const sent = await takeAttempt(db, 'sent', token, now)
  if (sent === null) throw notUnderWay()
  const { next, lang, sessionId } = sent
  const said = await recognisedBy(settings, { address, sent, now })
  return inTransaction(db, async (db) => {
    const person = await linkedPerson(db, said)
    if (!person) return { kind: 'unknown', token: await keepAttempt(db, 'arrived', said, now), next, lang }
    await noteUse(db, person.id, said, now)
    if (sessionId !== null && (await isSessionOf(db, sessionId, person.id))) {
      const session = await raiseSession(db, { personId: person.id }, { sessionId, to: 'password', now })
      return { kind: 'proved', session, next, lang }
    }
    const start = {
      personId: person.id,
      assurance: 'password',
      method: 'oidc',
      device: place.device,
      now,
    } as const
    const session = await startSession(db, start)
    const device = await welcomeDevice(db, person.id, place, now)
    const signedIn = { ...session, ...device, personId: person.id, hasSecondFactor: person.hasSecondFactor }
    return { kind: 'signed in', signedIn, next, lang }
  })
}

/**
 * The account of the provider leads to this person from now on.
 * @throws Refusal forbidden when the session has not proved a moment ago whose it is, or the provider does not vouch for the
 *   person's own address; conflict when nobody arrived from a provider in this browser, or it leads elsewhere already.
 */
export async function linkSignOn(
  db: Db,
  actor: Actor,
  { token, sessionId, now }: { token: string | null; sessionId: string; now: Date },
): Promise<void> {
  const personId = actor.personId!
  await refuseStaleProof(db, { personId, sessionId, now })
  const said = await takeAttempt(db, 'arrived', token, now)
  if (said === null) throw notUnderWay()
  await inTransaction(db, async (db) => {
    const { email } = await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    refuseOtherAddress(said, email)
    await insertSignOnLink(db, personId, said, now)
  })
}

/** @throws Refusal conflict when the provider's account, or this person with that provider, is linked already. */
export async function insertSignOnLink(
  db: Tx,
  personId: string,
  { issuer, subject, acr, amr }: Recognised,
  now: Date,
): Promise<void> {
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('sign_on_link')
    .values({ issuer, subject, person_id: personId, linked_at: now, last_used_at: null, acr, amr })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw linkedElsewhere()
  const detail = { issuer, acr, amr }
  await audit(db, personActor(personId, []), { what: 'sign_on.link', subjectId: personId, at: now, detail })
}

/** @throws Refusal forbidden unless the provider vouches for exactly this address. */
export function refuseOtherAddress({ email, isVerified }: Recognised, wanted: string): void {
  if (isVerified && email === wanted) return
  throw new Refusal('forbidden', {
    id: 'Alamat surel di layanan masuk itu berbeda dari alamat surel akun ini, atau belum diperiksa di sana. Samakan dulu alamatnya, lalu hubungkan lagi.',
    en: 'The e-mail address at that provider differs from the one of this account, or was not checked there. Make them the same, then link again.',
  })
}

/**
 * The provider no longer leads to this person, and every other browser is signed out.
 * @throws Refusal forbidden as for `linkSignOn`; not-found when it did not; conflict when it is the last way in.
 */
export async function unlinkSignOn(
  db: Db,
  actor: Actor,
  { issuer, sessionId, now }: { issuer: string; sessionId: string; now: Date },
): Promise<void> {
  const personId = actor.personId!
  await refuseStaleProof(db, { personId, sessionId, now })
  await inTransaction(db, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('sign_on_link')
      .where('issuer', '=', issuer)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw notLinked()
    await refuseLastWayIn(db, personId)
    await audit(db, actor, { what: 'sign_on.unlink', subjectId: personId, at: now, detail: { issuer } })
    await endOtherSessions(db, actor, { personId, except: sessionId, now })
  })
}

function linkedPerson(db: Tx, { issuer, subject }: Recognised) {
  return db
    .selectFrom('sign_on_link as l')
    .innerJoin('person', 'person.id', 'l.person_id')
    .select(['person.id', hasSecondFactor.as('hasSecondFactor')])
    .where('l.issuer', '=', issuer)
    .where('l.subject', '=', subject)
    .where('person.deactivated_at', 'is', null)
    .executeTakeFirst()
}

/** How the provider recognised the person is written down, and trusted for nothing. */
async function noteUse(db: Tx, personId: string, said: Recognised, now: Date): Promise<void> {
  const { issuer, subject, acr, amr } = said
  await db
    .updateTable('sign_on_link')
    .set({ last_used_at: now, acr, amr })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .execute()
  const detail = { issuer, acr, amr }
  await audit(db, personActor(personId, []), { what: 'sign_on.use', subjectId: personId, at: now, detail })
}

async function isSessionOf(db: Tx, sessionId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

function notUnderWay(): Refusal {
  return new Refusal('conflict', {
    id: 'Percobaan masuk ini sudah lewat waktunya, sudah dipakai, atau dimulai di peramban lain. Mulailah lagi dari halaman masuk.',
    en: 'This sign-on is past its time, was used, or began in another browser. Begin again from the sign-in page.',
  })
}

function linkedElsewhere(): Refusal {
  return new Refusal('conflict', {
    id: 'Akun layanan masuk itu sudah terhubung, atau akun ini sudah terhubung dengan akun lain di sana. Putuskan yang lama dulu.',
    en: 'That account of the provider is linked already, or this account is linked to another there. Take the old link away first.',
  })
}

function notLinked(): Refusal {
  return new Refusal('not-found', {
    id: 'Akun ini tidak terhubung dengan layanan masuk itu.',
    en: 'This account is not linked to that provider.',
  })
}

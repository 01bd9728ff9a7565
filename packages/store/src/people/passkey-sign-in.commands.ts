import { timingSafeEqual } from 'node:crypto'
import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import type { ShownPasskey } from '@semai/domain/people/passkey.form'
import type { PasskeySite } from '@semai/domain/people/passkey-site'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { checkShownPasskey, readShownPasskey, unfitAnswer } from './passkey-answer.ts'
import type { TakesChallenge } from './passkey-answer.ts'
import { challengeMinutes, newChallenge, takeChallenge } from './passkey-challenge.ts'
import { credentialsOf, userHandle } from './passkey.commands.ts'
import { keyByCredential } from './passkey.queries.ts'
import { sessionProved } from './second-factor.commands.ts'
import { startSession } from './session.commands.ts'
import type { RenewedSession } from './session.commands.ts'
import { countFailure, networkBucket, refuseTooMany, welcomeDevice } from './sign-in.commands.ts'
import type { Place, SignedIn } from './sign-in.commands.ts'

/**
 * What the browser is told to have a passkey shown: any of this site when nobody is signed in, one of the person's where
 * a session is to show more.
 */
export async function askPasskey(
  db: Db,
  { session, site, now }: { session: { id: string; personId: string } | null; site: PasskeySite; now: Date },
) {
  const purpose = session === null ? 'sign_in' : 'prove'
  return generateAuthenticationOptions({
    rpID: site.id,
    challenge: await newChallenge(db, { purpose, sessionId: session?.id ?? null, now }),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
    ...(session === null ? {} : { allowCredentials: await credentialsOf(db, session.personId) }),
  })
}

type Shown = { answer: string; site: PasskeySite; place: Place; now: Date }

/**
 * Signs in whoever showed a passkey: no address, no password, and as good as both factors, because the device recognised
 * its owner.
 * @throws Refusal forbidden for a passkey nobody here has; invalid for an answer to another question, of another site, late or
 *   altered; conflict when too many failed from this network. A key that counts backwards was copied: it is refused, and
 *   the audit trail says so.
 */
export async function signInWithPasskey(db: Db, { answer, site, place, now }: Shown): Promise<SignedIn> {
  const buckets = [networkBucket(place)]
  await refuseTooMany(db, buckets, now)
  const failed = async (refusal: Refusal) => {
    await countFailure(db, buckets, now)
    return refusal
  }
  const shown = readShownPasskey(answer)
  const key = await keyByCredential(db, Buffer.from(shown.id, 'base64url'))
  if (!key || !isOf(key.personId, shown)) throw await failed(unknownPasskey())
  const takes = (challenge: string) =>
    takeChallenge(db, challenge, { purpose: 'sign_in', sessionId: null, now })
  const used = await usePasskey(db, shown, { key, site, takes, now })
  if (!used) throw await failed(unfitAnswer())
  const { personId } = key
  return inTransaction(db, async (db) => {
    const start = { personId, assurance: 'passkey', method: 'passkey', device: place.device, now } as const
    const session = await startSession(db, start)
    const device = await welcomeDevice(db, personId, place, now)
    return { ...session, ...device, personId, hasSecondFactor: true }
  })
}

/**
 * The session has proved its owner by a passkey of that person.
 * @throws Refusal as for `signInWithPasskey`; a question put to another session counts as another question.
 */
export async function proveByPasskey(
  db: Db,
  actor: Actor,
  { answer, sessionId, site, place, now }: Shown & { sessionId: string },
): Promise<RenewedSession> {
  const shown = readShownPasskey(answer)
  const key = await keyByCredential(db, Buffer.from(shown.id, 'base64url'))
  if (!key || key.personId !== actor.personId) throw unknownPasskey()
  const takes = (challenge: string) => takeChallenge(db, challenge, { purpose: 'prove', sessionId, now })
  if (!(await usePasskey(db, shown, { key, site, takes, now }))) throw unfitAnswer()
  return inTransaction(db, (db) => sessionProved(db, actor, { sessionId, to: 'passkey', place, now }))
}

type Use = {
  key: { id: string; publicKey: Buffer }
  site: PasskeySite
  takes: TakesChallenge
  now: Date
}

/**
 * The key is used: its signature was right, its count went on, and it is of the kind it was. False otherwise.
 * Source: Web Authentication, section 7.2, steps 18 to 22.
 */
async function usePasskey(
  db: Db,
  shown: ShownPasskey,
  { key: { id, publicKey }, site, takes, now }: Use,
): Promise<boolean> {
  const checked = await checkShownPasskey(shown, publicKey, { site, takes })
  if (checked === null) return false
  return inTransaction(db, async (db) => {
    const key = await db
      .selectFrom('passkey')
      .select(['person_id', 'sign_count', 'is_backup_eligible'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!key || key.is_backup_eligible !== checked.isBackupEligible) return false
    const counts = checked.signCount > 0 || key.sign_count > 0
    if (counts && checked.signCount <= key.sign_count) {
      const actor = personActor(key.person_id, [])
      const detail = { passkey: id }
      await audit(db, actor, { what: 'passkey.copied', subjectId: key.person_id, at: now, detail })
      return false
    }
    await db
      .updateTable('passkey')
      .set({ sign_count: checked.signCount, is_backed_up: checked.isBackedUp, last_used_at: now })
      .where('id', '=', id)
      .execute()
    return true
  })
}

/** A passkey that says whose it is must say the person it is kept for. */
function isOf(personId: string, { response: { userHandle: said } }: ShownPasskey): boolean {
  if (!said) return false
  const [given, wanted] = [Buffer.from(said, 'base64url'), userHandle(personId)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function unknownPasskey(): Refusal {
  return new Refusal('forbidden', {
    id: 'Kunci sandi ini tidak dikenal di situs ini; mungkin sudah dihapus dari akunnya. Pakai kunci lain, atau masuk dengan kata sandi.',
    en: 'This passkey is not known on this site; it may have been removed from its account. Use another, or sign in with the password.',
  })
}

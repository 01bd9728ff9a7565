import { generateRegistrationOptions } from '@simplewebauthn/server'
import type { Actor } from '@semai/domain/people/actor'
import { passkeyName } from '@semai/domain/people/passkey.form'
import type { PasskeySite } from '@semai/domain/people/passkey-site'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { refuseStaleProof } from './fresh-proof.ts'
import { refuseLastWayIn } from './last-way-in.ts'
import { checkMadePasskey, keyKinds } from './passkey-answer.ts'
import { challengeMinutes, newChallenge, takeChallenge } from './passkey-challenge.ts'
import { mostPasskeys } from './passkey.queries.ts'
import { newRecoveryCodes } from './second-factor.commands.ts'
import { endOtherSessions, raiseSession } from './session.commands.ts'
import type { RenewedSession } from './session.commands.ts'

type Asking = { sessionId: string; site: PasskeySite; now: Date }

/**
 * What the browser is told to have a device make a passkey of this person: one that is found without an address and
 * recognises its owner, so that it is a whole way in.
 * @throws Refusal forbidden when the session has not proved a moment ago whose it is; conflict when there are many already.
 */
export async function offerPasskey(db: Db, actor: Actor, { sessionId, site, now }: Asking) {
  await refuseStaleProof(db, { personId: actor.personId, sessionId, now })
  const person = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  const there = await credentialsOf(db, actor.personId!)
  if (there.length >= mostPasskeys) throw tooManyPasskeys()
  return generateRegistrationOptions({
    rpName: 'Semai',
    rpID: site.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: userHandle(actor.personId!),
    challenge: await newChallenge(db, { purpose: 'add', sessionId, now }),
    timeout: challengeMinutes * 60_000,
    excludeCredentials: there,
    supportedAlgorithmIDs: keyKinds,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

type Addition = Asking & { answer: string; name: string }

/**
 * The person has the passkey the device made, under a name of theirs; the session goes on as one that showed it.
 * @throws Refusal forbidden as for `offerPasskey`; invalid for an answer to another question, of another site, or altered;
 *   conflict when the passkey is kept already.
 * @returns ten codes for the day the device is lost, where the person has none left.
 */
export async function addPasskey(
  db: Db,
  actor: Actor,
  { answer, name, sessionId, site, now }: Addition,
): Promise<{ codes: string[] | null; session: RenewedSession }> {
  const personId = actor.personId!
  await refuseStaleProof(db, { personId, sessionId, now })
  const takes = (challenge: string) => takeChallenge(db, challenge, { purpose: 'add', sessionId, now })
  const { credentialId, publicKey, ...made } = await checkMadePasskey(answer, site, takes)
  return inTransaction(db, async (db) => {
    const id = uuidv7()
    const { numInsertedOrUpdatedRows: inserted } = await db
      .insertInto('passkey')
      .values({
        id,
        person_id: personId,
        credential_id: credentialId,
        public_key: publicKey,
        sign_count: made.signCount,
        transports: made.transports,
        is_backup_eligible: made.isBackupEligible,
        is_backed_up: made.isBackedUp,
        model: made.model,
        name: passkeyName.parse(name),
        created_at: now,
        last_used_at: null,
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .executeTakeFirst()
    if (inserted !== 1n) throw keptAlready()
    const codes = await missingRecoveryCodes(db, actor, now)
    const session = await raiseSession(db, actor, { sessionId, to: 'passkey', now })
    await audit(db, actor, { what: 'passkey.add', subjectId: personId, at: now, detail: { passkey: id } })
    await notify(db, { kind: 'passkey_added', detail: {}, to: [personId], at: now })
    return { codes, session }
  })
}

/**
 * The passkey no longer leads in, and every other browser is signed out: whoever holds the device may be in one.
 * @throws Refusal forbidden as for `offerPasskey`; not-found when it is not the actor's; conflict when it is the last way in.
 */
export async function removePasskey(
  db: Db,
  actor: Actor,
  { passkeyId, sessionId, now }: { passkeyId: string; sessionId: string; now: Date },
): Promise<void> {
  const personId = actor.personId!
  await refuseStaleProof(db, { personId, sessionId, now })
  await inTransaction(db, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('passkey')
      .where('id', '=', passkeyId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw noSuchPasskey()
    await refuseLastWayIn(db, personId)
    await audit(db, actor, {
      what: 'passkey.remove',
      subjectId: personId,
      at: now,
      detail: { passkey: passkeyId },
    })
    await endOtherSessions(db, actor, { personId, except: sessionId, now })
    await notify(db, { kind: 'passkey_removed', detail: {}, to: [personId], at: now })
  })
}

/** The keys of a person as a browser is told of them. */
export async function credentialsOf(db: Db, personId: string) {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .limit(mostPasskeys)
    .execute()
  return rows.map(({ credential_id, transports }) => ({
    id: credential_id.toString('base64url'),
    transports,
  }))
}

/** The bytes by which a device knows whose a passkey is; they say nothing about the person. */
export function userHandle(personId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'))
}

async function missingRecoveryCodes(db: Tx, actor: Actor, now: Date): Promise<string[] | null> {
  const left = await db
    .selectFrom('recovery_code')
    .select('made_at')
    .where('person_id', '=', actor.personId)
    .where('used_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return left ? null : newRecoveryCodes(db, actor, now)
}

function noSuchPasskey(): Refusal {
  return new Refusal('not-found', {
    id: 'Kunci sandi ini tidak ada di akun Anda; mungkin sudah dihapus.',
    en: 'There is no such passkey in your account; it may have been removed.',
  })
}

function keptAlready(): Refusal {
  return new Refusal('conflict', {
    id: 'Kunci sandi ini sudah tersimpan.',
    en: 'This passkey is kept already.',
  })
}

function tooManyPasskeys(): Refusal {
  return new Refusal('conflict', {
    id: `Sudah ada ${mostPasskeys} kunci sandi. Hapus dulu yang tidak dipakai.`,
    en: `There are ${mostPasskeys} passkeys already. Remove one that is not used first.`,
  })
}

import { randomBytes, randomInt } from 'node:crypto'
import type { Actor, Assurance } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { refuseStaleProof } from './fresh-proof.ts'
import { keyedHash, seal, unseal } from './sealing.ts'
import { hashOfToken } from './secret-token.ts'
import { raiseSession } from './session.commands.ts'
import type { RenewedSession } from './session.commands.ts'
import { bucketsOf, countFailure, refuseTooMany } from './sign-in.commands.ts'
import type { Place } from './sign-in.commands.ts'
import { stepOfCode } from './totp.ts'

const codeCount = 10
const codeLetters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A new secret for an authenticator, not in force yet: in letters for the app, and sealed for the form that confirms it. */
export async function offerAuthenticator(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<{ secret: Buffer; sealed: string }> {
  const secret = randomBytes(20)
  return { secret, sealed: (await seal(db, offerFor(actor), secret, now)).toString('base64url') }
}

/** The secret that was offered to this person; null for anything else. */
export function offeredSecret(db: Db, actor: Actor, sealed: string, now: Date): Promise<Buffer | null> {
  return unseal(db, offerFor(actor), Buffer.from(sealed, 'base64url'), now)
}

function offerFor({ personId }: Actor): string {
  return `authenticator offered to ${personId}`
}

type Confirmation = { sealed: string; code: string; sessionId: string; now: Date }

/** Ten codes for the day a second factor is lost, kept nowhere in this form, and the session as it goes on. */
export type NewFactor = { codes: string[]; session: RenewedSession }

/**
 * The authenticator is in force, shown to work by a code of it; this session has proved a second factor, and there are ten
 * new codes for the day it is lost. An earlier authenticator and earlier codes no longer work.
 * @throws Refusal forbidden when the session has not proved a moment ago whose it is, with the second factor there was;
 *   invalid for a wrong code or an offer that is not this person's.
 */
export async function confirmAuthenticator(
  db: Db,
  actor: Actor,
  { sealed, code, sessionId, now }: Confirmation,
): Promise<NewFactor> {
  await refuseStaleProof(db, { personId: actor.personId, sessionId, now })
  const secret = await offeredSecret(db, actor, sealed, now)
  const step = secret && stepOfCode(secret, code, { now, lastStep: null })
  if (secret === null || step === null) throw wrongCode()
  const kept = await seal(db, `authenticator of ${actor.personId}`, secret, now)
  return inTransaction(db, async (db) => {
    const isReplaced = await putAuthenticator(db, actor, { kept, step })
    const codes = await newRecoveryCodes(db, actor, now)
    const session = await raiseSession(db, actor, { sessionId, to: 'second_factor', now })
    await audit(db, actor, { what: 'person.authenticator', subjectId: actor.personId!, at: now })
    const to = [actor.personId!]
    await notify(db, { kind: 'authenticator_set', detail: { isReplaced }, to, at: now })
    return { codes, session }
  })
}

/** The sealed secret is in force; true where one was before. */
async function putAuthenticator(
  db: Tx,
  { personId }: Actor,
  { kept, step }: { kept: Buffer; step: number },
): Promise<boolean> {
  const before = await db
    .selectFrom('person')
    .select('totp_secret')
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await db
    .updateTable('person')
    .set({ totp_secret: kept, totp_last_step: step })
    .where('id', '=', personId)
    .execute()
  return before.totp_secret !== null
}

/** Ten new codes for the day a second factor is lost; those made before no longer work. */
export async function newRecoveryCodes(db: Tx, { personId }: Actor, now: Date): Promise<string[]> {
  const part = () => Array.from({ length: 5 }, () => codeLetters[randomInt(codeLetters.length)]).join('')
  const codes = Array.from({ length: codeCount }, () => `${part()}-${part()}`)
  await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  const hashes = await Promise.all(codes.map((code) => recoveryHash(db, personId!, code, now)))
  await db
    .insertInto('recovery_code')
    .values(hashes.map((code_hash) => ({ person_id: personId!, code_hash, made_at: now, used_at: null })))
    .execute()
  return codes
}

/**
 * The session has proved a second factor: by a code of the authenticator, or by one of the ten, which is then spent.
 * @throws Refusal invalid for a wrong code, which is counted; conflict when too many were wrong. Who guesses, in however many
 *   sessions, holds up other browsers only that never proved a second factor of this person.
 */
export async function proveSecondFactor(
  db: Db,
  actor: Actor,
  { code, sessionId, place, now }: { code: string; sessionId: string; place: Place; now: Date },
): Promise<RenewedSession> {
  const buckets = bucketsOf(`second factor ${actor.personId}`, place, await hasProvedHere(db, actor, place))
  await refuseTooMany(db, buckets, now)
  const session = await inTransaction(db, async (db) => {
    const isRight = (await takeCode(db, actor, code, now)) || (await takeRecoveryCode(db, actor, code, now))
    return isRight ? sessionProved(db, actor, { sessionId, to: 'second_factor', place, now }) : null
  })
  if (session !== null) return session
  await countFailure(db, buckets, now)
  throw wrongCode()
}

/** The session goes on with more than a password, and the browser is one that proved it. */
export async function sessionProved(
  db: Tx,
  actor: Actor,
  { sessionId, to, place, now }: { sessionId: string; to: Assurance; place: Place; now: Date },
): Promise<RenewedSession> {
  const session = await raiseSession(db, actor, { sessionId, to, now })
  if (place.deviceToken !== null) {
    await db
      .updateTable('known_device')
      .set({ second_factor_at: now })
      .where('person_id', '=', actor.personId)
      .where('token_hash', '=', hashOfToken(place.deviceToken))
      .execute()
  }
  const detail = { session: sessionId, to }
  await audit(db, actor, { what: 'session.raise', subjectId: actor.personId!, at: now, detail })
  return session
}

async function hasProvedHere(db: Db, { personId }: Actor, { deviceToken }: Place): Promise<boolean> {
  if (deviceToken === null) return false
  const row = await db
    .selectFrom('known_device')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('token_hash', '=', hashOfToken(deviceToken))
    .where('second_factor_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

async function takeCode(db: Tx, { personId }: Actor, code: string, now: Date): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select(['totp_secret', 'totp_last_step'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const secret =
    person.totp_secret && (await unseal(db, `authenticator of ${personId}`, person.totp_secret, now))
  const step = secret && stepOfCode(secret, code, { now, lastStep: person.totp_last_step })
  if (step === null) return false
  await db.updateTable('person').set({ totp_last_step: step }).where('id', '=', personId).execute()
  return true
}

/** A code of the ten is spent, and its owner told: whoever found the paper has used it otherwise. */
async function takeRecoveryCode(db: Tx, { personId }: Actor, code: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', await recoveryHash(db, personId!, code.trim().toLowerCase(), now))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const { left } = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  await notify(db, { kind: 'recovery_code_used', detail: { left: Number(left) }, to: [personId!], at: now })
  return true
}

function recoveryHash(db: Db, personId: string, code: string, now: Date): Promise<Buffer> {
  return keyedHash(db, `recovery code of ${personId}`, code, now)
}

function wrongCode(): Refusal {
  const says = {
    id: 'Kode ini tidak cocok. Ketik enam angka yang sedang ditampilkan aplikasi, atau salah satu kode cadangan.',
    en: 'This code does not match. Type the six digits the app shows now, or one of the recovery codes.',
  }
  return new Refusal('invalid', says, [{ field: 'code', says }])
}

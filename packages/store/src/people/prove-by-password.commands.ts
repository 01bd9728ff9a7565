import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isPassword } from './password-hash.ts'
import { raiseSession } from './session.commands.ts'
import type { RenewedSession } from './session.commands.ts'
import { bucketsOf, countFailure, isKnownDevice, refuseTooMany } from './sign-in.commands.ts'
import type { Place } from './sign-in.commands.ts'

/**
 * The session has proved once more whose it is, by the password.
 * @throws Refusal invalid for a wrong one, which is counted; conflict when too many were wrong.
 */
export async function proveByPassword(
  db: Db,
  actor: Actor,
  { password, sessionId, place, now }: { password: string; sessionId: string; place: Place; now: Date },
): Promise<RenewedSession> {
  const personId = actor.personId!
  const isKnown = await isKnownDevice(db, personId, place.deviceToken)
  const buckets = bucketsOf(`password again ${personId}`, place, isKnown)
  await refuseTooMany(db, buckets, now)
  const person = await db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (!(await isPassword(password, person.password_hash))) {
    await countFailure(db, buckets, now)
    throw wrongPassword()
  }
  return inTransaction(db, async (db) => {
    const detail = { session: sessionId, to: 'password' }
    await audit(db, actor, { what: 'session.raise', subjectId: personId, at: now, detail })
    return raiseSession(db, actor, { sessionId, to: 'password', now })
  })
}

function wrongPassword(): Refusal {
  const says = {
    id: 'Kata sandi ini tidak cocok. Ketik sekali lagi, atau pulihkan kata sandi.',
    en: 'This password does not match. Type it once more, or recover the password.',
  }
  return new Refusal('invalid', says, [{ field: 'password', says }])
}

import type { Actor } from '@semai/domain/people/actor'
import { passwordFault } from '@semai/domain/people/password'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { refuseStaleProof } from './fresh-proof.ts'
import { hashPassword } from './password-hash.ts'
import { endOtherSessions } from './session.commands.ts'

/**
 * The person has the new password, or a first one; every other session is over, every token of a program revoked, and
 * the owner is told. The session that asked goes on.
 * @throws Refusal forbidden when the session has not proved a moment ago whose it is; invalid for a password nobody should have.
 */
export async function changePassword(
  db: Db,
  actor: Actor,
  { password, sessionId, now }: { password: string; sessionId: string; now: Date },
): Promise<void> {
  const personId = actor.personId!
  await refuseStaleProof(db, { personId, sessionId, now })
  const person = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const fault = passwordFault(password, person)
  if (fault) throw new Refusal('invalid', fault, [{ field: 'password', says: fault }])
  const hash = await hashPassword(password)
  await inTransaction(db, async (db) => {
    await db.updateTable('person').set({ password_hash: hash }).where('id', '=', personId).execute()
    await audit(db, actor, { what: 'person.change_password', subjectId: personId, at: now })
    await endOtherSessions(db, actor, { personId, except: sessionId, now })
    await db
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .execute()
    await notify(db, { kind: 'password_changed', detail: { isOwn: true }, to: [personId], at: now })
  })
}

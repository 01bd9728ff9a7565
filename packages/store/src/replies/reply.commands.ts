import type { Actor } from '@semai/domain/people/actor'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadReplyRight } from './reply.queries.ts'

/**
 * An agency replies to what citizens will read of it, or says it anew; from then on both are shown side by side.
 * @throws Refusal not-found for everybody else.
 */
export function sayReply(
  db: Db,
  actor: Actor,
  { id, reply, now }: { id: string; reply: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    await loadReplyRight(db, actor, { id, lock: 'for update' })
    await db
      .updateTable('reply_right')
      .set({ reply, replied_by: actor.personId, replied_at: now })
      .where('id', '=', id)
      .execute()
    await audit(db, actor, { what: 'reply_right.reply', subjectId: id, at: now, detail: {} })
  })
}

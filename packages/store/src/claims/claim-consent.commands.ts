import { itsAdopter } from '@semai/domain/claims/claim-parties'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadClaim } from './claim-page.queries.ts'

/**
 * The public sees why it stopped, as long as the agency agrees; taken back, it sees only that it did. The consent ends when
 * it runs again. Said twice it is said once.
 * @throws Refusal not-found | forbidden | conflict while there is no reason; nothing is then written.
 */
export function showStopReason(
  db: Db,
  actor: Actor,
  { id, isShown, now }: { id: string; isShown: boolean; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const claim = await loadClaim(db, actor, { id, now, lock: 'for update' })
    if (!itsAdopter.allows(actor, claim)) throw new Refusal('forbidden', only(itsAdopter))
    const { reason, isPublic } = await db
      .selectFrom('claim')
      .select(['stop_reason as reason', 'stop_reason_public as isPublic'])
      .where('id', '=', claim.id)
      .executeTakeFirstOrThrow()
    if (reason === null) throw new Refusal('conflict', noReason)
    if (isPublic === isShown) return
    await db
      .updateTable('claim')
      .set({ stop_reason_public: isShown, updated_at: now })
      .where('id', '=', claim.id)
      .execute()
    const what = isShown ? 'claim.show_reason' : 'claim.hide_reason'
    await audit(db, actor, { what, subjectId: claim.id, at: now, detail: {} })
  })
}

const noReason = {
  id: 'Tidak ada alasan berhenti yang dapat dibuka; klaim ini tidak sedang berhenti.',
  en: 'There is no reason to show: this claim has not stopped.',
}

import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { MilestoneForm } from '@semai/domain/replications/replication.form'
import { writesMilestones } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadReplication } from './replication-record.ts'

/**
 * A milestone of a replication stands as typed: planned, there, or cleared when nothing is left of it.
 * @throws Refusal not-found | forbidden | invalid for a day still to come; nothing is then written.
 */
export function saveMilestone(
  db: Db,
  actor: Actor,
  { code, said, now }: { code: string; said: MilestoneForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesMilestones.allows(actor, replication)) throw new Refusal('forbidden', only(writesMilestones))
    if (said.reachedOn !== null && said.reachedOn > dayIn(now)) throw stillToCome()
    const { kind } = said
    const row = {
      planned_on: said.plannedOn,
      reached_on: said.reachedOn,
      number: said.number,
      note: said.note,
      link: said.link,
      saved_by: actor.personId,
      saved_at: now,
    }
    const isEmpty = [said.plannedOn, said.reachedOn, said.number, said.note, said.link].every(
      (one) => one === null,
    )
    if (isEmpty) {
      await db
        .deleteFrom('replication_milestone')
        .where('replication_id', '=', replication.id)
        .where('kind', '=', kind)
        .execute()
    } else {
      await db
        .insertInto('replication_milestone')
        .values({ replication_id: replication.id, kind, ...row })
        .onConflict((conflict) => conflict.columns(['replication_id', 'kind']).doUpdateSet(row))
        .execute()
    }
    await db.updateTable('replication').set({ updated_at: now }).where('id', '=', replication.id).execute()
    const detail = { kind, planned: said.plannedOn, reached: said.reachedOn }
    await audit(db, actor, { what: 'replication.milestone', subjectId: replication.id, at: now, detail })
  })
}

function stillToCome(): Refusal {
  const says = {
    id: 'Hari itu belum tiba. Isi sebagai rencana.',
    en: 'That day is still to come. Fill it in as the plan.',
  }
  return new Refusal('invalid', says, [{ field: 'reachedOn', says }])
}

import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { MilestoneForm } from '@semai/domain/replications/replication.form'
import { writesMilestones } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { refuseUnseen } from './refuse-unseen.ts'
import { loadReplication } from './replication-record.ts'

/**
 * A milestone of a replication stands as typed, planned or there; what was left empty stays as it was, and with nothing
 * typed it is cleared.
 * @throws Refusal not-found | forbidden | invalid for a day still to come | conflict when somebody else saved it since the
 *   page was opened; nothing is then written.
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
    await keepMilestone(db, actor, { replicationId: replication.id, said, now })
    await db.updateTable('replication').set({ updated_at: now }).where('id', '=', replication.id).execute()
    const detail = { kind: said.kind, planned: said.plannedOn, reached: said.reachedOn }
    await audit(db, actor, { what: 'replication.milestone', subjectId: replication.id, at: now, detail })
  })
}

type Kept = { replicationId: string; said: MilestoneForm; now: Date }

async function keepMilestone(db: Tx, actor: Actor, { replicationId, said, now }: Kept): Promise<void> {
  const { kind } = said
  const there = await db
    .selectFrom('replication_milestone')
    .selectAll()
    .where('replication_id', '=', replicationId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  refuseUnseen(there?.saved_at, said.seenAt)
  const isEmpty = [said.plannedOn, said.reachedOn, said.number, said.note, said.link].every(
    (one) => one === null,
  )
  if (isEmpty) {
    await db
      .deleteFrom('replication_milestone')
      .where('replication_id', '=', replicationId)
      .where('kind', '=', kind)
      .execute()
    return
  }
  const row = {
    planned_on: said.plannedOn ?? there?.planned_on ?? null,
    reached_on: said.reachedOn ?? there?.reached_on ?? null,
    number: said.number ?? there?.number ?? null,
    note: said.note ?? there?.note ?? null,
    link: said.link ?? there?.link ?? null,
    saved_by: actor.personId,
    saved_at: now,
  }
  await db
    .insertInto('replication_milestone')
    .values({ replication_id: replicationId, kind, ...row })
    .onConflict((conflict) => conflict.columns(['replication_id', 'kind']).doUpdateSet(row))
    .execute()
}

function stillToCome(): Refusal {
  const says = {
    id: 'Hari itu belum tiba. Isi sebagai rencana.',
    en: 'That day is still to come. Fill it in as the plan.',
  }
  return new Refusal('invalid', says, [{ field: 'reachedOn', says }])
}

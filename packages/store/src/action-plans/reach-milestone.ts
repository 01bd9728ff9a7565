import type { Actor } from '@semai/domain/people/actor'
import type { MilestoneKind } from '@semai/domain/replications/replication'
import type { Tx } from '../db/transaction.ts'

/** What is there, since when, and by which document. */
type Reached = {
  replicationId: string
  kind: MilestoneKind
  on: string
  number: string | null
  link: string | null
  now: Date
}

/** The milestone is there since that day; what was planned or noted for it stays. */
export async function reachMilestone(
  db: Tx,
  actor: Actor,
  { replicationId, kind, on, number, link, now }: Reached,
): Promise<void> {
  const row = { reached_on: on, number, link, saved_by: actor.personId, saved_at: now }
  await db
    .insertInto('replication_milestone')
    .values({ replication_id: replicationId, kind, planned_on: null, note: null, ...row })
    .onConflict((conflict) => conflict.columns(['replication_id', 'kind']).doUpdateSet(row))
    .execute()
}

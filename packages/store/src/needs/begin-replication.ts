import type { DecisionForm } from '@semai/domain/needs/selection'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import type { Tx } from '../db/transaction.ts'
import { insertReplication } from '../replications/insert-replication.ts'
import { tellOrigin } from '../replications/replication-news.ts'

type Decided = {
  need: { id: string; organisationId: string; statedAt: Date | null }
  said: DecisionForm
  now: Date
}

/** What was chosen is a replication from then on, being prepared; one that the organisation has already answers the need too. */
export async function beginReplication(db: Tx, actor: Actor, { need, said, now }: Decided): Promise<void> {
  const open = await db
    .selectFrom('innovation as i')
    .leftJoin('replication as r', (join) =>
      join
        .onRef('r.innovation_id', '=', 'i.id')
        .on('r.organisation_id', '=', need.organisationId)
        .on('r.state', 'not in', ['declined', 'cancelled', 'stopped']),
    )
    .select(['i.organisation_id as ownerId', 'r.id'])
    .where('i.id', '=', said.choice)
    .executeTakeFirstOrThrow()
  if (open.id !== null || open.ownerId === need.organisationId) return
  const grant = actor.grants.find(({ role }) => role === 'local_admin' || role === 'hub')
  const { code } = await insertReplication(db, actor, {
    innovation_id: said.choice,
    organisationId: need.organisationId,
    local_name: null,
    route: 'need',
    need_id: need.id,
    state: 'preparing',
    reached: [
      { kind: 'need', on: dayIn(need.statedAt ?? now), number: null },
      { kind: 'choice', on: said.heldOn, number: said.number || null },
    ],
    by: { role: grant?.role ?? 'local_admin', organisationId: grant?.organisationId ?? null },
    now,
  })
  await tellOrigin(db, actor, { code, now })
}

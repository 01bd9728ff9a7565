import type { Component } from '@semai/domain/blueprints/blueprint'
import { figuresOf, replicaRanges } from '@semai/domain/needs/earlier-replicas'
import type { ReplicaRange } from '@semai/domain/needs/earlier-replicas'
import { publicActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

/** So many replications of an innovation are read, those moved last: one that hundreds took over stays quick. */
const mostRead = 100

/**
 * What earlier replications of these innovations took, from what everybody may read of them: the newest version of their
 * own blueprints, and what was allocated or spent. Promises and drafts are no cost. An innovation of which nothing is told
 * has no row. One query.
 */
export async function earlierReplicas(
  db: Db,
  innovationIds: readonly string[],
): Promise<Map<string, ReplicaRange[]>> {
  const rows = await db
    .with('one', () => newestReplications(db, innovationIds))
    .selectFrom('one')
    .leftJoin('blueprint as b', (join) =>
      join.onRef('b.replication_id', '=', 'one.id').on('b.innovation_id', 'is', null),
    )
    .leftJoin('blueprint_version as v', (join) =>
      join.onRef('v.blueprint_id', '=', 'b.id').onRef('v.number', '=', 'b.version'),
    )
    .select(['one.code', 'one.innovationId'])
    .select([
      sql<
        Component[] | null
      >`jsonb_path_query_array(v.content, '$.components[*] ? (@.kind == "cost" || @.kind == "staff")')`.as(
        'components',
      ),
      costliestYear.as('budget'),
    ])
    .where('one.place', '<=', mostRead)
    .execute()
  const found = new Map<string, ReplicaRange[]>()
  for (const id of innovationIds) {
    const replicas = rows
      .filter(({ innovationId }) => innovationId === id)
      .map(({ code, components, budget }) => ({ code, budget, ...figuresOf(components ?? []) }))
    const ranges = replicaRanges(replicas)
    if (ranges.length > 0) found.set(id, ranges)
  }
  return found
}

function newestReplications(db: Db, innovationIds: readonly string[]) {
  return visibleReplications(db, publicActor)
    .select(['r.id', 'r.code', 'r.innovation_id as innovationId'])
    .select(
      sql<number>`row_number() over (partition by r.innovation_id order by r.moved_at desc, r.id desc)`.as(
        'place',
      ),
    )
    .where('r.innovation_id', '=', sql<string>`any(${[...innovationIds]}::uuid[])`)
}

/** What was allocated or spent, whichever is more, in the costliest year; null where neither is recorded. */
const costliestYear = sql<number | null>`(select max(greatest(y.allocated, y.spent))::float8 from (
    select m.year, sum(m.allocated) as allocated, sum(m.spent) as spent from (
      select l.year, case when l.link <> 'realisation' then l.amount end as allocated,
        case when l.link = 'realisation' then l.amount end as spent
      from budget_link l where l.replication_id = one.id and l.link in ('dpa', 'dipa', 'rkap', 'work_plan', 'realisation')
      union all
      select f.year, nullif(f.allocated, 0), nullif(f.spent, 0) from funding f where f.replication_id = one.id
    ) m group by m.year) y)`

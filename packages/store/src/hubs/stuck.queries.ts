import type { Actor } from '@semai/domain/people/actor'
import { likelyCause } from '@semai/domain/replications/likely-cause'
import { clockedStates } from '@semai/domain/replications/stage-clock'
import { daysBetween } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { milestonesOf } from '../replications/work-columns.ts'
import { countedReplications, visibleReplications } from '../replications/visible-replications.ts'
import { isInScope } from './board-scope.ts'
import { lateOf, startedOn } from './late-milestones.ts'
import type { MilestoneClocks } from './milestone-clocks.queries.ts'
import { solversOf } from './solvers.ts'
import type { BoardScope } from './board-scope.ts'
import type { StageClocks } from './stage-clocks.queries.ts'

type Asked = {
  scope: BoardScope
  clocks: StageClocks
  /** Without them no milestone is called late. */
  milestoneClocks?: MilestoneClocks
  /** `YYYY-MM-DD`. */
  today: string
  /** From 1. */
  page: number
  limit?: number
}

/**
 * Open replications in scope that have been where they are for longer than their clock allows, the furthest behind first:
 * each with the clock it is compared with, its likely cause, the milestones that similar ones had by now, and who was at the
 * same stage and moved on. One query.
 */
export async function stuckReplications(db: Db, actor: Actor, asked: Asked) {
  const { scope, clocks, milestoneClocks, today, page, limit = 20 } = asked
  const behind = fencedStays(db, actor, { scope, clocks })
    .where(sql<boolean>`${today}::date - s.entered_on > fence.days`)
    .select(['s.replication_id', 's.entered_on', 's.place_kind', 'fence.days as fence_days'])
    .select(sql<number>`(${today}::date - s.entered_on)::float / fence.days`.as('times'))
    .orderBy('times', 'desc')
    .orderBy('s.replication_id')
    .offset((page - 1) * limit)
    .limit(limit + 1)
  const rows = await visibleReplications(db, actor)
    .innerJoin(behind.as('s'), 's.replication_id', 'r.id')
    .select(['r.id', 'r.code', 'r.state', 'r.innovation_id as innovationId', 's.place_kind as placeKind'])
    .select(['s.entered_on as enteredOn', 'r.local_name as localName', 'r.answer_by as answerBy'])
    .select(startedOn.as('startedOn'))
    .select(['r.budget_line as budgetLine', 'a.name as adopter', 'a.slug as adopterSlug'])
    .select(['o.name as institution', 'i.name as innovation', 'i.slug as innovationSlug'])
    .select([milestonesOf(db).as('milestones'), solversOf(today).as('solvedBy')])
    .orderBy('s.times', 'desc')
    .orderBy('r.id')
    .execute()
  const shown = rows.slice(0, limit).map((row) => ({
    ...row,
    days: daysBetween(row.enteredOn, today),
    clock: clocks.of(row)!,
    cause: likelyCause(row, { today }),
    late: lateOf(row, { today, clocks: milestoneClocks }),
  }))
  return { rows: shown, hasMore: rows.length > limit }
}
export type StuckReplication = Awaited<ReturnType<typeof stuckReplications>>['rows'][number]

/** How many are stuck, open, and open without enough past ones to compare with. One query. */
export async function countStuck(
  db: Db,
  actor: Actor,
  { scope, clocks, today }: Pick<Asked, 'scope' | 'clocks' | 'today'>,
) {
  return fencedStays(db, actor, { scope, clocks })
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where fence.days is null)::int`.as('unknown'),
      sql<number>`count(*) filter (where ${today}::date - s.entered_on > fence.days)::int`.as('stuck'),
    ])
    .executeTakeFirstOrThrow()
}

/**
 * Stays of open replications in scope, of those this person may see, with the nearest fence: of the innovation, of the kind of
 * place, of all. The fences travel as one object to look up in: joined as rows, they cost a planner without statistics ten
 * times as much. Names are joined only to what a page shows.
 */
function fencedStays(db: Db, actor: Actor, { scope, clocks }: Pick<Asked, 'scope' | 'clocks'>) {
  const known = sql`${JSON.stringify(clocks.fences)}::jsonb`
  const seen = countedReplications(db, actor).select('r.id').where(isInScope(scope))
  return db
    .selectFrom('replication_stay as s')
    .crossJoinLateral(
      sql<{ days: number | null }>`(select coalesce(${known} ->> (s.state || ' ' || s.innovation_id || ' '),
        ${known} ->> (s.state || '  ' || s.place_kind), ${known} ->> (s.state || '  '))::int as days)`.as(
        'fence',
      ),
    )
    .where('s.left_on', 'is', null)
    .where('s.state', 'in', [...clockedStates])
    .where('s.replication_id', 'in', seen)
}

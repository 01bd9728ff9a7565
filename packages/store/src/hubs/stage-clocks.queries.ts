import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { clockedStates, nearestClock, stuckAfter } from '@semai/domain/replications/stage-clock'
import type { Clocks, Likeness, StageClock } from '@semai/domain/replications/stage-clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { keptClocks } from './kept-clocks.ts'

/** A clock with what it is of: a state, and the innovation or the kind of place. */
type ClockRow = StageClock & {
  likeness: Likeness
  state: ReplicationState
  innovationId: string | null
  placeKind: string | null
}

/** Clocks of all states, looked up by what a replication is. */
export type StageClocks = {
  of(one: {
    state: ReplicationState
    innovationId: string
    placeKind: string
  }): ReturnType<typeof nearestClock>
  /** For queries: after how many days one is stuck, for each clock with enough cases, by state, innovation and kind of place. */
  fences: Readonly<Record<string, number>>
}

/** The clocks as they were a little while ago. One query, or none. */
export const recentStageClocks = keptClocks(stageClocks)

/**
 * How long past replications stayed in each open state: by innovation, by kind of place, and all together. Durations are
 * numbers about the programme as a whole and name nobody, so everybody's board learns from all of them. One query.
 */
export async function stageClocks(db: Db): Promise<StageClocks> {
  const { rows } = await sql<ClockRow>`
    select case when grouping(s.innovation_id) = 0 then 'innovation' when grouping(s.place_kind) = 0 then 'place' else 'all' end as likeness,
      s.state, s.innovation_id as "innovationId", s.place_kind as "placeKind", count(*)::int as cases,
      percentile_cont(0.25) within group (order by s.days) as lower,
      percentile_cont(0.5) within group (order by s.days) as median,
      percentile_cont(0.75) within group (order by s.days) as upper
    from replication_stay s
    where s.days is not null and s.state = any(${[...clockedStates]}::text[])
    group by grouping sets ((s.state, s.innovation_id), (s.state, s.place_kind), (s.state))`.execute(db)
  const known = new Map(rows.map((row) => [keyOf(row), row]))
  const fences = Object.fromEntries(
    rows
      .filter((row) => nearestClock({ [row.likeness]: row }) !== null)
      .map((row) => [keyOf(row), stuckAfter(row)]),
  )
  return { fences, of: (one) => nearestClock(clocksOf(known, one)) }
}

function clocksOf(
  known: ReadonlyMap<string, StageClock>,
  { state, innovationId, placeKind }: { state: string; innovationId: string; placeKind: string },
): Clocks {
  const found = {
    innovation: known.get(keyOf({ state, innovationId, placeKind: null })),
    place: known.get(keyOf({ state, innovationId: null, placeKind })),
    all: known.get(keyOf({ state, innovationId: null, placeKind: null })),
  }
  return Object.fromEntries(Object.entries(found).filter(([, clock]) => clock !== undefined))
}

function keyOf(row: { state: string; innovationId: string | null; placeKind: string | null }): string {
  return [row.state, row.innovationId, row.placeKind].join(' ')
}

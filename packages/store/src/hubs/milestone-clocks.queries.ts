import type { MilestoneKind } from '@semai/domain/replications/replication'
import { nearestClock } from '@semai/domain/replications/stage-clock'
import type { Likeness, StageClock } from '@semai/domain/replications/stage-clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { keptClocks } from './kept-clocks.ts'

/** A clock with what it is of: a milestone, and the innovation or the kind of place. */
type ClockRow = {
  likeness: Likeness
  cases: number
  /** One sort for the three of them. */
  quartiles: [lower: number, median: number, upper: number]
  kind: MilestoneKind
  innovationId: string | null
  placeKind: string | null
}

/** Clocks of all milestones, looked up by what a replication is. */
export type MilestoneClocks = {
  of(kind: MilestoneKind, one: { innovationId: string; placeKind: string }): ReturnType<typeof nearestClock>
}

/** The clocks as they were a little while ago. One query, or none. */
export const recentMilestoneClocks = keptClocks(milestoneClocks)

/**
 * On which day after their beginning past replications reached each milestone: by innovation, by kind of place, and all together.
 * As with stages, the numbers are about the programme as a whole and name nobody. One query.
 */
export async function milestoneClocks(db: Db): Promise<MilestoneClocks> {
  const { rows } = await sql<ClockRow>`
    select case when grouping(t.innovation_id) = 0 then 'innovation' when grouping(t.place_kind) = 0 then 'place' else 'all' end as likeness,
      t.kind, t.innovation_id as "innovationId", t.place_kind as "placeKind", count(*)::int as cases,
      percentile_cont(array[0.25, 0.5, 0.75]) within group (order by t.days) as quartiles
    from (
      select m.kind, first.innovation_id, first.place_kind, m.reached_on - first.entered_on as days
      from replication_milestone m
      join (select distinct on (s.replication_id) s.replication_id, s.innovation_id, s.place_kind, s.entered_on
        from replication_stay s order by s.replication_id, s.entered_on) first on first.replication_id = m.replication_id
      where m.reached_on >= first.entered_on) t
    group by grouping sets ((t.kind, t.innovation_id), (t.kind, t.place_kind), (t.kind))
    having count(*) >= 8`.execute(db)
  const known = new Map<string, StageClock>(
    rows.map((row) => {
      const [lower, median, upper] = row.quartiles
      return [keyOf(row), { cases: row.cases, lower, median, upper }]
    }),
  )
  const clockOf = (kind: MilestoneKind, innovationId: string | null, placeKind: string | null) =>
    known.get(keyOf({ kind, innovationId, placeKind }))
  return {
    of(kind, { innovationId, placeKind }) {
      const found = {
        innovation: clockOf(kind, innovationId, null),
        place: clockOf(kind, null, placeKind),
        all: clockOf(kind, null, null),
      }
      return nearestClock(
        Object.fromEntries(Object.entries(found).filter(([, clock]) => clock !== undefined)),
      )
    },
  }
}

function keyOf({
  kind,
  innovationId,
  placeKind,
}: Pick<ClockRow, 'kind' | 'innovationId' | 'placeKind'>): string {
  return [kind, innovationId, placeKind].join(' ')
}

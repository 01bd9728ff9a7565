import { lateMilestones } from '@semai/domain/replications/milestone-clock'
import type { LateMilestone } from '@semai/domain/replications/milestone-clock'
import type { Milestone } from '@semai/domain/replications/replication'
import { sql } from 'kysely'
import type { MilestoneClocks } from './milestone-clocks.queries.ts'

/** The day on which replication `r` began. */
export const startedOn = sql<string>`(select min(b.entered_on) from replication_stay b where b.replication_id = r.id)`

type Row = {
  milestones: readonly Milestone[]
  innovationId: string
  placeKind: string
  startedOn: string | null
}

/** What similar replications had by now and this one has not, at most two; none without clocks. */
export function lateOf(
  row: Row,
  { today, clocks }: { today: string; clocks: MilestoneClocks | undefined },
): LateMilestone[] {
  if (clocks === undefined || row.startedOn === null) return []
  const clockOf = (kind: Parameters<MilestoneClocks['of']>[0]) => clocks.of(kind, row)
  return lateMilestones(row.milestones, { startedOn: row.startedOn, today, clockOf }).slice(0, 2)
}

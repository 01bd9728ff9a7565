import { daysBetween } from '../time/clock.ts'
import type { Milestone, MilestoneKind } from './replication.ts'
import { milestoneKinds } from './replication.ts'
import { paceOf } from './stage-clock.ts'
import type { Likeness, StageClock } from './stage-clock.ts'

/** A milestone that is not there, later than it usually is: the day counted from the beginning, and its clock. */
export type LateMilestone = {
  kind: MilestoneKind
  /** Days since the replication began. */
  days: number
  clock: StageClock & { likeness: Likeness }
  pace: 'slow' | 'stuck'
}

/**
 * The milestones that similar replications had reached by now and this one has not, those furthest beyond their clock
 * first. A clock knows those that reached the milestone only: where many never do, it says less than it seems to.
 * Days are `YYYY-MM-DD`.
 */
export function lateMilestones(
  milestones: readonly Milestone[],
  {
    startedOn,
    today,
    clockOf,
  }: {
    startedOn: string
    today: string
    clockOf: (kind: MilestoneKind) => (StageClock & { likeness: Likeness }) | null
  },
): LateMilestone[] {
  const reached = new Set(milestones.flatMap(({ kind, reachedOn }) => (reachedOn === null ? [] : [kind])))
  const days = daysBetween(startedOn, today)
  return milestoneKinds
    .flatMap((kind): LateMilestone[] => {
      const clock = reached.has(kind) ? null : clockOf(kind)
      if (clock === null) return []
      const pace = paceOf(days, clock)
      return pace === 'slow' || pace === 'stuck' ? [{ kind, days, clock, pace }] : []
    })
    .toSorted((a, b) => b.days / Math.max(1, b.clock.upper) - a.days / Math.max(1, a.clock.upper))
}

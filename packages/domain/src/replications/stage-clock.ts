import { openReplicationStates } from './replication.lifecycle.ts'
import type { ReplicationState } from './replication.lifecycle.ts'

/** How long past replications stayed in a state, in days: how many there were, and their quartiles. */
export type StageClock = { cases: number; lower: number; median: number; upper: number }

/** With which replications one is compared, from the nearest likeness to the widest. */
export const likenesses = ['innovation', 'place', 'all'] as const
export type Likeness = (typeof likenesses)[number]

/** Clocks of one state by likeness; what is not known is left out. */
export type Clocks = Partial<Record<Likeness, StageClock>>

/** Below this many past cases a quartile says nothing. */
export const fewestCases = 8

/** How one stands against those it is compared with; `unknown` where too few went before. */
export type Pace = 'usual' | 'slow' | 'stuck' | 'unknown'

/** The nearest clock that rests on enough cases, with its likeness; null where none does. */
export function nearestClock(clocks: Clocks): (StageClock & { likeness: Likeness }) | null {
  for (const likeness of likenesses) {
    const clock = clocks[likeness]
    if (clock !== undefined && clock.cases >= fewestCases) return { ...clock, likeness }
  }
  return null
}

/**
 * The days after which a replication is stuck: the upper quartile and half as much again of the middle spread as lies
 * between the quartiles, at least two weeks beyond the quartile, so that a state that usually takes a day does not call
 * out on the third. Source of the fence: J. W. Tukey, Exploratory Data Analysis, 1977 (1.5 spreads beyond the quartile).
 *
 * @example stuckAfter({ cases: 20, lower: 20, median: 30, upper: 40 }) // 70
 */
export function stuckAfter({ lower, upper }: StageClock): number {
  return Math.ceil(upper + Math.max(1.5 * (upper - lower), 14))
}

/**
 * How long it has been there against the clock: slow beyond the upper quartile, stuck beyond the fence.
 *
 * @example paceOf(41, { cases: 20, lower: 20, median: 30, upper: 40 }) // 'slow'
 */
export function paceOf(days: number, clock: StageClock | null): Pace {
  if (clock === null || clock.cases < fewestCases) return 'unknown'
  if (days > stuckAfter(clock)) return 'stuck'
  return days > clock.upper ? 'slow' : 'usual'
}

/** States whose clock runs: a replication that runs or is over is late for nothing. */
export const clockedStates: readonly ReplicationState[] = openReplicationStates

import type { RunOnRecord } from './observed-run.ts'
import { runState, runStates } from './lasting.ts'
import type { RunState } from './lasting.ts'

/** How many runnings stood how on a day, `YYYY-MM-DD`. */
export type PastStates = { day: string; states: Record<RunState, number> }

type Run = Pick<RunOnRecord, 'firstSeen' | 'lastSeen' | 'stoppedOn'> & {
  kind: 'event' | 'state'
  validUntil: string | null
  unansweredSince: string | null
}

/**
 * How runnings stood at the end of each year and stand `today`, as far as the record of today tells: one counts from the
 * day it was first on record; it ran on a day before somebody said so or before it stopped; after the last word it runs
 * for as long as that word holds, and is then not updated. What was recorded late is therefore missing from early years.
 * @returns earliest first; the last is `today`. Cost: runnings × years.
 * @example
 * pastStates([{ kind: 'state', firstSeen: '2024-05-01', lastSeen: '2024-05-01', validUntil: '2025-03-31',
 *   stoppedOn: null, unansweredSince: null }], '2026-01-31').map(({ states }) => [states.running, states.not_updated])
 *   // [[1, 0], [0, 1], [0, 1]]
 */
export function pastStates(runs: readonly Run[], today: string): PastStates[] {
  const first = runs.reduce((year, { firstSeen }) => Math.min(year, Number(firstSeen.slice(0, 4))), Infinity)
  const current = Number(today.slice(0, 4))
  const ends: string[] = []
  for (let year = first; year < current; year += 1) ends.push(`${year}-12-31`)
  return [...ends, today].map((day) => ({ day, states: statesOn(runs, day) }))
}

function statesOn(runs: readonly Run[], day: string): Record<RunState, number> {
  const counts = Object.fromEntries(runStates.map((state) => [state, 0])) as Record<RunState, number>
  for (const run of runs) if (run.firstSeen <= day) counts[runState(asOf(run, day), day)] += 1
  return counts
}

/** What was to be known of a running on a day, and what came out later about that day. */
function asOf({ kind, lastSeen, stoppedOn, validUntil, unansweredSince }: Run, day: string) {
  const isStopped = stoppedOn !== null && stoppedOn <= day
  const ranLater = day < lastSeen || (stoppedOn !== null && day < stoppedOn)
  const isSilent = unansweredSince !== null && unansweredSince <= day
  return {
    kind,
    stoppedOn: isStopped ? stoppedOn : null,
    validUntil: ranLater ? null : validUntil,
    unansweredSince: isSilent ? unansweredSince : null,
  }
}

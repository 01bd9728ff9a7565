import type { Precision } from '../claims/claim.ts'
import { runStates } from './lasting.ts'
import type { RunState } from './lasting.ts'
import { pastStates } from './past-states.ts'

type Run = Parameters<typeof pastStates>[0][number] & { latest: string; precision: Precision }

/** A year of a place: what began in it by a known date, what stopped in it, and how all stood at its end. */
export type PlaceYear = { year: number; began: number; stopped: number; states: Record<RunState, number> }

/**
 * What began, ran and stopped in a place, from the first year of which anything is known to that of `today`, none left out. What
 * is only known by an upper bound is in no year's beginnings; what was recorded late is missing from how earlier years ended.
 * @returns earliest first; empty without any running. Cost: runnings × years.
 */
export function placeYears(runs: readonly Run[], today: string): PlaceYear[] {
  const began = countedYears(
    runs.flatMap(({ latest, precision }) => (precision === 'by' || latest > today ? [] : [latest])),
  )
  const stopped = countedYears(
    runs.flatMap(({ stoppedOn }) => (stoppedOn === null || stoppedOn > today ? [] : [stoppedOn])),
  )
  const ends = new Map(
    runs.length === 0
      ? []
      : pastStates(runs, today).map(({ day, states }) => [Number(day.slice(0, 4)), states]),
  )
  const first = Math.min(...began.keys(), ...stopped.keys(), ...ends.keys())
  if (first === Infinity) return []
  const last = Number(today.slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i
    const states = ends.get(year) ?? none()
    return { year, began: began.get(year) ?? 0, stopped: stopped.get(year) ?? 0, states }
  })
}

function countedYears(days: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const day of days) {
    const year = Number(day.slice(0, 4))
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
}

const none = () => Object.fromEntries(runStates.map((state) => [state, 0])) as Record<RunState, number>

import { distinct, rankOf } from '../numbers/stable-order.ts'
import type { SurvivalRows } from './risk-order.ts'

/** Counts at each time, earliest first. */
export type RiskTable = {
  time: Float64Array
  /** Watched just before the time: start < time <= stop. */
  atRisk: Float64Array
  /** Events of kind 1, 2, … at the time. */
  events: Float64Array[]
  /** Rows that end at the time without an event. */
  censored: Float64Array
}

/**
 * Numbers at risk, events of `kinds` kinds and endings without one, at `times` (all distinct stops unless given).
 * Cost: O(n log n).
 */
export function riskTable(
  { start, stop, event }: SurvivalRows,
  kinds = 1,
  times = distinct(Float64Array.from(stop)),
): RiskTable {
  const counts = Array.from({ length: kinds + 1 }, () => new Float64Array(times.length))
  const ends = new Float64Array(times.length + 1)
  const begins = new Float64Array(times.length + 1)
  for (let row = 0; row < stop.length; row++) {
    const at = rankOf(times, stop[row]!)
    if (times[at] === stop[row]) counts[event[row]!]![at]!++
    ends[rankOf(times, stop[row]!, true)]!++ // at risk at the times before this place
    if (start) begins[rankOf(times, start[row]!, true)]!++
  }
  const atRisk = new Float64Array(times.length)
  let [ended, begun] = [0, start ? 0 : stop.length]
  for (let at = 0; at < times.length; at++) {
    begun += begins[at]!
    ended += ends[at]!
    atRisk[at] = begun - ended
  }
  const [censored, ...events] = counts
  return { time: times, atRisk, events, censored: censored! }
}

import { kaplanMeier } from '@semai/analytics/survival/kaplan-meier'
import type { ObservedRun } from '@semai/domain/continuity/observed-run'

/** A point of a curve: the share that still runs at an age, with its 95 % limits (null where there are none yet). */
export type LastingPoint = { month: number; share: number; lower: number | null; upper: number | null }

/** How a group lasts. */
export type LastingCurve = {
  /** Month by month of age while enough are followed; the first has the share 1. */
  points: LastingPoint[]
  /** How many were followed at each whole year of age within the curve. */
  atRisk: { year: number; followed: number }[]
}

const inYear = 12
/** With fewer followed at an age, one stop would move the curve by more than a fifth. */
const fewestFollowed = 5

/**
 * The Kaplan–Meier curve of followed runnings with late entry, by months of age. It begins at the first age at which
 * five are followed, as the share of those that reached it, and ends where fewer than five are.
 * @returns null when five are never followed at once. Cost: O(n log n).
 */
export function lastingCurve(runs: readonly ObservedRun[]): LastingCurve | null {
  const followed = followedByMonth(runs)
  const from = followed.findIndex((count) => count >= fewestFollowed)
  if (from < 0) return null
  const short = followed.findIndex((count, month) => month > from && count < fewestFollowed)
  const until = short < 0 ? followed.length - 1 : short
  const reached = runs.filter(({ exit }) => exit > from / inYear)
  const { time, survival, bands } = kaplanMeier({
    start: reached.map(({ entry }) => Math.max(entry, from / inYear)),
    stop: reached.map(({ exit }) => exit),
    event: reached.map(({ stopped }) => Number(stopped)),
  })
  const points: LastingPoint[] = []
  let place = -1
  for (let month = from; month <= until; month++) {
    while (place + 1 < time.length && time[place + 1]! <= month / inYear) place++
    const limit = (side: 'lower' | 'upper') => orNull(place < 0 ? 1 : bands.logLog[side][place]!)
    points.push({
      month,
      share: place < 0 ? 1 : survival[place]!,
      lower: limit('lower'),
      upper: limit('upper'),
    })
  }
  const years = points.filter(({ month }) => month % inYear === 0)
  return {
    points,
    atRisk: years.map(({ month }) => ({ year: month / inYear, followed: followed[month] ?? 0 })),
  }
}

/** How many were followed at the age of each month: from their entry on and not yet at their exit. */
function followedByMonth(runs: readonly ObservedRun[]): number[] {
  const months = Math.ceil(runs.reduce((longest, { exit }) => Math.max(longest, exit), 0) * inYear)
  const change = Array.from({ length: months + 1 }, () => 0)
  for (const { entry, exit } of runs) {
    change[Math.ceil(entry * inYear)]!++
    change[Math.ceil(exit * inYear)]!--
  }
  let now = 0
  return change.map((by) => (now += by))
}

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

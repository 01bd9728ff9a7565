import type { Precision } from '../claims/claim.ts'

/** What is on record of one running: days are `YYYY-MM-DD`. */
export type RunOnRecord = {
  /** When it began, as the interval it is known to lie in; `earliest` is null where only an upper bound is known. */
  earliest: string | null
  latest: string
  precision: Precision
  /** The first and the last day on which somebody said that it ran. */
  firstSeen: string
  lastSeen: string
  stoppedOn: string | null
}

/** What a running tells about lasting: from which age it was followed, to which, and whether it then stopped. Years. */
export type ObservedRun = { entry: number; exit: number; stopped: boolean }

/** Why a running tells nothing about lasting. */
export type UnobservedRun = 'no start' | 'never followed'

const daysInYear = 365.25
const dayMs = 86_400_000
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / dayMs

/**
 * What a running tells about how long such things last. It is followed from the day it was first on record, not from
 * its beginning: what had stopped before anybody wrote it down is missing from the record, so the years before are no
 * evidence. It is followed to its stop, or to the last day somebody said that it runs; silence is not running.
 * Where the beginning is known to a month or a year, the middle of it is taken.
 * Source: late entry and censoring as in Klein & Moeschberger, Survival Analysis, chapter 3.
 * @example
 * observedRun({ earliest: '2020-01-01', latest: '2020-01-01', precision: 'day', firstSeen: '2021-01-01',
 *   lastSeen: '2023-01-01', stoppedOn: null }) // { entry: 1.002…, exit: 3.001…, stopped: false }
 */
export function observedRun(run: RunOnRecord): ObservedRun | UnobservedRun {
  if (run.earliest === null || run.precision === 'by') return 'no start'
  const began = (dayNumber(run.earliest) + dayNumber(run.latest)) / 2
  const age = (day: string) => Math.max(0, (dayNumber(day) - began) / daysInYear)
  const [entry, exit] = [age(run.firstSeen), age(run.stoppedOn ?? run.lastSeen)]
  return exit > entry ? { entry, exit, stopped: run.stoppedOn !== null } : 'never followed'
}

import { refuseConfidence } from '../hazards/estimates.ts'
import { normalQuantile } from '../numbers/tails.ts'
import { bandsOf, timeAtLevel } from './bands.ts'
import type { Band, BandScale } from './bands.ts'
import { refuseTimes } from './risk-order.ts'
import type { SurvivalRows } from './risk-order.ts'
import { riskTable } from './risk-table.ts'

/** What is left of a group through time; a value at each distinct stop, earliest first. */
export type SurvivalCurve = {
  rows: number
  time: Float64Array
  atRisk: Float64Array
  events: Float64Array
  censored: Float64Array
  /** Kaplan–Meier share without the event after the time, and Greenwood's standard error; NaN once nothing is left. */
  survival: Float64Array
  se: Float64Array
  bands: Record<BandScale, Band>
  /** Nelson–Aalen cumulative hazard, and its standard error by Σ d / n². */
  cumulativeHazard: Float64Array
  cumulativeHazardSe: Float64Array
}

/** When the share left falls to `level`, with limits by each scale; NaN where the curve does not fall so far. */
export type SurvivalTime = {
  level: number
  time: number
  limits: Record<BandScale, { lower: number; upper: number }>
}

/**
 * Kaplan–Meier and Nelson–Aalen estimates with late entry allowed.
 * @throws RangeError naming the row when a time is not finite, a stop is not after its start, or an event is not 0 or 1.
 * Cost: O(n log n).
 * Source: Kaplan & Meier (1958), JASA 53; Greenwood (1926); Aalen (1978), Annals of Statistics 6.
 * @example kaplanMeier({ stop: [1, 2, 3, 4], event: [1, 0, 1, 1] }).survival // 0.75, 0.75, 0.375, 0
 */
export function kaplanMeier(rows: SurvivalRows, confidence = 0.95): SurvivalCurve {
  refuseTimes('kaplanMeier', rows)
  refuseConfidence('kaplanMeier', confidence)
  const { time, atRisk, events, censored } = riskTable(rows)
  const deaths = events[0]!
  const [survival, se, hazard, hazardSe] = [0, 0, 0, 0].map(() => new Float64Array(time.length))
  let [left, greenwood, sum, square] = [1, 0, 0, 0]
  for (let i = 0; i < time.length; i++) {
    const [n, d] = [atRisk[i]!, deaths[i]!]
    if (d > 0) {
      left *= 1 - d / n
      greenwood += d / (n * (n - d))
      sum += d / n
      square += d / (n * n)
    }
    survival![i] = left
    se![i] = left * Math.sqrt(greenwood)
    hazard![i] = sum
    hazardSe![i] = Math.sqrt(square)
  }
  return {
    rows: rows.stop.length,
    time,
    atRisk,
    events: deaths,
    censored,
    survival: survival!,
    se: se!,
    bands: bandsOf(survival!, se!, normalQuantile((1 + confidence) / 2)),
    cumulativeHazard: hazard!,
    cumulativeHazardSe: hazardSe!,
  }
}

/**
 * When the share left falls to `level` (0.5: the median), with the times at which the limits of the curve do.
 * Source: Brookmeyer & Crowley (1982), Biometrics 38.
 * @example survivalTime(kaplanMeier({ stop: [1, 2, 3], event: [1, 1, 1] }), 0.5).time // 2
 */
export function survivalTime({ time, survival, bands }: SurvivalCurve, level: number): SurvivalTime {
  const limits = ({ lower, upper }: Band) => ({
    lower: timeAtLevel(time, lower, level),
    upper: timeAtLevel(time, upper, level),
  })
  return {
    level,
    time: timeAtLevel(time, survival, level),
    limits: { plain: limits(bands.plain), log: limits(bands.log), logLog: limits(bands.logLog) },
  }
}

import { bassCurve, bassGrowth, bassShare } from './bass-search.ts'
import type { BassSeries } from './bass-search.ts'
import { limitOf } from './ceiling.ts'
import type { Ceiling, CeilingKind } from './ceiling.ts'
import { bootstrapCurve } from './curve-bootstrap.ts'
import type { CurveBootstrap } from './curve-bootstrap.ts'
import { atLimit, bandsOf, beforePeak, describeFit } from './curve-fit.ts'
import type { CurveBands, CurveFit, CurveWarning } from './curve-fit.ts'
import { fitUnder } from './starts.ts'
import { refuseLevel } from '../numbers/refusals.ts'

export type BassOptions = {
  /** Start and end of each period, in time since the diffusion began; 0–1, 1–2, 2–3 … when not given. */
  from?: ArrayLike<number>
  to?: ArrayLike<number>
  /** How many can adopt at all: found from the data when not given, at most `most`, or `fixed`. */
  ceiling?: Ceiling
  /** Confidence of every interval; 0.95 when not given. */
  level?: number
}

export type BassFit = CurveFit<'m' | 'p' | 'q'> & {
  from: Float64Array
  to: Float64Array
  ceiling: CeilingKind
  /** The bound or the ceiling that was given. */
  limit: number | null
  /** Time at which most adopt, in time since the beginning; null when q <= p, as adoption then only falls. */
  peakTime: number | null
  sePeakTime: number | null
  /** Adoptions per unit of time at the peak; m p when there is none. */
  peakRate: number
  /** How many the curve has adopted by the end of the last period. */
  cumulativeAtEnd: number
}

const NAMES = ['m', 'p', 'q'] as const

/**
 * The Bass curve through counts by period, by nonlinear least squares: y ≈ m (F(to) - F(from)). The coefficients of
 * innovation p and imitation q and the ceiling m are searched for in their logarithms, so they are positive, from a
 * grid of starts. `warnings` says when the ceiling is not identified, lies above the possible, or no peak exists.
 * @throws RangeError for fewer than 5 periods, a count that is negative or not finite, fewer periods with adoptions
 *   than parameters, periods that are empty, begin before 0 or overlap, a ceiling that fewer than have adopted, or a level outside 0 to 1.
 * Cost: a few hundred evaluations of n periods; about 5 ms for 20.
 * Source: Bass (1969), Management Science 15; Srinivasan & Mason (1986), Marketing Science 5.
 * @example fitBass([840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]).coef.q // 0.6421588…
 */
export function fitBass(counts: ArrayLike<number>, options: BassOptions = {}): BassFit {
  const { ceiling, level = 0.95 } = options
  const y = Float64Array.from(counts)
  const from = Float64Array.from(options.from ?? Array.from(y.keys()))
  const to = Float64Array.from(options.to ?? from, (value) => (options.to ? value : value + 1))
  refuseFaults({ y, from, to, ceiling, level })
  const { problem, optimum, kind, above } = fitUnder(ceiling, (held) => bassGrowth({ y, from, to }, held))
  const fit = describeFit(problem, optimum, { names: NAMES, level, above })
  const [m, p, q] = optimum.parameters as unknown as [number, number, number]
  const peakTime = q > p ? Math.log(q / p) / (p + q) : null
  const end = to.at(-1)!
  if (peakTime !== null && peakTime > end) fit.warnings.unshift(beforePeak)
  if (q <= p || atLimit(problem.limits[2]!, q)) fit.warnings.push(noImitation)
  if (!(y[0]! > 0)) fit.warnings.push(emptyStart)
  return {
    ...fit,
    from,
    to,
    ceiling: kind,
    limit: limitOf(ceiling),
    peakTime,
    sePeakTime: peakTime === null ? null : sePeak(fit, peakTime),
    peakRate: peakTime === null ? m * p : (m * (p + q) ** 2) / (4 * q),
    cumulativeAtEnd: m * bassShare(end, p, q),
  }
}

/**
 * Adoptions expected in other periods (the next ones, or those already seen), with limits for the mean and for one more
 * observation. A lower limit may be negative: the errors are taken as normal.
 */
export function bassBands(fit: BassFit, from: ArrayLike<number>, to: ArrayLike<number>): CurveBands {
  return bandsOf(fit, to.length, bassCurve(from, to))
}

/**
 * Percentile limits of m, p, q, peak time and the adoptions of the periods ahead (`mean1`, `mean2` …) by refitting
 * series simulated around the fit: for short series, where the delta method is too sure. Seeded; normal errors.
 * @throws RangeError for fewer than 2 replicates.
 */
export function bassBootstrap(
  fit: BassFit,
  { replicates = 999, seed = 1 as number | string, ahead = 0 } = {},
): CurveBootstrap {
  const { from, to } = fit
  const end = to.at(-1)!
  const step = end - from.at(-1)!
  return bootstrapCurve(
    fit,
    { replicates, seed },
    (y, held) => bassGrowth({ y, from, to }, held),
    (parameters) => {
      const [m, p, q] = parameters as unknown as [number, number, number]
      const means = Array.from({ length: ahead }, (_, k) => {
        const share = bassShare(end + (k + 1) * step, p, q) - bassShare(end + k * step, p, q)
        return [`mean${k + 1}`, m * share]
      })
      return { peakTime: q > p ? Math.log(q / p) / (p + q) : NaN, ...Object.fromEntries(means) }
    },
  )
}

const noImitation: CurveWarning = {
  code: 'no-imitation',
  says: 'no imitation is seen (q does not exceed p): adoption only falls, and there is no peak',
}
const emptyStart: CurveWarning = {
  code: 'empty-start',
  says: 'the first period is empty: begin the series with the first adoption',
}

/** Delta method for ln(q / p) / (p + q). */
function sePeak({ vcov, estimated, coef: { p, q } }: CurveFit<'m' | 'p' | 'q'>, peak: number): number | null {
  if (!vcov || !estimated.includes('p') || !estimated.includes('q')) return null
  const slope = { m: 0, p: (-1 / p - peak) / (p + q), q: (1 / q - peak) / (p + q) }
  let variance = 0
  estimated.forEach((a, i) => estimated.forEach((b, j) => (variance += slope[a] * vcov[i]![j]! * slope[b])))
  return Math.sqrt(variance)
}

function refuseFaults({
  y,
  from,
  to,
  ceiling,
  level,
}: BassSeries & { ceiling: Ceiling; level: number }): void {
  const no = (says: string) => new RangeError(`fitBass: ${says}`)
  if (y.length < 5) throw no(`needs at least 5 periods, got ${y.length}`)
  if (from.length !== y.length || to.length !== y.length) throw no('every period needs a start and an end')
  y.forEach((count, i) => {
    if (!(count >= 0 && count < Infinity))
      throw no(`period ${i + 1}: the count must be 0 or more, got ${count}`)
    if (!(from[i]! >= 0 && to[i]! > from[i]! && to[i]! < Infinity && from[i]! >= (to[i - 1] ?? 0)))
      throw no(`period ${i + 1}: must begin at or after 0 and the end of the one before, and end later`)
  })
  const fixed = ceiling && 'fixed' in ceiling
  const needed = fixed ? 2 : 3
  const filled = y.filter((count) => count > 0).length
  if (filled < needed)
    throw no(
      `only ${filled} of ${y.length} periods have adoptions; there is no growth to fit ${needed} numbers to`,
    )
  const limit = limitOf(ceiling)
  const total = y.reduce((sum, count) => sum + count, 0)
  if (limit !== null && !(limit >= total && limit < Infinity))
    throw no(`the ceiling ${limit} is below the ${total} that have adopted`)
  refuseLevel('fitBass: the level', level)
}

import { refuseConfidence } from '../hazards/estimates.ts'
import { refuseCount } from '../numbers/refusals.ts'
import { studentQuantile, studentUpper } from '../numbers/tails.ts'

/**
 * What the difference can not tell. Always: nothing else is compared with (`no-comparison`), the start may have been
 * chosen after an unusual value (`chosen-moment`), values that follow one another may depend on each other
 * (`dependent-values`). Where the data show it: the values before already rose or fell (`trend-before`), a side has
 * fewer than 8 (`few-values`).
 */
export type BeforeAfterLimit =
  'no-comparison' | 'chosen-moment' | 'dependent-values' | 'trend-before' | 'few-values'

export type BeforeAfter = {
  before: { values: number; mean: number; sd: number }
  after: { values: number; mean: number; sd: number }
  /** Mean after less mean before, in units of the outcome. */
  difference: number
  se: number
  df: number
  lower: number
  upper: number
  /** Change a period in the values before, by least squares; its p by Student's t. Null with fewer than 3. */
  trendBefore: { slope: number; p: number } | null
  missing: number
  limits: BeforeAfterLimit[]
}

/** Values of one unit: the period of each, and the value, NaN where it is not known. */
export type UnitSeries = { time: ArrayLike<number>; outcome: ArrayLike<number> }

/**
 * How much the mean of one unit changed from `first` on, with Welch's interval, and by name what that does not show.
 * Where no side varies the interval is the difference itself, and df is NaN.
 * @throws RangeError when a time is not finite, an outcome infinite, or a side has fewer than `minimum` values (3).
 * Cost: O(values).
 * Source: Welch (1947), Biometrika 34.
 * @example beforeAfter({ time: [1, 2, 3, 4, 5, 6], outcome: [1, 2, 3, 5, 6, 7] }, 4).difference // 4
 */
export function beforeAfter(
  { time, outcome }: UnitSeries,
  first: number,
  { minimum = 3, confidence = 0.95 }: { minimum?: number; confidence?: number } = {},
): BeforeAfter {
  refuseConfidence('beforeAfter', confidence)
  refuseCount('beforeAfter: minimum', minimum, 2)
  const points = pointsOf(time, outcome)
  const known = points.filter(({ value }) => !Number.isNaN(value))
  const earlier = known.filter(({ at }) => at < first)
  const before = sideOf('before', earlier, minimum)
  const after = sideOf(
    'after',
    known.filter(({ at }) => at >= first),
    minimum,
  )
  const [a, b] = [before.sd ** 2 / before.values, after.sd ** 2 / after.values]
  const se = Math.sqrt(a + b)
  const df = (a + b) ** 2 / (a ** 2 / (before.values - 1) + b ** 2 / (after.values - 1))
  const half = se > 0 ? studentQuantile((1 + confidence) / 2, df) * se : 0
  const difference = after.mean - before.mean
  const trendBefore = trendOf(earlier)
  return {
    before,
    after,
    difference,
    se,
    df,
    lower: difference - half,
    upper: difference + half,
    trendBefore,
    missing: points.length - known.length,
    limits: limitsOf(trendBefore, Math.min(before.values, after.values), confidence),
  }
}

function limitsOf(trend: BeforeAfter['trendBefore'], fewest: number, confidence: number): BeforeAfterLimit[] {
  const limits: BeforeAfterLimit[] = ['no-comparison', 'chosen-moment', 'dependent-values']
  if (trend && trend.p < 1 - confidence) limits.push('trend-before')
  if (fewest < 8) limits.push('few-values')
  return limits
}

type Point = { at: number; value: number }

function pointsOf(time: ArrayLike<number>, outcome: ArrayLike<number>): Point[] {
  return Array.from(time, (at, place) => {
    const value = outcome[place]!
    if (!Number.isFinite(at) || Math.abs(value) === Infinity)
      throw new RangeError(`beforeAfter: row ${place + 1}: time and outcome must be finite`)
    return { at, value }
  })
}

function sideOf(side: 'before' | 'after', points: readonly Point[], minimum: number) {
  const values = points.length
  if (values < minimum)
    throw new RangeError(`beforeAfter: ${values} values ${side} the start; needs at least ${minimum}`)
  const mean = points.reduce((sum, { value }) => sum + value, 0) / values
  const squares = points.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
  return { values, mean, sd: Math.sqrt(squares / (values - 1)) }
}

function trendOf(points: readonly Point[]): { slope: number; p: number } | null {
  const n = points.length
  const [middle, mean] = [sum(points, ({ at }) => at) / n, sum(points, ({ value }) => value) / n]
  const spread = sum(points, ({ at }) => (at - middle) ** 2)
  if (n < 3 || spread === 0) return null
  const slope = sum(points, ({ at, value }) => (at - middle) * (value - mean)) / spread
  const rest = sum(points, ({ at, value }) => (value - mean - slope * (at - middle)) ** 2)
  if (slope === 0) return { slope, p: 1 }
  return { slope, p: 2 * studentUpper(Math.abs(slope) / Math.sqrt(rest / (n - 2) / spread), n - 2) }
}

function sum(points: readonly Point[], of: (point: Point) => number): number {
  return points.reduce((total, point) => total + of(point), 0)
}

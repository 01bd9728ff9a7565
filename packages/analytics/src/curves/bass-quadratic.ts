import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
import { weightedProducts } from '../numbers/column-sums.ts'
import { dot } from '../numbers/dot.ts'

/** y = a + b Y + c Y², with Y the adoptions before the period, and what follows from it. */
export type BassQuadratic = {
  a: number
  b: number
  c: number
  se: { a: number; b: number; c: number } | null
  /** null where the parabola has no positive root at which adoption ends. */
  m: number | null
  p: number | null
  q: number | null
  r2: number
  rss: number
  df: number
}

/**
 * Bass's own estimate of 1969, ordinary least squares on the adoptions so far: m is the root of a + b m + c m² at which
 * adoption ends, p = a / m, q = -c m. Biased in short series and by long periods; a start and a cross-check for
 * `fitBass`, which is the one to use. Periods are of equal length and without gaps.
 * @throws RangeError for fewer than 4 periods, or when the adoptions so far take fewer than 3 values.
 * Source: Bass (1969), Management Science 15, 215–227.
 * @example bassQuadratic([840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]).m // 62665.446909…
 */
export function bassQuadratic(counts: ArrayLike<number>): BassQuadratic {
  const y = Float64Array.from(counts)
  if (y.length < 4) throw new RangeError(`bassQuadratic: needs at least 4 periods, got ${y.length}`)
  const total = y.reduce((sum, count) => sum + count, 0)
  let sofar = 0
  // Shares of the total, so that the squares stay comparable.
  const before = y.map((count) => (sofar += count) - count).map((value) => value / total)
  const columns = [0, 1, 2].map((power) => before.map((share) => share ** power))
  const normal = weightedProducts(columns, columns[0]!)
  const moments = columns.map((column) => dot(column, y))
  const factor = cholesky(normal, 3)
  if (!factor) throw new RangeError('bassQuadratic: the adoptions so far take fewer than 3 values')
  const scaled = choleskySolve(factor, 3, moments)
  const mean = total / y.length
  let [rss, spread] = [0, 0]
  y.forEach((count, i) => {
    rss += (count - columns.reduce((sum, column, j) => sum + column[i]! * scaled[j]!, 0)) ** 2
    spread += (count - mean) ** 2
  })
  const df = y.length - 3
  const inverse = choleskyInverse(factor, 3)
  const se = [0, 1, 2].map((j) => Math.sqrt((inverse[j * 4]! * rss) / df) / total ** j)
  const [a, b, c] = [scaled[0]!, scaled[1]! / total, scaled[2]! / total ** 2]
  const r2 = spread === 0 ? 1 : 1 - rss / spread
  const errors = df > 0 ? { a: se[0]!, b: se[1]!, c: se[2]! } : null
  return { a, b, c, se: errors, ...bassOf(a, b, c), r2, rss, df }
}

function bassOf(a: number, b: number, c: number): Pick<BassQuadratic, 'm' | 'p' | 'q'> {
  const m = (-b - Math.sqrt(b * b - 4 * a * c)) / (2 * c)
  return m > 0 && m < Infinity ? { m, p: a / m, q: -c * m } : { m: null, p: null, q: null }
}

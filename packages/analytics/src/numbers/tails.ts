import { betaUpper, gammaLower, gammaUpper } from './special-functions.ts'

/**
 * Standard normal distribution function P(Z <= z); `normalUpper` is exact in the other tail.
 * @example normalCdf(1.959963984540054) // 0.975
 */
export function normalCdf(z: number): number {
  return z > 0 ? 1 - normalUpper(z) : normalUpper(-z)
}

/**
 * P(Z > z) for a standard normal Z, relative error about 1e-15 far into the tail.
 * @example normalUpper(10) // 7.619853024160593e-24
 */
export function normalUpper(z: number): number {
  if (Number.isNaN(z)) return NaN
  return z < 0 ? 1 - normalUpper(-z) : gammaUpper(0.5, (z * z) / 2) / 2
}

/**
 * The z with P(Z <= z) = p, by Halley's steps from the end of the tail.
 * @throws RangeError unless 0 <= p <= 1; 0 and 1 give the infinities.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile: needs p from 0 to 1, got ${p}`)
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity
  if (p > 0.5) return -normalQuantile(1 - p)
  let z = -Math.sqrt(-2 * Math.log(p))
  for (let turn = 0; turn < 9; turn++) {
    const step = (normalUpper(-z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2)
    z -= step / (1 + (z * step) / 2)
    if (Math.abs(step) < 1e-9) break
  }
  return z
}

/**
 * P(T > t) for Student's t with `df` degrees of freedom.
 * @throws RangeError unless df > 0.
 * @example studentUpper(1, 1) // 0.25
 */
export function studentUpper(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`studentUpper: needs df > 0, got ${df}`)
  if (df === Infinity) return normalUpper(t)
  if (t < 0) return 1 - studentUpper(-t, df)
  return fisherUpper(t * t, 1, df) / 2
}

/**
 * The t with P(T <= t) = p.
 * @throws RangeError unless 0 < p < 1 and df > 0.
 * @example studentQuantile(0.975, 10) // 2.2281388519649385
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`studentQuantile: needs 0 < p < 1, got ${p}`)
  if (p === 0.5) return 0
  if (p < 0.5) return -studentQuantile(1 - p, df)
  return upperQuantile(1 - p, (t) => studentUpper(t, df))
}

/**
 * P(X > x) for chi-square with `df` degrees of freedom.
 * @throws RangeError unless df > 0 and x >= 0.
 * @example chiSquareUpper(3.841458820694124, 1) // 0.05
 */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(df / 2, x / 2)
}

/** P(X <= x) for chi-square with `df` degrees of freedom. */
export function chiSquareCdf(x: number, df: number): number {
  return gammaLower(df / 2, x / 2)
}

/**
 * P(F > f) for Fisher's F with `df1` and `df2` degrees of freedom.
 * @throws RangeError unless f >= 0 and both degrees are above 0.
 * @example fisherUpper(4, 2, 2) // 0.2
 */
export function fisherUpper(f: number, df1: number, df2: number): number {
  if (!(f >= 0)) throw new RangeError(`fisherUpper: needs f >= 0, got ${f}`)
  const whole = df2 + df1 * f
  return f === Infinity ? 0 : betaUpper((df1 * f) / whole, df1 / 2, df2 / 2, df2 / whole)
}

/**
 * The f with P(F <= f) = p.
 * @throws RangeError unless 0 < p < 1.
 * @example fisherQuantile(0.95, 5, 10) // 3.3258345304130117
 */
export function fisherQuantile(p: number, df1: number, df2: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`fisherQuantile: needs 0 < p < 1, got ${p}`)
  return p <= 0.5
    ? 1 / fisherQuantile(1 - p, df2, df1)
    : upperQuantile(1 - p, (f) => fisherUpper(f, df1, df2))
}

/** The x >= 0 at which a falling tail equals p: doubled until enclosed, then halved by ratio, to the last digit. */
function upperQuantile(p: number, tail: (x: number) => number): number {
  let high = 1
  while (tail(high) > p) high *= 2
  let low = high === 1 ? 0 : high / 2
  for (let turn = 0; turn < 200; turn++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (tail(middle) > p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

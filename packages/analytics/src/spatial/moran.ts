import { crossProductMoments, spatialTest } from './cross-product.ts'
import type { SpatialTest } from './cross-product.ts'
import { weightSums } from './weights.ts'
import type { WeightSums, Weights } from './weights.ts'

export type Moran = {
  /** Near 1 where like lies by like, near 0 for no pattern, below it where unlike lies by unlike; null for equal x. */
  I: number | null
  /** -1 / (n - 1). */
  expected: number
  /** If x were drawn from a normal distribution; if the x at hand were shuffled over the regions. */
  normality: SpatialTest | null
  randomisation: SpatialTest | null
}

export type Geary = {
  /** Below 1 where like lies by like, 1 for no pattern; null for equal x. */
  C: number | null
  expected: number
  /** Their z is positive where like lies by like (C below 1). */
  normality: SpatialTest | null
  randomisation: SpatialTest | null
}

/** Deviations of x from its mean, their sum of squares (0 only when all x are equal) and n Σ z⁴ / (Σ z²)². */
export type Deviations = { z: Float64Array; squares: number; kurtosis: number }

/**
 * Moran's I: (n / S0) Σ w(i,j) z(i) z(j) / Σ z². Islands leave n and S0, but their x stays in mean and sum of squares, as
 * in R's spdep; leave them out altogether with `withoutIslands`.
 * @throws RangeError when x and weights differ in length, an x is not finite, or fewer than 4 regions have neighbours.
 * Cost: O(n + l log l) for l links.
 * Source: Cliff & Ord (1981), Spatial processes, chapters 1 and 2.
 */
export function moran(x: ArrayLike<number>, weights: Weights): Moran {
  const sums = usableSums('moran', x, weights)
  const { n, S0, S1, S2 } = sums
  const expected = -1 / (n - 1)
  const { z, squares, kurtosis } = deviationsOf(x)
  if (squares === 0) return { I: null, expected, normality: null, randomisation: null }
  const I = (n / S0) * (crossProduct(z, weights) / squares)
  // In units in which Σ z² = n, so that Σ z⁴ = n times the kurtosis.
  const likeness = { A0: -n, A1: 2 * n * (n - kurtosis), A2: 4 * n * kurtosis }
  const shuffled = crossProductMoments(sums, likeness).variance / S0 ** 2
  const normal = (n * n * S1 - n * S2 + 3 * S0 ** 2) / (S0 ** 2 * (n * n - 1)) - expected ** 2
  return {
    I,
    expected,
    normality: spatialTest(I - expected, normal),
    randomisation: spatialTest(I - expected, shuffled),
  }
}

/**
 * Geary's C: (n - 1) Σ w(i,j) (x(i) - x(j))² / (2 S0 Σ z²), more sensitive than I to neighbours that differ much. Islands
 * as for `moran`.
 * @throws RangeError as `moran`.
 * Source: Geary (1954), The Incorporated Statistician 5; moments of Cliff & Ord (1981).
 */
export function geary(x: ArrayLike<number>, weights: Weights): Geary {
  const sums = usableSums('geary', x, weights)
  const { n, S0, S1, S2 } = sums
  const { z, squares, kurtosis } = deviationsOf(x)
  if (squares === 0) return { C: null, expected: 1, normality: null, randomisation: null }
  const scale = (n - 1) / (2 * S0)
  const C = scale * (squaredDifferences(z, weights) / squares)
  const A0 = 2 * n * n
  const likeness = { A0, A1: 4 * n * n * (kurtosis + 3), A2: 4 * n ** 3 * (kurtosis + 3) }
  const shuffled = crossProductMoments(sums, likeness).variance * (scale / n) ** 2
  const normal = ((2 * S1 + S2) * (n - 1) - 4 * S0 ** 2) / (2 * (n + 1) * S0 ** 2)
  return {
    C,
    expected: 1,
    normality: spatialTest(1 - C, normal),
    randomisation: spatialTest(1 - C, shuffled),
  }
}

/** Deviations from the mean; squares is exactly 0 when all x are equal. */
export function deviationsOf(x: ArrayLike<number>): Deviations {
  const values = Float64Array.from(x)
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  if (values.every((value) => value === values[0]))
    return { z: values.map(() => 0), squares: 0, kurtosis: NaN }
  const z = values.map((value) => value - mean)
  let [squares, fourth] = [0, 0]
  for (const one of z) {
    squares += one * one
    fourth += one ** 4
  }
  return { z, squares, kurtosis: (n * fourth) / squares ** 2 }
}

/** Σ over j of w(i,j) z(j). */
export function lagOf(z: Float64Array, { starts, neighbours, values }: Weights, i: number): number {
  let lag = 0
  for (let l = starts[i]!; l < starts[i + 1]!; l++) lag += values[l]! * z[neighbours[l]!]!
  return lag
}

/** Σ w(i,j) z(i) z(j). */
export function crossProduct(z: Float64Array, weights: Weights): number {
  let sum = 0
  for (let i = 0; i < weights.n; i++) sum += z[i]! * lagOf(z, weights, i)
  return sum
}

/** Σ w(i,j) (z(i) - z(j))². */
export function squaredDifferences(z: Float64Array, { n, starts, neighbours, values }: Weights): number {
  let sum = 0
  for (let i = 0; i < n; i++)
    for (let l = starts[i]!; l < starts[i + 1]!; l++) sum += values[l]! * (z[i]! - z[neighbours[l]!]!) ** 2
  return sum
}

/**
 * The sums of weights that fit x.
 * @throws RangeError, beginning with `who`, when they can not be used.
 */
export function usableSums(
  who: string,
  x: ArrayLike<number> | readonly string[],
  weights: Weights,
): WeightSums {
  if (x.length !== weights.n) throw new RangeError(`${who}: ${x.length} values for ${weights.n} regions`)
  for (let i = 0; i < x.length; i++)
    if (typeof x[i] === 'number' && !Number.isFinite(x[i]))
      throw new RangeError(`${who}: the value of region ${i + 1} must be finite, got ${x[i]}`)
  const sums = weightSums(weights)
  if (sums.n < 4) throw new RangeError(`${who}: needs at least 4 regions with neighbours, got ${sums.n}`)
  return sums
}

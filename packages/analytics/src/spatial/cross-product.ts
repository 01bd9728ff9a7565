import { normalUpper } from '../numbers/tails.ts'
import type { WeightSums } from './weights.ts'

/** A statistic against what it would be without spatial pattern. */
export type SpatialTest = {
  variance: number
  /** null, with the probabilities, where the variance is not above 0. */
  z: number | null
  /** Probability of at least this z, of at most this z, and of one at least as far from 0. */
  pGreater: number | null
  pLess: number | null
  pTwoSided: number | null
}

/** Of a symmetric matrix y with an empty diagonal: Σ y, 2 Σ y², and 4 Σ over rows of the row sum squared. */
export type LikenessSums = { A0: number; A1: number; A2: number }

/**
 * Mean and variance of Σ w(i,j) y(i,j) when the places of the regions are shuffled, every order being equally likely.
 * Moran's I (y the product of deviations), Geary's C (the squared difference) and join counts (1 for the two colours)
 * are all of this form.
 * Source: Mantel (1967), Cancer Research 27; Cliff & Ord (1981), Spatial processes, section 2.3.
 */
export function crossProductMoments(
  { n, S0, S1, S2 }: Pick<WeightSums, 'n' | 'S0' | 'S1' | 'S2'>,
  { A0, A1, A2 }: LikenessSums,
): { mean: number; variance: number } {
  const pairs = n * (n - 1)
  const mean = (S0 * A0) / pairs
  const square =
    (S1 * A1) / (2 * pairs) +
    ((S2 - 2 * S1) * (A2 - 2 * A1)) / (4 * pairs * (n - 2)) +
    ((S0 * S0 + S1 - S2) * (A0 * A0 + A1 - A2)) / (pairs * (n - 2) * (n - 3))
  return { mean, variance: square - mean * mean }
}

/** The z of a distance from expectation, and its normal tails. */
export function spatialTest(distance: number, variance: number): SpatialTest {
  if (!(variance > 0)) return { variance, z: null, pGreater: null, pLess: null, pTwoSided: null }
  const z = distance / Math.sqrt(variance)
  const pTwoSided = 2 * normalUpper(Math.abs(z))
  return { variance, z, pGreater: normalUpper(z), pLess: normalUpper(-z), pTwoSided }
}

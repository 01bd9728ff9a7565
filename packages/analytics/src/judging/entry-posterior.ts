import { solveUpper } from '../numbers/cholesky.ts'
import type { Random } from '../numbers/random.ts'
import { rowTimes } from './sparse-rows.ts'
import type { SparseRows } from './sparse-rows.ts'

/**
 * A normal distribution over the values of all entries at once: entry i is `centre[i] + own[i] z_i`, plus
 * `lean[i]` · row_i · u for what entries share through their judges, where u has covariance (L Lᵀ)⁻¹ for the lower
 * triangular `factor` of order `order`.
 */
export type EntryPosterior = {
  centre: Float64Array
  own: Float64Array
  shared: { rows: SparseRows; lean: Float64Array; factor: Float64Array; order: number } | null
}

/** Writes one draw for every entry into `into`. Cost: O(readings + order²). */
export function drawEntries(
  { centre, own, shared }: EntryPosterior,
  random: Random,
  into: Float64Array,
): void {
  centre.forEach((value, i) => (into[i] = value + (own[i] === 0 ? 0 : own[i]! * random.normal())))
  if (shared === null) return
  const { rows, lean, factor, order } = shared
  const u = Float64Array.from({ length: order }, () => random.normal())
  solveUpper(factor, order, u)
  for (let i = 0; i < centre.length; i++) into[i]! += lean[i]! * rowTimes(rows, i, u)
}

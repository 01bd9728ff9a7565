import { rankOf } from '../numbers/stable-order.ts'

/** Ranks from the highest, which is 1; equal values share the smallest of their ranks, and NaN has none (NaN). */
export function descendingRanks(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return values.map((value) => (Number.isNaN(value) ? NaN : 1 + sorted.length - rankOf(sorted, value, true)))
}

import { shrinkShares } from './beta-binomial.ts'
import type { BetaBinomial } from './beta-binomial.ts'
import { adoptionTable } from './adoption-table.ts'
import type { Adoption, AdoptionOptions, AdoptionTable } from './adoption-table.ts'
import { descendingRanks } from './ranks.ts'

/** One entry a region, in the order of `regions`. */
export type Innovativeness = {
  regions: string[]
  /** How many innovations there are, and those that count for Walker: first and last adoption differ. */
  innovations: number
  walkerInnovations: number
  /** Innovations whose adoptions all fall in one period: left out of Walker. */
  undefinedWalker: string[]
  /** Mean over innovations of 1 - (t - first) / (last - first), 0 for never: from 0 to 1. NaN where none counts. */
  walker: Float64Array
  /** Periods in which the region could have adopted an innovation and had not before, and those in which it did. */
  atRisk: Int32Array
  adoptions: Int32Array
  /** adoptions / atRisk; NaN for a region that was never at risk. */
  rate: Float64Array
  /** The rate shrunk to the common one; null where all or none of the periods saw an adoption. */
  shrunk: BetaBinomial | null
  /** By shrunk rate, 1 the highest; equal ones share the smallest rank. By rate where nothing is shrunk. */
  rank: Float64Array
  /** Repeated adoptions of an innovation by a region: the earliest counts. */
  repeated: number
}

/**
 * How early and how often regions adopt. A region is at risk of an innovation in every period t with
 * first <= t <= min(last, own adoption), both ends included: first and last are the innovation's first and last adoption
 * by anyone, or last is `end` where that is given. With `window` only periods from its first to its last count.
 * @throws RangeError when there is no adoption, a time, end or window is not in whole periods, an adoption lies after
 *   `end`, or a region is not among those given.
 * Cost: O(adoptions + regions × innovations), and 25 bytes a region and innovation.
 * Source: Walker (1969), American Political Science Review 63; Boehmke & Skinner (2012), State Politics & Policy Quarterly 12.
 * @example innovativeness([{ region: 'a', innovation: 'x', time: 1 }, { region: 'b', innovation: 'x', time: 3 },
 *   { region: 'c', innovation: 'x', time: 2 }]).walker // 1, 0, 0.5
 */
export function innovativeness(
  adoptions: readonly Adoption[],
  options: AdoptionOptions = {},
): Innovativeness {
  const table = adoptionTable('innovativeness', adoptions, options)
  const { regions, innovations, adopted, risk } = table
  const sums = sumsOf(table, new Float64Array(innovations.length).fill(1))
  const atRisk = Int32Array.from(regions, (_, i) => total(risk, i, innovations.length))
  const events = Int32Array.from(regions, (_, i) => total(adopted, i, innovations.length))
  const some = events.some((count) => count > 0) && events.some((count, i) => count < atRisk[i]!)
  const shrunk = some ? shrinkShares(events, atRisk) : null
  return {
    regions,
    innovations: innovations.length,
    walkerInnovations: innovations.length - table.undefinedWalker.length,
    undefinedWalker: table.undefinedWalker,
    walker: sums.walker,
    atRisk,
    adoptions: events,
    rate: sums.rate,
    shrunk,
    rank: descendingRanks(shrunk?.shares ?? sums.rate),
    repeated: table.repeated,
  }
}

/** Walker's score and the rate when each innovation counts as often as `times` says. */
export function sumsOf(
  { regions, innovations, walker, counted, adopted, risk }: AdoptionTable,
  times: Float64Array,
): { walker: Float64Array; rate: Float64Array } {
  const k = innovations.length
  const all = counted.reduce((sum, counts, j) => sum + counts * times[j]!, 0)
  const scores = new Float64Array(regions.length)
  const rate = new Float64Array(regions.length)
  for (let i = 0; i < regions.length; i++) {
    let [score, events, periods] = [0, 0, 0]
    for (let j = 0, at = i * k; j < k; j++, at++) {
      score += times[j]! * walker[at]!
      events += times[j]! * adopted[at]!
      periods += times[j]! * risk[at]!
    }
    scores[i] = score / all
    rate[i] = events / periods
  }
  return { walker: scores, rate }
}

function total(cells: ArrayLike<number>, row: number, width: number): number {
  let sum = 0
  for (let at = row * width; at < (row + 1) * width; at++) sum += cells[at]!
  return sum
}

import { rankedCounts } from '../numbers/ranked-counts.ts'
import { ranksOf } from '../numbers/stable-order.ts'
import type { RiskOrder } from './risk-order.ts'

/** How often the one with the higher predictor has its event first. */
export type Concordance = {
  /** (concordant + half of the pairs with equal predictors) / pairs; NaN without a comparable pair. */
  concordance: number
  /** By the infinitesimal jackknife over rows. */
  se: number
  concordant: number
  discordant: number
  tiedPredictor: number
}

/** Pairs that each row is in. */
type Pairs = { higher: Float64Array; equal: Float64Array; all: Float64Array }

/**
 * Harrell's concordance for (start, stop] rows: each event against the rows of its stratum at risk at its time, those
 * with an event at the same time left out; pairs of all strata together.
 * @param eta predictors in the order of `order.rows`.
 * Cost: O(n log n).
 * Source: Therneau & Watson (2017), Mayo Clinic technical report 85.
 */
export function concordance(order: RiskOrder, eta: Float64Array): Concordance {
  const pairs: Pairs = {
    higher: new Float64Array(eta.length),
    equal: new Float64Array(eta.length),
    all: new Float64Array(eta.length),
  }
  const total: Total = { higher: 0, equal: 0, all: 0 }
  for (let from = 0; from < order.time.length;) {
    let to = from
    while (order.stratum[to] === order.stratum[from]) to++
    comparePairs(order, eta, { from, to }, { pairs, total })
    from = to
  }
  const share = (total.higher + total.equal / 2) / total.all
  let square = 0
  for (let i = 0; i < eta.length; i++) {
    square += ((pairs.higher[i]! + pairs.equal[i]! / 2 - share * pairs.all[i]!) / total.all) ** 2
  }
  return {
    concordance: share,
    se: Math.sqrt(square),
    concordant: total.higher,
    discordant: total.all - total.higher - total.equal,
    tiedPredictor: total.equal,
  }
}

type Total = { higher: number; equal: number; all: number }

/** The steps of one stratum, latest time first. */
function comparePairs(
  order: RiskOrder,
  eta: Float64Array,
  { from, to }: { from: number; to: number },
  { pairs, total }: { pairs: Pairs; total: Total },
): void {
  const [first, end] = [order.enterFrom[from]!, order.enterTo[to - 1]!]
  const { ranks, count } = ranksOf(eta.subarray(first, end))
  const [atRisk, past] = [rankedCounts(count), rankedCounts(count)]
  const watched = new Uint8Array(end - first)
  /** Adds (or takes away) the pairs of a row with the events that were counted so far, all of them later. */
  const settle = (i: number, sign: 1 | -1) => {
    const rank = ranks[i - first]!
    if (past.total > 0) {
      pairs.higher[i]! += sign * (past.total - past.below(rank) - past.at(rank))
      pairs.equal[i]! += sign * past.at(rank)
      pairs.all[i]! += sign * past.total
    }
    watched[i - first] = sign < 0 ? 1 : 0
    atRisk.add(rank, -sign)
  }
  for (let step = from; step < to; step++) {
    for (let j = order.leaveFrom[step]!; j < order.leaveTo[step]!; j++) settle(order.leaving[j]!, 1)
    const entered = order.enterTo[step]!
    const events = entered - order.events[step]!
    for (let i = order.enterFrom[step]!; i < events; i++) settle(i, -1)
    for (let i = events; i < entered; i++) {
      const lower = atRisk.below(ranks[i - first]!)
      const equal = atRisk.at(ranks[i - first]!)
      pairs.higher[i]! += lower
      pairs.equal[i]! += equal
      pairs.all[i]! += atRisk.total
      total.higher += lower
      total.equal += equal
      total.all += atRisk.total
    }
    for (let i = events; i < entered; i++) past.add(ranks[i - first]!, 1)
    for (let i = events; i < entered; i++) settle(i, -1)
  }
  watched.forEach((here, i) => here && settle(first + i, 1))
}

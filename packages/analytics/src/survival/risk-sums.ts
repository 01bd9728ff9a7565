import type { RiskOrder } from './risk-order.ts'

/** Sums at each step of an order: over all rows at risk, and (where there is room) over those with an event then. */
export type RiskSums = { all: Float64Array; tied: Float64Array | null }

/** Fills the sums of `values`, one a row in the order of `order.rows`. Cost: O(n). */
export function sumAtRisk(order: RiskOrder, values: Float64Array, { all, tied }: RiskSums): void {
  let sum = 0
  for (let step = 0; step < all.length; step++) {
    if (order.stratum[step] !== order.stratum[step - 1]) sum = 0
    const to = order.enterTo[step]!
    for (let i = order.enterFrom[step]!; i < to; i++) sum += values[i]!
    for (let j = order.leaveFrom[step]!; j < order.leaveTo[step]!; j++) sum -= values[order.leaving[j]!]!
    all[step] = sum
    if (!tied) continue
    let own = 0
    for (let i = to - order.events[step]!; i < to; i++) own += values[i]!
    tied[step] = own
  }
}

/**
 * Fills `charged` with the weight of each row times the sum of `amount` over the steps at which it is at risk, less what
 * a row with an event is `spared` at the step of it. Sums grow from the earliest time on, so that early ones stay exact.
 * Cost: O(n).
 */
export function charge(
  order: RiskOrder,
  weight: Float64Array,
  { amount, spared }: { amount: Float64Array; spared: Float64Array },
  charged: Float64Array,
): void {
  charged.fill(0)
  let sum = 0
  for (let step = amount.length - 1; step >= 0; step--) {
    if (order.stratum[step] !== order.stratum[step + 1]) sum = 0
    sum += amount[step]!
    for (let j = order.leaveFrom[step]!; j < order.leaveTo[step]!; j++) charged[order.leaving[j]!] = sum
    const to = order.enterTo[step]!
    const events = to - order.events[step]!
    for (let i = order.enterFrom[step]!; i < to; i++) {
      charged[i] = weight[i]! * (sum - charged[i]! - (i < events ? 0 : spared[step]!))
    }
  }
}

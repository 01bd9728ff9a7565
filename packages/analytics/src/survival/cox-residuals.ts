import type { CoxLikelihood, CoxRows } from './cox-likelihood.ts'
import { charge } from './risk-sums.ts'
import type { RiskOrder } from './risk-order.ts'

/**
 * Score residuals, each row's part of the slope, row by row in the order of `order.rows`, at the point of `rows`.
 * Cost: O(n d).
 * Source: Therneau & Grambsch (2000), Modeling Survival Data, chapters 4 and 7.
 */
export function scoreResiduals(
  order: RiskOrder,
  units: readonly Float64Array[],
  { shared }: CoxLikelihood,
  rows: CoxRows,
): Float64Array {
  const size = units.length
  const scores = new Float64Array(rows.eta.length * size)
  const atEvents = shared()
  const back = new Float64Array(rows.eta.length)
  units.forEach((unit, a) => {
    const { mean, ...passed } = meansOf(order, atEvents[a]!, rows)
    charge(order, rows.weight, passed, back)
    for (let i = 0; i < back.length; i++) scores[i * size + a] = unit[i]! * rows.residual[i]! + back[i]!
    for (let step = 0; step < mean.length; step++) {
      const to = order.enterTo[step]!
      for (let i = to - order.events[step]!; i < to; i++) scores[i * size + a]! -= mean[step]!
    }
  })
  return scores
}

/** At each step the mean of a column that its events had, and the mean times the hazard that passes and is spared. */
function meansOf({ events, time }: RiskOrder, atEvents: Float64Array, { inverse, spared: less }: CoxRows) {
  const [mean, amount, spared] = [0, 0, 0].map(() => new Float64Array(time.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let step = 0, slot = 0; step < time.length; step++) {
    const count = events[step]!
    for (let k = 0; k < count; k++, slot++) {
      const own = atEvents[slot]! * inverse[slot]!
      mean[step]! += own / count
      amount[step]! += own * inverse[slot]!
      if (less[step]! > 0) spared[step]! += (k / count) * own * inverse[slot]!
    }
  }
  return { mean, amount, spared }
}

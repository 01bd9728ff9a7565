import type { RiskOrder } from './risk-order.ts'
import { weigh } from './cox-likelihood.ts'
import type { Ties } from './cox-likelihood.ts'

/** What a fitted Cox model says of each time and each row; rows in the order of `order.rows`. */
export type CoxResiduals = {
  /** Predictors less the largest. */
  eta: Float64Array
  /** Hazard at each step of the order, for a row whose q is 0. */
  hazard: Float64Array
  /** Each row's part of the slope, row by row. */
  scores: Float64Array
}

/**
 * The baseline hazard and the score residuals at `at`.
 * Cost: O(n d).
 * Source: Therneau & Grambsch (2000), Modeling Survival Data, chapters 4 and 7.
 */
export function coxResiduals(order: RiskOrder, q: Float64Array, at: Float64Array, ties: Ties): CoxResiduals {
  const count = order.rows.length
  const eta = new Float64Array(count)
  const weight = new Float64Array(count)
  const shift = weigh(q, at, { eta, weight })
  const scores = new Float64Array(count * at.length)
  const hazard = new Float64Array(order.time.length)
  let moment = begin({ q, weight, scores, ties }, at.length)
  let first = 0
  for (let step = 0; step < order.time.length; step++) {
    const [from, to] = [order.enterFrom[step]!, order.enterTo[step]!]
    if (order.stratum[step] !== order.stratum[step - 1]) {
      for (let i = first; i < from; i++) if (moment.within[i]) move(moment, i, -1)
      moment = begin({ q, weight, scores, ties }, at.length)
      first = from
    }
    for (let i = from; i < to; i++) move(moment, i, 1)
    for (let j = order.leaveFrom[step]!; j < order.leaveTo[step]!; j++) move(moment, order.leaving[j]!, -1)
    hazard[step] = spend(moment, to, order.events[step]!) * Math.exp(-shift)
  }
  for (let i = first; i < count; i++) if (moment.within[i]) move(moment, i, -1)
  return { eta, hazard, scores }
}

type Rows = { q: Float64Array; weight: Float64Array; scores: Float64Array; ties: Ties }

type Moment = Rows & {
  /** Sums of w and w q over the rows at risk. */
  sums: Float64Array
  /** Sums over the steps so far of the hazard, and of the hazard times the mean of q. */
  passed: Float64Array
  within: Uint8Array
}

function begin(rows: Rows, size: number): Moment {
  const within = new Uint8Array(rows.weight.length)
  return { ...rows, sums: new Float64Array(size + 1), passed: new Float64Array(size + 1), within }
}

/** A row enters (sign 1) or leaves: its score is then charged with what passed between. */
function move({ q, weight, scores, sums, passed, within }: Moment, i: number, sign: 1 | -1): void {
  const size = sums.length - 1
  const w = sign * weight[i]!
  within[i] = sign > 0 ? 1 : 0
  sums[0]! += w
  for (let a = 0; a < size; a++) {
    const value = q[i * size + a]!
    sums[a + 1]! += w * value
    scores[i * size + a]! += w * (value * passed[0]! - passed[a + 1]!)
  }
}

/** One event time: its hazard joins what has passed, and its events get q less the mean at risk. */
function spend({ q, weight, sums, passed, scores, ties }: Moment, to: number, events: number): number {
  const width = sums.length
  const size = width - 1
  const tied = new Float64Array(width)
  if (ties === 'efron') {
    for (let i = to - events; i < to; i++) {
      tied[0]! += weight[i]!
      for (let a = 0; a < size; a++) tied[a + 1]! += weight[i]! * q[i * size + a]!
    }
  }
  let hazard = 0
  for (let event = 0; event < events; event++) {
    const share = ties === 'efron' ? event / events : 0
    const inverse = 1 / (sums[0]! - share * tied[0]!)
    hazard += inverse
    passed[0]! += inverse
    for (let a = 0; a < size; a++) {
      const mean = (sums[a + 1]! - share * tied[a + 1]!) * inverse
      passed[a + 1]! += mean * inverse
      for (let i = to - events; i < to; i++) {
        const gap = q[i * size + a]! - mean
        scores[i * size + a]! += gap / events + share * weight[i]! * gap * inverse
      }
    }
  }
  return hazard
}

import type { View } from '../numbers/newton.ts'
import type { RiskOrder } from './risk-order.ts'

/** How events at one time share the risk: Efron's average, or Breslow's all at once. */
export type Ties = 'efron' | 'breslow'

/** Running sums over the rows at risk, and over the events at one time: of w, w q and w q qᵀ (lower half, packed). */
type Sums = { w: number; wq: Float64Array; wqq: Float64Array }

/**
 * The log partial likelihood of rows whose predictor is q · at (`q` row by row, in the order of `order.rows`).
 * Cost: O(n d²) a look; each row is added once and taken away at most once.
 * Source: Cox (1972), JRSS B 34; Efron (1977), JASA 72; Breslow (1974), Biometrics 30.
 */
export function coxLikelihood(
  order: RiskOrder,
  q: Float64Array,
  { size, ties }: { size: number; ties: Ties },
): (at: Float64Array) => View {
  const eta = new Float64Array(order.rows.length)
  const weight = new Float64Array(order.rows.length)
  return (at) => {
    const view = { value: 0, slope: new Float64Array(size), information: new Float64Array(size * size) }
    weigh(q, at, { eta, weight })
    const risk = noSums(size)
    const tied = noSums(size)
    for (let step = 0; step < order.time.length; step++) {
      if (order.stratum[step] !== order.stratum[step - 1]) clear(risk)
      const to = order.enterTo[step]!
      for (let i = order.enterFrom[step]!; i < to; i++) add(risk, q, i, weight[i]!)
      for (let j = order.leaveFrom[step]!; j < order.leaveTo[step]!; j++) {
        add(risk, q, order.leaving[j]!, -weight[order.leaving[j]!]!)
      }
      const events = order.events[step]!
      if (tied.w > 0) clear(tied)
      for (let i = to - events; i < to; i++) {
        view.value += eta[i]!
        for (let a = 0; a < size; a++) view.slope[a]! += q[i * size + a]!
        if (ties === 'efron' && events > 1) add(tied, q, i, weight[i]!)
      }
      count(view, risk, tied, events)
    }
    return view
  }
}

/** Fills `eta` with the predictors less the largest, and `weight` with their exponentials. */
export function weigh(
  q: Float64Array,
  at: Float64Array,
  { eta, weight }: { eta: Float64Array; weight: Float64Array },
): number {
  const size = at.length
  for (let i = 0, cell = 0; i < eta.length; i++) {
    let sum = 0
    for (let a = 0; a < size; a++) sum += at[a]! * q[cell++]!
    eta[i] = sum
  }
  let shift = -Infinity
  for (let i = 0; i < eta.length; i++) if (eta[i]! > shift) shift = eta[i]!
  for (let i = 0; i < eta.length; i++) weight[i] = Math.exp((eta[i]! -= shift))
  return shift
}

function noSums(size: number): Sums {
  return { w: 0, wq: new Float64Array(size), wqq: new Float64Array((size * (size + 1)) / 2) }
}

function clear(sums: Sums): void {
  sums.w = 0
  sums.wq.fill(0)
  sums.wqq.fill(0)
}

function add(sums: Sums, q: Float64Array, row: number, w: number): void {
  const { wq, wqq } = sums
  const size = wq.length
  const from = row * size
  sums.w += w
  for (let a = 0, cell = 0; a < size; a++) {
    const part = w * q[from + a]!
    wq[a]! += part
    for (let b = 0; b <= a; b++) wqq[cell++]! += part * q[from + b]!
  }
}

/** What the events of one time take off the value and slope and add to the information. */
function count(view: View, risk: Sums, tied: Sums, events: number): void {
  const { slope, information } = view
  const size = slope.length
  // sums of 1/s, f/s, 1/s², f/s², f²/s² over the events; one by one, as a list would be made at each time
  let one = 0
  let c = 0
  let two = 0
  let cTwo = 0
  let ccTwo = 0
  for (let event = 0; event < events; event++) {
    const share = event / events
    const inverse = 1 / (risk.w - share * tied.w)
    view.value += Math.log(inverse)
    one += inverse
    c += share * inverse
    two += inverse * inverse
    cTwo += share * inverse * inverse
    ccTwo += share * share * inverse * inverse
  }
  for (let a = 0, cell = 0; a < size; a++) {
    slope[a]! -= risk.wq[a]! * one - tied.wq[a]! * c
    const left = risk.wq[a]! * two - tied.wq[a]! * cTwo
    const right = risk.wq[a]! * cTwo - tied.wq[a]! * ccTwo
    for (let b = 0; b <= a; b++, cell++) {
      information[a * size + b]! +=
        risk.wqq[cell]! * one - tied.wqq[cell]! * c - risk.wq[b]! * left + tied.wq[b]! * right
    }
  }
}

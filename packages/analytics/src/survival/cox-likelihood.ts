import { combine, weightedProducts } from '../numbers/column-sums.ts'
import { dot } from '../numbers/dot.ts'
import type { View } from '../numbers/newton.ts'
import { byRow } from '../numbers/orthogonal-columns.ts'
import { charge, sumAtRisk } from './risk-sums.ts'
import type { RiskOrder } from './risk-order.ts'

/** How events at one time share the risk: Efron's average, or Breslow's all at once. */
export type Ties = 'efron' | 'breslow'

/** What a Cox model says at one point of its rows, in the order of `order.rows`, of its events and of its steps. */
export type CoxRows = {
  value: number
  /** Predictors less the largest, which is `shift`; and their exponentials. */
  eta: Float64Array
  shift: number
  weight: Float64Array
  /** Events expected of each row, and what they fall short of those it had. */
  expected: Float64Array
  residual: Float64Array
  /** The hazard at each step, of a row that weighs 1; and what one with an event then is spared of it. */
  hazard: Float64Array
  spared: Float64Array
  /** For each event 1/s, where s is what it shares the risk with. */
  inverse: Float64Array
}

export type CoxLikelihood = {
  look: (at: Float64Array) => View
  rowsAt: (at: Float64Array) => CoxRows
  /** For each unit and event, the sum of weight times unit over what the event shares the risk with, as last weighed. */
  shared: () => Float64Array[]
}

/**
 * The log partial likelihood of rows whose predictor is the sum of `units` times a point; all calls use the same room.
 * Cost: O(n d²) a look: each row counts once, by the hazard it was under, and each event once, by the mean at its time.
 * Source: Cox (1972), JRSS B 34; Efron (1977), JASA 72; Breslow (1974), Biometrics 30.
 */
export function coxLikelihood(order: RiskOrder, units: readonly Float64Array[], ties: Ties): CoxLikelihood {
  const rows = noRows(order)
  const [all, tied] = [rows.hazard.slice(), rows.hazard.slice()]
  const sums = { all, tied: ties === 'efron' ? tied : null }
  const table = byRow(units)
  const square = rows.inverse.slice()
  const gaps = units.map(() => rows.inverse.slice())
  const rowsAt = (at: Float64Array): CoxRows => {
    weigh(units, at, rows)
    sumAtRisk(order, rows.weight, sums)
    sharesOf(order, { all, tied }, rows)
    charge(order, rows.weight, { amount: rows.hazard, spared: rows.spared }, rows.expected)
    settle(order, rows)
    return rows
  }
  const shared = (): Float64Array[] => {
    shareColumns(order, { table, weight: rows.weight, efron: ties === 'efron' }, gaps)
    return gaps
  }
  const look = (at: Float64Array): View => {
    const { value, residual, expected, inverse } = rowsAt(at)
    for (let slot = 0; slot < square.length; slot++) square[slot] = inverse[slot]! * inverse[slot]!
    const information = weightedProducts(units, expected)
    const means = weightedProducts(shared(), square)
    for (let cell = 0; cell < means.length; cell++) {
      const left = information[cell]! - means[cell]!
      // two sums of squares on the diagonal: what rounding leaves of nothing is nothing
      const isNothing = cell % (units.length + 1) === 0 && left < 1e-13 * information[cell]!
      information[cell] = isNothing ? 0 : left
    }
    return { value, slope: Float64Array.from(units, (unit) => dot(residual, unit)), information }
  }
  return { look, rowsAt, shared }
}

/**
 * Fills, for each column and event, the sum of weight times column over what the event shares the risk with. All columns in
 * one sweep: a row's lie together in `table`.
 */
function shareColumns(
  order: RiskOrder,
  { table, weight, efron }: { table: Float64Array; weight: Float64Array; efron: boolean },
  gaps: Float64Array[],
): void {
  const [risk, tied] = [new Float64Array(gaps.length), new Float64Array(gaps.length)]
  for (let step = 0, slot = 0; step < order.time.length; step++) {
    if (order.stratum[step] !== order.stratum[step - 1]) risk.fill(0)
    const to = order.enterTo[step]!
    for (let i = order.enterFrom[step]!; i < to; i++) addRow(risk, weight[i]!, table, i)
    const end = order.leaveTo[step]!
    for (let j = order.leaveFrom[step]!; j < end; j++) {
      addRow(risk, -weight[order.leaving[j]!]!, table, order.leaving[j]!)
    }
    const events = order.events[step]!
    if (efron && events > 1) {
      tied.fill(0)
      for (let i = to - events; i < to; i++) addRow(tied, weight[i]!, table, i)
    }
    for (let a = 0; a < gaps.length; a++) {
      const [gap, all, together] = [gaps[a]!, risk[a]!, efron && events > 1 ? tied[a]! : 0]
      for (let k = 0; k < events; k++) gap[slot + k] = all - (k / events) * together
    }
    slot += events
  }
}

function addRow(sums: Float64Array, weight: number, table: Float64Array, row: number): void {
  const size = sums.length
  for (let a = 0, cell = row * size; a < size; a++, cell++) sums[a]! += weight * table[cell]!
}

function noRows({ rows, time, events }: RiskOrder): CoxRows {
  const [ofRows, byStep] = [() => new Float64Array(rows.length), () => new Float64Array(time.length)]
  const inverse = new Float64Array(events.reduce((sum, count) => sum + count, 0))
  const own = { eta: ofRows(), weight: ofRows(), expected: ofRows(), residual: ofRows() }
  return { value: 0, shift: 0, ...own, hazard: byStep(), spared: byStep(), inverse }
}

/** Fills the predictors and weights. */
function weigh(units: readonly Float64Array[], at: Float64Array, rows: CoxRows): void {
  const { eta, weight } = rows
  combine(units, at, eta)
  let shift = -Infinity
  for (let i = 0; i < eta.length; i++) if (eta[i]! > shift) shift = eta[i]!
  for (let i = 0; i < eta.length; i++) weight[i] = Math.exp((eta[i]! -= shift))
  rows.shift = shift
}

type Sums = { all: Float64Array; tied: Float64Array }

/** Fills what is said of steps and events from the sums of weights; and the value but for the events' predictors. */
function sharesOf({ events }: RiskOrder, { all, tied }: Sums, rows: CoxRows): void {
  rows.value = 0
  for (let step = 0, slot = 0; step < all.length; step++) {
    const count = events[step]!
    let [hazard, spared] = [0, 0]
    for (let k = 0; k < count; k++) {
      const inverse = 1 / (all[step]! - (k / count) * tied[step]!)
      rows.inverse[slot++] = inverse
      rows.value += Math.log(inverse)
      hazard += inverse
      spared += (k / count) * inverse
    }
    rows.hazard[step] = hazard
    rows.spared[step] = tied[step]! > 0 ? spared : 0
  }
}

/** Fills the residuals, and adds the predictors of the events to the value. */
function settle({ enterTo, events }: RiskOrder, rows: CoxRows): void {
  const { residual, expected, eta } = rows
  for (let i = 0; i < eta.length; i++) residual[i] = -expected[i]!
  for (let step = 0; step < events.length; step++) {
    for (let i = enterTo[step]! - events[step]!; i < enterTo[step]!; i++) {
      residual[i]! += 1
      rows.value += eta[i]!
    }
  }
}

import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
import { dot } from '../numbers/dot.ts'
import { climb } from '../numbers/newton.ts'
import type { Summit } from '../numbers/newton.ts'
import { backCovariance, backFactors, length } from '../numbers/orthogonal-columns.ts'
import type { Basis } from '../numbers/orthogonal-columns.ts'
import { gather } from '../numbers/stable-order.ts'
import { chiSquareTest, estimatesOf, refuseConfidence } from '../hazards/estimates.ts'
import type { ChiSquareTest, Estimates } from '../hazards/estimates.ts'
import { basisOf, refuseColumns, separationOf } from '../hazards/model-columns.ts'
import type { Collinearity, Column, DroppedColumn, Separation } from '../hazards/model-columns.ts'
import { groupsOf } from '../numbers/groups.ts'
import { sandwich } from '../hazards/sandwich.ts'
import type { Labels } from '../numbers/groups.ts'
import { concordance } from './concordance.ts'
import type { Concordance } from './concordance.ts'
import { coxLikelihood } from './cox-likelihood.ts'
import type { CoxRows, Ties } from './cox-likelihood.ts'
import { scoreResiduals } from './cox-residuals.ts'
import { refuseTimes, riskOrder } from './risk-order.ts'
import type { RiskOrder, SurvivalRows } from './risk-order.ts'

export type CoxOptions = {
  /** 'efron' unless said otherwise. */
  ties?: Ties
  /** Rows of one stratum share a baseline hazard; others have their own. */
  strata?: Labels | undefined
  /** Groups of rows that may go together; gives robust errors. */
  cluster?: Labels | undefined
  collinear?: Collinearity
  confidence?: number
  /** Stops when the log-likelihood changes by less than this share of itself; 1e-9 unless said otherwise, as in R. */
  epsilon?: number
}

export type CoxFit = Estimates & {
  rows: number
  events: number
  /** Rows at risk at some event time: the others say nothing. */
  rowsAtRisk: number
  strata: number
  ties: Ties
  nullLogLik: number
  logLik: number
  aic: number
  likelihoodRatio: ChiSquareTest
  wald: ChiSquareTest
  score: ChiSquareTest
  concordance: Concordance
  turns: number
  converged: boolean
  dropped: DroppedColumn[]
  separation: Separation | null
  /** Errors from sums of score residuals over clusters, without a factor for few clusters. */
  robust: { clusters: number; estimates: Estimates; wald: ChiSquareTest } | null
  baseline: Baseline
}

/** The baseline hazard at the event times, by stratum and time, for a row whose columns are all at their means. */
export type Baseline = {
  means: Float64Array
  stratum: (string | number)[]
  time: number[]
  hazard: number[]
  cumulative: number[]
}

/**
 * Cox regression on (start, stop] rows by Newton's method from 0, on columns centred within strata and made orthogonal.
 * @throws RangeError when a time or value is not finite, a stop is not after its start, an event is not 0 or 1, there are
 *   no events, no column, names repeat, collinear columns are to be refused, or nothing at risk tells columns apart.
 * Cost: a sort, then O(n d²) an iteration, about five; memory 8 d (3 n + e) bytes for e events.
 * Source: Cox (1972), JRSS B 34; Therneau & Grambsch (2000), Modeling Survival Data.
 * @example cox({ stop: [1, 2, 3], event: [1, 1, 1] }, [{ name: 'x', values: Float64Array.of(1, 0, 1) }]).coef[0]
 *   // -0.34657359027997253, minus half the logarithm of 2
 */
export function cox(rows: SurvivalRows, columns: readonly Column[], options: CoxOptions = {}): CoxFit {
  const { ties = 'efron', collinear = 'drop', confidence = 0.95, epsilon = 1e-9 } = options
  const events = refuseFaults(rows, columns, options)
  const order = riskOrder(rows, options.strata)
  const { centred, sizes, means } = withinStrata(order, columns)
  const { basis, names, dropped } = basisOf('cox', centred, { collinear, sizes })
  if (names.length === 0)
    throw new RangeError('cox: no column varies within a stratum among the rows at risk')
  const settled = (before: number, after: number) => Math.abs(after - before) <= epsilon * Math.abs(after)
  const likelihood = coxLikelihood(order, basis.units, ties)
  const summit = climb(likelihood.look, names.length, { turns: 20, settled })
  if (!summit.stepFactor) throw new RangeError('cox: nothing at risk together tells the columns apart')
  const fitted = { order, basis, summit, names, confidence }
  const found = estimatesAt(fitted, choleskyInverse(summit.factor ?? summit.stepFactor, names.length))
  const end = likelihood.rowsAt(summit.at)
  const scores = () => scoreResiduals(order, basis.units, likelihood, end)
  return {
    ...found,
    rows: rows.stop.length,
    events,
    rowsAtRisk: order.rows.length,
    strata: order.labels.length,
    ties,
    dropped,
    ...testsOf(summit),
    concordance: concordance(order, end.eta),
    separation: separationOf(
      summit,
      basis,
      basis.kept.map((column) => centred[column]!),
    ),
    robust: options.cluster ? robustOf(options.cluster, fitted, scores()) : null,
    baseline: baselineOf(fitted, end, { columns, means, coef: found.coef }),
  }
}

type Fitted = {
  order: RiskOrder
  basis: Basis
  summit: Summit
  names: string[]
  confidence: number
}

function refuseFaults(rows: SurvivalRows, columns: readonly Column[], options: CoxOptions): number {
  const count = rows.stop.length
  refuseTimes('cox', rows)
  refuseConfidence('cox', options.confidence ?? 0.95)
  refuseColumns('cox', columns, count)
  for (const [name, labels] of Object.entries({ strata: options.strata, cluster: options.cluster })) {
    if (labels && labels.length !== count) {
      throw new RangeError(`cox: ${labels.length} ${name} labels for ${count} rows`)
    }
  }
  let events = 0
  for (let row = 0; row < count; row++) events += rows.event[row]!
  if (events === 0) throw new RangeError('cox: there are no events')
  return events
}

/** The columns in the order of the risk sets, less their means within strata; and the sizes they had. */
function withinStrata(order: RiskOrder, columns: readonly Column[]) {
  const { rows, time, stratum, enterFrom } = order
  const starts = Array.from(time.keys()).filter((step) => stratum[step] !== stratum[step - 1])
  const ends = [...starts.slice(1).map((step) => enterFrom[step]!), rows.length]
  const all = columns.map(({ name, values }) => ({ name, values: gather(values, rows) }))
  const sizes = all.map(({ values }) => length(values))
  const means = starts.map((step, k) =>
    all.map(({ values }) => centre(values.subarray(enterFrom[step]!, ends[k]))),
  )
  return { centred: all, sizes, means }
}

/** Takes the mean off every value and gives it. */
function centre(values: Float64Array): number {
  const mean = meanOf(values)
  for (let i = 0; i < values.length; i++) values[i]! -= mean
  return mean
}

function meanOf(values: Float64Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

function estimatesAt({ basis, summit, names, confidence }: Fitted, covariance: Float64Array): Estimates {
  return estimatesOf(names, backFactors(basis, summit.at), backCovariance(basis, covariance), confidence)
}

/** Likelihood ratio and Wald at the estimates, the score test at 0; the same on the basis as on the columns. */
function testsOf({ at, value, information, first, turns, converged }: Summit) {
  const size = at.length
  const factor = cholesky(first.information, size)
  const rise = at.map((_, i) =>
    at.reduce((sum, x, j) => sum + x * information[Math.max(i, j) * size + Math.min(i, j)]!, 0),
  )
  return {
    nullLogLik: first.value,
    logLik: value,
    aic: -2 * value + 2 * size,
    turns,
    converged,
    likelihoodRatio: chiSquareTest(2 * (value - first.value), size),
    wald: chiSquareTest(dot(at, rise), size),
    score: chiSquareTest(dot(choleskySolve(factor!, size, first.slope), first.slope), size),
  }
}

function robustOf(labels: Labels, fitted: Fitted, scores: Float64Array): CoxFit['robust'] {
  const { order, summit } = fitted
  const groups = groupsOf(Array.from(order.rows, (row) => labels[row]!))
  const clusters = groupsOf(labels).labels.length
  if (clusters < 2) throw new RangeError('cox: all rows are in one cluster')
  const covariance = sandwich(summit.factor ?? summit.stepFactor!, scores, groups)
  const size = summit.at.length
  const root = cholesky(covariance, size)
  const wald = root ? dot(choleskySolve(root, size, summit.at), summit.at) : NaN
  return { clusters, estimates: estimatesAt(fitted, covariance), wald: chiSquareTest(wald, size) }
}

/** Moves each stratum's hazard from its own means to the means of all rows, and sums it up through time. */
function baselineOf(
  { order, basis }: Fitted,
  { hazard, shift: most }: CoxRows,
  { columns, means, coef }: { columns: readonly Column[]; means: number[][]; coef: Float64Array },
): Baseline {
  const overall = Float64Array.from(basis.kept, (column) => meanOf(columns[column]!.values))
  const baseline: Baseline = { means: overall, stratum: [], time: [], hazard: [], cumulative: [] }
  for (let from = 0, to = 0, k = 0; from < hazard.length; from = to, k++) {
    while (order.stratum[to] === order.stratum[from]) to++
    const shift = overall.map((mean, j) => mean - means[k]![basis.kept[j]!]!)
    const factor = Math.exp(dot(coef, shift) - most)
    let cumulative = 0
    for (let step = to - 1; step >= from; step--) {
      baseline.stratum.push(order.labels[order.stratum[step]!]!)
      baseline.time.push(order.time[step]!)
      baseline.hazard.push(hazard[step]! * factor)
      baseline.cumulative.push((cumulative += hazard[step]! * factor))
    }
  }
  return baseline
}

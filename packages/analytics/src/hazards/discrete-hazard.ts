import { choleskyInverse } from '../numbers/cholesky.ts'
import { climb } from '../numbers/newton.ts'
import type { Summit } from '../numbers/newton.ts'
import { backCovariance, backFactors, byRow } from '../numbers/orthogonal-columns.ts'
import type { Basis } from '../numbers/orthogonal-columns.ts'
import { estimatesOf, refuseConfidence } from './estimates.ts'
import type { Estimates } from './estimates.ts'
import { binaryLikelihood } from './binary-likelihood.ts'
import type { BinaryLikelihood } from './binary-likelihood.ts'
import { penalisedTests } from './firth.ts'
import type { PenalisedTests } from './firth.ts'
import { chanceOf } from './links.ts'
import type { Link } from './links.ts'
import { basisOf, refuseColumns, separationOf } from './model-columns.ts'
import type { Collinearity, Column, DroppedColumn, Separation } from './model-columns.ts'
import { groupsOf } from '../numbers/groups.ts'
import { sandwich } from './sandwich.ts'
import type { Labels } from '../numbers/groups.ts'

/** One row for each unit and period at risk: whether the event came (1) or not (0), and the columns that may explain it. */
export type HazardRows = { event: ArrayLike<number>; columns: readonly Column[] }

export type HazardOptions = {
  /** 'logit' unless said otherwise. */
  link?: Link
  /** A first column of ones called (Intercept); true unless said otherwise. */
  intercept?: boolean
  /** Groups of rows that may go together; gives robust errors. */
  cluster?: Labels | undefined
  /** Penalised likelihood (logit only): finite estimates whatever the separation. */
  firth?: boolean
  collinear?: Collinearity
  confidence?: number
  /** Stops when the deviance changes by less than this share of itself; 1e-8 unless said otherwise, as in R. */
  epsilon?: number
}

export type HazardFit = Estimates & {
  link: Link
  rows: number
  events: number
  logLik: number
  deviance: number
  /** Of the model of one constant chance, or of eta = 0 where there is no intercept. */
  nullDeviance: number
  aic: number
  bic: number
  turns: number
  converged: boolean
  dropped: DroppedColumn[]
  separation: Separation | null
  /** Errors from sums over clusters: as they are, and times √(G / (G - 1)) for G clusters. */
  robust: { clusters: number; plain: Estimates; smallSample: Estimates } | null
  /** Penalised log-likelihood, and tests and limits by its profile; `aic` and `bic` then use it. */
  firth: PenalisedTests | null
}

/**
 * Pooled discrete-time hazard by maximum likelihood: logit or complementary log-log, Fisher scoring on orthogonal
 * columns. Standard errors come from the expected information.
 * @throws RangeError when an event is not 0 or 1, there are no events or nothing else, a value is not finite, names
 *   repeat, columns are collinear and that is refused, there is one cluster only, or Firth is asked with cloglog.
 * Cost: O(n d²) an iteration, about seven; with Firth some hundred iterations for the profiles.
 * Source: Allison (1982), Sociological Methodology 13; Berry & Berry (1990), APSR 84; Prentice & Gloeckler (1978).
 * @example discreteHazard({ event: [0, 1, 1, 1], columns: [] }).coef[0] // 1.0986122886651417, by R's stopping rule; the logarithm of 3 is 1.0986122886681098
 */
export function discreteHazard({ event, columns }: HazardRows, options: HazardOptions = {}): HazardFit {
  const { link = 'logit', intercept = true, firth = false, confidence = 0.95 } = options
  const rows = event.length
  const events = refuseFaults(event, columns, options)
  const ones = { name: '(Intercept)', values: new Float64Array(rows).fill(1) }
  const all = intercept ? [ones, ...columns] : columns
  const { basis, names, dropped } = basisOf('discreteHazard', all, { collinear: options.collinear ?? 'drop' })
  if (names.length === 0) throw new RangeError('discreteHazard: there is no column to fit')
  const likelihood = binaryLikelihood(basis.units, Float64Array.from(event), { link, firth })
  const summit = climbed(likelihood, names.length, { firth, epsilon: options.epsilon ?? 1e-8 })
  const end = likelihood.rowsAt(summit.at)
  const fitted = { summit, basis, names, confidence }
  const found = estimatesAt(fitted, backCovariance(basis, inverseOf(summit)))
  const kept = basis.kept.map((column) => all[column]!)
  return {
    ...found,
    link,
    rows,
    events,
    ...fitMeasures(end.logLik, summit.value, { rows, size: names.length }),
    nullDeviance: nullDeviance({ rows, events, link, intercept }),
    turns: summit.turns,
    converged: summit.converged,
    dropped,
    separation: firth ? null : separationOf(summit, basis, kept),
    robust: options.cluster ? robustOf(options.cluster, fitted, end.residual) : null,
    firth: firth ? penalisedTests(likelihood.look, summit, { basis, found, confidence }) : null,
  }
}

/** Fisher scoring until the deviance settles, by the measure of R's `glm`; a penalised fit climbs until nothing is gained. */
function climbed(
  { look, start }: BinaryLikelihood,
  size: number,
  { firth, epsilon }: { firth: boolean; epsilon: number },
): Summit {
  if (firth) return climb(look, size, { turns: 200, settled: (_, __, promised) => promised <= 1e-18 })
  const settled = (before: number, after: number) =>
    Math.abs(after - before) / (0.05 + Math.abs(after)) < epsilon
  return climb(look, size, { start: start(), turns: 24, settled })
}

type Fitted = { summit: Summit; basis: Basis; names: string[]; confidence: number }

function refuseFaults(
  event: ArrayLike<number>,
  columns: readonly Column[],
  { firth, link = 'logit', confidence = 0.95, cluster }: HazardOptions,
): number {
  refuseConfidence('discreteHazard', confidence)
  refuseColumns('discreteHazard', columns, event.length)
  if (firth && link !== 'logit') throw new RangeError('discreteHazard: Firth is for the logit link only')
  if (cluster && cluster.length !== event.length) {
    throw new RangeError(`discreteHazard: ${cluster.length} cluster labels for ${event.length} rows`)
  }
  let events = 0
  for (let row = 0; row < event.length; row++) {
    if (event[row] !== 0 && event[row] !== 1) {
      throw new RangeError(`discreteHazard: row ${row + 1}: the event must be 0 or 1, got ${event[row]}`)
    }
    events += event[row]!
  }
  if (events === 0) throw new RangeError('discreteHazard: there are no events')
  if (events === event.length) throw new RangeError('discreteHazard: every row has the event')
  return events
}

/** By the weights of the last step, as `glm` has it; a penalised fit has climbed so far that it does not matter. */
function inverseOf({ stepFactor, at }: Summit): Float64Array {
  return stepFactor ? choleskyInverse(stepFactor, at.length) : new Float64Array(at.length ** 2).fill(NaN)
}

function estimatesAt({ summit, basis, names, confidence }: Fitted, vcov: Float64Array): Estimates {
  return estimatesOf(names, backFactors(basis, summit.at), vcov, confidence)
}

function fitMeasures(logLik: number, value: number, { rows, size }: { rows: number; size: number }) {
  return {
    logLik,
    deviance: -2 * logLik,
    aic: -2 * value + 2 * size,
    bic: -2 * value + Math.log(rows) * size,
  }
}

function nullDeviance({
  rows,
  events,
  link,
  intercept,
}: Pick<HazardFit, 'rows' | 'events' | 'link'> & { intercept: boolean }): number {
  const share = intercept ? events / rows : chanceOf(0, link)
  return -2 * (events * Math.log(share) + (rows - events) * Math.log1p(-share))
}

function robustOf(labels: Labels, fitted: Fitted, residual: Float64Array): HazardFit['robust'] {
  const { summit, basis } = fitted
  const size = summit.at.length
  const groups = groupsOf(labels)
  const clusters = groups.labels.length
  if (clusters < 2) throw new RangeError('discreteHazard: all rows are in one cluster')
  if (!summit.stepFactor) return null
  const scores = byRow(basis.units)
  for (let cell = 0; cell < scores.length; cell++) scores[cell]! *= residual[Math.trunc(cell / size)]!
  const vcov = backCovariance(basis, sandwich(summit.stepFactor, scores, groups))
  const more = clusters / (clusters - 1)
  return {
    clusters,
    plain: estimatesAt(fitted, vcov),
    smallSample: estimatesAt(
      fitted,
      vcov.map((value) => value * more),
    ),
  }
}

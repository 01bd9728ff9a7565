import { cholesky, choleskyInverse } from '../numbers/cholesky.ts'
import { connectedParts, partsProblem } from './connected-parts.ts'
import { crossedCriterion, leading } from './crossed-criterion.ts'
import type { CriterionAt } from './crossed-criterion.ts'
import { crossedOptimum } from './crossed-optimum.ts'
import { posteriorFew, posteriorMany, rawReliability, reliabilityOf } from './crossed-posterior.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import { codedReadings, countsOf, meansOf } from './readings.ts'
import type { CodedReadings, Factor, Reading } from './readings.ts'
import { rowForm } from './sparse-rows.ts'

/** What is predicted for the levels of a random factor. */
export type RandomEffects = {
  names: string[]
  /** Best linear unbiased predictions, and the standard errors of prediction (those of the fixed part included). */
  effect: Float64Array
  se: Float64Array
  /** Standard deviation given the fixed part: the square root of lme4's condVar. */
  conditionalSd: Float64Array
  count: Float64Array
}

export type CrossedEffects = {
  method: 'reml' | 'ml'
  variance: { entry: number; judge: number; residual: number }
  /** A variance is zero: at the edge of what is possible, which is an answer and not a failure. */
  singular: boolean
  /** lme4's REML criterion (-2 log of the restricted likelihood), or the deviance for maximum likelihood. */
  criterion: number
  logLikelihood: number
  /** Coefficients of the fixed part: (Intercept), one for each criterion but the first, then the given columns. */
  fixed: { names: string[]; value: Float64Array; se: Float64Array; covariance: Float64Array }
  entry: RandomEffects
  judge: RandomEffects
  /** Mean over criteria plus the entry's effect, at mean values of the given columns; and the raw mean. */
  corrected: Float64Array
  rawMean: Float64Array
  /** Squared correlation with the true values that corrected and raw order may expect; null when entries do not vary. */
  reliability: { corrected: number; raw: number } | null
  warnings: string[]
  /** Joint normal distribution of the entries' effects given the variances, for ranks. */
  posterior: EntryPosterior
}

export type CrossedOptions = {
  method?: 'reml' | 'ml'
  /** Numeric columns of the fixed part, one number a reading. */
  fixed?: readonly { name: string; values: ArrayLike<number> }[]
}

/**
 * Entry and judge as crossed random effects, by restricted maximum likelihood: score = fixed part + entry + judge + rest.
 * Effects are shrunken to zero by as much as their readings are few.
 * @throws RangeError when there are fewer than two entries or judges or as many of either as readings, a fixed column
 *   follows from the others, or the scores leave no residual.
 * Cost: some dozen factorisations of order min(entries, judges) + fixed.
 * Source: Bates, Mächler, Bolker & Walker (2015), J. Stat. Software 67(1); Henderson (1975), Biometrics 31.
 * @example const scores = [['a', 'x', 4], ['a', 'y', 2], ['b', 'x', 7], ['b', 'y', 6]] as const
 * crossedEffects(scores.map(([entry, judge, score]) => ({ entry, judge, score }))).variance.entry // 6, up to rounding
 */
export function crossedEffects(
  readings: readonly Reading[],
  { method = 'reml', fixed = [] }: CrossedOptions = {},
): CrossedEffects {
  const coded = codedReadings(readings, 'crossedEffects')
  const kinds = [
    ['entries', coded.entry.names.length],
    ['judges', coded.judge.names.length],
  ] as const
  for (const [who, size] of kinds)
    if (size < 2) throw new RangeError(`crossedEffects: needs at least two ${who}`)
  for (const [who, size] of kinds) {
    if (size < readings.length) continue
    throw new RangeError(`crossedEffects: as many ${who} as readings (${size}), so that nothing is repeated`)
  }
  const middle = coded.score.reduce((sum, value) => sum + value, 0) / coded.score.length
  const columns = fixedColumns(coded, fixed)
  const swapped = coded.judge.names.length > coded.entry.names.length
  const [many, few] = swapped ? [coded.judge, coded.entry] : [coded.entry, coded.judge]
  const y = coded.score.map((value) => value - middle)
  const data = { many, few, fixed: columns.map(({ values }) => values), y }
  const best = crossedOptimum(crossedCriterion(data, method))
  if (!best)
    throw new RangeError('crossedEffects: entries and judges explain the scores exactly; no residual is left')
  return described({ coded, columns, many, few, swapped, middle, method, best })
}

type Column = { name: string; values: Float64Array; mean: number }

/** The intercept, then criteria against the first of them in order, then the given columns; all but the first centred. */
function fixedColumns(
  { criterion, score }: CodedReadings,
  given: NonNullable<CrossedOptions['fixed']>,
): Column[] {
  const sorted = [...criterion.names].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1))
  const criteria = sorted.slice(1).map((name) => {
    const code = criterion.names.indexOf(name)
    return { name, values: Float64Array.from(criterion.codes, (own) => (own === code ? 1 : 0)) }
  })
  const columns: Column[] = [{ name: '(Intercept)', values: new Float64Array(score.length).fill(1), mean: 0 }]
  for (const { name, values } of [...criteria, ...given]) {
    const mean = Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
    columns.push({ name, values: Float64Array.from(values, (value) => value - mean), mean })
    const products = columns.flatMap((a) =>
      columns.map((b) => a.values.reduce((sum, x, r) => sum + x * b.values[r]!, 0)),
    )
    if (!cholesky(products, columns.length, 1e-10)) {
      throw new RangeError(
        `crossedEffects: the fixed column ${name} is constant or follows from those before it`,
      )
    }
  }
  return columns
}

type Found = {
  coded: CodedReadings
  columns: Column[]
  many: Factor
  few: Factor
  swapped: boolean
  middle: number
  method: 'reml' | 'ml'
  best: CriterionAt
}

function described({ coded, columns, many, few, swapped, middle, method, best }: Found): CrossedEffects {
  const residual = best.sum / best.divisor
  const [varianceMany, varianceFew] = [residual * best.theta[0] ** 2, residual * best.theta[1] ** 2]
  const inverse = choleskyInverse(best.factor, best.order)
  const q = few.names.length
  const eliminated = predictedMany(many, best, { inverse, q, residual })
  const kept = predictedFew(few, best, { inverse, residual })
  const [entry, judge] = swapped ? [kept, eliminated] : [eliminated, kept]
  const [onEntry, onJudge] = swapped ? [varianceFew, varianceMany] : [varianceMany, varianceFew]
  const variance = { entry: onEntry, judge: onJudge, residual }
  const problem = partsProblem(connectedParts(coded))
  const posterior = swapped
    ? posteriorFew(kept.effect, best, residual)
    : posteriorMany(eliminated.effect, best, residual)
  const centre = middle + best.solution[q]!
  return {
    method,
    variance,
    singular: onEntry === 0 || onJudge === 0,
    criterion: best.value,
    logLikelihood: -best.value / 2,
    fixed: fixedPart(columns, best, { inverse, q, residual, middle }),
    entry,
    judge,
    corrected: entry.effect.map((effect) => centre + effect),
    rawMean: meansOf(coded.entry, coded.score),
    reliability:
      onEntry > 0
        ? { corrected: reliabilityOf(posterior, onEntry), raw: rawReliability(coded, variance) }
        : null,
    warnings: problem
      ? [`${problem}; the model compares them only as if entries had been dealt at random`]
      : [],
    posterior,
  }
}

type Scale = { inverse: Float64Array; q: number; residual: number }

function predictedMany(many: Factor, best: CriterionAt, { inverse, q, residual }: Scale): RandomEffects {
  const share = best.theta[0] ** 2
  const given = choleskyInverse(leading(best.factor, best.order, q), q)
  const spread = (width: number, by: Float64Array) =>
    best.diagonal.map((weight, i) => {
      const lent = (share * rowForm(best.rows, i, by, width)) / weight
      return Math.sqrt((residual * share * (1 + lent)) / weight)
    })
  return {
    names: many.names,
    effect: best.left.map((left) => share * left),
    se: spread(best.order, inverse),
    conditionalSd: spread(q, given),
    count: countsOf(many),
  }
}

function predictedFew(
  few: Factor,
  best: CriterionAt,
  { inverse, residual }: Omit<Scale, 'q'>,
): RandomEffects {
  const [q, scale] = [few.names.length, best.theta[1]]
  const given = choleskyInverse(leading(best.factor, best.order, q), q)
  const spread = (by: Float64Array, order: number) =>
    Float64Array.from(few.names, (_, j) => scale * Math.sqrt(residual * by[j * (order + 1)]!))
  return {
    names: few.names,
    effect: best.solution.slice(0, q).map((value) => scale * value),
    se: spread(inverse, best.order),
    conditionalSd: spread(given, q),
    count: countsOf(few),
  }
}

/** Coefficients as of columns that were never centred: only the intercept and what goes with it changes. */
function fixedPart(
  columns: Column[],
  best: CriterionAt,
  { inverse, q, residual, middle }: Scale & { middle: number },
) {
  const p = columns.length
  const value = best.solution.slice(q)
  value[0] = columns.reduce((sum, { mean }, k) => sum - mean * value[k]!, value[0]! + middle)
  const turn = (k: number, l: number) => (k === l ? 1 : k === 0 ? -columns[l]!.mean : 0)
  const covariance = new Float64Array(p * p)
  for (let k = 0; k < p * p; k++) {
    for (let l = 0; l < p * p; l++) {
      const [a, b, c, d] = [Math.floor(k / p), k % p, Math.floor(l / p), l % p]
      covariance[k]! += residual * turn(a, c) * inverse[(q + c) * best.order + q + d]! * turn(b, d)
    }
  }
  const se = value.map((_, k) => Math.sqrt(covariance[k * (p + 1)]!))
  return { names: columns.map(({ name }) => name), value, se, covariance }
}

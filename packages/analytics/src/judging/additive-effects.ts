import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
import { fisherUpper } from '../numbers/tails.ts'
import { connectedParts, partsProblem } from './connected-parts.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import { codedReadings, countsOf, meansOf } from './readings.ts'
import type { CodedReadings, Factor, Reading } from './readings.ts'
import { crossedSums, rowForm, rowTimes, subtractOuter } from './sparse-rows.ts'

/** Effect of each level in points of the score, its standard error (NaN without a degree of freedom) and readings. */
export type LevelEffects = { names: string[]; effect: Float64Array; se: Float64Array; count: Float64Array }

export type AdditiveEffects = {
  /** Mean over all combinations of entry, judge and criterion, whether read or not. */
  intercept: { value: number; se: number }
  /** Each adds to zero. A judge below zero is severe. `criterion` has no names when the readings name none. */
  entry: LevelEffects
  judge: LevelEffects
  criterion: LevelEffects
  /** What each entry would get on average were it read by every judge, and the mean it did get; by `entry.names`. */
  corrected: Float64Array
  rawMean: Float64Array
  residualVariance: number
  residualDf: number
  residualSumOfSquares: number
  /** Do judges differ at all? F and its chance when they do not; NaN without a degree of freedom. */
  judgeTest: { f: number; df1: number; df2: number; p: number }
  /** Joint normal distribution of the entries' effects, for ranks; its spread is 0 without a degree of freedom. */
  posterior: EntryPosterior
}

/**
 * Least squares with an effect of each entry, judge and criterion that add up, each kind summing to zero.
 * @throws RangeError when the readings fall into parts that share neither judge nor entry (it names them), or criteria
 *   can not be told from judges.
 * Cost: O(Σ readings-per-entry² + (judges + criteria)³).
 * Source: the two-way layout with unequal numbers, Searle (1971), Linear Models, ch. 7.
 * @example const scores = [['a', 'x', 5], ['a', 'y', 3], ['b', 'x', 8]] as const
 * additiveEffects(scores.map(([entry, judge, score]) => ({ entry, judge, score }))).corrected // 4 and 7
 */
export function additiveEffects(readings: readonly Reading[]): AdditiveEffects {
  const coded = codedReadings(readings, 'additiveEffects')
  const problem = partsProblem(connectedParts(coded))
  if (problem) throw new RangeError(`additiveEffects: ${problem}`)
  const fit = solved(coded)
  const { sum, df } = fit
  const variance = df > 0 ? sum / df : NaN
  const withoutJudges = solved({
    ...coded,
    judge: { names: ['all'], codes: new Int32Array(coded.score.length) },
  })
  const [df1, more] = [coded.judge.names.length - 1, withoutJudges.sum - sum]
  const f = df > 0 && df1 > 0 ? Math.max(0, more) / df1 / variance : NaN
  const judgeTest = { f, df1, df2: df, p: f >= 0 ? fisherUpper(f, df1, df) : NaN }
  return {
    ...described(coded, fit, variance),
    rawMean: meansOf(coded.entry, coded.score),
    residualVariance: variance,
    residualDf: df,
    residualSumOfSquares: sum,
    judgeTest,
  }
}

type Solved = ReturnType<typeof solved>

/**
 * Eliminates the entries, which leaves one equation for each judge and criterion; adding the square of each kind's sum
 * to what is minimised settles the two directions in which nothing changes, and moves nothing else.
 */
function solved({ entry, judge, criterion, score }: CodedReadings) {
  const factors = criterion.names.length > 0 ? [judge, criterion] : [judge]
  const counts = countsOf(entry)
  const middle = score.reduce((sum, value) => sum + value, 0) / score.length
  const centred = score.map((value) => value - middle)
  const { rows, cross } = crossedSums(entry, factors, [centred])
  subtractOuter(
    cross,
    rows,
    counts.map((count) => 1 / count),
  )
  const order = rows.order - 1
  const corner = new Float64Array(order * order)
  const first = judge.names.length
  for (let a = 0; a < order; a++) {
    for (let b = 0; b <= a; b++)
      corner[a * order + b] = cross[a * (order + 1) + b]! + (a < first || b >= first ? 1 : 0)
  }
  const factor = cholesky(corner, order, 1e-11)
  if (!factor)
    throw new RangeError('additiveEffects: effects of criteria can not be told from those of judges')
  const right = cross.subarray(order * (order + 1), order * (order + 2))
  const effects = choleskySolve(factor, order, right.slice(0, order))
  const levels = counts.map(
    (count, i) => (rows.values[rows.starts[i + 1]! - 1]! - rowTimes(rows, i, effects)) / count,
  )
  let sum = 0
  score.forEach((_, r) => {
    let rest = centred[r]! - levels[entry.codes[r]!]! - effects[judge.codes[r]!]!
    if (factors.length > 1) rest -= effects[first + criterion.codes[r]!]!
    sum += rest * rest
  })
  const df = score.length - counts.length - order + factors.length
  return { rows, counts, factor, order, effects, levels: levels.map((level) => level + middle), sum, df }
}

function described({ entry, judge, criterion }: CodedReadings, fit: Solved, variance: number) {
  const { rows, counts, factor, order, effects, levels } = fit
  const inverse = choleskyInverse(factor, order)
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
  const seOf = (unit: number) => Math.sqrt(variance * Math.max(0, unit))
  const spreads = entrySpreads(fit, inverse)
  const levelsOf = ({ names, codes }: Factor, from: number): LevelEffects => {
    const size = names.length
    const se = Float64Array.from(names, (_, k) => seOf(inverse[(from + k) * (order + 1)]! - 1 / size ** 2))
    return { names, effect: effects.slice(from, from + size), se, count: countsOf({ names, codes }) }
  }
  const gauge =
    1 / judge.names.length ** 2 + (criterion.names.length > 0 ? 1 / criterion.names.length ** 2 : 0)
  const spread = variance > 0 ? Math.sqrt(variance) : 0
  const own = counts.map((count) => spread / Math.sqrt(count))
  const lean = counts.map((count) => -spread / count)
  return {
    intercept: { value: mean, se: seOf(spreads.mean - gauge) },
    entry: {
      names: entry.names,
      effect: levels.map((level) => level - mean),
      se: spreads.centred.map(seOf),
      count: counts,
    },
    judge: levelsOf(judge, 0),
    criterion: levelsOf(criterion, judge.names.length),
    corrected: levels,
    posterior: { centre: levels, own, shared: { rows, lean, factor, order } },
  }
}

/** Variances, in units of the residual one, of the mean of all entries and of each entry less that mean. */
function entrySpreads({ rows, counts, order }: Solved, inverse: Float64Array) {
  const n = counts.length
  const share = new Float64Array(order) // of the readings of an average entry, by judge and criterion
  counts.forEach((count, i) => {
    for (let a = rows.starts[i]!; a < rows.starts[i + 1]! - 1; a++)
      share[rows.columns[a]!]! += rows.values[a]! / count / n
  })
  const lean = share.map((_, k) => share.reduce((sum, value, l) => sum + value * inverse[k * order + l]!, 0))
  const thin = counts.reduce((sum, count) => sum + 1 / count, 0) / (n * n)
  const mean = thin + lean.reduce((sum, value, k) => sum + value * share[k]!, 0)
  const centred = counts.map((count, i) => {
    const apart = rowForm(rows, i, inverse, order) / count ** 2 - (2 * rowTimes(rows, i, lean)) / count
    return 1 / count - 2 / (count * n) + apart + mean
  })
  return { mean, centred }
}

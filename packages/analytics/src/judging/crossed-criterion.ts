import { cholesky, choleskyInverse, solveUpper } from '../numbers/cholesky.ts'
import { countsOf } from './readings.ts'
import type { Factor } from './readings.ts'
import { crossedSums, rowForm, rowTimes, subtractOuter } from './sparse-rows.ts'
import type { CrossedSums, SparseRows } from './sparse-rows.ts'

/** The two random factors; `many` is the one whose levels are eliminated. `fixed` are the columns of the fixed part. */
export type CrossedData = { many: Factor; few: Factor; fixed: Float64Array[]; y: Float64Array }

/** All that the criterion knows at relative standard deviations `theta` of the two factors. */
export type CriterionAt = {
  theta: readonly [number, number]
  /** lme4's REML criterion, or the deviance for maximum likelihood. */
  value: number
  /** Penalised residual sum of squares, and its divisor: the residual variance is their ratio. */
  sum: number
  divisor: number
  /** Lower triangular factor of the equations of `few` (spherical) and the fixed part, and their solution. */
  factor: Float64Array
  solution: Float64Array
  /** 1 + theta² · readings, for each level of `many`, and Zᵀ P y, what is left of its scores divided by that. */
  diagonal: Float64Array
  left: Float64Array
  /** Sums of readings over levels of `many`, columns of `few` scaled by its theta. */
  rows: SparseRows
  order: number
}

export type CrossedCriterion = {
  /** Null where the residual variance would be zero. */
  at(many: number, few: number): CriterionAt | null
  /** Derivatives of the value by the two thetas. */
  slope(at: CriterionAt): [number, number]
}

/**
 * The profiled criterion of a model with two crossed random factors, as lme4 defines it, with the levels of the first
 * factor eliminated in closed form so that one dense factorisation of order (few + fixed) is left.
 * Cost of each call: O(Σ readings-per-level² + (few + fixed)³).
 * Source: Bates, Mächler, Bolker & Walker (2015), J. Stat. Software 67(1), equations 30 to 41.
 */
export function crossedCriterion(
  { many, few, fixed, y }: CrossedData,
  method: 'reml' | 'ml',
): CrossedCriterion {
  const [q, p] = [few.names.length, fixed.length]
  const model = {
    ...crossedSums(many, [few], [...fixed, y]),
    counts: countsOf(many),
    q,
    p,
    method,
    divisor: y.length - (method === 'reml' ? p : 0),
  }
  return {
    at: (thetaMany, thetaFew) => valueAt(model, thetaMany, thetaFew),
    slope: (at) => slopeAt(model, at),
  }
}

type Model = CrossedSums & {
  counts: Float64Array
  q: number
  p: number
  method: 'reml' | 'ml'
  divisor: number
}

function valueAt(model: Model, thetaMany: number, thetaFew: number): CriterionAt | null {
  const { rows: plain, cross, counts, q, p, method, divisor } = model
  const scaled = (column: number) => (column < q ? thetaFew : 1)
  const rows = { ...plain, values: plain.values.map((value, a) => scaled(plain.columns[a]!) * value) }
  const diagonal = counts.map((count) => 1 + thetaMany ** 2 * count)
  const width = plain.order
  const system = cross.map((cell, k) => cell * scaled(k % width) * scaled(Math.floor(k / width)))
  subtractOuter(
    system,
    rows,
    diagonal.map((value) => thetaMany ** 2 / value),
  )
  for (let j = 0; j < q; j++) system[j * (width + 1)]! += 1
  const whole = cholesky(system, width)
  if (!whole) return null
  const { factor, solution, sum, logFew, logFixed } = split(whole, q, p)
  const logMany = diagonal.reduce((total, value) => total + Math.log(value), 0)
  const logs = logMany + logFew + (method === 'reml' ? logFixed : 0)
  const value = logs + divisor * (1 + Math.log((2 * Math.PI * sum) / divisor))
  const left = diagonal.map(
    (weight, i) => (rows.values[rows.starts[i + 1]! - 1]! - rowTimes(rows, i, solution)) / weight,
  )
  const theta = [thetaMany, thetaFew] as const
  return { theta, value, sum, divisor, factor, solution, diagonal, left, rows, order: q + p }
}

/** Half the slope by theta is theta times what a variance brings: the trace of Zᵀ P Z against the squares of Zᵀ P y. */
function slopeAt({ counts, q, method }: Model, at: CriterionAt): [number, number] {
  const { theta, sum, divisor, factor, solution, diagonal, left, rows, order } = at
  const width = method === 'reml' ? order : q
  const inverse = choleskyInverse(leading(factor, order, width), width)
  let [traceMany, squaresMany, own, squaresFew] = [0, 0, 0, 0]
  diagonal.forEach((weight, i) => {
    traceMany += counts[i]! / weight - rowForm(rows, i, inverse, width) / weight ** 2
    squaresMany += left[i]! ** 2
  })
  for (let j = 0; j < q; j++) {
    own += inverse[j * (width + 1)]!
    squaresFew += solution[j]! ** 2
  }
  return [
    2 * theta[0] * (traceMany - (divisor / sum) * squaresMany),
    (2 / theta[1]) * (q - own - (divisor / sum) * squaresFew),
  ]
}

/** From the factor of the system with the scores as its last row: the factor without it, and what that row says. */
function split(whole: Float64Array, q: number, p: number) {
  const order = q + p
  const factor = leading(whole, order + 1, order)
  const solution = solveUpper(factor, order, whole.slice(order * (order + 1), order * (order + 2)))
  const logs = Array.from({ length: order }, (_, k) => 2 * Math.log(factor[k * (order + 1)]!))
  const added = (list: number[]) => list.reduce((total, log) => total + log, 0)
  const [logFew, logFixed] = [added(logs.slice(0, q)), added(logs.slice(q))]
  return { factor, solution, sum: whole.at(-1)! ** 2, logFew, logFixed }
}

/** The first `size` rows and columns of a square matrix of order `order`. */
export function leading(a: Float64Array, order: number, size: number): Float64Array {
  const part = new Float64Array(size * size)
  for (let i = 0; i < size; i++) part.set(a.subarray(i * order, i * order + size), i * size)
  return part
}

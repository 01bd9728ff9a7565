/** Mean consistency index of random judgments, for n = 3 … 15 (Saaty 1980). */
const randomIndices = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]

export type PairwiseWeights = {
  n: number
  /** Shares of 1 by the principal eigenvector, and by geometric means of the rows. */
  eigenvector: Float64Array
  geometricMean: Float64Array
  /** Greatest eigenvalue; n for judgments without contradiction. */
  lambdaMax: number
  /** (λ − n) / (n − 1), its mean for random judgments, and their ratio: up to 0.1 is taken as consistent. 0 for n ≤ 2. */
  consistencyIndex: number
  randomIndex: number | null
  /** Null where no random index is known: n above 15. */
  consistencyRatio: number | null
  /** Geometric consistency index (Aguarón & Moreno-Jiménez 2003): the same question for geometric means. */
  geometricIndex: number
  /** Greatest |a·b − 1| over the pairs of opposite judgments: 0, or what rounding left. */
  reciprocityGap: number
  /** The judgment farthest from what the weights say, and what they say; null for n ≤ 2. */
  oddest: { row: number; column: number; given: number; implied: number } | null
}

/**
 * Weights from judgments "row is so many times as important as column" (analytic hierarchy process).
 * @param matrix n·n judgments row by row, > 0, with 1 on the diagonal and opposite judgments reciprocal.
 * @param reciprocity how far a·b may be from 1: judgments such as 0.33 for 1/3 are rounded.
 * @throws RangeError naming the cell (rows and columns from 1) that breaks one of these.
 * Cost: O(n²) a step of power iteration; few steps near consistency.
 * Source: Saaty (1980), The analytic hierarchy process; Crawford & Williams (1985) for geometric means.
 * @example pairwiseWeights([1, 3, 1 / 3, 1], 2).eigenvector // Float64Array [0.75, 0.25]
 */
export function pairwiseWeights(
  matrix: ArrayLike<number>,
  n: number,
  { reciprocity = 0.05, randomIndex = null }: { reciprocity?: number; randomIndex?: number | null } = {},
): PairwiseWeights {
  const reciprocityGap = checked(matrix, n, reciprocity)
  const { eigenvector, lambdaMax } = principal(matrix, n)
  const geometricMean = shares(
    Float64Array.from({ length: n }, (_, i) => {
      let logs = 0
      for (let j = 0; j < n; j++) logs += Math.log(matrix[i * n + j]!)
      return Math.exp(logs / n)
    }),
  )
  const consistencyIndex = n > 2 ? (lambdaMax - n) / (n - 1) : 0
  const index = n > 2 ? (randomIndex ?? randomIndices[n - 3] ?? null) : 0
  return {
    n,
    eigenvector,
    geometricMean,
    lambdaMax,
    consistencyIndex,
    randomIndex: index,
    consistencyRatio: n > 2 ? index && consistencyIndex / index : 0,
    geometricIndex: geometricIndex(matrix, geometricMean),
    reciprocityGap,
    oddest: oddest(matrix, eigenvector),
  }
}

function checked(matrix: ArrayLike<number>, n: number, reciprocity: number): number {
  const fail = (i: number, j: number, says: string) => {
    throw new RangeError(`pairwiseWeights: row ${i + 1}, column ${j + 1}: ${says}`)
  }
  if (!(n >= 1) || matrix.length !== n * n) {
    throw new RangeError(
      `pairwiseWeights: the matrix must be square, got ${matrix.length} judgments for n = ${n}`,
    )
  }
  let gap = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [given, opposite] = [matrix[i * n + j]!, matrix[j * n + i]!]
      if (!(given > 0 && given < Infinity)) fail(i, j, `a judgment must be above 0, got ${given}`)
      if (!(opposite > 0 && opposite < Infinity)) fail(j, i, `a judgment must be above 0, got ${opposite}`)
      if (i === j && given !== 1) fail(i, j, `the diagonal must be 1, got ${given}`)
      gap = Math.max(gap, Math.abs(given * opposite - 1))
      if (Math.abs(given * opposite - 1) > reciprocity) {
        fail(i, j, `${given} is not the reciprocal of ${opposite} in row ${j + 1}, column ${i + 1}`)
      }
    }
  }
  return gap
}

/** Power iteration; a positive matrix has one greatest eigenvalue, and a positive vector that belongs to it (Perron). */
function principal(matrix: ArrayLike<number>, n: number) {
  let vector = new Float64Array(n).fill(1 / n)
  let [lambda, change] = [n, Infinity]
  for (let step = 0; step < 10_000 && change > 1e-15; step++) {
    const next = new Float64Array(n)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) next[i]! += matrix[i * n + j]! * vector[j]!
    lambda = next.reduce((sum, one) => sum + one, 0)
    change = 0
    for (let i = 0; i < n; i++) {
      next[i]! /= lambda
      change = Math.max(change, Math.abs(next[i]! - vector[i]!))
    }
    vector = next
  }
  return { eigenvector: vector, lambdaMax: lambda }
}

function geometricIndex(matrix: ArrayLike<number>, weights: Float64Array): number {
  const n = weights.length
  let sum = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) sum += Math.log((matrix[i * n + j]! * weights[j]!) / weights[i]!) ** 2
  }
  return n > 2 ? (2 * sum) / ((n - 1) * (n - 2)) : 0
}

function oddest(matrix: ArrayLike<number>, weights: Float64Array): PairwiseWeights['oddest'] {
  const n = weights.length
  let [found, farthest]: [PairwiseWeights['oddest'], number] = [null, -1]
  for (let row = 0; n > 2 && row < n; row++) {
    for (let column = row + 1; column < n; column++) {
      const [given, implied] = [matrix[row * n + column]!, weights[row]! / weights[column]!]
      const far = Math.abs(Math.log(given / implied))
      if (far > farthest) [found, farthest] = [{ row, column, given, implied }, far]
    }
  }
  return found
}

/** Each as its share of the sum. */
export function shares(values: Float64Array): Float64Array {
  const sum = values.reduce((total, one) => total + one, 0)
  return values.map((value) => value / sum)
}

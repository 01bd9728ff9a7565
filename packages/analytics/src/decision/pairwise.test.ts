import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { pairwiseWeights } from './pairwise.ts'

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, digits = 12) {
  expect(found.length).toBe(wanted.length)
  Array.from(wanted).forEach((one, i) => expect(found[i]).toBeCloseTo(one, digits))
}

/** Judgments that follow the weights, each multiplied by its own error. */
function judgments(weights: readonly number[], error: () => number): number[] {
  const n = weights.length
  const matrix = Array.from({ length: n * n }, () => 1)
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      matrix[i * n + j] = (weights[i]! / weights[j]!) * error()
      matrix[j * n + i] = 1 / matrix[i * n + j]!
    }
  }
  return matrix
}

test.each([1, 2, 3, 7, 15, 20])(
  'judgments without contradiction give back the weights of %i criteria',
  (n) => {
    const draw = seededRandom(n)
    const raw = Array.from({ length: n }, () => 0.1 + draw.uniform())
    const total = raw.reduce((sum, one) => sum + one, 0)
    const weights = raw.map((one) => one / total)
    const result = pairwiseWeights(
      judgments(weights, () => 1),
      n,
    )
    expectClose(result.eigenvector, weights)
    expectClose(result.geometricMean, weights)
    expect(result.lambdaMax).toBeCloseTo(n, 10)
    expect(result.consistencyRatio ?? 0).toBeCloseTo(0, 10)
  },
)

test('the eigenvector is one, its eigenvalue is at least n, and order of criteria does not matter', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const draw = seededRandom(seed)
    const n = 3 + draw.below(6)
    const matrix = judgments(
      Array.from({ length: n }, () => 0.2 + draw.uniform()),
      () => Math.exp(draw.normal()),
    )
    const { eigenvector, lambdaMax, consistencyIndex, geometricMean } = pairwiseWeights(matrix, n)
    const image = Array.from({ length: n }, (_, i) =>
      eigenvector.reduce((sum, own, j) => sum + matrix[i * n + j]! * own, 0),
    )
    expectClose(
      image.map((one) => one / lambdaMax),
      eigenvector,
      11,
    )
    expect(lambdaMax).toBeGreaterThanOrEqual(n - 1e-9)
    expect(consistencyIndex).toBeCloseTo((lambdaMax - n) / (n - 1), 12)
    const turned = pairwiseWeights([...matrix].reverse(), n)
    expectClose([...turned.eigenvector].reverse(), eigenvector, 11)
    expectClose([...turned.geometricMean].reverse(), geometricMean, 11)
  }
})

test('for three criteria eigenvector and geometric means agree', () => {
  const { eigenvector, geometricMean } = pairwiseWeights([1, 2, 9, 1 / 2, 1, 1 / 3, 1 / 9, 3, 1], 3)
  expectClose(eigenvector, geometricMean, 11)
})

test('one or two criteria can not contradict: the ratio is 0', () => {
  expect(pairwiseWeights([1], 1)).toMatchObject({ consistencyRatio: 0, consistencyIndex: 0, oddest: null })
  const two = pairwiseWeights([1, 4, 1 / 4, 1], 2)
  expect(two).toMatchObject({ consistencyRatio: 0, consistencyIndex: 0, lambdaMax: 2 })
  expectClose(two.eigenvector, [0.8, 0.2])
})

test('the oddest judgment is the one that was turned round', () => {
  const matrix = judgments([8, 4, 2, 1], () => 1)
  matrix[1 * 4 + 3] = 1 / 4 // 4 is what the others say
  matrix[3 * 4 + 1] = 4
  const { oddest, consistencyRatio } = pairwiseWeights(matrix, 4)
  expect(oddest).toMatchObject({ row: 1, column: 3, given: 1 / 4 })
  expect(oddest!.implied).toBeGreaterThan(1 / 2)
  expect(consistencyRatio).toBeGreaterThan(0.1)
})

test('above fifteen criteria the ratio needs a random index of the caller', () => {
  const matrix = judgments(
    Array.from({ length: 16 }, (_, i) => i + 1),
    () => 1.1,
  )
  expect(pairwiseWeights(matrix, 16)).toMatchObject({ randomIndex: null, consistencyRatio: null })
  const { consistencyIndex, consistencyRatio } = pairwiseWeights(matrix, 16, { randomIndex: 1.6 })
  expect(consistencyRatio).toBeCloseTo(consistencyIndex / 1.6, 14)
})

test.each([
  [[1, 2, 0.5], 2, 'the matrix must be square, got 3 judgments for n = 2'],
  [[1, 0, 0.5, 1], 2, 'row 1, column 2: a judgment must be above 0, got 0'],
  [[1, 2, NaN, 1], 2, 'row 2, column 1: a judgment must be above 0, got NaN'],
  [[2, 2, 0.5, 1], 2, 'row 1, column 1: the diagonal must be 1, got 2'],
  [[1, 3, 0.5, 1], 2, 'row 2, column 1: 0.5 is not the reciprocal of 3 in row 1, column 2'],
])('refuses %j', (matrix, n, says) => {
  expect(() => pairwiseWeights(matrix, n)).toThrow(`pairwiseWeights: ${says}`)
})

test('judgments rounded to two digits pass, and the gap is told', () => {
  expect(pairwiseWeights([1, 3, 0.33, 1], 2).reciprocityGap).toBeCloseTo(0.01, 12)
  expect(() => pairwiseWeights([1, 3, 0.33, 1], 2, { reciprocity: 0.001 })).toThrow('is not the reciprocal')
})

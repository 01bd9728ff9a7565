import { expect, test } from 'vitest'
import { groupJudgments, groupPriorities, groupRanking } from './group.ts'
import { pairwiseWeights } from './pairwise.ts'

test('judgments of a group stay reciprocal, and one voice decides when it has all the influence', () => {
  const [a, b] = [
    [1, 4, 1 / 4, 1],
    [1, 1, 1, 1],
  ]
  expect([...groupJudgments([a!, b!])].map((one) => Number(one.toFixed(12)))).toEqual([1, 2, 0.5, 1])
  expect([...groupJudgments([a!, b!], [1, 0])].map((one) => Number(one.toFixed(12)))).toEqual(a)
})

test('weights of a joined judgment are the geometric mean of the weights, by geometric means', () => {
  const matrices = [
    [1, 2, 4, 1 / 2, 1, 3, 1 / 4, 1 / 3, 1],
    [1, 1 / 5, 3, 5, 1, 7, 1 / 3, 1 / 7, 1],
  ]
  const joined = pairwiseWeights(groupJudgments(matrices, [2, 1]), 3).geometricMean
  const single = matrices.map((matrix) => pairwiseWeights(matrix, 3).geometricMean)
  groupPriorities(single, 'geometric', [2, 1]).forEach((one, i) => expect(one).toBeCloseTo(joined[i]!, 12))
  expect(groupPriorities(single, 'arithmetic').reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
})

test('Borda: the winner of points need not be the first choice of most', () => {
  const result = groupRanking([
    [3, 2, 1],
    [3, 2, 1],
    [3, 2, 1],
    [1, 3, 2],
    [1, 3, 2],
  ])
  expect(result.borda).toEqual(Float64Array.of(6, 7, 2))
  expect(result.bordaRank).toEqual(Int32Array.of(2, 1, 3))
  expect(result.medianRank).toEqual(Float64Array.of(1, 2, 3))
  expect(result.rank).toEqual(Int32Array.of(1, 2, 3))
})

test('equals share: half a point each, and the mean of their ranks', () => {
  const { borda, medianRank } = groupRanking([[5, 5, 1]])
  expect(borda).toEqual(Float64Array.of(1.5, 1.5, 0))
  expect(medianRank).toEqual(Float64Array.of(1.5, 1.5, 3))
})

test('concordance: 1 when all agree, 0 when they cancel out, undefined when nobody prefers anything', () => {
  expect(
    groupRanking([
      [3, 2, 1],
      [9, 5, 0],
    ]).concordance,
  ).toBe(1)
  expect(
    groupRanking([
      [3, 2, 1],
      [1, 2, 3],
    ]).concordance,
  ).toBe(0)
  expect(
    groupRanking([
      [1, 1],
      [2, 2],
    ]).concordance,
  ).toBeNull()
})

test.each([
  [() => groupRanking([]), 'groupRanking: no member'],
  [() => groupRanking([[1, 2], [1]]), 'groupRanking: member 2 has another size'],
  [() => groupRanking([[1, NaN]]), 'groupRanking: member 1 has a value that is not finite'],
  [() => groupJudgments([[1]], [1, 2]), 'groupJudgments: 1 members, 2 weights'],
  [
    () => groupPriorities([[1]], 'arithmetic', [0]),
    'groupPriorities: weights of members must be at least 0 and not all 0',
  ],
])('refusals: %#', (work, says) => {
  expect(work).toThrow(says)
})

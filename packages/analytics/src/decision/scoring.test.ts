import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { ranksOf } from './criteria.ts'
import type { Decision } from './criteria.ts'
import { entropyWeights } from './entropy-weights.ts'
import { promethee } from './promethee.ts'
import { topsis } from './topsis.ts'
import { vikor } from './vikor.ts'
import { smart, weightedSum } from './weighted-sum.ts'

function randomDecision(seed: number, { n = 6, m = 4 } = {}): Decision {
  const draw = seededRandom(seed)
  return {
    alternatives: Array.from({ length: n }, (_, i) => `a${i}`),
    criteria: Array.from({ length: m }, (_, j) => ({
      name: `c${j}`,
      direction: j % 2 === 0 ? 'benefit' : 'cost',
      weight: 0.1 + draw.uniform(),
    })),
    values: Float64Array.from({ length: n * m }, () => 1 + 9 * draw.uniform()),
  }
}

/** One benefit and one cost, three alternatives. */
function small(values: number[], weights = [1, 1]): Decision {
  return {
    alternatives: ['a', 'b', 'c'].slice(0, values.length / 2),
    criteria: [
      { name: 'x', direction: 'benefit', weight: weights[0]! },
      { name: 'y', direction: 'cost', weight: weights[1]! },
    ],
    values: Float64Array.from(values),
  }
}

/** The scores of every method, greater is better. */
const methods: Record<string, (decision: Decision) => Float64Array> = {
  'weighted sum': (decision) => weightedSum(decision, 'none').score,
  'weighted sum, max': (decision) => weightedSum(decision, 'max').score,
  'weighted sum, sum': (decision) => weightedSum(decision, 'sum').score,
  'weighted sum, vector': (decision) => weightedSum(decision, 'vector').score,
  smart: (decision) => smart(decision).score,
  topsis: (decision) => topsis(decision).closeness!,
  vikor: (decision) => vikor(decision).q.map((q) => -q),
  promethee: (decision) => promethee(decision, new Map([['c0', { kind: 'linear', q: 1, p: 5 }]])).score,
}

function expectClose(found: Float64Array, wanted: ArrayLike<number>) {
  expect(found).toHaveLength(wanted.length)
  found.forEach((one, i) => expect(one).toBeCloseTo(wanted[i]!, 12))
}

test.each(Object.entries(methods))(
  '%s: order of alternatives and scale of weights do not matter',
  (_, scoreOf) => {
    for (let seed = 1; seed <= 10; seed++) {
      const decision = randomDecision(seed)
      const m = decision.criteria.length
      const score = scoreOf(decision)
      const turned = decision.alternatives.toReversed()
      const values = Float64Array.from(decision.values, (_, k) => {
        const i = turned.length - 1 - Math.floor(k / m)
        return decision.values[i * m + (k % m)]!
      })
      expectClose(scoreOf({ ...decision, alternatives: turned, values }), score.toReversed())
      const criteria = decision.criteria.map((one) => ({ ...one, weight: 40 * one.weight }))
      expectClose(scoreOf({ ...decision, criteria }), score)
    }
  },
)

test.each(Object.entries(methods))(
  '%s: who is at least as good everywhere never comes out behind',
  (_, scoreOf) => {
    for (let seed = 1; seed <= 20; seed++) {
      const decision = randomDecision(seed)
      const m = decision.criteria.length
      const values = decision.values.slice()
      for (let j = 0; j < m; j++) values[j] = values[m + j]! * (j % 2 === 0 ? 1.2 : 0.8)
      const score = scoreOf({ ...decision, values })
      expect(score[0]).toBeGreaterThan(score[1]!)
    }
  },
)

test.each(['smart', 'vikor', 'topsis'])('%s: a change of unit changes nothing', (name) => {
  const decision = randomDecision(3)
  const factor = (j: number) => [1000, 0.01, 3, 7][j]!
  const shift = (j: number) => (name === 'topsis' ? 0 : [5, -4, 0, 100][j]!)
  const values = decision.values.map((value, k) => value * factor(k % 4) + shift(k % 4))
  expectClose(methods[name]!({ ...decision, values }), methods[name]!(decision))
})

test('weighted sum: by hand', () => {
  const decision = small([2, 10, 4, 5], [3, 1])
  expectClose(weightedSum(decision, 'none').score, [0.75 * 2 - 0.25 * 10, 0.75 * 4 - 0.25 * 5])
  expectClose(weightedSum(decision, 'max').score, [0.75 * 0.5 + 0.25 * 0.5, 1])
  expectClose(weightedSum(decision, 'sum').score, [0.75 / 3 + 0.25 / 3, (0.75 * 2) / 3 + (0.25 * 2) / 3])
})

test('smart: fixed ranges keep the scores of others when an alternative comes', () => {
  const ranges = new Map<string, [number, number]>([
    ['x', [0, 10]],
    ['y', [0, 20]],
  ])
  const before = smart(small([2, 10, 4, 5]), { ranges })
  expectClose(before.score, [0.5 * 0.2 + 0.5 * 0.5, 0.5 * 0.4 + 0.5 * 0.75])
  expectClose(smart(small([2, 10, 4, 5, 10, 0]), { ranges }).score.subarray(0, 2), before.score)
})

test('smart: a criterion that does not vary is worth 0 for all, or is left out', () => {
  const zero = smart(small([2, 7, 4, 7]))
  expect(zero.constant).toEqual(['y'])
  expectClose(zero.score, [0, 0.5])
  expectClose(smart(small([2, 7, 4, 7]), { constant: 'drop' }).score, [0, 1])
  expect(() => smart(small([2, 7, 2, 7]), { constant: 'drop' })).toThrow('smart: all weights are 0')
})

test('topsis: when all alternatives are equal closeness is undefined, and said so', () => {
  const result = topsis(small([2, 7, 2, 7, 2, 7]))
  expect(result.closeness).toBeNull()
  expect(result.rank).toBeNull()
  expectClose(result.dPlus, [0, 0, 0])
  expect(topsis(small([0, 7, 0, 8])).closeness).toEqual(Float64Array.of(1, 0)) // a column of zeros says nothing
})

test('topsis: an alternative that is added can turn the order of others round', () => {
  const before = topsis(small([1, 1, 4, 3]))
  const after = topsis(small([1, 1, 4, 3, 30, 1]))
  expect(before.rank).toEqual(Int32Array.of(2, 1))
  expect(after.rank).toEqual(Int32Array.of(2, 3, 1))
})

test('vikor: by hand, and the compromise when the best has no clear advantage', () => {
  const { s, r, q, rank, advantage, stable, compromise } = vikor(small([10, 0, 9, 1, 0, 10]))
  expectClose(s, [0, 0.1, 1])
  expectClose(r, [0, 0.05, 0.5])
  expectClose(q, [0, 0.1, 1])
  expect(rank).toEqual(Int32Array.of(1, 2, 3))
  expect({ advantage, stable, compromise }).toEqual({ advantage: false, stable: true, compromise: [0, 1] })
  expect(vikor(small([10, 0, 0, 10, 0, 10])).compromise).toEqual([0])
  expectClose(vikor(small([1, 1, 1, 1])).q, [0, 0]) // nothing varies
  expect(() => vikor(small([1, 1]), 2)).toThrow('vikor: v must lie from 0 to 1')
})

test('promethee: flows sum to 0, and each preference function counts as it says', () => {
  const degree = (difference: number, preference: Parameters<typeof promethee>[1]) =>
    promethee(small([difference, 0, 0, 0], [1, 0]), preference).score[0]
  expect(promethee(randomDecision(1)).score.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 12)
  expect(degree(0.1, new Map())).toBe(1)
  expect(degree(2, new Map([['x', { kind: 'linear', q: 1, p: 5 }]]))).toBe(0.25)
  expect(degree(1, new Map([['x', { kind: 'linear', q: 1, p: 5 }]]))).toBe(0)
  expect(degree(5, new Map([['x', { kind: 'level', q: 1, p: 5 }]]))).toBe(0.5)
  expect(degree(5.1, new Map([['x', { kind: 'level', q: 1, p: 5 }]]))).toBe(1)
  expect(degree(2, new Map([['x', { kind: 'gaussian', s: 2 }]]))).toBeCloseTo(1 - Math.exp(-0.5), 14)
})

test('promethee refuses one alternative and thresholds that make no sense', () => {
  expect(() => promethee(small([1, 1]))).toThrow('promethee: needs at least two alternatives')
  expect(() => promethee(small([1, 1, 2, 2]), new Map([['x', { kind: 'linear', q: 2, p: 1 }]]))).toThrow(
    'x: needs 0 <= q <= p',
  )
  expect(() => promethee(small([1, 1, 2, 2]), new Map([['y', { kind: 'gaussian', s: 0 }]]))).toThrow(
    'y: s must be above 0',
  )
})

test('entropy weights: a constant column weighs 0, one that is all in one place weighs most', () => {
  const { entropy, weights } = entropyWeights(small([5, 0, 5, 0, 5, 9]))
  expect(entropy).toEqual(Float64Array.of(1, 0))
  expect(weights).toEqual(Float64Array.of(0, 1))
  const scaled = entropyWeights(small([1, 2, 2, 5, 3, 9]))
  expectClose(scaled.weights, entropyWeights(small([10, 0.2, 20, 0.5, 30, 0.9])).weights)
})

test.each([
  [small([1, -1, 2, 2]), 'entropyWeights: y: values must be at least 0, got -1'],
  [small([1, 1]), 'entropyWeights: needs at least two alternatives'],
  [small([1, 0, 1, 0]), 'entropyWeights: no criterion varies'],
  [small([1, NaN, 1, 0]), 'entropyWeights: a, y: the value must be finite'],
])('entropy weights refuse %j', (decision, says) => {
  expect(() => entropyWeights(decision)).toThrow(says)
})

test.each([
  [() => weightedSum(small([1, NaN]), 'none'), 'weightedSum: a, y: the value must be finite'],
  [() => weightedSum(small([]), 'none'), 'weightedSum: no alternative'],
  [() => weightedSum({ ...small([1, 1]), criteria: [] }, 'none'), 'weightedSum: no criterion'],
  [
    () => weightedSum(small([1, 1], [-1, 2]), 'none'),
    'weightedSum: the weight of x must be at least 0, got -1',
  ],
  [() => weightedSum(small([1, 1], [0, 0]), 'none'), 'weightedSum: all weights are 0'],
  [() => weightedSum(small([1, 0]), 'max'), 'weightedSum: a, y: must be above 0 to be normalised, got 0'],
  [() => weightedSum(small([0, 1]), 'max'), 'weightedSum: x: only zeros can not be normalised'],
  [
    () => smart(small([1, 5]), { ranges: new Map([['y', [6, 9]]]) }),
    'smart: a, y: 5 is outside the range 6 to 9',
  ],
  [() => smart(small([1, 5]), { ranges: new Map([['y', [9, 6]]]) }), 'smart: y: the range 9 to 6 is empty'],
])('refusals name what is wrong: %#', (work, says) => {
  expect(work).toThrow(says)
})

test('equal scores share the better rank, rounding aside', () => {
  expect(ranksOf([0.1 + 0.2, 0.3, 1, 0])).toEqual(Int32Array.of(2, 2, 1, 4))
  expect(ranksOf([])).toEqual(new Int32Array(0))
})

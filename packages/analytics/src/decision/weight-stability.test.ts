import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { ranksOf, weightedSums } from './criteria.ts'
import { rankAcceptability } from './rank-acceptability.ts'
import { searchedStability, weightStability, withWeight } from './weight-stability.ts'

function random(seed: number, n = 5, m = 4) {
  const draw = seededRandom(seed)
  const weights = Float64Array.from({ length: m }, () => 0.1 + draw.uniform())
  const sum = weights.reduce((total, one) => total + one, 0)
  return {
    partial: Float64Array.from({ length: n * m }, () => draw.uniform()),
    weights: weights.map((one) => one / sum),
  }
}

test('inside an interval the order stays, just outside it is another', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { partial, weights } = random(seed)
    const ranksAt = (j: number, x: number) => ranksOf(weightedSums(partial, withWeight(weights, j, x)))
    const now = ranksOf(weightedSums(partial, weights))
    weightStability(partial, weights).forEach(({ order, top, topAbove, topBelow }, j) => {
      for (const part of [0.001, 0.5, 0.999]) {
        expect(ranksAt(j, order[0] + part * (order[1] - order[0]))).toEqual(now)
        expect(ranksAt(j, top[0] + part * (top[1] - top[0])).indexOf(1)).toBe(now.indexOf(1))
      }
      const outside = [order[0] - 1e-7, order[1] + 1e-7].filter((x) => x >= 0 && x <= 1)
      for (const x of outside) expect(ranksAt(j, x)).not.toEqual(now)
      const successors = [
        [top[0] - 1e-5, topBelow],
        [top[1] + 1e-5, topAbove],
      ] as const
      const leaders = successors.map(([x]) => (x >= 0 && x <= 1 ? ranksAt(j, x).indexOf(1) : null))
      expect(leaders).toEqual([topBelow, topAbove])
    })
  }
})

test('searching finds what the formula says', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { partial, weights } = random(seed)
    const exact = weightStability(partial, weights)
    searchedStability((w) => weightedSums(partial, w), weights, { steps: 500 }).forEach((found, j) => {
      for (const side of [0, 1]) {
        expect(found.top[side]).toBeCloseTo(exact[j]!.top[side]!, 8)
        expect(found.order[side]).toBeCloseTo(exact[j]!.order[side]!, 8)
      }
    })
  }
})

test('by hand: two alternatives that are each best on one criterion meet at equal weights', () => {
  expect(weightStability(Float64Array.of(1, 0, 0, 1), [0.6, 0.4])).toEqual([
    { weight: 0.6, top: [0.5, 1], order: [0.5, 1], topBelow: 1, topAbove: null },
    { weight: 0.4, top: [0, 0.5], order: [0, 0.5], topBelow: null, topAbove: 1 },
  ])
})

test('a tie that weights decide leaves no room; twins leave all of it', () => {
  expect(weightStability(Float64Array.of(1, 0, 0, 1), [0.5, 0.5])[0]).toMatchObject({
    top: [0.5, 0.5],
    order: [0.5, 0.5],
  })
  expect(weightStability(Float64Array.of(1, 0, 1, 0), [0.5, 0.5])[0]).toMatchObject({
    top: [0, 1],
    order: [0, 1],
  })
})

test('a single criterion can not lose weight to another', () => {
  const whole = { weight: 1, top: [0, 1], order: [0, 1], topBelow: null, topAbove: null }
  expect(weightStability(Float64Array.of(1, 2), [1])).toEqual([whole])
  expect(searchedStability((w) => weightedSums(Float64Array.of(1, 2), w), [1])).toEqual([whole])
})

test('acceptability: the share of weights is the length of the stretch on which each is best', () => {
  // a scores w, b scores 1 − w, c scores 0.6: a above 0.6, b below 0.4, c between
  const partial = Float64Array.of(1, 0, 0, 1, 0.6, 0.6)
  const { shares, standardError, centralWeights, meanRank } = rankAcceptability(
    (w) => weightedSums(partial, w),
    2,
    {
      draws: 20_000,
      random: seededRandom(5),
    },
  )
  expect(Math.abs(shares[0]! - 0.4)).toBeLessThan(4 * standardError)
  expect(Math.abs(shares[3]! - 0.4)).toBeLessThan(4 * standardError)
  expect(Math.abs(shares[6]! - 0.2)).toBeLessThan(4 * standardError)
  expect(centralWeights[0]).toBeCloseTo(0.8, 1)
  for (let i = 0; i < 3; i++) {
    expect(shares.subarray(3 * i, 3 * i + 3).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10)
  }
  expect(meanRank.reduce((sum, one) => sum + one, 0)).toBeCloseTo(6, 2)
})

test('acceptability: the same seed, the same answer; weights held fast leave one order', () => {
  const { partial, weights } = random(2)
  const run = (seed: number, within: number) =>
    rankAcceptability((w) => weightedSums(partial, w), 4, {
      draws: 200,
      random: seededRandom(seed),
      around: { weights, within },
    })
  expect(run(1, 0.5)).toEqual(run(1, 0.5))
  expect(run(1, 0.9).shares).not.toEqual(run(2, 0.9).shares)
  const ranks = ranksOf(weightedSums(partial, weights))
  expect(run(1, 0).meanRank.map(Math.round)).toEqual(Float64Array.from(ranks))
  expect(run(1, 0).standardError).toBeCloseTo(0, 6)
})

test.each([
  [{ draws: 0 }, 'rankAcceptability: draws must be a whole number from 1, got 0'],
  [
    { draws: 1, around: { weights: [1], within: 2 } },
    'rankAcceptability: within must lie from 0 to 1, got 2',
  ],
])('acceptability refuses %j', (options, says) => {
  expect(() => rankAcceptability((w) => w, 1, { random: seededRandom(1), ...options })).toThrow(says)
})

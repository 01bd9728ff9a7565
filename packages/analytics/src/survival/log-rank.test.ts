import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { logRank } from './log-rank.ts'

function simulated(seed: number, groups = 3) {
  const random = seededRandom(seed)
  const group = Array.from({ length: 45 }, () => random.below(groups))
  const stop = group.map((own) => Math.ceil(-8 * Math.log(random.uniform()) * (1 + own / 3)))
  const event = group.map(() => (random.uniform() < 0.8 ? 1 : 0))
  return { group, rows: { stop, event }, strata: group.map(() => random.below(2)) }
}

test('worked by hand: two in each group, all with events, the early ones in the first', () => {
  const { chiSquare, observed, expected, variance, df } = logRank(
    { stop: [1, 2, 3, 4], event: [1, 1, 1, 1] },
    ['a', 'a', 'b', 'b'],
  )
  expect(Array.from(observed)).toEqual([2, 2])
  expect(expected[0]).toBeCloseTo(2 / 4 + 1 / 3, 14)
  const wanted = 1 / 4 + 2 / 9 // hypergeometric: 2·2/16 of four, 1·2/9 of three
  expect(variance[0]).toBeCloseTo(wanted, 14)
  expect(chiSquare).toBeCloseTo((2 - 5 / 6) ** 2 / wanted, 12)
  expect(df).toBe(1)
})

test('expected events add up to those observed, and the order of rows or groups does not matter', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { group, rows, strata } = simulated(seed)
    const test = logRank(rows, group, { strata })
    const total = (list: Float64Array) => list.reduce((sum, value) => sum + value, 0)
    expect(total(test.expected)).toBeCloseTo(total(test.observed), 10)
    const places = seededRandom(seed).shuffle(group.map((_, i) => i))
    const moved = { stop: places.map((i) => rows.stop[i]!), event: places.map((i) => rows.event[i]!) }
    const again = logRank(
      moved,
      places.map((i) => `g${group[i]!}`),
      { strata: places.map((i) => strata[i]!) },
    )
    expect(again.chiSquare).toBeCloseTo(test.chiSquare, 10)
    expect(again.df).toBe(2)
  }
})

test('strata add up: observed, expected and variance are the sums of the tests within', () => {
  const { group, rows, strata } = simulated(3, 2)
  const within = [0, 1].map((own) => {
    const keep = group.map((_, i) => i).filter((i) => strata[i] === own)
    const part = { stop: keep.map((i) => rows.stop[i]!), event: keep.map((i) => rows.event[i]!) }
    const found = logRank(
      part,
      keep.map((i) => group[i]!),
    )
    const first = found.groups.indexOf(0)
    return { gap: found.observed[first]! - found.expected[first]!, variance: found.variance[3 * first]! }
  })
  const [a, b] = within
  const wanted = (a!.gap + b!.gap) ** 2 / (a!.variance + b!.variance)
  expect(logRank(rows, group, { strata }).chiSquare).toBeCloseTo(wanted, 10)
})

test('with weights of 1, Peto and Peto’s test counts each event by the share left before it', () => {
  const rows = { stop: [1, 2, 3, 4], event: [1, 1, 1, 1] }
  const { observed, expected } = logRank(rows, ['a', 'a', 'b', 'b'], { rho: 1 })
  expect(observed[0]).toBeCloseTo(1 + 0.75, 12)
  expect(expected[0]).toBeCloseTo(1 / 2 + 0.75 / 3, 12)
})

test('a group that was never at risk when something happened takes no degree of freedom', () => {
  const rows = { start: [0, 0, 0, 8], stop: [1, 3, 4, 9], event: [1, 1, 0, 0] }
  expect(logRank(rows, ['a', 'b', 'b', 'late']).df).toBe(1)
})

test.each([
  [{ stop: [1, 2], event: [1, 1] }, ['a', 'a'], 'logRank: needs two groups'],
  [{ stop: [1, 2], event: [0, 0] }, ['a', 'b'], 'logRank: there are no events'],
  [
    { start: [0, 5], stop: [1, 6], event: [1, 1] },
    ['a', 'b'],
    'logRank: at no event time are two groups at risk',
  ],
  [{ stop: [1, NaN], event: [1, 1] }, ['a', 'b'], 'logRank: row 2: the time must be finite'],
])('refuses %j of %j', (rows, groups, says) => {
  expect(() => logRank(rows, groups)).toThrow(says)
})

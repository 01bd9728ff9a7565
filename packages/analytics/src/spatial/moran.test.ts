import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { joinCounts } from './join-counts.ts'
import { localMoran } from './local-moran.ts'
import { geary, moran } from './moran.ts'
import { weightsFrom, withoutIslands } from './weights.ts'
import type { Links, WeightStyle, Weights } from './weights.ts'

/** Random directed links, symmetric or not; every region has at least one neighbour. */
function links(n: number, seed: number, symmetric = false): Links {
  const random = seededRandom(seed)
  const pairs = new Set<string>()
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j || (j !== (i + 1) % n && random.uniform() > 0.4)) continue
      pairs.add(`${i},${j}`)
      if (symmetric) pairs.add(`${j},${i}`)
    }
  }
  const ends = [...pairs].map((pair) => pair.split(',').map(Number) as [number, number])
  return {
    from: ends.map(([from]) => from),
    to: ends.map(([, to]) => to),
    weight: ends.map(([from, to]) => 1 + ((from * 7 + to * 3) % 5)),
  }
}

const drawn = (n: number, seed: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => random.normal() ** 3)
}

/** Every order of a list. */
function orders<Item>(list: readonly Item[]): Item[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((item, i) => orders(list.toSpliced(i, 1)).map((rest) => [item, ...rest]))
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

const styles: WeightStyle[] = ['W', 'B', 'raw']

test.each(styles)('%s weights, not symmetric: moments are those of all 720 orders of six values', (style) => {
  for (const seed of [1, 2, 3]) {
    const weights = weightsFrom(6, links(6, seed), style)
    const x = drawn(6, seed)
    const all = orders(x)
    const found = moran(x, weights)
    const exact = momentsOf(all.map((order) => moran(order, weights).I!))
    expect(found.expected).toBeCloseTo(exact.mean, 12)
    expect(found.randomisation!.variance).toBeCloseTo(exact.variance, 12)
    const exactC = momentsOf(all.map((order) => geary(order, weights).C!))
    expect(exactC.mean).toBeCloseTo(1, 12)
    expect(geary(x, weights).randomisation!.variance).toBeCloseTo(exactC.variance, 12)
  }
})

test.each([2, 3, 4])('join counts of %i colours: moments are those of all orders', (colours) => {
  const weights = weightsFrom(6, links(6, 5), 'W')
  const own = Array.from({ length: 6 }, (_, i) => String(i % colours))
  const found = joinCounts(own, weights)
  const all = orders(own).map((order) => joinCounts(order, weights))
  for (const [name, { expected, variance }] of Object.entries(found.pairs)) {
    const exact = momentsOf(all.map(({ pairs }) => pairs[name]!.count))
    expect(expected).toBeCloseTo(exact.mean, 12)
    expect(variance).toBeCloseTo(exact.variance, 12)
  }
  const exact = momentsOf(all.map(({ unlike }) => unlike.count))
  expect(found.unlike.expected).toBeCloseTo(exact.mean, 12)
  expect(found.unlike.variance).toBeCloseTo(exact.variance, 12)
})

test('local moments are those of all orders of the other values; local I add up to n or S0 times I', () => {
  for (const style of styles) {
    const weights = weightsFrom(6, links(6, 8), style)
    const x = drawn(6, 8)
    const found = localMoran(x, weights)!
    for (const i of [0, 3, 5]) {
      const exact = momentsOf(
        orders(x.toSpliced(i, 1)).map((rest) => localMoran(rest.toSpliced(i, 0, x[i]!), weights)!.I[i]!),
      )
      expect(found.expected[i]).toBeCloseTo(exact.mean, 12)
      expect(found.variance[i]).toBeCloseTo(exact.variance, 12)
    }
    const S0 = weights.values.reduce((sum, value) => sum + value, 0)
    expect(found.I.reduce((sum, one) => sum + one, 0)).toBeCloseTo(S0 * moran(x, weights).I!, 10)
  }
})

test('neither a change of unit nor other numbers for the regions change a statistic', () => {
  const finite = fc.double({ min: -50, max: 50, noNaN: true })
  fc.assert(
    fc.property(
      fc.array(finite, { minLength: 9, maxLength: 9 }),
      fc.integer({ min: 1, max: 999 }),
      (x, seed) => {
        fc.pre(Math.max(...x) - Math.min(...x) > 1e-3)
        const given = links(9, seed)
        const weights = weightsFrom(9, given, 'W')
        const place = seededRandom(seed).shuffle(Array.from({ length: 9 }, (_, i) => i))
        const moved = x.map((_, i) => 3 - 2 * x[place.indexOf(i)]!)
        const renamed = {
          ...given,
          from: Array.from(given.from, (i) => place[i]!),
          to: Array.from(given.to, (i) => place[i]!),
        }
        const one = moran(x, weights)
        const other = moran(moved, weightsFrom(9, renamed, 'W'))
        expect(other.I).toBeCloseTo(one.I!, 9)
        expect(other.randomisation!.variance).toBeCloseTo(one.randomisation!.variance, 9)
        expect(other.normality!.z).toBeCloseTo(one.normality!.z!, 6)
        expect(geary(moved, weightsFrom(9, renamed, 'W')).C).toBeCloseTo(geary(x, weights).C!, 9)
      },
    ),
    { numRuns: 60 },
  )
})

/** A ring of n regions. */
function ring(n: number): Links {
  const i = Array.from({ length: n }, (_, at) => at)
  return { from: [...i, ...i], to: [...i.map((at) => (at + 1) % n), ...i.map((at) => (at + n - 1) % n)] }
}

test('two colours in turn on a ring: I is -1, C nearly 2, every join unlike', () => {
  const weights = weightsFrom(8, ring(8), 'B')
  const x = [0, 1, 0, 1, 0, 1, 0, 1]
  expect(moran(x, weights).I).toBe(-1)
  expect(geary(x, weights).C).toBeCloseTo((7 * 16) / (2 * 16 * 2), 14)
  const { pairs, unlike, colours, sizes } = joinCounts(x.map(String), weights)
  expect([colours, sizes]).toEqual([
    ['0', '1'],
    [4, 4],
  ])
  expect(Object.entries(pairs).map(([name, { count }]) => [name, count])).toEqual([
    ['0:0', 0],
    ['1:1', 0],
    ['1:0', 8],
  ])
  expect(unlike).toEqual(pairs['1:0'])
})

test('under normality the variance of I on a ring is the closed form', () => {
  const n = 12
  const { normality } = moran(drawn(n, 4), weightsFrom(n, ring(n), 'B'))
  // S0 = 2n, S1 = 4n, S2 = 16n
  const wanted = (n * n * 4 * n - n * 16 * n + 3 * 4 * n * n) / (4 * n * n * (n * n - 1)) - 1 / (n - 1) ** 2
  expect(normality!.variance).toBeCloseTo(wanted, 14)
})

test('an island leaves n and S0, but not the mean; without islands it leaves altogether', () => {
  const given = ring(6)
  const x = [3, 1, 4, 1, 5, 9]
  const kept = moran([...x, 30], weightsFrom(7, given, 'W'))
  expect(kept.expected).toBe(-1 / 5)
  const mean = 53 / 7
  const squares = [...x, 30].reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const products = x.reduce(
    (sum, value, i) => sum + (value - mean) * ((x[(i + 1) % 6]! + x[(i + 5) % 6]!) / 2 - mean),
    0,
  )
  expect(kept.I).toBeCloseTo(products / squares, 12)
  const { kept: left, links } = withoutIslands(7, given)
  expect(left).toEqual([0, 1, 2, 3, 4, 5])
  expect(moran(x, weightsFrom(6, links, 'W'))).toEqual(moran(x, weightsFrom(6, given, 'W')))
  const local = localMoran([...x, 30], weightsFrom(7, given, 'W'))!
  expect([local.I[6], local.z[6], local.p[6], local.pAdjusted[6], local.quadrant[6]]).toEqual([
    0,
    NaN,
    NaN,
    NaN,
    null,
  ])
})

test('probabilities made larger for many regions keep their order and never fall', () => {
  const weights = weightsFrom(9, links(9, 2), 'W')
  const { p, pAdjusted } = localMoran(drawn(9, 2), weights)!
  const order = Array.from(p.keys()).sort((a, b) => p[a]! - p[b]!)
  const wanted = order.map((_, at) =>
    Math.min(1, ...order.slice(at).map((i, k) => (p[i]! * 9) / (at + k + 1))),
  )
  order.forEach((i, at) => expect(pAdjusted[i]).toBeCloseTo(wanted[at]!, 14))
})

test('a region is placed by its own value and by that of its neighbours, against the mean', () => {
  const { quadrant } = localMoran([9, 8, 9, 0, 9, 1], weightsFrom(6, ring(6), 'W'))!
  // The mean is 6; the neighbours of the first are 8 and 1.
  expect(quadrant).toEqual(['high-low', 'high-high', 'high-low', 'low-high', 'high-low', 'low-high'])
})

test('equal values have no autocorrelation to speak of, and one colour leaves nothing to chance', () => {
  const weights = weightsFrom(6, ring(6), 'W')
  const same = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
  expect(moran(same, weights)).toEqual({ I: null, expected: -1 / 5, normality: null, randomisation: null })
  expect(geary(same, weights)).toEqual({ C: null, expected: 1, normality: null, randomisation: null })
  expect(localMoran(same, weights)).toBeNull()
  const { pairs, unlike } = joinCounts(same.map(String), weights)
  expect([pairs['0.1:0.1']!.count, pairs['0.1:0.1']!.z, unlike.count, unlike.z]).toEqual([3, null, 0, null])
})

test.each([
  ['two values for six regions', [1, 2], weightsFrom(6, ring(6)), 'moran: 2 values for 6 regions'],
  ['no number', [1, 2, NaN, 4, 5, 6], weightsFrom(6, ring(6)), 'moran: the value of region 3 must be finite'],
  ['no link', [1, 2, 3, 4], weightsFrom(4, { from: [], to: [] }), 'moran: needs at least 4 regions with'],
  [
    'three regions',
    [1, 2, 3],
    weightsFrom(3, ring(3)),
    'moran: needs at least 4 regions with neighbours, got 3',
  ],
] as [string, number[], Weights, string][])('refuses %s', (_, x, weights, says) => {
  expect(() => moran(x, weights)).toThrow(says)
  expect(() => geary(x, weights)).toThrow(says.replace('moran', 'geary'))
  expect(() => localMoran(x, weights)).toThrow(says.replace('moran', 'localMoran'))
})

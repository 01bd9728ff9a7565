import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { joinCounts } from './join-counts.ts'
import { localMoran, permutationLocalMoran } from './local-moran.ts'
import { geary, moran } from './moran.ts'
import { bandLinks } from './near-links.ts'
import { permutationJoins, permutationMoran } from './permutation.ts'
import { weightsFrom } from './weights.ts'

/** A square of side 7, neighbours sharing an edge. */
const side = Array.from({ length: 49 }, (_, i) => i)
const square = { x: side.map((i) => i % 7), y: side.map((i) => Math.floor(i / 7)), on: 'plane' as const }
const weights = weightsFrom(49, bandLinks(square, 1), 'W')
const random = seededRandom(12)
const trend = side.map((i) => (i % 7) / 4 + random.normal())

test('the same seed gives the same probabilities, another seed others', () => {
  const weak = side.map((i) => (i % 7) / 15 + random.normal())
  const once = permutationMoran(weak, weights, { permutations: 199, seed: 3 })
  expect(permutationMoran(weak, weights, { permutations: 199, seed: 3 })).toEqual(once)
  expect(permutationMoran(weak, weights, { permutations: 199, seed: 4 })).not.toEqual(once)
})

test('probabilities are (r + 1) / (R + 1): never 0, and both tails overlap by what was seen', () => {
  const { moran, geary } = permutationMoran(trend, weights, { permutations: 99 })!
  for (const { pGreater, pLess } of [moran, geary]) {
    expect(pGreater * 100).toBeCloseTo(Math.round(pGreater * 100), 9)
    expect(pGreater).toBeGreaterThan(0)
    expect(pGreater + pLess).toBeCloseTo(1.01, 9)
  }
  const [first, ...rest] = trend
  const once = permutationMoran([first!, ...rest], weights, { permutations: 99 })!
  expect(once.moran).toEqual(moran)
})

test('on many shuffles they come near the normal ones of shuffled values', () => {
  const weak = side.map((i) => (i % 7) / 12 + random.normal())
  const found = permutationMoran(weak, weights, { permutations: 4999, seed: 5 })!
  expect(found.moran.pGreater).toBeCloseTo(moran(weak, weights).randomisation!.pGreater!, 1)
  expect(found.geary.pLess).toBeCloseTo(geary(weak, weights).randomisation!.pGreater!, 1)
  const colours = weak.map((value) => (value > 0.3 ? 'a' : 'b'))
  const joins = permutationJoins(colours, weights, { permutations: 4999, seed: 5 })
  const counts = joinCounts(colours, weights)
  expect(Object.keys(joins).sort()).toEqual([...Object.keys(counts.pairs), 'unlike'].sort())
  expect(joins['a:a']!.pGreater).toBeCloseTo(counts.pairs['a:a']!.pGreater!, 1)
  expect(joins['unlike']!.pLess).toBeCloseTo(counts.unlike.pLess!, 1)
})

test('a shuffle that gives the same joins counts as a tie, not by rounding', () => {
  const one = side.map((i) => (i === 24 ? 1 : 0))
  const inner = permutationJoins(one.map(String), weights, { permutations: 50 })
  expect(inner['1:1']).toEqual({ pGreater: 1, pLess: 1, pTwoSided: 1 })
})

test('no pattern is called one about as often as it should', () => {
  let called = 0
  for (let turn = 0; turn < 200; turn++) {
    const none = side.map(() => random.normal())
    if (permutationMoran(none, weights, { permutations: 99, seed: turn })!.moran.pGreater <= 0.05) called++
  }
  expect(called).toBeGreaterThan(2)
  expect(called).toBeLessThan(22)
})

test('local probabilities draw from the other regions; islands have none', () => {
  const alone = weightsFrom(50, bandLinks(square, 1), 'W')
  const x = [...trend, 2]
  const found = permutationLocalMoran(x, alone, { permutations: 999, seed: 1 })
  expect(permutationLocalMoran(x, alone, { permutations: 999, seed: 1 })).toEqual(found)
  expect(found[49]).toBeNaN()
  const normal = localMoran(x, alone)!.p
  const apart = Array.from(found.subarray(0, 49), (p, i) => Math.abs(p - normal[i]!)).sort((a, b) => a - b)
  expect(apart[24]).toBeLessThan(0.05)
})

test('equal values have no probability; no shuffle is refused', () => {
  const same = side.map(() => 3)
  expect(permutationMoran(same, weights)).toBeNull()
  for (const permutations of [0, 1.5, NaN]) {
    expect(() => permutationMoran(trend, weights, { permutations })).toThrow(
      'permutationMoran: permutations must',
    )
    expect(() => permutationJoins(trend.map(String), weights, { permutations })).toThrow('permutationJoins: ')
    expect(() => permutationLocalMoran(trend, weights, { permutations })).toThrow('permutationLocalMoran: ')
  }
  expect(() => permutationMoran([1], weights)).toThrow('permutationMoran: 1 values for 49 regions')
})

import { expect, test } from 'vitest'
import { seededRandom } from './random.ts'
import { rankedCounts } from './ranked-counts.ts'
import { distinct, gather, rankOf, ranksOf, stableOrder } from './stable-order.ts'

const keys = Float64Array.of(3, -0, 0, -7.5, Infinity, 3, -Infinity, 1e-300, -1e300, 0.1)
const all = Int32Array.from(keys.keys())

test('orders numbers of every size and sign, equal ones as they came', () => {
  expect(Array.from(stableOrder(keys, all))).toEqual([6, 8, 3, 1, 2, 7, 9, 0, 5, 4])
  expect(Array.from(stableOrder(keys, all.slice().reverse()))).toEqual([6, 8, 3, 2, 1, 7, 9, 5, 0, 4])
})

test('agrees with a comparing sort, and ranks with distinct keys', () => {
  const random = seededRandom(5)
  const many = Float64Array.from({ length: 500 }, () => Math.round(random.normal() * 40) / 8 + 0)
  const places = Int32Array.from(many.keys())
  const wanted = Array.from(places).sort((a, b) => many[a]! - many[b]! || a - b)
  expect(Array.from(stableOrder(many, places))).toEqual(wanted)
  const levels = distinct(many)
  expect(Array.from(levels)).toEqual([...new Set(many)].sort((a, b) => a - b))
  const { ranks, count } = ranksOf(many)
  expect(count).toBe(levels.length)
  expect(Array.from(ranks)).toEqual(Array.from(many, (key) => rankOf(levels, key)))
  expect(gather(levels, ranks)).toEqual(many)
})

test('counts by rank sum up below a rank', () => {
  const counts = rankedCounts(9)
  for (const [rank, count] of [
    [0, 1],
    [8, 5],
    [3, 2],
    [3, 1],
    [8, -2],
  ] as const)
    counts.add(rank, count)
  expect([0, 1, 3, 4, 8, 9].map((rank) => counts.below(rank))).toEqual([0, 1, 1, 4, 4, 7])
  expect([counts.at(3), counts.total]).toEqual([3, 7])
})

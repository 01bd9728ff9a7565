import { expect, test } from 'vitest'
import { stackStems } from './stem-stack.ts'
import { TILE_COLUMNS, TILE_ROWS, TILES } from './tile-layout.ts'
import { bucketCounts, bucketOf, yearBuckets } from './time-scale.ts'
import { namesText } from './timeline-layout.ts'

/** Ministry codes of the provinces since 2022. */
const PROVINCES =
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96'

test('nine years take the nine tokens of the time scale, every second step', () => {
  expect(yearBuckets(2017, 2025).map((bucket) => bucket.tone)).toEqual(
    [0, 2, 4, 6, 8, 10, 12, 14, 16].map((step) => `tone-${step}`),
  )
})

test('more than fifteen years share their earliest in one bucket', () => {
  const buckets = yearBuckets(2000, 2025)
  expect([buckets.length, buckets[0]?.label, bucketOf(buckets, 2003), bucketOf(buckets, 2025)]).toEqual([
    15,
    '≤ 2011',
    0,
    14,
  ])
})

test('counts add up to the total of the last bucket', () => {
  expect(bucketCounts(yearBuckets(2019, 2021), [2019, 2021, 2021])).toEqual([
    { opened: 1, total: 1 },
    { opened: 0, total: 1 },
    { opened: 2, total: 3 },
  ])
})

test('all 38 provinces have a tile of their own inside the grid', () => {
  expect(TILES.map((tile) => tile.code).sort()).toEqual(PROVINCES.split(' '))
  expect(new Set(TILES.map((tile) => `${tile.column}/${tile.row}`)).size).toBe(38)
  expect(TILES.every((tile) => tile.column < TILE_COLUMNS && tile.row < TILE_ROWS)).toBe(true)
})

test('labels on stems meet neither each other nor a stem', () => {
  const stems = [100, 380, 430, 470, 900, 905].map((x) => ({ x, width: 120 }))
  const placed = stackStems(stems, { left: 0, right: 1000 })
  const text = placed.map(({ stem, align }) => {
    const left = align === 'start' ? stem.x + 10 : stem.x - 10 - stem.width
    return [left, left + stem.width] as const
  })
  const crossings = placed.flatMap((a, i) =>
    placed.filter((b, j) => {
      const [left, right] = text[i] as readonly [number, number]
      return i !== j && b.level > a.level && b.stem.x > left && b.stem.x < right
    }),
  )
  expect(crossings).toEqual([])
})

test('a long list of names ends in how many more', () => {
  expect(namesText(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C +2')
})

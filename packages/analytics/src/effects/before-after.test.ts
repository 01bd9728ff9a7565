import { expect, test } from 'vitest'
import { studentQuantile } from '../numbers/tails.ts'
import { beforeAfter } from './before-after.ts'

test('worked by hand: means 2 and 6, each of three values with variance 1', () => {
  const found = beforeAfter({ time: [1, 2, 3, 4, 5, 6], outcome: [2, 1, 3, 5, 7, 6] }, 4)
  expect([found.before, found.after]).toEqual([
    { values: 3, mean: 2, sd: 1 },
    { values: 3, mean: 6, sd: 1 },
  ])
  expect(found.difference).toBe(4)
  expect(found.se).toBeCloseTo(Math.sqrt(2 / 3), 14)
  expect(found.df).toBeCloseTo(4, 12)
  expect(found.upper - 4).toBeCloseTo(studentQuantile(0.975, 4) * Math.sqrt(2 / 3), 12)
  expect(found.limits).toEqual(['no-comparison', 'chosen-moment', 'dependent-values', 'few-values'])
})

test('a rise that began before is told by name', () => {
  const time = Array.from({ length: 20 }, (_, i) => i)
  const rising = beforeAfter({ time, outcome: time.map((at) => 2 * at + (at % 2)) }, 10)
  expect(rising.limits).toEqual(['no-comparison', 'chosen-moment', 'dependent-values', 'trend-before'])
  const level = beforeAfter({ time, outcome: time.map((at) => at % 2) }, 10)
  expect(level.limits).toEqual(['no-comparison', 'chosen-moment', 'dependent-values'])
})

test('gaps are left out and counted; without variation the interval is the difference', () => {
  const found = beforeAfter({ time: [1, 2, 3, 4, 5, 6, 7], outcome: [1, 1, NaN, 1, 3, 3, 3] }, 5)
  expect([found.missing, found.lower, found.upper, found.trendBefore]).toEqual([1, 2, 2, { slope: 0, p: 1 }])
})

test.each([
  [[1, 2, 3], [1, 2, 3], 3, 'beforeAfter: 2 values before the start; needs at least 3'],
  [[1, 2, 3, 4], [1, 2, 3, NaN], 4, 'beforeAfter: 0 values after the start; needs at least 3'],
  [[1, NaN], [1, 2], 2, 'beforeAfter: row 2: time and outcome must be finite'],
])('refuses times %j with %j', (time, outcome, first, says) => {
  expect(() => beforeAfter({ time, outcome }, first)).toThrow(says)
})

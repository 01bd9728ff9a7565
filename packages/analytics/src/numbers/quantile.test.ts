import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'

test('between order statistics a quantile is linear, and never beyond the ends', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 4], share))).toEqual([1, 1.5, 2, 4])
  expect(quantile([3], 0.9)).toBe(3)
})

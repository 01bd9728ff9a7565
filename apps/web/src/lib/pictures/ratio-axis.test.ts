import { expect, test } from 'vitest'
import { ratioAxis } from './ratio-axis.ts'

test('one stands in the middle, twice and half as far from it, and what is further out at the end', () => {
  const { x, ticks } = ratioAxis([1.2, 3], 100)
  expect([x(1), x(4) - 50, 50 - x(0.25), x(2) - 50, x(1000)]).toEqual([50, 44, 44, 22, 94])
  expect(ticks).toEqual([0.25, 0.5, 1, 2, 4])
})

test('the axis reaches from a half to two at least, and from an eighth to eight at most', () => {
  expect(ratioAxis([1], 100).ticks).toEqual([0.5, 1, 2])
  expect(ratioAxis([0, Infinity], 100).ticks).toEqual([0.125, 0.25, 0.5, 1, 2, 4, 8])
})

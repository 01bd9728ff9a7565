import { expect, test } from 'vitest'
import { wilsonInterval } from './wilson.ts'

test('its limits are the shares from which the observed one is as far as the level allows', () => {
  const z = 1.959963984540054
  for (const [successes, trials] of [
    [8, 10],
    [1, 40],
    [120, 300],
  ] as const) {
    const { share, lower, upper } = wilsonInterval(successes, trials)
    for (const limit of [lower, upper]) {
      const distance = Math.abs(share - limit) / Math.sqrt((limit * (1 - limit)) / trials)
      expect(distance).toBeCloseTo(z, 10)
    }
  }
})

test('published limits: 81 of 263 (Newcombe 1998, method 3)', () => {
  const { lower, upper } = wilsonInterval(81, 263)
  expect([lower.toFixed(4), upper.toFixed(4)]).toEqual(['0.2553', '0.3662'])
})

test('none and all have limits too; what is no share is refused', () => {
  expect(wilsonInterval(0, 20).lower).toBe(0)
  expect(wilsonInterval(0, 20).upper).toBeGreaterThan(0.1)
  expect(wilsonInterval(20, 20).upper).toBe(1)
  for (const [successes, trials] of [
    [1, 0],
    [3, 2],
    [-1, 2],
    [0.5, 2],
  ] as const) {
    expect(() => wilsonInterval(successes, trials)).toThrow(RangeError)
  }
})

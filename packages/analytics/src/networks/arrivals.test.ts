import { expect, test } from 'vitest'
import { arrivals, drawnDelays, halfway } from './arrivals.ts'
import { allWorlds, drawnWorlds } from './live-edge-worlds.ts'

/** 0 → 1 → 3 and 0 → 2 → 3, and 4 alone. By hand: 1 at 2, 2 at 3, 3 at 2 + 4 = 6 rather than 3 + 5 = 8. */
const diamond = { nodes: 5, from: [0, 0, 1, 2], to: [1, 2, 3, 3], probability: [1, 1, 1, 1] }
const certain = allWorlds({
  ...diamond,
  from: Int32Array.from(diamond.from),
  to: Int32Array.from(diamond.to),
})
const byHand = Float64Array.from([2, 3, 4, 5])

test('each begins by the quickest way, worked by hand; what no way leads to never does', () => {
  expect([...arrivals(certain, byHand, { world: 0, hubs: [0] })]).toEqual([0, 2, 3, 6, Infinity])
  expect([...arrivals(certain, byHand, { world: 0, hubs: [0, 2] })]).toEqual([0, 2, 0, 5, Infinity])
})

test('halfway is when half of those beyond the hubs have begun; null where there are none', () => {
  expect(halfway(certain, byHand, { hubs: [0] })).toEqual({ median: 3, low: 3, high: 3 })
  expect(halfway(certain, byHand, { hubs: [0, 2] })).toEqual({ median: 2, low: 2, high: 2 })
  expect(halfway(certain, byHand, { hubs: [3, 4] })).toBeNull()
})

test('along one edge the times are exponential with the mean that was asked for', () => {
  const one = { nodes: 2, from: Int32Array.of(0), to: Int32Array.of(1), probability: [1] }
  const worlds = drawnWorlds(one, { worlds: 20_000, seed: 3 })
  const delays = drawnDelays(worlds, { mean: 8, seed: 3 })
  const { median, low, high } = halfway(worlds, delays, { hubs: [0] })!
  // Quantiles of an exponential: -mean ln(1 - p); their standard error is mean sqrt(p / (1 - p) / n).
  for (const [found, p] of [
    [median, 0.5],
    [low, 0.05],
    [high, 0.95],
  ] as const) {
    const error = 8 * Math.sqrt(p / (1 - p) / 20_000)
    expect(Math.abs(found + 8 * Math.log(1 - p))).toBeLessThan(4 * error)
  }
  expect(drawnDelays(worlds, { mean: 8, seed: 3 })).toEqual(delays)
})

test('worlds in which nobody is reached are left out, and a mean of nothing is refused', () => {
  const edge = { nodes: 2, from: Int32Array.of(0), to: Int32Array.of(1), probability: [0.5] }
  const worlds = allWorlds(edge)
  expect(halfway(worlds, Float64Array.from([7, 7]), { hubs: [0] })).toEqual({ median: 7, low: 7, high: 7 })
  expect(() => drawnDelays(worlds, { mean: 0, seed: 1 })).toThrow(RangeError)
})

import { expect, test } from 'vitest'
import { climb } from './newton.ts'
import type { View } from './newton.ts'

/** -(x - 1)⁴ - (y + 2)², whose top is at (1, -2). */
function hill([x = 0, y = 0]: Float64Array): View {
  return {
    value: -((x - 1) ** 4) - (y + 2) ** 2,
    slope: Float64Array.of(-4 * (x - 1) ** 3, -2 * (y + 2)),
    information: Float64Array.of(12 * (x - 1) ** 2 + 1e-9, 0, 0, 2),
  }
}

test('climbs to the top of a hill that is not a parabola', () => {
  const { at, converged, value } = climb(hill, 2, {
    turns: 100,
    settled: (_, __, promised) => promised < 1e-20,
  })
  expect(converged).toBe(true)
  expect(value).toBeCloseTo(0, 12)
  expect(at[1]).toBeCloseTo(-2, 12)
})

test('a step that leads down is halved until it does not', () => {
  const steep = ([x = 0]: Float64Array): View => ({
    value: -Math.sqrt(1 + x * x),
    slope: Float64Array.of(-x / Math.sqrt(1 + x * x)),
    information: Float64Array.of((1 + x * x) ** -1.5),
  })
  expect(climb(steep, 1, { start: [3] }).at[0]).toBeCloseTo(0, 6) // whole steps from 3 would run away: -x³
})

test('a step to a value without end, which only rounding makes, is halved as well', () => {
  const broken = ([x = 0]: Float64Array): View => ({
    value: x > 1.5 ? Infinity : -((x - 1) ** 2),
    slope: Float64Array.of(-2 * (x - 1)),
    information: Float64Array.of(x === 0 ? 1 : 2), // the first step is twice too far
  })
  expect(climb(broken, 1, {}).at[0]).toBeCloseTo(1, 12)
})

test('along a held direction the point keeps its place', () => {
  const held = Float64Array.of(1, 1)
  const { at } = climb(hill, 2, { start: [0.5, 0.5], held, turns: 200 })
  expect(at[0]! + at[1]!).toBeCloseTo(1, 12)
  const rest = hill(at).slope
  expect(rest[0]! - rest[1]!).toBeCloseTo(0, 4) // the slope across the held direction is level
})

test('where there is no curvature it says so', () => {
  const flat = { value: 0, slope: new Float64Array(1), information: new Float64Array(1) }
  expect(climb(() => flat, 1, {})).toMatchObject({ factor: null, converged: false })
})

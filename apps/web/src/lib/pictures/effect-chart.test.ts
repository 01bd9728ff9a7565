import { expect, test } from 'vitest'
import { effectChart, roundStep } from './effect-chart.ts'

const size = { width: 240, height: 140, top: 20, right: 20, bottom: 20, left: 20 }

test('zero and all limits lie within the axis, whose ticks are round', () => {
  const points = [
    { eventTime: -2, effect: 1, lower: -3, upper: 5 },
    { eventTime: 0, effect: -20, lower: -26, upper: -14 },
  ]
  const { points: drawn, ticks, zero } = effectChart(points, size)
  expect(ticks.map(({ value }) => value)).toEqual([-30, -20, -10, 0, 10])
  expect([ticks[0]!.y, zero, ticks.at(-1)!.y]).toEqual([120, 45, 20])
  expect(drawn.map(({ x }) => Math.round(x))).toEqual([53, 187])
  expect(drawn.map(({ y, top, bottom }) => [y, top, bottom])).toEqual([
    [42.5, 32.5, 52.5],
    [95, 80, 110],
  ])
  expect([0, 0.3, 13, 50].map(roundStep)).toEqual([1, 0.5, 20, 50])
})

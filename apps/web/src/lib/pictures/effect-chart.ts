import type { ChartSize } from './lasting-chart.ts'

/** A difference at a time since the beginning, with its limits. */
export type EffectPoint = { eventTime: number; effect: number; lower: number; upper: number }

/** What the picture of an effect draws, in px of its view box. */
export type EffectChart = {
  points: (EffectPoint & { x: number; y: number; top: number; bottom: number })[]
  ticks: { value: number; y: number }[]
  zero: number
}

/** Points over half-years, on an axis that holds all limits and zero, with ticks at round numbers. */
export function effectChart(points: readonly EffectPoint[], size: ChartSize): EffectChart {
  const least = Math.min(0, ...points.map(({ lower }) => lower))
  const most = Math.max(0, ...points.map(({ upper }) => upper))
  const step = roundStep((most - least) / 4)
  const [from, to] = [Math.floor(least / step) * step, Math.ceil(most / step) * step]
  const height = size.height - size.top - size.bottom
  const y = (value: number) => size.top + ((to - value) / (to - from)) * height
  const times = points.map(({ eventTime }) => eventTime)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const width = size.width - size.left - size.right
  const x = (time: number) => size.left + ((time - first + 0.5) / (last - first + 1)) * width
  return {
    points: points.map((point) => ({
      ...point,
      x: x(point.eventTime),
      y: y(point.effect),
      top: y(point.upper),
      bottom: y(point.lower),
    })),
    ticks: Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => {
      const value = Math.round((from + i * step) / step) * step
      return { value, y: y(value) }
    }),
    zero: y(0),
  }
}

/** The next of 1, 2, 5 and 10 times a power of ten. @example roundStep(13) // 20 */
export function roundStep(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * [1, 2, 5, 10].find((step) => step * power >= value)!
}

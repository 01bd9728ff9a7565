import { placeLabels } from './labels.ts'
import type { ChartSize } from './lasting-chart.ts'

/** A province with its share and the mean share around it. */
export type ScatterPoint = { code: string; name: string; share: number; around: number }

/** So many of those furthest from the middle are named, where there is room. */
const named = 9

/** Dots on two axes of shares with the mean of each, and names of the furthest out that have room. */
export function moranScatter(points: readonly ScatterPoint[], size: ChartSize) {
  const { width, height, top, right, bottom, left } = size
  const tenUp = (values: readonly number[]) => Math.min(1, Math.ceil(Math.max(0.1, ...values) * 10) / 10)
  const most = { x: tenUp(points.map(({ share }) => share)), y: tenUp(points.map(({ around }) => around)) }
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const middle = { x: mean(points.map(({ share }) => share)), y: mean(points.map(({ around }) => around)) }
  const x = (share: number) => left + (share / most.x) * (width - left - right)
  const y = (share: number) => height - bottom - (share / most.y) * (height - top - bottom)
  const dots = points.map(({ code, name, share, around }) => ({ code, name, x: x(share), y: y(around) }))
  const centre = { x: x(middle.x), y: y(middle.y) }
  const far = ({ x: ownX, y: ownY }: { x: number; y: number }) => Math.hypot(ownX - centre.x, ownY - centre.y)
  const labels = placeLabels(
    dots
      .toSorted((a, b) => far(b) - far(a))
      .slice(0, named)
      .map((dot) => ({ x: dot.x, y: dot.y, lines: [dot.name] })),
    {
      bounds: { left, right: width - right + 8, top: 16, bottom: height - bottom },
      obstacles: dots.map((dot) => ({
        left: dot.x - 5,
        right: dot.x + 5,
        top: dot.y - 5,
        bottom: dot.y + 5,
      })),
      fontSize: 13,
      radius: 5,
      reach: 26,
    },
  )
  const ticks = (upTo: number) => Array.from({ length: Math.floor(upTo / 0.2 + 1e-9) + 1 }, (_, i) => i * 0.2)
  return {
    dots,
    labels,
    centre,
    ticks: {
      x: ticks(most.x).map((share) => ({ share, at: x(share) })),
      y: ticks(most.y).map((share) => ({ share, at: y(share) })),
    },
  }
}

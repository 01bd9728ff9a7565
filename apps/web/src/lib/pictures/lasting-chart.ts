import { short } from './path.ts'

/** A share that still runs, month by month of age. */
export type AgePoint = { month: number; share: number; lower: number | null; upper: number | null }

export type ChartSize = {
  width: number
  height: number
  top: number
  right: number
  bottom: number
  left: number
}

/** What the picture of a curve draws, in px of its view box. */
export type LastingChart = {
  line: string
  band: string
  end: { x: number; y: number; share: number }
  years: { year: number; x: number; label: boolean }[]
  shares: { share: number; y: number }[]
}

/** Lines at these shares; the axis always runs from nothing to all, so that pictures can be compared. */
const lines = [0, 0.25, 0.5, 0.75, 1]

/** A step line over its band, from the beginning to `years` of age. */
export function lastingChart(points: readonly AgePoint[], years: number, size: ChartSize): LastingChart {
  const x = (month: number) =>
    size.left + (month / 12 / Math.max(years, 1)) * (size.width - size.left - size.right)
  const y = (share: number) => size.height - size.bottom - share * (size.height - size.top - size.bottom)
  const steps = (value: (point: AgePoint) => number) =>
    points.map((point, i) => {
      const at = short(y(value(point)))
      return i === 0 ? `${short(x(point.month))} ${at}` : `H${short(x(point.month))}V${at}`
    })
  const upper = steps(({ upper, share }) => upper ?? share).join('')
  const lower = points
    .toReversed()
    .map(({ month, lower, share }, i, all) => {
      const at = short(y(lower ?? share))
      const next = all[i + 1]
      const nextAt = next ? `L${short(x(month))} ${short(y(next.lower ?? next.share))}` : ''
      return `L${short(x(month))} ${at}${nextAt}`
    })
    .join('')
  const last = points.at(-1)!
  const every = Math.ceil((years * 34) / (size.width - size.left - size.right))
  return {
    line: `M${steps(({ share }) => share).join('')}`,
    band: `M${upper}${lower}z`,
    end: { x: x(last.month), y: y(last.share), share: last.share },
    years: Array.from({ length: Math.floor(years) + 1 }, (_, year) => ({
      year,
      x: x(year * 12),
      label: year % every === 0,
    })),
    shares: lines.map((share) => ({ share, y: y(share) })),
  }
}

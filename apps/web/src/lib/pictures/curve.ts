import { scaleLinear } from 'd3-scale'
import {
  batches,
  boundedEvents,
  cumulativeCounts,
  datedEvents,
  knownByCounts,
  type SpreadEvent,
} from './cumulative.ts'
import { dayNumber, yearOf } from './day.ts'
import { short } from './path.ts'

/** A count announced by someone else on a day. */
export type OfficialCount = { day: string; count: number }

/** Size of the drawing and of the room around the plot. */
export type CurveSize = {
  width: number
  height: number
  top: number
  right: number
  bottom: number
  left: number
}

/** Everything the cumulative curve draws, in px of its view box. */
export type Curve = {
  size: CurveSize
  x: (day: string) => number
  y: (count: number) => number
  /** Least count as a step line, the area under it, and the band up to the most it may be. */
  line: string
  area: string
  doubt: string
  knownBy: { line: string; total: number } | null
  official: { line: string; dots: { x: number; y: number }[]; last: OfficialCount } | null
  total: number
  lines: { y: number; count: number }[]
  years: { year: number; from: number; middle: number; label: boolean }[]
  tall: { day: string; count: number; x: number; top: number; bottom: number }[]
}

/** What the curve stands on. */
export type CurveAxes = {
  size: CurveSize
  /** Last day of the axis. */
  until: string
  official?: readonly OfficialCount[]
  /** Last day of which anything is known, where the axis goes on after it. */
  drawnUntil?: string
  /** First day of the axis, where it is not to follow from the events. */
  from?: string
  /** A count that the axis reaches at least. */
  height?: number
}

type Step = { day: string; count: number }

/** The curve of these events up to `until`, with the largest one or two same-day steps marked. */
export function curveOf(
  events: readonly SpreadEvent[],
  { size, until, official = [], drawnUntil = until, from, height = 1 }: CurveAxes,
): Curve {
  const counts = cumulativeCounts(events)
  const dated = datedEvents(events)
  const known = boundedEvents(events).length > 0 ? knownByCounts(events) : []
  const total = dated.length
  const highest = Math.max(total, known.at(-1)?.count ?? 0, ...official.map((one) => one.count), height)
  const start = from ?? firstDay([...counts, ...official], until)
  const x = linear(dayNumber(start), dayNumber(until), size.left, size.width - size.right)
  const atDay = (day: string) => x(Math.min(dayNumber(day), dayNumber(until)))
  const y = linear(0, highest * 1.05, size.height - size.bottom, size.top)
  const least = counts.map(({ day, atLeast }) => ({ day, count: atLeast }))
  const most = counts.map(({ day, atMost }) => ({ day, count: atMost }))
  const draw = (steps: readonly Step[]) => stepPoints(steps, { start, until: drawnUntil, x: atDay, y })
  return {
    size,
    x: atDay,
    y,
    line: `M${draw(least).join('L')}`,
    area: `M${draw(least).join('L')}L${short(atDay(drawnUntil))} ${short(y(0))}L${short(atDay(start))} ${short(y(0))}z`,
    doubt: `M${draw(most).join('L')}L${draw(least).reverse().join('L')}z`,
    knownBy:
      known.length === 0 ? null : { line: `M${draw(known).join('L')}`, total: known.at(-1)?.count ?? 0 },
    official: officialOf(official, atDay, y),
    total,
    lines: gridLines(highest, y),
    years: yearTicks(start, until, size, atDay),
    tall: tallSteps(events, atDay, y),
  }
}

/** Corners of a line that keeps each count until the next day, from 0 at the start to the end of the axis. */
function stepPoints(
  steps: readonly Step[],
  {
    start,
    until,
    x,
    y,
  }: { start: string; until: string; x: (day: string) => number; y: (count: number) => number },
): string[] {
  const points = [`${short(x(start))} ${short(y(0))}`]
  let before = 0
  for (const { day, count } of steps) {
    if (count === before) continue
    points.push(`${short(x(day))} ${short(y(before))}`, `${short(x(day))} ${short(y(count))}`)
    before = count
  }
  points.push(`${short(x(until))} ${short(y(before))}`)
  return points
}

/** The axis begins with the year of the first date, or half a year before the first date when that is in spring. */
function firstDay(days: readonly { day: string }[], until: string): string {
  const first = days.map((one) => one.day).sort()[0] ?? until
  const year = Number(first.slice(0, 4))
  return yearOf(first) - year > 0.6 ? `${year}-07-01` : `${year}-01-01`
}

function linear(from: number, to: number, low: number, high: number): (value: number) => number {
  return (value) => low + ((value - from) / (to - from || 1)) * (high - low)
}

function officialOf(
  official: readonly OfficialCount[],
  x: (day: string) => number,
  y: (count: number) => number,
): Curve['official'] {
  const last = official.at(-1)
  if (!last) return null
  const dots = official.map((one) => ({ x: x(one.day), y: y(one.count) }))
  return { line: `M${dots.map((dot) => `${short(dot.x)} ${short(dot.y)}`).join('L')}`, dots, last }
}

/** Three or so round counts to draw lines at, whole numbers only. */
function gridLines(highest: number, y: (count: number) => number): { y: number; count: number }[] {
  return scaleLinear([0, highest * 1.05], [0, 1])
    .ticks(highest < 4 ? highest : 4)
    .filter((count) => count > 0 && Number.isInteger(count))
    .map((count) => ({ count, y: y(count) }))
}

function yearTicks(
  start: string,
  until: string,
  size: CurveSize,
  x: (day: string) => number,
): Curve['years'] {
  const first = Number(start.slice(0, 4))
  const count = Number(until.slice(0, 4)) - first + 1
  const every = Math.ceil((count * (size.width < 500 ? 30 : 44)) / (size.width - size.left - size.right))
  return Array.from({ length: count }, (_, index) => {
    const year = first + index
    const from = index === 0 ? x(start) : x(`${year}-01-01`)
    const to = year === Number(until.slice(0, 4)) ? x(until) : x(`${year}-12-31`)
    return { year, from, middle: (from + to) / 2, label: index % every === 0 && to - from > 14 }
  })
}

/** The one or two days with the most starts, where they are more than a tenth of all. */
function tallSteps(events: readonly SpreadEvent[], x: (day: string) => number, y: (count: number) => number) {
  const total = datedEvents(events).length
  return batches(events)
    .filter((batch) => batch.count >= total * 0.1)
    .slice(0, 2)
    .map(({ day, count, totalAfter }) => ({
      day,
      count,
      x: x(day),
      top: y(totalAfter),
      bottom: y(totalAfter - count),
    }))
}

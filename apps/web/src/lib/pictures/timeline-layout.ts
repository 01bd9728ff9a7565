import { dayNumber, dayRange, yearOf } from './day.ts'
import { textWidth } from './labels.ts'
import { stackStems } from './stem-stack.ts'

/** Something that happened, on an ISO date of any precision. */
export type TimelineEntry = { name: string; sub?: string; date: string }

/** A label on its stem: level 0 is nearest the axis. `from`–`to` is what the date leaves open, in px. */
export type StemLabel = {
  entry: TimelineEntry
  x: number
  from: number
  to: number
  level: number
  align: 'start' | 'end'
}

/** Dots that stand on one spot, with their names in one label. */
export type Cluster = {
  entries: TimelineEntry[]
  xs: number[]
  x: number
  label: string
  level: number
  align: 'start' | 'end'
}

/** The stretch of years a timeline shows, and where each day falls in it. */
export type TimeAxis = {
  x: (day: string) => number
  years: { year: number; x: number }[]
  left: number
  right: number
}

/** An axis over all entries up to `until`, in px from `left` to `right`, with at most a dozen named years. */
export function timeAxis(
  entries: readonly TimelineEntry[],
  { until, left, right }: { until: string; left: number; right: number },
): TimeAxis {
  const first = entries.map((entry) => dayRange(entry.date).earliest).sort()[0] ?? until
  const begin = Math.min(Math.floor(yearOf(first)), Math.floor(yearOf(until)) - 4) - 0.2
  const end = yearOf(until) + 0.1
  const at = (year: number) => left + ((year - begin) / (end - begin)) * (right - left)
  const span = Math.floor(end) - Math.ceil(begin) + 1
  const every = [1, 2, 5, 10].find((step) => span / step <= 12) ?? 20
  const years = Array.from({ length: span }, (_, index) => Math.ceil(begin) + index)
    .filter((year) => (year - Math.ceil(begin)) % every === 0 && year <= yearOf(until))
    .map((year) => ({ year, x: at(year) }))
  return { x: (day) => at(yearOf(day)), years, left, right }
}

/** Labels for one side of an axis, on the levels where their words meet the fewest stems and stay lowest. */
export function stemLabels(entries: readonly TimelineEntry[], axis: TimeAxis, fontSize = 13): StemLabel[] {
  const stems = entries.map((entry) => {
    const { earliest, latest } = dayRange(entry.date)
    const [from, to] = [axis.x(earliest), axis.x(latest)]
    const width = Math.max(textWidth(entry.name, fontSize) * 1.04, textWidth(entry.sub ?? '', fontSize))
    return { entry, from, to, x: (from + to) / 2, width }
  })
  return stackStems(stems, axis).map(({ stem, level, align }) => {
    const { entry, x, from, to } = stem
    return { entry, x, from, to, level, align }
  })
}

/** Entries of a lane joined where their dots would touch, each cluster's names on a level of its own. */
export function clusters(entries: readonly TimelineEntry[], axis: TimeAxis, fontSize = 13): Cluster[] {
  const groups: { entries: TimelineEntry[]; xs: number[] }[] = []
  for (const entry of [...entries].sort((a, b) => middle(a.date) - middle(b.date))) {
    const { earliest, latest } = dayRange(entry.date)
    const x = (axis.x(earliest) + axis.x(latest)) / 2
    const last = groups.at(-1)
    if (last && x - (last.xs.at(-1) ?? 0) < 12) {
      last.entries.push(entry)
      last.xs.push(x)
    } else groups.push({ entries: [entry], xs: [x] })
  }
  const stems = groups.map((group) => {
    const label = namesText(group.entries.map((entry) => entry.name))
    const x = ((group.xs[0] ?? 0) + (group.xs.at(-1) ?? 0)) / 2
    return { ...group, label, x, width: textWidth(label, fontSize) }
  })
  return stackStems(stems, axis).map(({ stem, level, align }) => {
    const { width: _width, ...cluster } = stem
    return { ...cluster, level, align }
  })
}

/** At most four names, then how many more. */
export function namesText(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} +${names.length - 3}`
}

function middle(date: string): number {
  const { earliest, latest } = dayRange(date)
  return (dayNumber(earliest) + dayNumber(latest)) / 2
}

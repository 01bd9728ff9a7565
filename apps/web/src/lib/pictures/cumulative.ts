import type { DayRange } from './day.ts'

/** One region's start, as far as it is known. With `earliest` null only "by this day" is known. */
export type SpreadEvent = DayRange & {
  code: string
  /** Part of a shared ceremony: a tall step of these is a batch, not a first day. */
  batched?: boolean
}

/** The count on a day: at least (every date as late as it may be) and at most (every date as early). */
export type CountOnDay = { day: string; atLeast: number; atMost: number }

/** Many regions on one and the same day. */
export type Batch = { day: string; count: number; totalAfter: number; ceremonial: boolean }

/** Events with a date of their own, of whatever precision. */
export function datedEvents(events: readonly SpreadEvent[]): SpreadEvent[] {
  return events.filter((event) => event.earliest !== null)
}

/** Events of which only an upper bound is known. */
export function boundedEvents(events: readonly SpreadEvent[]): SpreadEvent[] {
  return events.filter((event) => event.earliest === null)
}

/** How many dated events there were by each day on which either bound changes, in order of days. Upper bounds are
 * not counted: see `knownByCounts`. */
export function cumulativeCounts(events: readonly SpreadEvent[]): CountOnDay[] {
  const dated = datedEvents(events)
  const latest = dated.map((event) => event.latest).sort()
  const earliest = dated.map((event) => event.earliest ?? event.latest).sort()
  const days = [...new Set([...latest, ...earliest])].sort()
  let [sure, possible] = [0, 0]
  return days.map((day) => {
    while (sure < latest.length && (latest[sure] ?? '') <= day) sure++
    while (possible < earliest.length && (earliest[possible] ?? '') <= day) possible++
    return { day, atLeast: sure, atMost: possible }
  })
}

/** The least count with upper bounds added: dated events by their latest day plus regions known by then without a
 * date. A region that has both counts once. */
export function knownByCounts(events: readonly SpreadEvent[]): { day: string; count: number }[] {
  const first = new Map<string, string>()
  for (const { code, latest } of events) {
    const before = first.get(code)
    if (before === undefined || latest < before) first.set(code, latest)
  }
  const days = [...first.values()].sort()
  return [...new Set(days)].map((day) => ({ day, count: days.filter((one) => one <= day).length }))
}

/** Days known exactly on which at least `least` regions started, the largest first (ties: the later day first). */
export function batches(events: readonly SpreadEvent[], least = 3): Batch[] {
  const byDay = new Map<string, SpreadEvent[]>()
  for (const event of events) {
    if (event.earliest !== event.latest) continue
    byDay.set(event.latest, [...(byDay.get(event.latest) ?? []), event])
  }
  const dated = datedEvents(events)
  return [...byDay]
    .filter(([, on]) => on.length >= least)
    .map(([day, on]) => ({
      day,
      count: on.length,
      totalAfter: dated.filter((event) => event.latest <= day).length,
      ceremonial: on.every((event) => event.batched === true),
    }))
    .sort((a, b) => b.count - a.count || b.day.localeCompare(a.day))
}

/** The day on which the least count first reached `share` of its end, or null when nothing is dated. */
export function dayOfShare(counts: readonly CountOnDay[], share: number): string | null {
  const all = counts.at(-1)?.atLeast ?? 0
  return counts.find((count) => count.atLeast > 0 && count.atLeast >= all * share)?.day ?? null
}

import { anyOf, ownersAs, rule, secretariat } from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'

/** How many regions in all are to have it by the end of a year, as published. */
export type YearTarget = { year: number; regions: number; source: string }
/** A region a programme is meant for; `byYear` null where no year is said. */
export type TargetRegion = { code: string; byYear: number | null }
/** The first day on which a region is known to have it, `YYYY-MM-DD`; regions count once. */
export type Reached = { code: string; latest: string }

/** Whoever the ministry in charge entrusted with its sector. */
export const itsMinistry: Rule<Owned> = ownersAs(
  { id: 'kementerian pengampunya', en: 'the ministry in charge of it' },
  'sector_ministry',
)

/** Who writes a programme: the ministry in charge its own, the secretariat all. */
export const writesProgramme: Rule<Owned> = anyOf<Owned>(secretariat, itsMinistry)

/** Who may write programmes at all; whose, is asked of each. */
export const takesToScale = rule<unknown>(
  { id: 'kementerian pengampu atau admin kementerian', en: 'a ministry in charge or the secretariat' },
  ({ grants }) => grants.some(({ role }) => role === 'sector_ministry' || role === 'secretariat'),
)

/**
 * What coverage is measured against on a day: the listed regions where there is a list, else the published number of the first
 * year that has not ended, or of the last year; null where no target is set.
 */
export type Measure =
  | { kind: 'listed'; of: number; reached: number; missing: readonly string[] }
  | { kind: 'counted'; of: number; reached: number; year: number; source: string }

/**
 * Coverage against the target on `today`. Where regions are listed only those count; a number is compared with all that have it.
 * @example coverage({ targets: [], regions: [] }, [{ code: '35.10', latest: '2020-01-01' }], '2026-03-02') // null
 */
export function coverage(
  { targets, regions }: { targets: readonly YearTarget[]; regions: readonly TargetRegion[] },
  reached: readonly Reached[],
  today: string,
): Measure | null {
  const there = new Set(reached.map(({ code }) => code))
  if (regions.length > 0) {
    const missing = regions.map(({ code }) => code).filter((code) => !there.has(code))
    return { kind: 'listed', of: regions.length, reached: regions.length - missing.length, missing }
  }
  const inOrder = targets.toSorted((a, b) => a.year - b.year)
  const chosen = inOrder.find(({ year }) => `${year}-12-31` >= today) ?? inOrder.at(-1)
  if (chosen === undefined) return null
  return {
    kind: 'counted',
    of: chosen.regions,
    reached: there.size,
    year: chosen.year,
    source: chosen.source,
  }
}

/** One year of a programme: what was reached by its end (null while it is still to come), what was to be (null: none is published). */
export type CoverageYear = {
  year: number
  opened: number | null
  total: number | null
  target: number | null
}

/**
 * Regions by year, from the first year with a date or a target to the year of `today` or the last target, none left out. A year
 * without a published number of its own has as target the listed regions due by then, where each has a year; else none.
 */
export function coverageByYear(
  { targets, regions }: { targets: readonly YearTarget[]; regions: readonly TargetRegion[] },
  reached: readonly Reached[],
  today: string,
): CoverageYear[] {
  const years = reached.map(({ latest }) => Number(latest.slice(0, 4)))
  const published = new Map(targets.map(({ year, regions }) => [year, regions]))
  const due = regions.every(({ byYear }) => byYear !== null) ? regions.map(({ byYear }) => byYear!) : []
  const all = [...years, ...published.keys(), ...due]
  if (all.length === 0) return []
  const first = Math.min(...all)
  const last = Math.max(...all, Number(today.slice(0, 4)))
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i
    const isAhead = `${year}-01-01` > today
    const listed = due.length > 0 ? due.filter((one) => one <= year).length : null
    return {
      year,
      opened: isAhead ? null : years.filter((one) => one === year).length,
      total: isAhead ? null : years.filter((one) => one <= year).length,
      target: published.get(year) ?? listed,
    }
  })
}

export const spreadKinds = ['claims', 'replications'] as const
/** What spreads: a claim that it runs somewhere, or a replication under way or further. */
export type SpreadKind = (typeof spreadKinds)[number]

export const sidesOfProgramme = ['inside', 'outside', 'unknown'] as const
/** Whether something spread within a programme: in a region it lists, or on the word of its ministry; unknown without a list. */
export type SideOfProgramme = (typeof sidesOfProgramme)[number]

/** On which side of the programme a claim or a replication lies; `isRecommended`: its ministry recommended it. */
export function sideOfProgramme(
  { regionCode, isRecommended }: { regionCode: string | null; isRecommended: boolean },
  listed: ReadonlySet<string>,
): SideOfProgramme {
  if (isRecommended || (regionCode !== null && listed.has(regionCode))) return 'inside'
  return listed.size === 0 ? 'unknown' : 'outside'
}

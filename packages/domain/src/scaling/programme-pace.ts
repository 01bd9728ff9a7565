import type { Says } from '../text/says.ts'
import { coverage } from './scaling-programme.ts'
import type { Reached, TargetRegion, YearTarget } from './scaling-programme.ts'

/** How fast a programme gets on, of the regions that its target counts. */
export type Pace = {
  /** Regions that came in the last twelve months, by their first date. */
  recent: number
  /** Regions a year from now on that would reach the target in time; null where no target or no year is set. */
  needed: number | null
  /** The year by whose end the target is meant to be reached. */
  year: number | null
}

type Targets = { targets: readonly YearTarget[]; regions: readonly TargetRegion[] }

/**
 * Regions of the last twelve months beside what is needed a year. The current year counts as one that is left; of a target whose
 * year is over all that is missing is needed now.
 * @example
 * programmePace({ targets: [{ year: 2027, regions: 5, source: 'Renstra' }], regions: [] },
 *   [{ code: '35.10', latest: '2025-09-01' }], '2026-03-02') // { recent: 1, needed: 2, year: 2027 }
 */
export function programmePace(programme: Targets, reached: readonly Reached[], today: string): Pace {
  const measure = coverage(programme, reached, today)
  const listed = new Set(programme.regions.map(({ code }) => code))
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  const counted = reached.filter(({ code }) => listed.size === 0 || listed.has(code))
  const recent = counted.filter(({ latest }) => latest > yearAgo && latest <= today).length
  const year =
    measure === null ? null : measure.kind === 'counted' ? measure.year : lastDue(programme.regions)
  if (measure === null || year === null) return { recent, needed: null, year }
  const left = Math.max(1, year - Number(today.slice(0, 4)) + 1)
  return { recent, needed: Math.ceil(Math.max(0, measure.of - measure.reached) / left), year }
}

/** The last year that regions are due by; null where one has none. */
function lastDue(regions: readonly TargetRegion[]): number | null {
  const years = regions.flatMap(({ byYear }) => byYear ?? [])
  return years.length < regions.length ? null : Math.max(...years)
}

export const findingAges = ['month', 'quarter', 'half', 'older'] as const
/** For how long a finding has been open, by the day it was found. */
export type FindingAge = (typeof findingAges)[number]

export const findingAgeNames: Record<FindingAge, Says> = {
  month: { id: 'sampai 30 hari', en: 'up to 30 days' },
  quarter: { id: '31–90 hari', en: '31–90 days' },
  half: { id: '91–180 hari', en: '91–180 days' },
  older: { id: 'lebih dari 180 hari', en: 'over 180 days' },
}
/** The last day of each age that ends, in days from the day it was found. */
export const findingAgeDays = { month: 30, quarter: 90, half: 180 } as const

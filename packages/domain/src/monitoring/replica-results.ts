import { numberOf } from '../blueprints/typed-detail.ts'
import type { PlanIndicator } from '../action-plans/plan-indicators.ts'
import { isSameUnit } from './measured-indicator.ts'
import type { Direction, MeasuredIndicator } from './measured-indicator.ts'
import { valueGroups } from './reported-value.ts'
import type { PeopleCount, ReportedValue, ReportedValues, ValueGroup } from './reported-value.ts'
import type { Quarter } from './reporting-quarter.ts'

/** Fewer replicas than this are shown and nothing is concluded from them. */
export const fewestCompared = 3

/** What a replica planned and what its verified reports say, oldest first. `startedOn`: the first day it can have run, or null. */
export type ReplicaReports = {
  code: string
  startedOn: string | null
  planned: readonly PlanIndicator[]
  reports: readonly (Quarter & { values: ReportedValues })[]
}

export const resultStandings = ['compared', 'no_baseline', 'not_started', 'other_unit', 'silent'] as const
/**
 * How far a replica can be compared with its own time before: wholly; without a value from before; not yet, since it does not
 * run; not, since it measures in another unit; not, since it runs and reported no value.
 */
export type ResultStanding = (typeof resultStandings)[number]

/** A value of before: of the plan, or of the last report before it ran. */
export type ValueBefore = { value: number; quarter: Quarter | null }
/** A value of a quarter, with the people behind it. */
export type ValueAfter = { value: number; quarter: Quarter } & Pick<ReportedValue, 'all' | 'groups'>

export type ReplicaResult = {
  code: string
  standing: ResultStanding
  before: ValueBefore | null
  /** The newest since it runs. */
  after: ValueAfter | null
  target: number | null
}

/** What a replica tells of an indicator, before and since it runs. The quarter in which it began is one in which it ran. */
export function replicaResult(indicator: MeasuredIndicator, replica: ReplicaReports): ReplicaResult {
  const { startedOn, reports } = replica
  const told = valuesOf(indicator, reports)
  const start = startedOn === null ? null : quarterOf(startedOn)
  const since = start === null ? [] : told.same.filter(({ quarter }) => !isEarlier(quarter, start))
  const earlier = start === null ? told.same : told.same.filter(({ quarter }) => isEarlier(quarter, start))
  const plan = replica.planned.find(({ key }) => key === indicator.key)
  const isComparable = plan !== undefined && isSameUnit(plan.unit, indicator.unit)
  const planned = isComparable ? numberOf(plan.baseline) : null
  const last = earlier.at(-1)
  const before =
    planned !== null
      ? { value: planned, quarter: null }
      : last
        ? { value: last.value, quarter: last.quarter }
        : null
  const after = since.at(-1) ?? null
  return {
    code: replica.code,
    standing: standingOf({ hasOther: told.hasOther, isRunning: start !== null, before, after }),
    before,
    after,
    target: isComparable ? numberOf(plan.target) : null,
  }
}

function valuesOf({ key, unit }: MeasuredIndicator, reports: ReplicaReports['reports']) {
  const told = reports.flatMap(({ year, quarter, values }): (ValueAfter & { unit: string | null })[] =>
    Object.hasOwn(values, key) ? [{ ...values[key]!, quarter: { year, quarter } }] : [],
  )
  const same = told.filter((one) => isSameUnit(one.unit, unit))
  return {
    same: same.map(({ value, quarter, all, groups }): ValueAfter => ({ value, quarter, all, groups })),
    hasOther: told.length > same.length,
  }
}

function standingOf(seen: {
  hasOther: boolean
  isRunning: boolean
  before: ValueBefore | null
  after: ValueAfter | null
}): ResultStanding {
  if (!seen.isRunning) return 'not_started'
  if (seen.after !== null) return seen.before === null ? 'no_baseline' : 'compared'
  return seen.hasOther ? 'other_unit' : 'silent'
}

/** The quarter of a day, `YYYY-MM-DD`. @example quarterOf('2026-05-02') // { year: 2026, quarter: 2 } */
export function quarterOf(day: string): Quarter {
  return { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) }
}

function isEarlier(one: Quarter, other: Quarter): boolean {
  return one.year < other.year || (one.year === other.year && one.quarter < other.quarter)
}

/** What replicas show together. Medians are of the compared; better, same and worse only where a direction is known. */
export type ResultFinding = {
  medianBefore: number
  medianAfter: number
  moved: { better: number; same: number; worse: number } | null
}

/** What can be concluded from those compared; null from fewer than three. */
export function resultFinding(
  results: readonly ReplicaResult[],
  direction: Direction | null,
): ResultFinding | null {
  const pairs = results.flatMap(({ standing, before, after }) =>
    standing === 'compared' ? [{ before: before!.value, after: after!.value }] : [],
  )
  if (pairs.length < fewestCompared) return null
  const sign = direction === 'lower' ? -1 : 1
  const ways = pairs.map(({ before, after }) => Math.sign(after - before) * sign)
  const count = (wanted: number) => ways.filter((way) => way === wanted).length
  return {
    medianBefore: median(pairs.map(({ before }) => before)),
    medianAfter: median(pairs.map(({ after }) => after)),
    moved: direction && { better: count(1), same: ways.filter((way) => way === 0).length, worse: count(-1) },
  }
}

/** The middle value, or the mean of the two middle ones; not of an empty list. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/** How many replicas stand how, those of no number too. */
export function standingCounts(results: readonly ReplicaResult[]): Record<ResultStanding, number> {
  const count = (wanted: ResultStanding) => results.filter(({ standing }) => standing === wanted).length
  return Object.fromEntries(resultStandings.map((one) => [one, count(one)])) as Record<ResultStanding, number>
}

/**
 * What replicas tell of the people of a group, by their newest values: how many replicas, how many people they reached; and,
 * over those that also tell of everybody and give totals of both, the group beside everybody of the same replicas.
 */
export type GroupReach = {
  group: ValueGroup
  replicas: number
  reached: number
  beside: { replicas: number; own: Share; everybody: Share } | null
}
type Share = { reached: number; of: number }

/** The reach of each group that any replica tells of. */
export function groupReach(results: readonly ReplicaResult[]): GroupReach[] {
  return valueGroups.flatMap((group) => {
    const told = results.flatMap(({ after }) => {
      const own = after?.groups[group]
      return own ? [{ own, everybody: after.all }] : []
    })
    if (told.length === 0) return []
    const reached = told.reduce((sum, { own }) => sum + own.reached, 0)
    const whole = told.flatMap(({ own, everybody }) => {
      const [a, b] = [own, everybody].map(shareOf)
      return a && b ? [{ own: a, everybody: b }] : []
    })
    const sum = (shares: readonly Share[]): Share => ({
      reached: shares.reduce((all, one) => all + one.reached, 0),
      of: shares.reduce((all, { of }) => all + of, 0),
    })
    const beside = whole.length > 0 && {
      replicas: whole.length,
      own: sum(whole.map(({ own }) => own)),
      everybody: sum(whole.map(({ everybody }) => everybody)),
    }
    return [{ group, replicas: told.length, reached, beside: beside || null }]
  })
}

/** Of how many so many were reached; null where the total is not known, or nobody is there. */
function shareOf(count: PeopleCount | null): Share | null {
  return count === null || count.of === null || count.of === 0
    ? null
    : { reached: count.reached, of: count.of }
}

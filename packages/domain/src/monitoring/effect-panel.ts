import { isSameUnit } from './measured-indicator.ts'
import type { MeasuredIndicator } from './measured-indicator.ts'
import { quarterOf } from './replica-results.ts'
import type { ReplicaReports } from './replica-results.ts'
import type { Quarter } from './reporting-quarter.ts'

/** Regions that must report before and after they began, unless configured otherwise. */
export const defaultEffectRegions = 20
/** Regions not yet begun that the others are compared with, at the least. */
export const fewestNotYet = 5

/**
 * How many regions must report before an effect is computed, from configuration: `SEMAI_EFFECT_REGIONS` 10 to 514.
 * @throws RangeError for anything else.
 * @example effectRegionsFrom({ SEMAI_EFFECT_REGIONS: '30' }) // 30
 */
export function effectRegionsFrom(env: Record<string, string | undefined>): number {
  const text = env['SEMAI_EFFECT_REGIONS']?.trim()
  if (!text) return defaultEffectRegions
  const regions = Number(text)
  if (!Number.isInteger(regions) || regions < 10 || regions > 514) {
    throw new RangeError(`SEMAI_EFFECT_REGIONS takes a number of regions from 10 to 514; found "${text}".`)
  }
  return regions
}

/** What an institution reported in a half-year; `first` the half-year in which it began, null while it has not. */
export type EffectRow = { unit: string; time: number; first: number | null; outcome: number }

/**
 * Half-years counted from the year 0, so that they follow each other as whole numbers.
 * @example halfYear({ year: 2026, quarter: 3 }) // 4053
 */
export function halfYear({ year, quarter }: Quarter): number {
  return year * 2 + (quarter > 2 ? 1 : 0)
}

/**
 * Values of an indicator as a panel of institutions and half-years: the mean of what all replicas of an institution reported
 * in each. An institution began when the first of its replicas did. Values in another unit are left out.
 */
export function effectPanel(
  { key, unit }: MeasuredIndicator,
  replicas: readonly (ReplicaReports & { institution: string })[],
): EffectRow[] {
  const byInstitution = Map.groupBy(replicas, ({ institution }) => institution)
  return [...byInstitution].flatMap(([institution, own]) => {
    const starts = own.flatMap(({ startedOn }) => (startedOn ? [halfYear(quarterOf(startedOn))] : []))
    const first = starts.length === 0 ? null : Math.min(...starts)
    const told = own.flatMap(({ reports }) =>
      reports.flatMap((report) =>
        Object.hasOwn(report.values, key) && isSameUnit(report.values[key]!.unit, unit)
          ? [{ time: halfYear(report), value: report.values[key]!.value }]
          : [],
      ),
    )
    return [...Map.groupBy(told, ({ time }) => time)]
      .map(([time, values]) => {
        const outcome = values.reduce((sum, { value }) => sum + value, 0) / values.length
        return { unit: institution, time, first, outcome }
      })
      .toSorted((a, b) => a.time - b.time)
  })
}

/** Who can stand behind an effect: institutions that began and can be compared, and the most that had not begun at one time. */
export type EffectSupport = { begun: number; notYet: number }

/**
 * Counts them. A pair of half-years is the last one anybody reported before a beginning and one from it on; who has not begun by
 * the later one and reported in both is compared with. `notYet` is the largest number of those in any pair; `begun` are the
 * institutions that reported in a pair of theirs in which another did that began with them, and at least five had not begun.
 * Cost: O(institutions · half-years²).
 */
export function effectSupport(rows: readonly EffectRow[]): EffectSupport {
  const times = [...new Set(rows.map(({ time }) => time))].toSorted((a, b) => a - b)
  const units = [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    first: own[0]!.first ?? Infinity,
    times: new Set(own.map(({ time }) => time)),
  }))
  const pairs = [...new Set(units.map(({ first }) => first))].flatMap((first) => {
    const base = times.findLast((time) => time < first)
    if (first === Infinity || base === undefined) return []
    return times.filter((time) => time >= first).map((time) => seenIn(units, { first, base, time }))
  })
  const begun = pairs.flatMap(({ own, notYet }) => (own.length >= 2 && notYet >= fewestNotYet ? own : []))
  return { begun: new Set(begun).size, notYet: Math.max(0, ...pairs.map(({ notYet }) => notYet)) }
}

type Seen = { unit: string; first: number; times: ReadonlySet<number> }

/** Who reported in both half-years: of those that began in `first`, and how many that had not begun by `time`. */
function seenIn(
  units: readonly Seen[],
  { first, base, time }: { first: number; base: number; time: number },
): { own: string[]; notYet: number } {
  const seen = units.filter(({ times }) => times.has(base) && times.has(time))
  return {
    own: seen.filter((one) => one.first === first).map(({ unit }) => unit),
    notYet: seen.filter((one) => one.first > time).length,
  }
}

import { isBound, isDated, isLocalAdopter, strengthByRegion } from './spread.ts'
import type { Counted, PossibleAdopter } from './spread.ts'
import type { DatedPlace } from './spread-then.ts'
import type { Precision, Strength } from './claim.ts'

/** When something was first there, as exactly as it is known: some day from `earliest` to `latest`. */
export type FirstDate = {
  earliest: string
  latest: string
  precision: Exclude<Precision, 'by'>
  /** The date of a ceremony that many shared, so no first day of service. */
  isBatched: boolean
}

/** What a map, a curve and a table by place need to know of one region. */
export type RegionSpread = {
  regionCode: string
  /** The first date; null where only upper bounds are known. */
  first: FirstDate | null
  /** The earliest day by which it had begun, of its upper bounds; null without any. */
  boundBy: string | null
  /** The strongest of its dated claims; null without any. */
  strength: Strength | null
  /** Whether any dated claim has not stopped. */
  isRunning: boolean
}

type Located = Counted & { regionCode: string; earliest: string | null; batch: string | null }

/**
 * Claims as one row a region, by code: its first date (of equal ones the most exactly known, then the ceremony), its strongest
 * claim on `today`. A claim that only says when something stopped dates nothing.
 */
export function regionSpread(claims: readonly Located[], today: string): RegionSpread[] {
  const strongest = strengthByRegion(claims, today)
  const rows = [...Map.groupBy(claims, ({ regionCode }) => regionCode)].map(([regionCode, own]) => {
    const dated = own.filter(isDated).toSorted(byFirst)
    const bounds = own.filter(isBound).map(({ latest }) => latest)
    return {
      regionCode,
      first: dated[0] ? firstDate(dated[0]) : null,
      boundBy: bounds.toSorted()[0] ?? null,
      strength: strongest.get(regionCode) ?? null,
      isRunning: dated.some(({ stoppedOn }) => stoppedOn === null),
    }
  })
  return rows
    .filter(({ first, boundBy }) => first !== null || boundBy !== null)
    .toSorted((a, b) => a.regionCode.localeCompare(b.regionCode))
}

/** Regions that have a date, each with its first. */
export function datedRegions(rows: readonly RegionSpread[]): { regionCode: string; first: FirstDate }[] {
  return rows.flatMap(({ regionCode, first }) => (first ? [{ regionCode, first }] : []))
}

/** The same as the tables by province count them: with the province each region belongs to now. */
export function datedPlaces(
  rows: readonly RegionSpread[],
  regions: readonly PossibleAdopter[],
): DatedPlace[] {
  const provinces = new Map(regions.map(({ code, provinceCode }) => [code, provinceCode]))
  return datedRegions(rows).flatMap(({ regionCode, first: { latest, precision } }) => {
    const provinceCode = provinces.get(regionCode)
    // A first date is no stop, whatever it was that happened.
    return provinceCode ? [{ regionCode, provinceCode, latest, precision, happening: 'opened' as const }] : []
  })
}

/** A date as far as it is known: `2021`, `2021-05` or `2021-05-17`. */
export function knownDate({ latest, precision }: Pick<FirstDate, 'latest' | 'precision'>): string {
  return latest.slice(0, { day: 10, month: 7, year: 4 }[precision])
}

/** Who could take it over: regencies and cities with a government and Jakarta; every government; or every place. */
export type AdopterKind = 'local' | 'governments' | 'places'

/**
 * How many could take something over, by who has: the regencies and cities with a government of their own and Jakarta (509), as
 * soon as another province has it all governments (546), and where a place without a government has it all places.
 */
export function adoptersInScope(
  adopted: readonly string[],
  regions: readonly PossibleAdopter[],
): { kind: AdopterKind; count: number } {
  const has = new Set(adopted)
  const others = regions.filter((region) => has.has(region.code) && !isLocalAdopter(region))
  const kind =
    others.length === 0
      ? 'local'
      : others.every(({ hasGovernment }) => hasGovernment)
        ? 'governments'
        : 'places'
  return { kind, count: regions.filter((region) => isAdopter(region, kind)).length }
}

/** Whether a region is one of those that could take something over. */
export function isAdopter(region: PossibleAdopter, kind: AdopterKind): boolean {
  return kind === 'places' || (kind === 'governments' ? region.hasGovernment : isLocalAdopter(region))
}

function byFirst(a: Located, b: Located): number {
  return (
    a.latest.localeCompare(b.latest) ||
    (b.earliest ?? '').localeCompare(a.earliest ?? '') ||
    Number(b.batch !== null) - Number(a.batch !== null)
  )
}

function firstDate({ earliest, latest, precision, batch }: Located): FirstDate {
  return {
    earliest: earliest ?? latest,
    latest,
    precision: precision as FirstDate['precision'],
    isBatched: batch !== null,
  }
}

import {
  strengthOn,
  strengths,
  type Act,
  type ClaimKind,
  type Happening,
  type Precision,
  type Strength,
} from './claim.ts'

/** What counting needs to know of a claim. */
export type Counted = {
  kind: ClaimKind
  happening: Happening
  latest: string
  precision: Precision
  strength: Act
  validUntil: string | null
  stoppedOn: string | null
}

/** What tells whether a claim dates an adoption. */
export type Dating = { precision: Precision; happening: Happening }

/** A claim, or what is left of it, with the last day it may stand for: enough to count by year. */
export type DatedDay = Dating & { latest: string }

/** Whether a claim dates an adoption, however roughly: an upper bound has no date, and a stop dates only an end. */
export function isDated({ precision, happening }: Dating): boolean {
  return precision !== 'by' && happening !== 'stopped'
}

/** Whether all that a claim says is that it had begun by some day. */
export function isBound({ precision, happening }: Dating): boolean {
  return precision === 'by' && happening !== 'stopped'
}

/** The first dated claim of each region, in the order given among equals: what is counted when regions are. */
export function firstByRegion<Claim extends DatedDay & { regionCode: string }>(
  claims: readonly Claim[],
): Claim[] {
  const first = new Map<string, Claim>()
  for (const claim of claims.filter(isDated)) {
    const before = first.get(claim.regionCode)
    if (!before || claim.latest < before.latest) first.set(claim.regionCode, claim)
  }
  return [...first.values()]
}

/** How many innovations some claims are about, and in how many regions: two claims that meet on one count once. */
export function countReach(claims: readonly { innovationCode: string; regionCode: string }[]): {
  innovations: number
  regions: number
} {
  return {
    innovations: new Set(claims.map((claim) => claim.innovationCode)).size,
    regions: new Set(claims.map((claim) => claim.regionCode)).size,
  }
}

/** How many claims there are of each strength on `today` (`YYYY-MM-DD`); strengths that do not occur count 0. */
export function countByStrength(claims: readonly Counted[], today: string): Record<Strength, number> {
  const counts = Object.fromEntries(strengths.map((strength) => [strength, 0])) as Record<Strength, number>
  for (const claim of claims) counts[strengthOn(claim, today)] += 1
  return counts
}

/**
 * How many regions have a dated claim, each under its strongest on `today`: the split of a number of regions, to
 * which it adds up. A region is not updated when all of its claims are.
 */
export function countRegionsByStrength(
  claims: readonly (Counted & { regionCode: string })[],
  today: string,
): Record<Strength, number> {
  const counts = Object.fromEntries(strengths.map((strength) => [strength, 0])) as Record<Strength, number>
  for (const strength of strengthByRegion(claims, today).values()) counts[strength] += 1
  return counts
}

/** The strongest of each region's dated claims on `today`: what one mark for the region may show. */
export function strengthByRegion(
  claims: readonly (Counted & { regionCode: string })[],
  today: string,
): Map<string, Strength> {
  const strongest = new Map<string, Strength>()
  for (const claim of claims.filter(isDated)) {
    const [strength, before] = [strengthOn(claim, today), strongest.get(claim.regionCode)]
    if (before === undefined || weight(strength) > weight(before)) strongest.set(claim.regionCode, strength)
  }
  return strongest
}

/** Acts by their order; not updated is weaker than any. */
function weight(strength: Strength): number {
  return strength === 'not_updated' ? -1 : strengths.indexOf(strength)
}

/** Dated claims for each year from the first to the last, years without any included. Empty for no dated claim. */
export function countByYear(claims: readonly DatedDay[]): { year: number; count: number }[] {
  const years = claims.filter(isDated).map((claim) => Number(claim.latest.slice(0, 4)))
  if (years.length === 0) return []
  const first = Math.min(...years)
  const rows = Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => ({
    year: first + i,
    count: 0,
  }))
  for (const year of years) rows[year - first]!.count += 1
  return rows
}

/** A government that could adopt: an autonomous regency or city, or the province of Jakarta. */
export type PossibleAdopter = { code: string; kind: string; provinceCode: string; hasGovernment: boolean }

/**
 * Whether a region counts in the denominator of programmes for regencies and cities: those with a government of their
 * own, and the province of Jakarta, which runs such services itself (509 in all).
 */
export function isLocalAdopter(region: PossibleAdopter): boolean {
  return region.code === '31' || (region.kind !== 'province' && region.hasGovernment)
}

/** One province in the table beside a map: claims per year, the total, and the governments that could adopt. */
export type ProvinceRow = { provinceCode: string; years: number[]; count: number; governments: number }

/**
 * Counts dated claims by province and year, most first, then by share of the governments that could adopt.
 * Every province has a row, also those with nothing known.
 */
export function countByProvince(
  claims: readonly (DatedDay & { provinceCode: string })[],
  regions: readonly PossibleAdopter[],
): ProvinceRow[] {
  const years = countByYear(claims).map((row) => row.year)
  const rows = new Map<string, ProvinceRow>()
  for (const region of regions) {
    const row = rows.get(region.provinceCode) ?? emptyRow(region.provinceCode, years.length)
    if (isLocalAdopter(region)) row.governments += 1
    rows.set(region.provinceCode, row)
  }
  for (const claim of claims.filter(isDated)) {
    const row = rows.get(claim.provinceCode)
    if (!row) throw new RangeError(`countByProvince: no region of province ${claim.provinceCode}`)
    const year = years.indexOf(Number(claim.latest.slice(0, 4)))
    row.years[year] = (row.years[year] ?? 0) + 1
    row.count += 1
  }
  const share = (row: ProvinceRow) => (row.governments === 0 ? 0 : row.count / row.governments)
  return [...rows.values()].toSorted(
    (a, b) => b.count - a.count || share(b) - share(a) || a.provinceCode.localeCompare(b.provinceCode),
  )
}

function emptyRow(provinceCode: string, years: number): ProvinceRow {
  return { provinceCode, years: Array.from({ length: years }, () => 0), count: 0, governments: 0 }
}

import {
  strengthOn,
  type Act,
  type ClaimKind,
  type Happening,
  type Precision,
  type Strength,
} from '@semai/domain/claims/claim'
import { datedRegions, regionSpread, type RegionSpread } from '@semai/domain/claims/region-spread'
import { firstByRegion, isBound, isDated, strengthByRegion } from '@semai/domain/claims/spread'
import type { SpreadEvent } from '#lib/pictures/cumulative.ts'
import type { MapLabel } from '#lib/pictures/map-labels.ts'
import type { MapMark, MarkShape } from '#lib/pictures/marks.ts'
import { bucketCounts, bucketOf, yearBuckets, type YearBucket } from '#lib/pictures/time-scale.ts'

/** What the pictures need to know of a claim with its place. */
export type ShownClaim = {
  kind: ClaimKind
  happening: Happening
  earliest: string | null
  latest: string
  precision: Precision
  strength: Act
  validUntil: string | null
  batch: string | null
  stoppedOn: string | null
  regionCode: string
  regionName: string
}

/** Everything a map through time is drawn from. */
export type SpreadView = {
  buckets: YearBucket[]
  counts: { opened: number; total: number }[]
  marks: MapMark[]
  labels: MapLabel[]
  /** Regions with a date; each counts once, at its first. */
  dated: number
  bounds: number
}

const shapeOf: Record<Strength, MarkShape> = {
  reported: 'hollow',
  declared: 'hollow',
  confirmed: 'solid',
  verified: 'solid',
  not_updated: 'lapsed',
}

/** The claims of one strength on `today`, or all. */
export function ofStrength<Claim extends ShownClaim>(
  claims: readonly Claim[],
  strength: Strength | null,
  today: string,
): Claim[] {
  return claims.filter((claim) => strength === null || strengthOn(claim, today) === strength)
}

/**
 * Marks, year bars and labels for a map through time. A region counts once, in the year of its first date, and is drawn
 * as strong as its strongest claim is on `today`.
 */
export function spreadView(claims: readonly ShownClaim[], today: string): SpreadView {
  const names = new Map(claims.map((claim) => [claim.regionCode, claim.regionName]))
  return regionView(regionSpread(claims, today), names)
}

/** The same from one row a region; `span` are the years of a map beside it, where both are to share their colours. */
export function regionView(
  rows: readonly RegionSpread[],
  names: ReadonlyMap<string, string>,
  span?: { first: number; last: number },
): SpreadView {
  const dated = datedRegions(rows)
  const years = dated.map(({ first }) => yearOf(first))
  const buckets =
    years.length === 0 ? [] : yearBuckets(span?.first ?? Math.min(...years), span?.last ?? Math.max(...years))
  const bounded = rows.filter(({ first }) => first === null)
  return {
    buckets,
    counts: bucketCounts(buckets, years),
    marks: [
      ...rows.flatMap(({ regionCode, first, strength, isRunning }): MapMark[] =>
        first && strength
          ? [
              {
                code: regionCode,
                group: bucketOf(buckets, yearOf(first)),
                shape: isRunning ? shapeOf[strength] : 'stopped',
              },
            ]
          : [],
      ),
      ...bounded.map(({ regionCode }): MapMark => ({ code: regionCode, group: null, shape: 'uncertain' })),
    ],
    labels: labelsFor(
      dated.map(({ regionCode, first }) => ({
        regionCode,
        regionName: names.get(regionCode) ?? regionCode,
        latest: first.latest,
      })),
    ),
    dated: dated.length,
    bounds: bounded.length,
  }
}

/** One row a region as the curve reads it: its first date, then its upper bound. */
export function regionEvents(rows: readonly RegionSpread[]): SpreadEvent[] {
  return [
    ...datedRegions(rows).map(({ regionCode, first: { earliest, latest, isBatched } }) => ({
      code: regionCode,
      earliest,
      latest,
      batched: isBatched,
    })),
    ...rows.flatMap(({ regionCode, boundBy }) =>
      boundBy === null ? [] : [{ code: regionCode, earliest: null, latest: boundBy, batched: false }],
    ),
  ]
}

/** How each region with a dated claim is drawn: by its strongest claim on `today` while any still runs. */
export function shapeByRegion(claims: readonly ShownClaim[], today: string): Map<string, MarkShape> {
  const running = new Set(
    claims.filter((claim) => isDated(claim) && claim.stoppedOn === null).map((claim) => claim.regionCode),
  )
  return new Map(
    [...strengthByRegion(claims, today)].map(([code, strength]) => [
      code,
      running.has(code) ? shapeOf[strength] : 'stopped',
    ]),
  )
}

/**
 * The same as the curve reads it: each region at its first date, then upper bounds; intervals of days, and which belong
 * to a shared ceremony.
 */
export function spreadEvents(claims: readonly ShownClaim[]): SpreadEvent[] {
  return [...firstByRegion(claims), ...claims.filter(isBound)].map(
    ({ regionCode, earliest, latest, batch }) => ({
      code: regionCode,
      earliest,
      latest,
      batched: batch !== null,
    }),
  )
}

function yearOf(claim: { latest: string }): number {
  return Number(claim.latest.slice(0, 4))
}

type NamedDate = Pick<ShownClaim, 'regionCode' | 'regionName' | 'latest'>

/** The first in the country, the newest, and the first of the far ends, so that the map names a few places. */
function labelsFor(dated: readonly NamedDate[]): MapLabel[] {
  const inOrder = dated.toSorted(
    (a, b) => a.latest.localeCompare(b.latest) || a.regionCode.localeCompare(b.regionCode),
  )
  const chosen = new Map<string, NamedDate>()
  const choose = (claim: NamedDate | undefined) => claim && chosen.set(claim.regionCode, claim)
  choose(inOrder[0])
  for (const part of [/^(1|2)/, /^3/, /^6/, /^7/, /^(8|9)/, /^5/]) {
    choose(inOrder.find((claim) => part.test(claim.regionCode)))
  }
  return [...chosen.values()].map((claim) => ({
    code: claim.regionCode,
    text: `${shortName(claim.regionName)} ${claim.latest.slice(0, 4)}`,
  }))
}

/** A region's name as a map has room for. */
export function shortName(name: string): string {
  return name
    .replace('Daerah Khusus Ibukota Jakarta', 'DKI Jakarta')
    .replace('Daerah Istimewa', 'DI')
    .replace('Kepulauan Bangka Belitung', 'Bangka Belitung')
    .replace(/^Kabupaten /, '')
    .replace(/^Kota /, '')
}

/** A region's name for a list: long words shortened, the kind kept. */
export function placeName(name: string): string {
  return name
    .replace('Daerah Khusus Ibukota Jakarta', 'DKI Jakarta')
    .replace('Daerah Istimewa', 'DI')
    .replace(/^Kabupaten /, 'Kab.\u00a0')
    .replace(/^Kota /, 'Kota\u00a0')
}

/** The years from the first to the last claim: one year when they are the same, empty when there is none. */
export function yearsOf({ first, last }: { first: string | null; last: string | null }): string {
  if (!first || !last) return ''
  const [from, to] = [first.slice(0, 4), last.slice(0, 4)]
  return from === to ? from : `${from}–${to}`
}

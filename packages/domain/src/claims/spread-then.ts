import { provinceOn, provincesDuring, type ProvinceChange } from '../regions/province-history.ts'
import { countByProvince, isDated } from './spread.ts'
import type { DatedDay, PossibleAdopter, ProvinceRow } from './spread.ts'

/** A dated claim with where it is. */
export type DatedPlace = DatedDay & { regionCode: string; provinceCode: string }

/** The first and last day of dated claims, each by its latest possible day; null without any. */
export function spanOf(claims: readonly DatedDay[]): { first: string; last: string } | null {
  const days = claims
    .filter(isDated)
    .map((claim) => claim.latest)
    .toSorted()
  return days.length === 0 ? null : { first: days[0]!, last: days.at(-1)! }
}

/** Whether provinces as they were differ from provinces as they are, for these claims: some are older than a change. */
export function provincesDiffered(claims: readonly DatedDay[], history: readonly ProvinceChange[]): boolean {
  const span = spanOf(claims)
  return span !== null && history.some((change) => change.validFrom > span.first)
}

/**
 * The table by province with provinces as they were when each claim happened. A claim counts in the province its
 * region belonged to on the claim's latest possible day. A government counts in the denominator of every province it
 * belonged to between the first and the last claim, so that no province can have more claims than governments;
 * governments that moved in between count twice. A province that did not exist in that time has no row.
 */
export function countByProvinceThen(
  claims: readonly DatedPlace[],
  regions: readonly PossibleAdopter[],
  history: readonly ProvinceChange[],
): ProvinceRow[] {
  const span = spanOf(claims)
  if (!span) return countByProvince([], regions)
  const placed = claims.map((claim) => ({
    ...claim,
    provinceCode: provinceOn(claim.regionCode, claim.latest, history),
  }))
  const then = regions.flatMap((region) =>
    region.kind === 'province'
      ? [region]
      : provincesDuring(region.code, span, history).map((provinceCode) => ({ ...region, provinceCode })),
  )
  const founded = new Set(
    [...placed, ...then.filter((region) => region.kind !== 'province')].map((one) => one.provinceCode),
  )
  const withParts = new Set(regions.filter(({ kind }) => kind !== 'province').map((one) => one.provinceCode))
  const stood = (code: string) => founded.has(code) || !withParts.has(code)
  return countByProvince(
    placed,
    then.filter((region) => stood(region.provinceCode)),
  )
}

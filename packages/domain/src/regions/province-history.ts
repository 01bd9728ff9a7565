import { provinceCodeOf } from './region.ts'

/** A region that changed province: until the day before `validFrom` it belonged to `formerProvinceCode`. */
export type ProvinceChange = { regionCode: string; formerProvinceCode: string; validFrom: string }

/**
 * The province a region belonged to on `day` (`YYYY-MM-DD`). On the first day of the new law it is in the new one;
 * without a later change it is in the province of its code.
 * @example provinceOn('94.04', '2022-07-24', history) // '91': Mimika was in Papua until UU 15/2022
 */
export function provinceOn(regionCode: string, day: string, history: readonly ProvinceChange[]): string {
  const next = history
    .filter((change) => change.regionCode === regionCode && change.validFrom > day)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))[0]
  return next?.formerProvinceCode ?? provinceCodeOf(regionCode)
}

/** The provinces a region belonged to from the first to the last day, each once, in order of time. */
export function provincesDuring(
  regionCode: string,
  { first, last }: { first: string; last: string },
  history: readonly ProvinceChange[],
): string[] {
  const changed = history
    .filter((change) => change.regionCode === regionCode && change.validFrom > first)
    .filter((change) => change.validFrom <= last)
    .map((change) => change.validFrom)
    .toSorted()
  return [...new Set([first, ...changed].map((day) => provinceOn(regionCode, day, history)))]
}

import { countByProvince, firstByRegion, type ProvinceRow } from '@semai/domain/claims/spread'
import { countByProvinceThen, type DatedPlace } from '@semai/domain/claims/spread-then'
import type { ProvinceChange } from '@semai/domain/regions/province-history'
import type { RegionPoint } from '@semai/store/spread/spread.queries'

/** Which provinces a figure counts by: as they are now, or as they were when each claim happened. */
export type Borders = 'now' | 'past'

const asked = 'saat-itu'

/** The provinces a reader wants to count by, from `?batas=saat-itu`; anything else means as they are now. */
export function bordersFilter(url: URL): Borders {
  return url.searchParams.get('batas') === asked ? 'past' : 'now'
}

/** What an address says of the chosen provinces: nothing for now. */
export function bordersQuery(borders: Borders): string {
  return borders === 'past' ? `batas=${asked}` : ''
}

/** Choices of a page joined for an address, those that say nothing left out. */
export function joinedQuery(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join('&')
}

/** Regions by province, each region once at its first date, in the provinces of now or of then. */
export function provinceRows(
  claims: readonly DatedPlace[],
  regions: readonly RegionPoint[],
  { borders, history }: { borders: Borders; history: readonly ProvinceChange[] },
): ProvinceRow[] {
  const first = firstByRegion(claims)
  return borders === 'past' ? countByProvinceThen(first, regions, history) : countByProvince(first, regions)
}

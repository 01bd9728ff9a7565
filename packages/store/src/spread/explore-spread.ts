import type { Strength } from '@semai/domain/claims/claim'
import { adoptersInScope, datedRegions, type AdopterKind } from '@semai/domain/claims/region-spread'
import { shareOf, sharesByYear, type SharesByYear } from '@semai/domain/claims/spread-shares'
import type { SpreadScope } from '@semai/domain/claims/spread-scope'
import type { PossibleAdopter } from '@semai/domain/claims/spread'
import type { Actor } from '@semai/domain/people/actor'
import { islandGroupOf } from '@semai/domain/regions/island-group'
import type { ProvinceChange } from '@semai/domain/regions/province-history'
import type { Db } from '../db/transaction.ts'
import { provinceChanges } from '../regions/province-changes.ts'
import { provinceClusters, type ProvinceClusters } from './province-clusters.ts'
import { findScope, type FoundScope } from './scope.queries.ts'
import { scopedSpread, type ScopedSpread } from './scoped-spread.queries.ts'
import { lastWholeYear, lookBack, lookBackYears, spreadModel } from './spread-model.ts'
import type { LookBack, Modelled } from './spread-model.ts'
import { publishedFigures, regionPoints, underdevelopedRegions } from './spread.queries.ts'
import type { RegionPoint } from './spread.queries.ts'

/** What is asked of the explorer. */
export type AskedSpread = {
  scope: SpreadScope
  strength: Strength | null
  today: string
  /** The year from whose end a forecast is set against what came; null for the third last one. */
  madeFrom: number | null
}

/** How some innovations spread, and what follows from it. */
export type ExploredSpread = {
  found: FoundScope
  spread: ScopedSpread
  regions: RegionPoint[]
  history: ProvinceChange[]
  /** Totals as published of the one innovation that is looked at, oldest first. */
  figures: Awaited<ReturnType<typeof publishedFigures>>
  adopters: { kind: AdopterKind; count: number }
  /** The last year that the curve is fitted to; null without a date in a year that is over. */
  until: number | null
  /** Null for several innovations: one curve through them would be nobody's. */
  modelled: Modelled | null
  lookBack: LookBack | null
  /** Years from whose end a look back is possible, latest first. */
  lookBackYears: number[]
  shares: Record<'islands' | 'provinces' | 'remoteness', SharesByYear>
  clusters: ProvinceClusters | null
}

/** How many innovations of a wide view come with figures of their own. */
export const mostCompared = 24
/** A look back leaves two whole years to compare with, where the data allow it. */
const yearsCompared = 2

/** Everything the explorer says of what is asked. At most seven queries. */
export async function exploreSpread(
  db: Db,
  actor: Actor,
  { scope, strength, today, madeFrom }: AskedSpread,
): Promise<ExploredSpread> {
  const found = await findScope(db, actor, scope)
  const innovations = found.innovations?.map(({ id }) => id) ?? null
  const one = found.innovations?.length === 1 ? found.innovations[0]! : null
  const [spread, regions, remote, history, figures] = await Promise.all([
    scopedSpread(db, actor, { innovations, strength, today, most: mostCompared }),
    regionPoints(db),
    underdevelopedRegions(db),
    provinceChanges(db),
    one ? publishedFigures(db, one.code) : [],
  ])
  const dated = datedRegions(spread.regions)
  const adopters = adoptersInScope(
    dated.map(({ regionCode }) => regionCode),
    regions,
  )
  const shares = sharesOf(spread, regions, { kind: adopters.kind, remote: new Set(remote) })
  const curve = curveOf(
    dated.map(({ first }) => first),
    { ceiling: adopters.count, today, madeFrom },
  )
  const clusters = clustersOf(shares.provinces, regions)
  const places = { regions, history, figures }
  return { found, spread, ...places, adopters, shares, clusters, ...(one ? curve() : noCurve) }
}

const noCurve = { until: null, modelled: null, lookBack: null, lookBackYears: [] }

function curveOf(
  dates: Parameters<typeof spreadModel>[0],
  { ceiling, today, madeFrom }: { ceiling: number; today: string; madeFrom: number | null },
) {
  return (): Pick<ExploredSpread, 'until' | 'modelled' | 'lookBack' | 'lookBackYears'> => {
    const until = lastWholeYear(dates, today)
    if (until === null) return { ...noCurve, modelled: { refused: 'none' } }
    const years = lookBackYears(dates, until)
    const chosen =
      years.find((year) => year === madeFrom) ??
      years.find((year) => year <= until - yearsCompared) ??
      years[0]
    return {
      until,
      modelled: spreadModel(dates, { ceiling, until }),
      lookBackYears: years,
      lookBack: chosen === undefined ? null : lookBack(dates, { madeFrom: chosen, until, ceiling }),
    }
  }
}

function sharesOf(
  spread: ScopedSpread,
  regions: readonly RegionPoint[],
  { kind, remote }: { kind: AdopterKind; remote: ReadonlySet<string> },
) {
  const by = (groupOf: (place: PossibleAdopter) => string | null) =>
    sharesByYear(spread.regions, regions, { kind, groupOf })
  return {
    islands: by(({ code }) => islandGroupOf(code)),
    provinces: by(({ provinceCode }) => provinceCode),
    // Provinces are in no list of underdeveloped regencies, so they are not the others either.
    remoteness: by((place) =>
      place.kind === 'province' && place.code !== '31' ? null : remote.has(place.code) ? 'remote' : 'others',
    ),
  }
}

function clustersOf({ groups }: SharesByYear, regions: readonly RegionPoint[]): ProvinceClusters | null {
  const points = new Map(regions.map((region) => [region.code, region]))
  return provinceClusters(
    groups.flatMap((group) => {
      const point = points.get(group.key)
      return point ? [{ code: group.key, lat: point.lat, lon: point.lon, share: shareOf(group) }] : []
    }),
  )
}

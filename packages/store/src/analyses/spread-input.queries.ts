import { adoptionsOf, undatedOf } from '@semai/domain/analyses/adoption'
import type { AnalysedPlace, SpreadInput } from '@semai/domain/analyses/adoption'
import { isLocalAdopter } from '@semai/domain/claims/spread'
import { newestFigure, wideFigures } from '@semai/domain/exchange/region-table'
import type { RegionRecord } from '@semai/domain/exchange/region-record'
import { publicActor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { regionRecords } from '../exchange/region-records.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

const allRegions = 2_000

/** What analyses are made from, as the public sees it: the same that the exports of claims and regions hold. Two queries. */
export async function spreadInput(db: Db): Promise<SpreadInput> {
  const claims = await visibleClaims(db, publicActor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .select(['i.code as innovationCode', 'c.region_code as regionCode', 'c.latest', 'c.batch'])
    .select(['c.precision', 'c.happening'])
    .execute()
  const regions = await regionRecords(db, { after: null, limit: allRegions })
  return { adoptions: adoptionsOf(claims), undated: undatedOf(claims), places: regions.map(placeOf) }
}

function placeOf(region: RegionRecord): AnalysedPlace {
  const { code, kind, province, has_government: hasGovernment, point } = region
  const figures = wideFigures.flatMap((name) => {
    const figure = newestFigure(region, name)
    return figure ? [[name, figure.value] as const] : []
  })
  const canAdopt = isLocalAdopter({ code, kind, provinceCode: province.code, hasGovernment })
  return {
    code,
    province: province.code,
    canAdopt,
    lat: point.lat,
    lon: point.lon,
    figures: Object.fromEntries(figures),
  }
}

import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from './visible-claims.ts'
import { ownerThen } from '../organisations/owner-then.ts'

/** A claim that dates an adoption, as `isDated` of domain says it: no upper bound and no stop. */
const dated = sql<boolean>`(c.precision <> 'by' and c.happening <> 'stopped')`

/** Claims joined with place, adopter, innovation and source: what maps, curves and tables are drawn from. */
function placedClaims(db: Db, actor: Actor) {
  return visibleClaims(db, actor)
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('source as s', 's.id', 'c.source_id')
    .select([
      'c.id',
      'c.kind',
      'c.happening',
      'c.earliest',
      'c.latest',
      'c.precision',
      'c.strength',
      'c.valid_until as validUntil',
      'c.batch',
      'c.note',
      'c.local_name as localName',
      'c.stopped_on as stoppedOn',
      'c.state',
      'r.code as regionCode',
      'r.name as regionName',
      'r.slug as regionSlug',
      'r.province_code as provinceCode',
      'r.lat',
      'r.lon',
      sql<boolean>`r.point_check = 'weak'`.as('weakPoint'),
      'o.name as organisation',
      'o.slug as organisationSlug',
      'i.code as innovationCode',
      'i.slug as innovationSlug',
      'i.name as innovation',
      's.name as source',
      's.url as sourceUrl',
    ])
}
export type PlacedClaim = Awaited<ReturnType<typeof claimsOf>>[number]

/** Every claim on one innovation, in order of the latest possible date. One query; at most some hundred rows. */
export function claimsOf(db: Db, actor: Actor, innovationId: string) {
  return placedClaims(db, actor)
    .where('c.innovation_id', '=', innovationId)
    .orderBy('c.latest')
    .orderBy('c.region_code')
    .execute()
}

/** Every claim located in one region (for a province: in the province and all its regencies and cities). */
export function claimsIn(db: Db, actor: Actor, regionCode: string) {
  return placedClaims(db, actor)
    .$if(regionCode.length === 2, (query) => query.where('r.province_code', '=', regionCode))
    .$if(regionCode.length > 2, (query) => query.where('c.region_code', '=', regionCode))
    .orderBy('c.latest')
    .orderBy('c.region_code')
    .limit(2_000)
    .execute()
}

/** Every claim of these organisations, or that was theirs on `day`; at most 2,000. */
export function claimsBy(
  db: Db,
  actor: Actor,
  organisationIds: readonly string[],
  day: string | null = null,
) {
  const adopter = ownerThen({ kind: 'claim', id: 'c.id', owner: 'c.organisation_id' }, day)
  return placedClaims(db, actor)
    .where(sql<boolean>`${adopter} = any(${organisationIds}::uuid[])`)
    .orderBy('c.latest')
    .orderBy('c.region_code')
    .limit(2_000)
    .execute()
}

/** Claims of all innovations that spread, or of those with the `codes`; at most 20,000. */
export function nationalClaims(db: Db, actor: Actor, codes?: readonly string[]) {
  return placedClaims(db, actor)
    .$if(codes !== undefined, (query) => query.where('i.code', '=', sql<string>`any(${codes}::text[])`))
    .orderBy('c.latest')
    .orderBy('c.region_code')
    .limit(20_000)
    .execute()
}

/** Points of all regions for the faint seats of a map, and the province each belongs to. 552 rows. */
export function regionPoints(db: Db) {
  return db
    .selectFrom('region')
    .select(['code', 'name', 'slug', 'kind', 'province_code as provinceCode', 'lat', 'lon'])
    .select(['has_government as hasGovernment', sql<boolean>`point_check = 'weak'`.as('weak')])
    .orderBy('code')
    .execute()
}
export type RegionPoint = Awaited<ReturnType<typeof regionPoints>>[number]

/** Codes of the regencies in the government's list of underdeveloped regions (2020–2024: 62). */
export async function underdevelopedRegions(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('region_attribute')
    .select('region_code as code')
    .where('attribute', '=', 'underdeveloped')
    .where(sql<boolean>`value = 1`)
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

/** How far the innovations of some organisations spread: one row each; `dated` counts regions with a date, once each. */
export function claimsOnInnovationsOf(
  db: Db,
  actor: Actor,
  organisationIds: readonly string[],
  day: string | null = null,
) {
  const origin = ownerThen({ kind: 'innovation', id: 'i.id', owner: 'i.organisation_id' }, day)
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .select(['i.code', 'i.slug', 'i.name'])
    .select((eb) => [
      eb.fn.count<number>('c.region_code').distinct().filterWhere(dated).as('dated'),
      eb.fn.min('c.latest').filterWhere(dated).as('first'),
      eb.fn.max('c.latest').filterWhere(dated).as('last'),
    ])
    .where(sql<boolean>`${origin} = any(${organisationIds}::uuid[])`)
    .groupBy('i.id')
    .orderBy('dated', 'desc')
    .orderBy('i.code')
    .execute()
}

/** Totals as published for every subject, oldest first, each with its source. */
export function allPublishedFigures(db: Db) {
  return figures(db).select('f.subject').orderBy('f.subject').orderBy('f.as_of').limit(2_000).execute()
}

/** Totals as published for a subject (an innovation code or a portal's name), oldest first, each with its source. */
export function publishedFigures(db: Db, subject: string) {
  return figures(db).where('f.subject', '=', subject).orderBy('f.as_of').execute()
}

function figures(db: Db) {
  return db
    .selectFrom('published_figure as f')
    .innerJoin('source as s', 's.id', 'f.source_id')
    .select(['f.measure', 'f.value', 'f.unit', 'f.as_of as asOf', 'f.precision', 'f.note'])
    .select(['s.name as source', 's.url as sourceUrl'])
}

/** Which of the innovations that spread: the `most` widely spread ones of a kind, or the one with a code. */
export type Spreading = { most: number; kind?: 'programme'; code?: string }

/**
 * Innovations with at least one claim, most widely spread first. `dated` counts regions with a date, `bounds` those
 * where only an upper bound is known; a region counts once. `total`: how many there are besides.
 */
export function spreadingInnovations(db: Db, actor: Actor, { most, kind, code }: Spreading) {
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.code', 'i.slug', 'i.name', 'i.expansion', 'i.kind', 'i.summary', 'i.batched'])
    .select(['i.started_year as startedYear', 'o.name as origin', 'o.slug as originSlug'])
    .select((eb) => [
      eb.fn.count<number>('c.region_code').distinct().filterWhere(dated).as('dated'),
      sql<number>`count(distinct c.region_code) filter (where c.happening <> 'stopped')
        - count(distinct c.region_code) filter (where ${dated})`.as('bounds'),
      eb.fn.countAll<number>().filterWhere('c.stopped_on', 'is not', null).as('stopped'),
      eb.fn.min('c.latest').filterWhere(dated).as('first'),
      eb.fn.max('c.latest').filterWhere(dated).as('last'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .$if(kind !== undefined, (query) => query.where('i.kind', '=', kind!))
    .$if(code !== undefined, (query) => query.where('i.code', '=', code!))
    .groupBy(['i.id', 'o.id'])
    .orderBy('dated', 'desc')
    .orderBy('i.code')
    .limit(most)
    .execute()
}

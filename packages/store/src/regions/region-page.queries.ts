import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { latestAward } from '../innovations/latest-award.ts'
import { visibleInnovations } from '../innovations/visible.ts'

/**
 * A region with its province, history, latest figures with sources, hub and government; for a province also the
 * provinces its regions came from or went to. One query.
 * @throws Refusal not-found.
 */
export async function regionPage(db: Db, slug: string) {
  const region = await db
    .selectFrom('region as r')
    .innerJoin('region as p', 'p.code', 'r.province_code')
    .leftJoin('organisation as g', (join) =>
      join.onRef('g.region_code', '=', 'r.code').on('g.kind', '=', 'government').on('g.ended_on', 'is', null),
    )
    .select(['r.code', 'r.kind', 'r.name', 'r.slug', 'r.seat', 'r.lat', 'r.lon'])
    .select(['r.has_government as hasGovernment', 'r.province_code as provinceCode'])
    .select(sql<boolean>`r.point_check = 'weak'`.as('weakPoint'))
    .select(['p.name as province', 'p.slug as provinceSlug', 'g.id as governmentId'])
    .select(['g.name as government', 'g.slug as governmentSlug'])
    .select([historyOf(db).as('history'), cameFrom(db).as('cameFrom'), wentTo(db).as('wentTo')])
    .select([figuresOf(db).as('figures'), hubsOf(db).as('hubs')])
    .where('r.slug', '=', slug)
    .executeTakeFirst()
  if (!region) throw new Refusal('not-found', 'No such region.')
  return region
}

// The parts below belong to the region that the query around them calls r.

function historyOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('region_history as h')
      .innerJoin('region as f', 'f.code', 'h.former_province_code')
      .select(['f.name as formerProvince', 'f.slug as formerProvinceSlug'])
      .select(['h.law', 'h.valid_from as validFrom'])
      .where(sql<boolean>`h.region_code = r.code`)
      .orderBy('h.valid_from'),
  )
}

/** The provinces that regions of this province belonged to before, with how many came and by which law. */
function cameFrom(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('region_history as h')
      .innerJoin('region as f', 'f.code', 'h.former_province_code')
      .innerJoin('region as m', 'm.code', 'h.region_code')
      .select(['f.code', 'f.name', 'f.slug', 'h.law', 'h.valid_from as validFrom'])
      .select((eb) => eb.fn.countAll<number>().as('regions'))
      .where(sql<boolean>`m.province_code = r.code`)
      .groupBy(['f.code', 'h.law', 'h.valid_from'])
      .orderBy('h.valid_from')
      .orderBy('f.code'),
  )
}

/** The provinces that regions of this province belong to now, with how many left and by which law. */
function wentTo(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('region_history as h')
      .innerJoin('region as m', 'm.code', 'h.region_code')
      .innerJoin('region as n', 'n.code', 'm.province_code')
      .select(['n.code', 'n.name', 'n.slug', 'h.law', 'h.valid_from as validFrom'])
      .select((eb) => eb.fn.countAll<number>().as('regions'))
      .where(sql<boolean>`h.former_province_code = r.code`)
      .groupBy(['n.code', 'h.law', 'h.valid_from'])
      .orderBy('h.valid_from')
      .orderBy('n.code'),
  )
}

function figuresOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('region_attribute as a')
      .innerJoin('source as s', 's.id', 'a.source_id')
      .select(['a.attribute', 'a.value', 'a.unit', 'a.year', 's.name as source', 's.url as sourceUrl'])
      .where(sql<boolean>`a.region_code = r.code`)
      .orderBy('a.attribute')
      .orderBy('a.year'),
  )
}

function hubsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('hub as b')
      .innerJoin('source as s', 's.id', 'b.source_id')
      .select(['b.year', 'b.status', 's.name as source'])
      .where(sql<boolean>`b.region_code = r.province_code`)
      .orderBy('b.year'),
  )
}
export type RegionPage = Awaited<ReturnType<typeof regionPage>>

/** Innovations created in a region (for a province: by it and in its regencies and cities), oldest known start first. */
export function createdIn(db: Db, actor: Actor, regionCode: string, limit = 500) {
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('region as r', 'r.code', 'i.region_code')
    .select(['i.code', 'i.slug', 'i.name', 'i.expansion', 'i.summary', 'i.basis', 'i.stage', 'i.replicas'])
    .select(['i.started_from as startedFrom', 'i.started_to as startedTo', 'i.started_year as startedYear'])
    .select(['o.name as origin', 'o.slug as originSlug', 'r.name as region', 'r.slug as regionSlug'])
    .select(latestAward.as('award'))
    .where('i.kind', '=', 'innovation')
    .where(regionCode.length === 2 ? 'i.province_code' : 'i.region_code', '=', regionCode)
    .orderBy(sql`i.started_from nulls last`)
    .orderBy('i.name')
    .limit(limit)
    .execute()
}
export type CreatedHere = Awaited<ReturnType<typeof createdIn>>[number]

/** All regions with what was created there and what runs there, province by province. 552 rows, one query. */
export function regionList(db: Db, actor: Actor) {
  return regionRows(db, actor).orderBy('r.code').execute()
}
export type RegionRow = Awaited<ReturnType<typeof regionList>>[number]

function regionRows(db: Db, actor: Actor) {
  return db
    .selectFrom('region as r')
    .leftJoin(
      visibleInnovations(db, actor)
        .select(['i.region_code', (eb) => eb.fn.countAll<number>().as('created')])
        .where('i.kind', '=', 'innovation')
        .groupBy('i.region_code')
        .as('made'),
      'made.region_code',
      'r.code',
    )
    .leftJoin(
      db
        .selectFrom('claim as c')
        .select(['c.region_code', (eb) => eb.fn.count<number>('c.innovation_id').distinct().as('claimed')])
        .where('c.withdrawn_at', 'is', null)
        .where('c.stopped_on', 'is', null)
        .groupBy('c.region_code')
        .as('ran'),
      'ran.region_code',
      'r.code',
    )
    .select(['r.code', 'r.kind', 'r.name', 'r.slug', 'r.province_code as provinceCode', 'r.lat', 'r.lon'])
    .select(['r.has_government as hasGovernment', sql<boolean>`r.point_check = 'weak'`.as('weak')])
    .select(sql<number>`coalesce(made.created, 0)::int`.as('created'))
    .select(sql<number>`coalesce(ran.claimed, 0)::int`.as('claimed'))
}

/** The regencies and cities of a province with what was created there and what runs there. */
export function regionsOfProvince(db: Db, actor: Actor, provinceCode: string) {
  return regionRows(db, actor).where('r.province_code', '=', provinceCode).orderBy('r.code').execute()
}

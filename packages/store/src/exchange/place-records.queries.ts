import type {
  AgencyRecord,
  AttributeRecord,
  FigureRecord,
  RegionRecord,
} from '@semai/domain/exchange/region-record'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { likeText } from '../db/like-text.ts'
import type { Db } from '../db/transaction.ts'
import { movedAddress } from '../organisations/organisation-page.queries.ts'

type Page<Place> = { after: Place | null; limit: number }

/** A page of regions in order of their codes, with figures and former provinces. One query. */
export async function regionRecords(db: Db, { after, limit }: Page<string>): Promise<RegionRecord[]> {
  const rows = await regionQuery(db)
    .$if(after !== null, (query) => query.where('r.code', '>', after))
    .orderBy('r.code')
    .limit(limit)
    .execute()
  return rows.map(regionRecordOf)
}

/** One region by its code. @throws Refusal not-found. */
export async function openRegion(db: Db, code: string): Promise<RegionRecord> {
  const row = await regionQuery(db).where('r.code', '=', code).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'No such region.')
  return regionRecordOf(row)
}

function regionQuery(db: Db) {
  return db
    .selectFrom('region as r')
    .innerJoin('region as p', 'p.code', 'r.province_code')
    .selectAll('r')
    .select('p.name as province')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('region_history as h')
          .innerJoin('region as f', 'f.code', 'h.former_province_code')
          .select(['f.code', 'f.name', 'h.valid_from', 'h.law'])
          .whereRef('h.region_code', '=', 'r.code')
          .orderBy('h.valid_from'),
      ).as('former'),
      jsonArrayFrom(
        eb
          .selectFrom('region_attribute as a')
          .innerJoin('source as s', 's.id', 'a.source_id')
          .select(['a.attribute', 'a.value', 'a.unit', 'a.year', 's.name', 's.url'])
          .whereRef('a.region_code', '=', 'r.code')
          .orderBy('a.attribute')
          .orderBy('a.year')
          .orderBy('s.name'),
      ).as('figures'),
    ])
}
type RegionRow = Awaited<ReturnType<ReturnType<typeof regionQuery>['execute']>>[number]

function regionRecordOf(row: RegionRow): RegionRecord {
  return {
    code: row.code,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    province: { code: row.province_code, name: row.province },
    has_government: row.has_government,
    seat: row.seat,
    point: { lat: row.lat, lon: row.lon, method: row.point_method, check: row.point_check },
    former_provinces: row.former.map(({ code, name, valid_from, law }) => ({
      province: { code, name },
      until: valid_from,
      law,
    })),
    attributes: row.figures.map(({ name, url, ...figure }) => ({ ...figure, source: { name, url } })),
  }
}

/** The key of one figure of a region: code, name of the figure, year, source. */
export type AttributePlace = readonly [code: string, attribute: string, year: number, sourceId: string]

/** A page of figures of regions, by region and figure. */
export async function attributeRecords(db: Db, { after, limit }: Page<AttributePlace>) {
  const rows = await db
    .selectFrom('region_attribute as a')
    .innerJoin('region as r', 'r.code', 'a.region_code')
    .innerJoin('source as s', 's.id', 'a.source_id')
    .select(['r.code', 'r.name', 'a.attribute', 'a.value', 'a.unit', 'a.year', 'a.source_id as sourceId'])
    .select(['s.name as sourceName', 's.url as sourceUrl'])
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(a.region_code, a.attribute, a.year, a.source_id) > (${after![0]}, ${after![1]}, ${after![2]}::int, ${after![3]}::uuid)`,
      ),
    )
    .orderBy('a.region_code')
    .orderBy('a.attribute')
    .orderBy('a.year')
    .orderBy('a.source_id')
    .limit(limit)
    .execute()
  return rows.map(({ code, name, sourceId, sourceName, sourceUrl, ...figure }) => {
    const record: AttributeRecord = {
      region: { code, name },
      ...figure,
      source: { name: sourceName, url: sourceUrl },
    }
    const place: AttributePlace = [code, figure.attribute, figure.year, sourceId]
    return { record, place }
  })
}

/** A page of organisations in order of their slugs; with `words`, those whose name contains them. */
export async function agencyRecords(
  db: Db,
  { after, limit, words }: Page<string> & { words?: string | undefined },
): Promise<AgencyRecord[]> {
  const rows = await agencyQuery(db)
    .where('o.ended_on', 'is', null)
    .$if(after !== null, (query) => query.where('o.slug', '>', after))
    .$if(words !== undefined, (query) => query.where('o.name', 'ilike', `%${likeText(words!)}%`))
    .orderBy('o.slug')
    .limit(limit)
    .execute()
  return rows.map(agencyRecordOf)
}

/** One organisation by its slug; a former slug leads to it too, that of a merged one to its successor. @throws Refusal not-found. */
export async function openAgency(db: Db, slug: string): Promise<AgencyRecord> {
  const there = agencyQuery(db).where('o.ended_on', 'is', null)
  const row =
    (await there.where('o.slug', '=', slug).executeTakeFirst()) ??
    (await there.where('o.slug', '=', (await movedAddress(db, slug)) ?? '').executeTakeFirst())
  if (!row) throw new Refusal('not-found', 'No such organisation.')
  return agencyRecordOf(row)
}

function agencyQuery(db: Db) {
  return db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .leftJoin('region as r', 'r.code', 'o.region_code')
    .select(['o.slug', 'o.name', 'o.kind', 'r.code', 'r.name as region'])
    .select(['p.slug as parentSlug', 'p.name as parent', 'p.kind as parentKind'])
}
type AgencyRow = Awaited<ReturnType<ReturnType<typeof agencyQuery>['execute']>>[number]

function agencyRecordOf(row: AgencyRow): AgencyRecord {
  const { slug, name, kind } = row
  return {
    slug,
    name,
    kind,
    parent:
      row.parentSlug === null ? null : { slug: row.parentSlug, name: row.parent!, kind: row.parentKind! },
    region: row.code === null ? null : { code: row.code, name: row.region! },
  }
}

/** A page of published totals, by subject, measure and day. */
export async function figureRecords(db: Db, { after, limit }: Page<string>) {
  const rows = await db
    .selectFrom('published_figure as f')
    .innerJoin('source as s', 's.id', 'f.source_id')
    .select(['f.id', 'f.subject', 'f.measure', 'f.value', 'f.unit', 'f.as_of', 'f.precision', 'f.note'])
    .select(['s.name as sourceName', 's.url as sourceUrl'])
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(f.subject, f.measure, f.as_of, f.id) > (select g.subject, g.measure, g.as_of, g.id from published_figure g where g.id = ${after}::uuid)`,
      ),
    )
    .orderBy('f.subject')
    .orderBy('f.measure')
    .orderBy('f.as_of')
    .orderBy('f.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, sourceName, sourceUrl, ...figure }) => {
    const record: FigureRecord = { ...figure, source: { name: sourceName, url: sourceUrl } }
    return { record, place: id }
  })
}

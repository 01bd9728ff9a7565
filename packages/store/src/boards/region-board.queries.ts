import { readsRegionBoard } from '@semai/domain/boards/region-board'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { countedReplications } from '../replications/visible-replications.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/**
 * A region by its address, and whether this reader may open its board. One query.
 * @throws Refusal not-found.
 */
export async function boardRegion(db: Db, actor: Actor, slug: string) {
  const held = actor.grants.flatMap(({ organisationId }) => organisationId ?? [])
  const row = await db
    .selectFrom('region as g')
    .innerJoin('region as p', 'p.code', 'g.province_code')
    .leftJoin('organisation as o', (join) =>
      join.on(
        sql<boolean>`o.id = (select government.id from organisation government where government.region_code = g.code
          and government.kind = 'government' and government.ended_on is null order by government.parent_id nulls first, government.id limit 1)`,
      ),
    )
    .select(['g.code', 'g.name', 'g.slug', 'g.kind', 'g.province_code as provinceCode'])
    .select(['p.name as province', 'p.slug as provinceSlug'])
    .select(
      sql<
        string[]
      >`array(select x.above_id::text from organisation_above x where x.organisation_id = o.id order by x.depth)`.as(
        'ownerPath',
      ),
    )
    .select(
      sql<string[]>`array(select x.organisation_id::text from organisation_above x where x.above_id = o.id
        and x.organisation_id = any(${held}::uuid[]))`.as('ownIds'),
    )
    .where('g.slug', '=', slug)
    .executeTakeFirst()
  if (!row) {
    throw new Refusal('not-found', {
      id: 'Tidak ada daerah dengan alamat ini. Lihat daftar daerah.',
      en: 'There is no region at this address. See the list of regions.',
    })
  }
  return { ...row, readsBoard: readsRegionBoard.allows(actor, row) }
}
export type BoardRegion = Awaited<ReturnType<typeof boardRegion>>

/** How a region stands beside others: what was created there, what runs and what stopped, and what is under way. */
export type RegionBeside = { code: string; created: number; runs: number; stopped: number; underway: number }

/** The same four counts for each of these regions, all of one kind, of provinces for all in them, in the order asked. One query. */
export async function regionsBeside(db: Db, actor: Actor, codes: readonly string[]): Promise<RegionBeside[]> {
  const isProvince = codes[0]?.length === 2
  const innovationThere = sql<boolean>`${sql.ref(isProvince ? 'i.province_code' : 'i.region_code')} = a.code`
  const replicationThere = sql<boolean>`${sql.ref(isProvince ? 'r.province_code' : 'r.region_code')} = a.code`
  const claimThere = isProvince
    ? sql<boolean>`c.region_code in (select x.code from region x where x.province_code = a.code)`
    : sql<boolean>`c.region_code = a.code`
  const innovations = sql<number>`count(distinct c.innovation_id)::int`
  return db
    .selectFrom(
      sql<{ code: string; place: number }>`unnest(${codes}::text[]) with ordinality`.as<'a'>(
        sql`a (code, place)`,
      ),
    )
    .select([
      'a.code',
      visibleInnovations(db, actor)
        .select(sql<number>`count(*)::int`.as('n'))
        .where('i.kind', '=', 'innovation')
        .where(innovationThere)
        .$asScalar()
        .as('created'),
      visibleClaims(db, actor)
        .select(innovations.as('n'))
        .where('c.stopped_on', 'is', null)
        .where(claimThere)
        .$asScalar()
        .as('runs'),
      visibleClaims(db, actor)
        .select(innovations.as('n'))
        .where('c.stopped_on', 'is not', null)
        .where(claimThere)
        .$asScalar()
        .as('stopped'),
      countedReplications(db, actor)
        .select(sql<number>`count(*)::int`.as('n'))
        .where('r.state', 'in', ['preparing', 'implementing'])
        .where(replicationThere)
        .$asScalar()
        .as('underway'),
    ])
    .$castTo<RegionBeside>()
    .orderBy('a.place')
    .execute()
}

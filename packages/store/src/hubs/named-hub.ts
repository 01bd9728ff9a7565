import { readsHubBoard } from '@semai/domain/hubs/hub-scope'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** Every read of hubs starts here: who is one is public. A hub goes by the address of its province or organisation. */
export function visibleHubs(db: Db, _actor: Actor) {
  return db
    .selectFrom('hub as h')
    .leftJoin('region as g', 'g.code', 'h.region_code')
    .leftJoin('organisation as o', (join) =>
      join.on(
        sql<boolean>`o.id = coalesce(h.organisation_id, (select government.id from organisation government
          where government.region_code = h.region_code and government.kind = 'government'
          order by government.parent_id nulls first, government.id limit 1))`,
      ),
    )
}

/** The address of hub `h`. */
export const hubSlug = sql<string>`coalesce(g.slug, o.slug)`
/** The name of hub `h`. */
export const hubName = sql<string>`coalesce(g.name, o.name)`

/**
 * A hub with its scope, what is known of its designation, and whether this reader may open its board. One query.
 * @throws Refusal not-found.
 */
export async function hubNamed(db: Db, actor: Actor, wanted: string) {
  const row = await visibleHubs(db, actor)
    .select([
      'h.id',
      hubSlug.as('slug'),
      hubName.as('name'),
      'o.id as organisationId',
      'o.slug as organisationSlug',
    ])
    .select(['o.name as organisation', 'g.slug as regionSlug'])
    .select(sql<string | null>`case when length(h.region_code) = 2 then h.region_code end`.as('provinceCode'))
    .select(
      sql<string[]>`coalesce((select jsonb_agg(x.above_id order by x.depth) from organisation_above x
        where x.organisation_id = o.id), '[]')`.as('ownerPath'),
    )
    .select(['h.region_code as regionCode', 'h.organisation_id as ownId'])
    .select([factsOf(db).as('facts'), decreesOf(db).as('decrees')])
    .where((eb) => eb.or([eb('g.slug', '=', wanted), eb('o.slug', '=', wanted)]))
    .orderBy(sql`g.slug is not distinct from ${wanted}`, 'desc')
    .orderBy('h.year', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw noSuchHub()
  return { ...row, readsBoard: readsHubBoard.allows(actor, row) }
}
/** A hub as it was found by its address. */
export type NamedHub = Awaited<ReturnType<typeof hubNamed>>

/** What is on record of it, oldest first. */
function factsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('hub as same')
      .innerJoin('source as s', 's.id', 'same.source_id')
      .select(['same.year', 'same.status', 's.name as source', 's.url'])
      .where(
        sql<boolean>`same.region_code is not distinct from h.region_code
          and same.organisation_id is not distinct from h.organisation_id`,
      )
      .orderBy('same.year'),
  )
}

/** The decrees that designate it, newest first, each with the regions and agencies it names. */
function decreesOf(db: Db) {
  const scope = jsonArrayFrom(
    db
      .selectFrom('hub_decree_scope as p')
      .leftJoin('region as q', 'q.code', 'p.region_code')
      .leftJoin('organisation as b', 'b.id', 'p.organisation_id')
      .select(sql<string>`coalesce(q.name, b.name)`.as('name'))
      .select(sql<string>`coalesce('/daerah/' || q.slug, '/instansi/' || b.slug)`.as('path'))
      .where(sql<boolean>`p.decree_id = d.id`)
      .orderBy('p.position'),
  )
  return jsonArrayFrom(
    db
      .selectFrom('hub_decree as d')
      .select(['d.id', 'd.number', 'd.decided_on as decidedOn', 'd.link', 'd.note'])
      .select(['d.valid_from as validFrom', 'd.valid_until as validUntil', scope.as('scope')])
      .where(
        sql<boolean>`d.region_code is not distinct from h.region_code
          and d.organisation_id is not distinct from h.organisation_id`,
      )
      .orderBy('d.valid_from', 'desc')
      .orderBy('d.id', 'desc')
      .limit(50),
  )
}

function noSuchHub(): Refusal {
  return new Refusal('not-found', {
    id: 'Tidak ada hub dengan alamat ini. Lihat daftar hub.',
    en: 'There is no hub at this address. See the list of hubs.',
  })
}

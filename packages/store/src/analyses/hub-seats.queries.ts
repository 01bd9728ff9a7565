import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleHubs } from '../hubs/named-hub.ts'

/**
 * The government nearest to the seat of each province that has a hub: where a hub of today would begin. One query;
 * Jakarta is one government as a province.
 */
export async function hubSeats(db: Db, actor: Actor): Promise<string[]> {
  const nearest = sql<string>`coalesce((select r.code from region r
    where r.province_code = g.code and r.kind <> 'province' and r.has_government
    order by (r.lat - g.lat) ^ 2 + (r.lon - g.lon) ^ 2, r.code limit 1), g.code)`
  const rows = await visibleHubs(db, actor)
    .select(nearest.as('code'))
    .where('g.code', 'is not', null)
    .distinct()
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}

import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { hubName, hubSlug, visibleHubs } from './named-hub.ts'

/** The addresses of all hubs, each once; a query to build on. */
export function hubSlugs(db: Db, actor: Actor) {
  return visibleHubs(db, actor).select(hubSlug.as('slug')).distinct()
}

/** One page of hubs by name, by keyset, each with the latest that is known of it. One query. */
export async function hubList(
  db: Db,
  actor: Actor,
  { after, limit = 50 }: { after?: { name: string; id: string } | null; limit?: number } = {},
) {
  const latest = visibleHubs(db, actor)
    .distinctOn(['h.region_code', 'h.organisation_id'])
    .innerJoin('source as s', 's.id', 'h.source_id')
    .select(['h.id', 'h.year', 'h.status', hubSlug.as('slug'), hubName.as('name'), 's.name as source'])
    .orderBy('h.region_code')
    .orderBy('h.organisation_id')
    .orderBy('h.year', 'desc')
  const rows = await db
    .selectFrom(latest.as('one'))
    .selectAll()
    .$if(Boolean(after), (query) =>
      query.where((eb) => eb(eb.refTuple('one.name', 'one.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { name: last.name, id: last.id } }
}

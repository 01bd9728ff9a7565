import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** Mean radius of the Earth, km. Source: IUGG, rounded. */
const earthRadiusKm = 6371

/**
 * The nearest regions with a government of their own and their dated claims on what this region runs too, nearest
 * first. Distances in km are great circles between seats of government: fit to order neighbours, not to measure roads.
 * For a province the list is empty: its neighbours are its own regencies and cities.
 */
export function neighbourClaims(db: Db, actor: Actor, code: string, neighbours = 6) {
  const near = db
    .selectFrom('region as n')
    .innerJoin('region as here', (join) => join.on('here.code', '=', code))
    .select(['n.code', 'n.name', 'n.slug'])
    .select(
      sql<number>`2 * ${earthRadiusKm}::float8 * asin(sqrt(
        power(sin(radians(n.lat - here.lat) / 2), 2)
        + cos(radians(here.lat)) * cos(radians(n.lat)) * power(sin(radians(n.lon - here.lon) / 2), 2)))`.as(
        'km',
      ),
    )
    .where('n.code', '<>', code)
    .where('n.kind', '<>', 'province')
    .where('here.kind', '<>', 'province')
    .where('n.has_government', '=', true)
    .orderBy('km')
    .orderBy('n.code')
    .limit(neighbours)
  const shared = visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .select(['c.region_code', 'i.code as innovationCode', 'i.slug as innovationSlug', 'i.name as innovation'])
    .select(['c.latest', 'c.precision', 'c.strength', 'c.kind', 'c.valid_until as validUntil'])
    .where('c.precision', '<>', 'by')
    .where('c.happening', '<>', 'stopped')
    .where('i.id', 'in', visibleClaims(db, actor).where('c.region_code', '=', code).select('c.innovation_id'))
  return db
    .selectFrom(near.as('n'))
    .leftJoin(shared.as('s'), 's.region_code', 'n.code')
    .selectAll('n')
    .select(['s.innovationCode', 's.innovationSlug', 's.innovation', 's.latest', 's.precision', 's.strength'])
    .orderBy('n.km')
    .orderBy('s.latest')
    .execute()
}
export type NeighbourClaim = Awaited<ReturnType<typeof neighbourClaims>>[number]

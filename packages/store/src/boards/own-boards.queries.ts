import { sql } from 'kysely'
import type { Actor, Role } from '@semai/domain/people/actor'
import { worksInRegionAs } from '@semai/domain/boards/region-board'
import type { Db } from '../db/transaction.ts'
import { hubName, hubSlug, visibleHubs } from '../hubs/named-hub.ts'

/** A board somebody works with day by day. */
export type OwnBoard = { of: 'hub' | 'region'; slug: string; name: string }

/** The boards of the hubs this person guides and of the nearest government above each of their agencies, by name. One query; none for others. */
export async function ownBoards(db: Db, actor: Actor): Promise<OwnBoard[]> {
  const held = (roles: readonly Role[]) => actor.grants.filter(({ role }) => roles.includes(role))
  const guided = held(['hub', 'mentor'])
  const provinces = guided.flatMap(({ provinceCode }) => provinceCode ?? [])
  const hosts = guided.flatMap(({ provinceCode, organisationId }) =>
    provinceCode === null ? (organisationId ?? []) : [],
  )
  const agencies = held(worksInRegionAs).flatMap(({ organisationId }) => organisationId ?? [])
  if (provinces.length + hosts.length + agencies.length === 0) return []
  const hubs = visibleHubs(db, actor)
    .select([sql<OwnBoard['of']>`'hub'`.as('of'), hubSlug.as('slug'), hubName.as('name')])
    .where(
      sql<boolean>`h.region_code = any(${provinces}) or exists (select from organisation_above x
        where x.organisation_id = o.id and x.above_id = any(${hosts}::uuid[]))`,
    )
  const nearest = db
    .selectFrom('organisation_above as x')
    .innerJoin('organisation as g', 'g.id', 'x.above_id')
    .innerJoin('region as r', 'r.code', 'g.region_code')
    .select(['r.slug', 'r.name'])
    .distinctOn('x.organisation_id')
    .where('g.kind', '=', 'government')
    .where(sql<boolean>`x.organisation_id = any(${agencies}::uuid[])`)
    .orderBy('x.organisation_id')
    .orderBy('x.depth')
  const regions = db
    .selectFrom(nearest.as('r'))
    .select([sql<OwnBoard['of']>`'region'`.as('of'), 'r.slug', 'r.name'])
  return db.selectFrom(hubs.union(regions).as('own')).selectAll().orderBy('name').orderBy('of').execute()
}

import type { Actor } from '@semai/domain/people/actor'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { stateNames } from '@semai/domain/lifecycle'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleReplications } from './visible-replications.ts'
import type { ReplicationCursor } from './visible-replications.ts'

/** What a list of replications is narrowed to; all that is left out stays open. */
export type ReplicationFilter = {
  states?: readonly ReplicationState[] | undefined
  innovationSlug?: string | undefined
  provinceCode?: string | undefined
  /** Code of the region where it runs. */
  regionCode?: string | undefined
  /** Slug of the adopter or of its institution. */
  organisationSlug?: string | undefined
  /** Only what the actor's own units take over. */
  isOwn?: boolean | undefined
}

/** Replications this person may see, last moved first, by keyset. One query. */
export async function replicationList(
  db: Db,
  actor: Actor,
  {
    filter = {},
    after,
    limit = 20,
  }: { filter?: ReplicationFilter; after?: ReplicationCursor | undefined; limit?: number } = {},
) {
  const rows = await narrowed(db, actor, filter)
    .leftJoin('region as province', 'province.code', 'r.province_code')
    .leftJoin('claim as c', 'c.id', 'r.claim_id')
    .select(['r.id', 'r.code', 'r.state', 'r.route', 'r.local_name as localName', 'r.moved_at as movedAt'])
    .select(['r.year', 'r.declared_form as declaredForm', 'a.name as adopter', 'a.slug as adopterSlug'])
    .select(['o.name as institution', 'i.name as innovation', 'i.slug as innovationSlug'])
    .select(['province.name as province', 'c.strength', 'c.kind as claimKind', 'c.valid_until as validUntil'])
    .select(reachedOf.as('reached'))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('r.moved_at', 'r.id'), '<', eb.tuple(after!.movedAt, after!.id))),
    )
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { movedAt: last.movedAt, id: last.id } }
}
export type ListedReplication = Awaited<ReturnType<typeof replicationList>>['rows'][number]

/** How many milestones are there. */
const reachedOf = sql<number>`(select count(*)::int from replication_milestone m
  where m.replication_id = r.id and m.reached_on is not null)`

/** How many replications stand in each state, of those this person may see. One query. */
export async function countReplications(
  db: Db,
  actor: Actor,
  filter: ReplicationFilter = {},
): Promise<Record<ReplicationState, number>> {
  const rows = await narrowed(db, actor, filter)
    .select(['r.state', sql<number>`count(*)::int`.as('count')])
    .groupBy('r.state')
    .execute()
  const counted = new Map(rows.map(({ state, count }) => [state, count]))
  return Object.fromEntries(
    stateNames(replicationLifecycle).map((state) => [state, counted.get(state) ?? 0]),
  ) as Record<ReplicationState, number>
}

function narrowed(db: Db, actor: Actor, filter: ReplicationFilter) {
  const { states, innovationSlug, provinceCode, regionCode, organisationSlug, isOwn } = filter
  return visibleReplications(db, actor)
    .$if(states !== undefined, (query) => query.where('r.state', 'in', [...states!]))
    .$if(innovationSlug !== undefined, (query) => query.where('i.slug', '=', innovationSlug!))
    .$if(provinceCode !== undefined, (query) => query.where('r.province_code', '=', provinceCode!))
    .$if(regionCode !== undefined, (query) => query.where('r.region_code', '=', regionCode!))
    .$if(organisationSlug !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('a.slug', '=', organisationSlug!), eb('o.slug', '=', organisationSlug!)]),
      ),
    )
    .$if(isOwn === true, (query) =>
      query.where(isWithin('a.id', scopeIds(actor, 'author', 'local_admin', 'head'))),
    )
}

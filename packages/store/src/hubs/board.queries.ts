import { stateNames } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import type { Milestone, ReplicationRoute } from '@semai/domain/replications/replication'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { countedReplications, visibleReplications } from '../replications/visible-replications.ts'
import { isInScope } from './board-scope.ts'
import type { BoardScope } from './board-scope.ts'
import { lateOf, startedOn } from './late-milestones.ts'
import type { MilestoneClocks } from './milestone-clocks.queries.ts'

/** How many replications stand in each state; states without any are zero. */
export type StateCounts = Record<ReplicationState, number>

/** Replications in scope by state, of those this person may see. One query. */
export async function boardCounts(db: Db, actor: Actor, scope: BoardScope): Promise<StateCounts> {
  const rows = await countedReplications(db, actor)
    .select(['r.state', sql<number>`count(*)::int`.as('count')])
    .where(isInScope(scope))
    .groupBy('r.state')
    .execute()
  return filled(Object.fromEntries(rows.map(({ state, count }) => [state, count])))
}

/** All replications of the country this person may see, by province (null for none) and by route. One query. */
export async function nationalCounts(db: Db, actor: Actor) {
  const rows = await countedReplications(db, actor)
    .select(['r.province_code as provinceCode', 'r.route', 'r.state', sql<number>`count(*)::int`.as('count')])
    .groupBy(['r.province_code', 'r.route', 'r.state'])
    .execute()
  const total: Partial<StateCounts> = {}
  const provinces = new Map<string | null, Partial<StateCounts>>()
  const routes = new Map<ReplicationRoute, number>()
  for (const { provinceCode, route, state, count } of rows) {
    const province = provinces.get(provinceCode) ?? {}
    provinces.set(provinceCode, province)
    for (const counts of [total, province]) counts[state] = (counts[state] ?? 0) + count
    routes.set(route, (routes.get(route) ?? 0) + count)
  }
  return {
    total: filled(total),
    provinces: new Map([...provinces].map(([code, one]) => [code, filled(one)])),
    routes,
  }
}

/** Provinces by code. One query. */
export function provinceNames(db: Db) {
  return db
    .selectFrom('region as g')
    .leftJoin('hub as h', 'h.region_code', 'g.code')
    .select(['g.code', 'g.name', 'g.slug', sql<boolean>`bool_or(h.id is not null)`.as('isHub')])
    .where('g.kind', '=', 'province')
    .groupBy(['g.code', 'g.name', 'g.slug'])
    .orderBy('g.code')
    .execute()
}

type MemberPage = { after?: { name: string; id: string } | null; limit?: number }

/**
 * One page of the members of a hub, by name, by keyset: the governments of its province, or the parts right below its
 * organisation; each with its replications by state. Members without any stand there with zeros. One query.
 */
export async function memberCoverage(
  db: Db,
  actor: Actor,
  { scope, after, limit = 50 }: MemberPage & { scope: NonNullable<BoardScope> },
) {
  const isMember =
    scope.provinceCode === null
      ? sql<boolean>`m.parent_id = ${scope.organisationId}`
      : sql<boolean>`m.kind = 'government' and m.region_code in
          (select g.code from region g where g.province_code = ${scope.provinceCode})`
  const isOfMember =
    scope.provinceCode === null
      ? sql<boolean>`exists (select 1 from organisation_above x where x.organisation_id = r.organisation_id and x.above_id = m.id)`
      : sql<boolean>`r.institution_id = m.id`
  const counts = visibleReplications(db, actor)
    .select(['r.state', sql<number>`count(*)::int`.as('count')])
    .where(isOfMember)
    .groupBy('r.state')
  const rows = await db
    .selectFrom('organisation as m')
    .select(['m.id', 'm.name', 'm.slug'])
    .select(
      sql<
        Partial<StateCounts>
      >`coalesce((select jsonb_object_agg(c.state, c.count) from ${counts.as('c')}), '{}')`.as('states'),
    )
    .where(isMember)
    .$if(Boolean(after), (query) =>
      query.where((eb) => eb(eb.refTuple('m.name', 'm.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('m.name')
    .orderBy('m.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return {
    rows: rows.slice(0, limit).map((row) => ({ ...row, states: filled(row.states) })),
    next: last && { name: last.name, id: last.id },
  }
}

/**
 * One page of the replications under way in scope, last moved first, by keyset, with their milestones and those that similar
 * ones had by now. One query.
 */
export async function openReplications(
  db: Db,
  actor: Actor,
  {
    scope,
    after,
    limit = 20,
    late,
  }: {
    scope: BoardScope
    after?: { movedAt: Date; id: string } | undefined
    limit?: number
    /** Clocks of milestones and the day; without them no milestone is called late. */
    late?: { clocks: MilestoneClocks; today: string }
  },
) {
  const rows = await visibleReplications(db, actor)
    .select(['r.id', 'r.code', 'r.state', 'r.local_name as localName', 'r.moved_at as movedAt', 'r.year'])
    .select(['r.innovation_id as innovationId', startedOn.as('startedOn')])
    .select(placeKind.as('placeKind'))
    .select(['a.name as adopter', 'o.name as institution'])
    .select(['i.name as innovation', 'i.slug as innovationSlug'])
    .select(
      jsonArrayFrom(
        db
          .selectFrom('replication_milestone as m')
          .select(['m.kind', 'm.planned_on as plannedOn', 'm.reached_on as reachedOn'])
          .where(sql<boolean>`m.replication_id = r.id`),
      )
        .$castTo<Milestone[]>()
        .as('milestones'),
    )
    .where('r.state', 'in', ['proposed', 'preparing', 'implementing'])
    .where(isInScope(scope))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('r.moved_at', 'r.id'), '<', eb.tuple(after!.movedAt, after!.id))),
    )
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  const shown = rows
    .slice(0, limit)
    .map((row) => ({ ...row, late: late === undefined ? [] : lateOf(row, late) }))
  return { rows: shown, next: last && { movedAt: last.movedAt, id: last.id } }
}

/** What kind of place takes it over, as its clocks know it. */
const placeKind = sql<string>`coalesce((select b.place_kind from replication_stay b where b.replication_id = r.id limit 1), '')`

/** A replication under way, as a board lists it. */
export type OpenReplicationRow = Awaited<ReturnType<typeof openReplications>>['rows'][number]

function filled(counts: Partial<StateCounts>): StateCounts {
  return Object.fromEntries(
    stateNames(replicationLifecycle).map((state) => [state, counts[state] ?? 0]),
  ) as StateCounts
}

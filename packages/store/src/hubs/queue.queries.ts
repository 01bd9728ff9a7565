import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { isInScope } from './board-scope.ts'
import { longestWaiting } from './longest-waiting.ts'
import type { WaitingList } from './longest-waiting.ts'
import type { NamedHub } from './named-hub.ts'

export const hubQueueKinds = ['reports', 'forms', 'claims', 'corrections', 'milestones'] as const
/** What waits for a hub or in its scope; engagements beyond their promised time are read by mentoring. */
export type HubQueueKind = (typeof hubQueueKinds)[number]

/** How many wait, and those that wait longest. */
export type HubQueue = Record<HubQueueKind, WaitingList>

type Asked = { hub: Pick<NamedHub, 'provinceCode' | 'organisationId'>; today: string; limit?: number }

/**
 * What waits for a hub: reports to verify, forms to confirm, claims to verify, none of them its own; and in its scope corrections
 * that wait for an institution, by the record and without the words of the sender, and milestones late against their plan.
 * For those who read its board. One query.
 */
export async function hubQueue(db: Db, actor: Actor, asked: Asked): Promise<HubQueue> {
  const { limit = 5 } = asked
  const row = await db
    .selectNoFrom([
      longestWaiting(reports(db, actor, asked), limit).as('reports'),
      longestWaiting(forms(db, actor, asked), limit).as('forms'),
      longestWaiting(claims(db, asked), limit).as('claims'),
      longestWaiting(corrections(db, asked), limit).as('corrections'),
      longestWaiting(milestones(db, actor, asked), limit).as('milestones'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

/** Replications in scope that are not the hub's own to do. */
function others(db: Db, actor: Actor, { hub }: Asked) {
  return visibleReplications(db, actor)
    .where(isInScope(hub))
    .where(sql<boolean>`r.institution_id is distinct from ${hub.organisationId}`)
}

const replicaName = sql<string>`coalesce(r.local_name, i.name)`
const none = sql<string | null>`null::text`

function reports(db: Db, actor: Actor, asked: Asked) {
  return others(db, actor, asked)
    .innerJoin('quarterly_report as q', 'q.replication_id', 'r.id')
    .select(['q.id', replicaName.as('title'), 'a.name as note'])
    .select(sql<string>`(q.moved_at at time zone 'Asia/Jakarta')::date::text`.as('since'))
    .select(sql<string>`'/replikasi/' || r.code || '/laporan/' || q.id`.as('path'))
    .select(sql<string | null>`q.quarter || '/' || q.year`.as('detail'))
    .where('q.state', '=', 'submitted')
}

function forms(db: Db, actor: Actor, asked: Asked) {
  return others(db, actor, asked)
    .select(['r.id', replicaName.as('title'), 'a.name as note'])
    .select(sql<string>`(r.moved_at at time zone 'Asia/Jakarta')::date::text`.as('since'))
    .select(sql<string>`'/replikasi/' || r.code || '/rancang-bangun'`.as('path'))
    .select(sql<string | null>`r.declared_form`.as('detail'))
    .where('r.declared_form', 'is not', null)
    .where('r.state', 'in', ['preparing', 'implementing', 'running'])
    .where(
      sql<boolean>`r.declared_form is distinct from (select f.form from form_confirmation f
        where f.replication_id = r.id order by f.confirmed_at desc limit 1)`,
    )
}

function claims(db: Db, { hub, today }: Asked) {
  return db
    .selectFrom('claim as c')
    .innerJoin('organisation as a', (join) =>
      join.on(sql<boolean>`a.id = coalesce(c.unit_id, c.organisation_id)`),
    )
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .select(['c.id', sql<string>`coalesce(c.local_name, i.name)`.as('title'), 'a.name as note'])
    .select(sql<string>`(c.declared_at at time zone 'Asia/Jakarta')::date::text`.as('since'))
    .select([sql<string>`'/klaim/' || c.id`.as('path'), none.as('detail')])
    .where('c.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`c.declared_at is not null and c.state = 'stands' and c.strength in ('declared', 'confirmed')
        and c.valid_until >= ${today}::date`,
    )
    .where(
      sql<boolean>`c.organisation_id is distinct from ${hub.organisationId}
        and i.organisation_id is distinct from ${hub.organisationId}`,
    )
    .where(lies(hub, { region: sql`left(c.region_code, 2)`, organisation: 'a.id' }))
}

function corrections(db: Db, { hub }: Asked) {
  return db
    .selectFrom('correction as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('innovation as i', 'i.id', 'c.innovation_id')
    .leftJoin('region as g', 'g.code', 'c.region_code')
    .leftJoin('organisation as s', 's.id', 'c.subject_organisation_id')
    .select(['c.id', sql<string>`coalesce(i.name, g.name, s.name)`.as('title'), 'o.name as note'])
    .select(sql<string>`(c.moved_at at time zone 'Asia/Jakarta')::date::text`.as('since'))
    .select(
      sql<string>`coalesce('/inovasi/' || i.slug, '/daerah/' || g.slug, '/instansi/' || s.slug)`.as('path'),
    )
    .select(none.as('detail'))
    .where('c.state', '=', 'received')
    .where(lies(hub, { region: sql`left(o.region_code, 2)`, organisation: 'o.id' }))
}

function milestones(db: Db, actor: Actor, { hub, today }: Asked) {
  return visibleReplications(db, actor)
    .innerJoin('replication_milestone as m', 'm.replication_id', 'r.id')
    .select([sql<string>`r.id || ' ' || m.kind`.as('id'), replicaName.as('title'), 'a.name as note'])
    .select(sql<string>`m.planned_on::text`.as('since'))
    .select(sql<string>`'/replikasi/' || r.code`.as('path'))
    .select(sql<string | null>`m.kind`.as('detail'))
    .where('r.state', 'in', ['preparing', 'implementing'])
    .where('m.reached_on', 'is', null)
    .where('m.planned_on', '<', today)
    .where(isInScope(hub))
}

type Where = { region: RawBuilder<unknown>; organisation: string }

/** True in SQL for what lies in the province of the hub, or in its tree. */
function lies({ provinceCode, organisationId }: Asked['hub'], { region, organisation }: Where) {
  if (provinceCode !== null) return sql<boolean>`${region} = ${provinceCode}`
  return organisationId === null ? sql<boolean>`false` : isWithin(organisation, [organisationId])
}

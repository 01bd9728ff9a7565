import type { Component } from '@semai/domain/blueprints/blueprint'
import type { PlanIndicator } from '@semai/domain/action-plans/plan-indicators'
import { indicatorsOf } from '@semai/domain/monitoring/measured-indicator'
import type { ReplicaReports } from '@semai/domain/monitoring/replica-results'
import type { Actor } from '@semai/domain/people/actor'
import { publicActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import type { OrganisationKind } from '@semai/domain/organisations/organisation'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

/** A replica that is laid beside others. */
export type ComparedReplica = ReplicaReports & {
  institution: string
  name: string
  slug: string
  kind: OrganisationKind
  region: string | null
  regionCode: string | null
  state: ReplicationState
}

/**
 * An innovation, by the last part of its address or by its code, and the indicators of its newest blueprint. One query.
 * @throws Refusal not-found.
 */
export async function measuredInnovation(db: Db, actor: Actor, asked: { slug: string } | { code: string }) {
  const row = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .leftJoin('blueprint_version as w', (join) =>
      join.onRef('w.blueprint_id', '=', 'b.id').onRef('w.number', '=', 'b.version'),
    )
    .select(['i.id', 'i.code', 'i.slug', 'i.name', 'o.name as origin'])
    .select(
      sql<
        Component[]
      >`coalesce(jsonb_path_query_array(w.content, '$.components[*] ? (@.kind == "indicator")'),
        '[]')`.as('components'),
    )
    .where((eb) => ('slug' in asked ? eb('i.slug', '=', asked.slug) : eb('i.code', '=', asked.code)))
    .executeTakeFirst()
  if (!row) throw noSuchInnovation()
  const { components, ...innovation } = row
  return { innovation, indicators: indicatorsOf(components) }
}

/** More replicas than this there can not be of one innovation; the limit bounds the page. */
const mostReplicas = 5_000

/**
 * Public replicas of an innovation that are carried out, ran, or reported a value, with what they planned and what their verified
 * reports say, by their codes, those after the code `after`. One query.
 */
export async function comparedReplicas(
  db: Db,
  innovationId: string,
  { after = null, limit = mostReplicas }: { after?: string | null; limit?: number } = {},
): Promise<ComparedReplica[]> {
  return visibleReplications(db, publicActor)
    .leftJoin('region as g', 'g.code', 'r.region_code')
    .leftJoin('claim as c', (join) => join.onRef('c.id', '=', 'r.claim_id').on('c.withdrawn_at', 'is', null))
    .select(['r.code', 'r.state', 'a.name', 'a.slug', 'a.kind', 'r.institution_id as institution'])
    .select(['g.name as region', 'r.region_code as regionCode'])
    .select(sql<string | null>`coalesce(c.earliest, c.latest)`.as('startedOn'))
    .select([plannedOf.as('planned'), reportsOf.as('reports')])
    .where('r.innovation_id', '=', innovationId)
    .where(sql<boolean>`(c.id is not null or r.state in ('implementing', 'running') or ${reportsOf} <> '[]')`)
    .$if(after !== null, (query) => query.where('r.code', '>', after!))
    .orderBy('r.code')
    .limit(limit)
    .execute()
}

/** The indicators of the plan as it was agreed last. */
const plannedOf = sql<PlanIndicator[]>`coalesce((select v.content -> 'indicators' from action_plan_version v
  where v.replication_id = r.id order by v.version desc limit 1), '[]')`

/** Verified reports with values, the oldest first. */
const reportsOf = sql<
  ComparedReplica['reports']
>`coalesce((select jsonb_agg(jsonb_build_object('year', q.year,
    'quarter', q.quarter, 'values', q.content -> 'values') order by q.year, q.quarter)
  from quarterly_report q where q.replication_id = r.id and q.state = 'verified'
    and coalesce(q.content -> 'values', '{}') <> '{}'), '[]')`

function noSuchInnovation(): Refusal {
  return new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'There is no such innovation.' })
}

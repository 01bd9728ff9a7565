import type { FamilyClaim } from '@semai/domain/claims/family'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { visibleClaims } from './visible-claims.ts'

/** How a record stands to the one whose family it is: what it came from, or what came from it. */
export type Relation = 'parent' | 'child'

/** Records joined to an innovation by a link: of whom it is a form, what it followed, and the other way round. One query. */
export function relatives(db: Db, actor: Actor, innovationId: string) {
  const isChild = sql<boolean>`(l.kind = 'instance_of' and l.to_id = ${innovationId}) or (l.kind = 'predecessor_of' and l.from_id = ${innovationId})`
  return visibleInnovations(db, actor)
    .innerJoin('innovation_link as l', (join) =>
      join.on(
        sql<boolean>`(l.from_id = i.id and l.to_id = ${innovationId}) or (l.to_id = i.id and l.from_id = ${innovationId})`,
      ),
    )
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .distinctOn('i.code')
    .select(['i.id', 'i.code', 'i.slug', 'i.name', 'o.name as origin', 'o.slug as originSlug'])
    .select(sql<Relation>`case when ${isChild} then 'child' else 'parent' end`.as('relation'))
    .where('l.kind', 'in', ['instance_of', 'predecessor_of'])
    .orderBy('i.code')
    .limit(50)
    .execute()
}
export type Relative = Awaited<ReturnType<typeof relatives>>[number]

/** Claims on some innovations as a family tree reads them, with the version a replication began with. One query; at most 5,000. */
export function familyClaims(db: Db, actor: Actor, ids: readonly string[]): Promise<FamilyClaim[]> {
  const versions = visibleReplications(db, actor)
    .innerJoin('replication_origin as g', (join) =>
      join.onRef('g.replication_id', '=', 'r.id').onRef('g.innovation_id', '=', 'r.innovation_id'),
    )
    .select(['r.claim_id', 'g.version'])
    .where('r.claim_id', 'is not', null)
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as p', 'p.code', 'c.region_code')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin(versions.as('v'), 'v.claim_id', 'c.id')
    .select(['i.code as innovationCode', 'c.kind', 'c.happening', 'c.latest', 'c.precision', 'c.strength'])
    .select([
      'c.valid_until as validUntil',
      'c.stopped_on as stoppedOn',
      'c.local_name as localName',
      'c.form',
    ])
    .select(['v.version', 'o.name as organisation', 'o.slug as organisationSlug'])
    .select(['c.region_code as regionCode', 'p.province_code as provinceCode'])
    .where('c.innovation_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('c.latest')
    .orderBy('c.id')
    .limit(5_000)
    .execute()
}

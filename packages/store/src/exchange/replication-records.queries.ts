import { strengthOn } from '@semai/domain/claims/claim'
import type { ReplicationRecord } from '@semai/domain/exchange/replication-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import { publicActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

/**
 * Replications as open records in order of their ids, whoever asks: only what the public may see. One query.
 * `after` is the id after which to go on.
 */
export async function replicationRecords(
  db: Db,
  {
    after,
    limit,
    today,
    innovation,
  }: { after: string | null; limit: number; today: string; innovation?: string | undefined },
): Promise<{ id: string; record: ReplicationRecord }[]> {
  const rows = await visibleReplications(db, publicActor)
    .leftJoin('claim as c', 'c.id', 'r.claim_id')
    .select(['r.id', 'r.code', 'r.local_name as local_name', 'r.route', 'r.state', 'r.year'])
    .select(['r.declared_form', 'r.region_code', 'r.updated_at as updatedAt', 'i.code as innovationCode'])
    .select(['i.name as innovation', 'a.slug', 'a.name', 'a.kind', 'o.slug as above', 'o.name as aboveName'])
    .select(['o.kind as aboveKind', 'c.id as claimId', 'c.strength', 'c.kind as claimKind'])
    .select(['c.valid_until as validUntil', milestones.as('milestones')])
    .$if(after !== null, (query) => query.where('r.id', '>', after!))
    .$if(innovation !== undefined, (query) => query.where('i.code', '=', innovation!))
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, record: recordOf(row, today) }))
}

const milestones = sql<
  ReplicationRecord['milestones']
>`coalesce((select jsonb_agg(jsonb_build_object('kind', m.kind,
  'planned_on', m.planned_on, 'reached_on', m.reached_on, 'number', m.number) order by m.kind)
  from replication_milestone m where m.replication_id = r.id), '[]')`

type Row = Pick<
  ReplicationRecord,
  'code' | 'local_name' | 'route' | 'year' | 'declared_form' | 'region_code' | 'milestones'
> & {
  state: string
  updatedAt: Date
  innovationCode: string
  innovation: string
  slug: string
  name: string
  kind: ReplicationRecord['adopter']['kind']
  above: string
  aboveName: string
  aboveKind: ReplicationRecord['adopter']['kind']
  claimId: string | null
  strength: Parameters<typeof strengthOn>[0]['strength'] | null
  claimKind: Parameters<typeof strengthOn>[0]['kind'] | null
  validUntil: string | null
}

function recordOf(row: Row, today: string): ReplicationRecord {
  const { claimId, strength, claimKind, validUntil } = row
  const isClaimed = claimId !== null && strength !== null && claimKind !== null
  return {
    schema_version: schemaVersion,
    code: row.code,
    innovation: { code: row.innovationCode, name: row.innovation },
    adopter: { slug: row.slug, name: row.name, kind: row.kind },
    institution: { slug: row.above, name: row.aboveName, kind: row.aboveKind },
    region_code: row.region_code,
    local_name: row.local_name,
    route: row.route,
    state: row.state as ReplicationRecord['state'], // the public scope lets no other through
    year: row.year,
    declared_form: row.declared_form,
    milestones: row.milestones,
    claim: isClaimed
      ? { id: claimId, strength: strengthOn({ kind: claimKind, strength, validUntil }, today), as_of: today }
      : null,
    updated_at: row.updatedAt.toISOString(),
  }
}

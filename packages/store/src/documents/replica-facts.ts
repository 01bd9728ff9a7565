import type { ReplicaFacts } from '@semai/domain/documents/replica-sheet'
import type { Db } from '../db/transaction.ts'

/** Whose replication of what it is, as its documents say it. One query. */
export function replicaFacts(db: Db, replicationId: string): Promise<ReplicaFacts> {
  return db
    .selectFrom('replication as r')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .innerJoin('organisation as origin', 'origin.id', 'i.organisation_id')
    .select(['r.code', 'a.name as adopter', 'o.name as institution', 'i.name as innovation'])
    .select(['r.local_name as localName', 'origin.name as origin'])
    .where('r.id', '=', replicationId)
    .executeTakeFirstOrThrow()
}

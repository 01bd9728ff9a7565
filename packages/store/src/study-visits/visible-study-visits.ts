import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { readsInside, visibleReplications } from '../replications/visible-replications.ts'

/** Every read of study visits starts here: both sides, those who guide the replication, and the ministries. */
export function visibleStudyVisits(db: Db, actor: Actor) {
  return visibleReplications(db, actor)
    .innerJoin('study_visit as v', 'v.replication_id', 'r.id')
    .innerJoin('study_visit_slot as s', 's.id', 'v.slot_id')
    .where(readsInside(actor))
}

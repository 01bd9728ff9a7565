import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'

/**
 * Every innovation read starts here, so what a person may see is said once, in SQL. So far every record came in by
 * import and is public; drafts of a unit will be narrowed here by the states of their life cycle.
 */
export function visibleInnovations(db: Db, _actor: Actor) {
  return db.selectFrom('innovation as i')
}

import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'

/**
 * Every innovation read starts here, so what a person may see is said once, in SQL. So far every record came in by
 * import and is public; drafts of a unit will be narrowed here by the states of their life cycle.
 */
export function visibleInnovations(db: Db, _actor: Actor) {
  return db.selectFrom('innovation as i')
}

/**
 * The same scope for SQL written by hand over `innovation_list l`: conditions that hold of what this person may see,
 * their values bound by `bind`. Said here, beside the other, so that neither changes alone. None so far.
 */
export function visibleInList(_actor: Actor, _bind: (value: unknown) => string): readonly string[] {
  return []
}

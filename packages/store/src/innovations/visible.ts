import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'

/**
 * Every innovation read starts here, so what a person may see is said once, in SQL. A record is public from its first
 * version on; one that was merged into another is seen there. Working texts are elsewhere (`visibleEdits`).
 */
export function visibleInnovations(db: Db, _actor: Actor) {
  return db.selectFrom('innovation as i').where('i.merged_into', 'is', null)
}

/**
 * The same scope for SQL written by hand over `innovation_list l`: conditions that hold of what this person may see,
 * their values bound by `bind`. Said here, beside the other, so that neither changes alone. None so far: merged records
 * are not in that list.
 */
export function visibleInList(_actor: Actor, _bind: (value: unknown) => string): readonly string[] {
  return []
}

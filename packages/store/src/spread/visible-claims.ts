import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'

/** Every claim read starts here: withdrawn claims are gone for everyone; the rest is public. */
export function visibleClaims(db: Db, _actor: Actor) {
  return db.selectFrom('claim as c').where('c.withdrawn_at', 'is', null)
}

import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from './in-scope.ts'

/** The organisations for which a person may write, by name; at most 200. One query. */
export function unitsOf(db: Db, actor: Actor) {
  return db
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', 'o.name'])
    .where(isWithin('o.id', scopeIds(actor, 'author', 'local_admin')))
    .where('o.ended_on', 'is', null)
    .orderBy('o.name')
    .limit(200)
    .execute()
}

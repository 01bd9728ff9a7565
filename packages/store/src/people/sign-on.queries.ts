import type { Db } from '../db/transaction.ts'

/** The accounts of providers that lead to this person. */
export function signOnsOf(db: Db, personId: string) {
  return db
    .selectFrom('sign_on_link')
    .select(['issuer', 'linked_at as linkedAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .limit(20)
    .execute()
}

import type { Db } from '../db/transaction.ts'

/** A person as somebody to speak to. */
export type NamedPerson = { id: string; name: string; post: string | null; email: string }

/** The open accounts among these, by name. One query. */
export function namedPeople(db: Db, ids: readonly string[]): Promise<NamedPerson[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('person')
    .select(['id', 'name', 'post', 'email'])
    .where('id', 'in', [...new Set(ids)])
    .where('deactivated_at', 'is', null)
    .orderBy('name')
    .execute()
}

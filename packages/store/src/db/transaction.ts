import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/** Reads take `Db` (a pool or a transaction). Writes demand `Tx`: a write outside one does not compile. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>

/**
 * Name the callback's parameter `db`: it hides the outer handle, which must not be used inside. Within a transaction that is already
 * there the work joins it, and a refusal undoes all of it.
 */
export function inTransaction<Result>(db: Db, work: (db: Tx) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work)
}

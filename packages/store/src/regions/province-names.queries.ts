import type { Db } from '../db/transaction.ts'

/** The provinces by name, for a choice. One query, 38 rows. */
export function provinceNames(db: Db) {
  return db
    .selectFrom('region')
    .select(['code', 'name'])
    .where('kind', '=', 'province')
    .orderBy('name')
    .execute()
}

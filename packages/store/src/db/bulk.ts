import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Schema } from './schema.ts'
import type { Tx } from './transaction.ts'

type Table = keyof Schema & string
const BATCH = 2_000 // rows a statement: large enough to be quick, small enough to hold in memory

/** Inserts rows of one shape (the columns of the first), some thousands a statement. Nothing for no rows. */
export async function insertMany<T extends Table>(
  db: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(at, at + BATCH))}::json)`.execute(
      db,
    )
  }
}

/** Sets the given columns of rows found by the key columns. Rows that are not there stay away. */
export async function updateMany<T extends Table>(
  db: Tx,
  table: T,
  { rows, by }: { rows: readonly Partial<Insertable<Schema[T]>>[]; by: readonly string[] },
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const columns = Object.keys(rows[0]!).filter((name) => !by.includes(name))
    const sets = sql.join(columns.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`))
    const same = sql.join(
      by.map((name) => sql`t.${sql.ref(name)} = given.${sql.ref(name)}`),
      sql` and `,
    )
    await sql`update ${sql.table(table)} t set ${sets}
      from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.slice(at, at + BATCH))}::json) given
      where ${same}`.execute(db)
  }
}

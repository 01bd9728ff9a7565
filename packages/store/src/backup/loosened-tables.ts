import pg from 'pg'
import { inPublic } from './tables.ts'

/** What has to be put back in place once the rows are there. */
export type LoosenedTables = {
  names: string[]
  foreignKeys: { table: string; name: string; definition: string }[]
}

/**
 * The tables are empty and take rows in any order, as they were written: references are not checked and triggers,
 * which would derive rows that are in the backup too, rest. Needs no more than ownership, and a transaction.
 */
export async function loosenTables(db: pg.ClientBase, names: string[]): Promise<LoosenedTables> {
  const tables = names.map(inPublic)
  const { rows: foreignKeys } = await db.query<LoosenedTables['foreignKeys'][number]>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.relname = any($1)
     order by c.relname, k.conname`,
    [names],
  )
  for (const { table, name } of foreignKeys) {
    await db.query(`alter table ${inPublic(table)} drop constraint ${pg.escapeIdentifier(name)}`)
  }
  for (const table of tables) await db.query(`alter table ${table} disable trigger user`)
  await db.query(`truncate ${tables.join(', ')}`) // a migration may bring rows of its own
  return { names, foreignKeys }
}

/**
 * Triggers work again and every reference was checked.
 * @throws the database's error when a row refers to one that is not there.
 */
export async function tightenTables(
  db: pg.ClientBase,
  { names, foreignKeys }: LoosenedTables,
): Promise<void> {
  for (const name of names) await db.query(`alter table ${inPublic(name)} enable trigger user`)
  for (const { table, name, definition } of foreignKeys) {
    await db.query(`alter table ${inPublic(table)} add constraint ${pg.escapeIdentifier(name)} ${definition}`)
  }
}

import pg from 'pg'

/** A table with the columns that hold what was written; generated ones are computed again. */
export type TableColumns = { name: string; columns: string[] }

/** The migrations' own table goes into the manifest instead. */
export const LEDGER = 'schema_migration'

/** How values are written as text: the same on every server and version, and read back to the last digit. */
export const COPY_SETTINGS = [
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local timezone = 'UTC'`,
  `set local extra_float_digits = 1`,
  `set local bytea_output = 'hex'`,
].join('; ')

/** Tables of the schema `public` by name, without the ledger and without those of extensions. */
export async function copiedTables(db: pg.ClientBase): Promise<TableColumns[]> {
  const { rows } = await db.query<TableColumns>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1
       and not exists (select 1 from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')
     group by c.relname order by c.relname`,
    [LEDGER],
  )
  return rows
}

/** Last number each sequence gave; sequences that gave none are left out. */
export async function sequencePositions(db: pg.ClientBase): Promise<{ name: string; lastValue: string }[]> {
  const { rows } = await db.query<{ name: string; lastValue: string }>(
    `select sequencename as name, last_value::text as "lastValue" from pg_sequences
     where schemaname = 'public' and last_value is not null order by sequencename`,
  )
  return rows
}

/** The quoted name of a table of the product. */
export function inPublic(name: string): string {
  return `public.${pg.escapeIdentifier(name)}`
}

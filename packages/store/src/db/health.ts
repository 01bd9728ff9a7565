import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Schema } from './schema.ts'

/** What an operator should know about a database, read with the application's own rights. */
export type DatabaseHealth = {
  version: string
  /** The role the application works as, and whether it could also change tables. */
  role: string
  mayChangeTables: boolean
  /** Settings that keep confirmed writes through a power cut; each should be "on". */
  durability: { fsync: string; synchronousCommit: string; fullPageWrites: string }
  sizeBytes: number
  /** Exact number of rows by table. */
  rows: Record<string, number>
}

/** Reads it all; the row counts read every table once. */
export async function databaseHealth({
  db,
  pool,
}: {
  db: Kysely<Schema>
  pool: pg.Pool
}): Promise<DatabaseHealth> {
  const { rows } = await pool.query<Omit<DatabaseHealth, 'durability' | 'rows'> & Record<string, string>>(
    `select current_setting('server_version') as version, current_user as role,
            has_schema_privilege('public', 'create') as "mayChangeTables",
            pg_database_size(current_database()) as "sizeBytes",
            current_setting('fsync') as fsync, current_setting('synchronous_commit') as "synchronousCommit",
            current_setting('full_page_writes') as "fullPageWrites"`,
  )
  const { version, role, mayChangeTables, sizeBytes, fsync, synchronousCommit, fullPageWrites } = rows[0]!
  return {
    version,
    role,
    mayChangeTables,
    sizeBytes,
    durability: { fsync: fsync!, synchronousCommit: synchronousCommit!, fullPageWrites: fullPageWrites! },
    rows: await rowCounts(db),
  }
}

async function rowCounts(db: Kysely<Schema>): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db)
  const counts: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(db)
    counts[name] = rows[0]!.rows
  }
  return counts
}

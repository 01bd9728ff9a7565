import { randomUUID } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import type { Environment } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'
import type { OpenedDatabase } from '@semai/store/db/open'
import { TEMPLATE, inDatabase } from './test-server.ts'
import type { TestServer } from './test-server.ts'

/** A migrated database of one test file's own, dropped after its last test. */
export type TestDatabase = {
  /** With the running application's rights: what code under test should be given. */
  db: OpenedDatabase['db']
  pool: OpenedDatabase['pool']
  /** With the owner's rights: for setting the scene. */
  owner: OpenedDatabase
  /** What a command or program is started with to work on this database. */
  env: Environment
  /** Every row is gone afterwards; the tables stay. */
  clear(): Promise<void>
}

/**
 * Copies the run's template (about 0.1 s), or with `'no tables'` makes a database that was never migrated. Call it
 * at the top of a file, in `beforeAll` or in a test that needs one for itself.
 */
export async function testDb(
  content: 'migrated' | 'no tables' = 'migrated',
  finished: (drop: () => Promise<void>) => void = afterAll,
): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const template = content === 'migrated' ? TEMPLATE : 'template0'
  await asAdmin(server, `create database ${name} template ${template} owner semai_owner`)
  const env = environment(server, name)
  const app = await openDatabase({ role: 'app', applicationName: 'test', poolSize: 5 }, env)
  const owner = await openDatabase({ role: 'owner', applicationName: 'test owner', poolSize: 5 }, env)
  let cleaner: OpenedDatabase | undefined
  const clear = async () => {
    cleaner ??= await openDatabase(
      { role: 'owner', poolSize: 1 },
      { SEMAI_DATABASE: inDatabase(server.admin, name) },
    )
    await cleaner.pool.query(everyRow)
  }
  finished(async () => {
    await cleaner?.close()
    await app.close()
    await owner.close()
    await asAdmin(server, `drop database ${name} with (force)`)
  })
  return { db: app.db, pool: app.pool, owner, env, clear }
}

function environment({ kind, owner, app }: TestServer, database: string): Environment {
  if (kind === 'server') return { DATABASE_URL: inDatabase(owner, database) }
  return { SEMAI_DATABASE: inDatabase(app, database), SEMAI_OWNER_DATABASE: inDatabase(owner, database) }
}

async function asAdmin({ admin }: TestServer, statement: string): Promise<void> {
  const place = { SEMAI_DATABASE: inDatabase(admin, 'postgres') }
  const { pool, close } = await openDatabase({ role: 'owner', poolSize: 1 }, place)
  await pool.query(statement)
  await close()
}

/**
 * Rows go by `delete`, and only from tables that have any: truncating more than a hundred tables, nearly all of them
 * empty, took longer than most tests, and so did looking into each of them: one that never had a row has no page. As a
 * replica, so that no trigger and no foreign key asks for an order.
 */
const everyRow = `
  do $$
  declare name text; filled boolean;
  begin
    set local session_replication_role = replica;
    for name in
      select oid::regclass::text from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'
        and pg_relation_size(oid) > 0
    loop
      execute format('select exists (select from %s)', name) into filled;
      if filled then execute format('delete from %s', name); end if;
    end loop;
    perform setval(format('%I', sequencename)::regclass, 1, false) from pg_sequences
    where schemaname = 'public' and last_value is not null;
  end $$`

import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Progress } from './environment.ts'
import { Trouble, explain } from './trouble.ts'
import { productFolder } from './product-folder.ts'

/** One numbered step of the database, as shipped. Forward only, never edited once applied anywhere. */
export type Migration = { number: number; name: string; sql: string; sha256: string }
type Applied = { number: number; name: string; sha256: string }

const SHIPPED = join(productFolder(), 'packages/store/migrations')

/**
 * The shipped migrations in order of their numbers; gaps are allowed, so that features reserve ranges.
 * @throws RangeError for a file without a number or a number used twice: a mistake of the author.
 */
export async function readMigrations(folder: string = SHIPPED): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = names.map((file) => Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]))
  return Promise.all(
    names.map(async (file, index) => {
      const number = numbers[index]!
      if (!(number > (numbers[index - 1] ?? 0))) {
        throw new RangeError(
          `readMigrations: ${file} needs a number of its own, after ${numbers[index - 1] ?? 0}`,
        )
      }
      const sql = await readFile(join(folder, file), 'utf8')
      return { number, name: file.slice(0, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** The number of the last migration in the database; 0 for an empty one. */
export async function migrationNumber(db: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows: found } = await db.query(`select to_regclass('public.schema_migration') is not null as there`)
  if (!(found[0] as { there: boolean }).there) return 0
  const { rows } = await db.query(`select coalesce(max(number), 0)::int as number from schema_migration`)
  return (rows[0] as { number: number }).number
}

/**
 * Every shipped migration is applied afterwards, each in a transaction of its own that also records it. The
 * caller holds the setup lock.
 * @returns how many were applied now.
 * @throws Trouble when the database is newer than these files, was migrated with other ones, or one fails; the
 *   failed one leaves nothing behind.
 */
export async function migrate(db: pg.ClientBase, shipped: Migration[], progress: Progress): Promise<number> {
  await makeLedger(db)
  const { rows: applied } = await db.query<Applied>(
    'select number, name, sha256 from schema_migration order by number',
  )
  refuseMismatch(applied, shipped)
  const pending = shipped.slice(applied.length)
  for (const migration of pending) {
    progress(`Migrating to ${migration.name}`)
    await apply(db, migration)
  }
  return pending.length
}

/** @throws Trouble unless `applied` is the beginning of `shipped`. */
export function refuseMismatch(applied: Applied[], shipped: Migration[]): void {
  const last = applied.at(-1)
  const newest = shipped.at(-1)?.number ?? 0
  if (last && last.number > newest) {
    throw new Trouble(
      `The database is at migration ${last.name}, newer than this Semai, which knows ${newest}. ` +
        'Start the newer Semai, or restore a backup into an empty folder. Nothing was changed.',
    )
  }
  applied.forEach(({ number, name, sha256 }, index) => {
    if (number !== shipped[index]?.number) {
      throw new Trouble(
        `The database is half-migrated: migration ${shipped[index]?.name} is missing although ${name} is there. ` +
          'Restore a backup into an empty folder. Nothing was changed.',
      )
    }
    if (shipped[index]!.sha256 !== sha256) {
      throw new Trouble(
        `The file of migration ${name} is not the one this database was made with. ` +
          'Put the original file back; changes belong in a new migration. Nothing was changed.',
      )
    }
  })
}

/**
 * These migrations are applied inside the caller's transaction, to a database without tables: all or nothing.
 * For a restore, which fills the tables in the same transaction.
 */
export async function migrateWithin(db: pg.ClientBase, migrations: Migration[]): Promise<void> {
  await makeLedger(db)
  for (const migration of migrations) await applyWithin(db, migration)
}

async function makeLedger(db: pg.ClientBase): Promise<void> {
  try {
    await db.query(`
      create table if not exists schema_migration (
        number integer primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`)
  } catch (problem) {
    if ((problem as { code?: string }).code !== '42501') throw problem
    throw new Trouble('The account in DATABASE_URL may not create tables in the schema "public".', problem)
  }
}

async function apply(db: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await db.query('begin')
    await applyWithin(db, migration)
    await db.query('commit')
  } catch (problem) {
    await db.query('rollback').catch(() => undefined) // the connection itself may be what broke
    const why = explain(problem) ?? (problem as Error).message
    throw new Trouble(
      `Migration ${migration.name} failed: ${why}. The database stays at the migration before it, complete and usable by ` +
        'the Semai that made it; nothing of the failed one was kept. Start again once the cause is gone.',
      problem,
    )
  }
}

async function applyWithin(db: pg.ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  await db.query(sql)
  const row = [number, name, sha256]
  await db.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', row)
}

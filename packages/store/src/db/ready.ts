import type pg from 'pg'
import { connections } from './connections.ts'
import type { Connections } from './connections.ts'
import { silent } from './environment.ts'
import type { Environment, Progress } from './environment.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openHeld, openPool } from './open.ts'
import type { OpenOptions, OpenedDatabase } from './open.ts'
import { migrateJobs } from '../jobs/job-tables.ts'
import { applyGrants, grantsHold } from './roles.ts'

const SETUP = 7_364_250 // advisory lock: one process at a time prepares the database

/** A database that is migrated and filled; the embedded one keeps running until `release`. */
export type Ready = Connections

/**
 * The database runs, every migration is applied, the application's role has its rights and the shipped data was
 * loaded once. Does nothing where nothing is to be done.
 * @throws Trouble as `openDatabase` and `migrate` do.
 */
export async function ensureReady(progress: Progress, env: Environment = process.env): Promise<Ready> {
  const place = await connections(env, progress)
  try {
    if (place.kind !== 'given') await prepare(place, progress) // given by a program that did this already
    return place
  } catch (problem) {
    await place.release()
    throw problem
  }
}

/** Opens a database that is ready for use: what a command of the CLI wants. */
export async function openReady(
  options: OpenOptions,
  env: Environment = process.env,
  progress: Progress = silent,
): Promise<OpenedDatabase> {
  return openHeld(await ensureReady(progress, env), options)
}

/**
 * The tables, and those of the job queue, are those of this version, and the application's role has its rights on them.
 * `owner` is a connection of the pool: the queue's library wants one of its own.
 */
export async function bringUpToDate(
  owner: pg.ClientBase,
  pool: pg.Pool,
  progress: Progress,
): Promise<number> {
  const applied = await migrate(owner, await readMigrations(), progress)
  const isNewQueue = await migrateJobs(pool)
  if (applied > 0 || isNewQueue) await applyGrants(owner, progress)
  else if (!(await grantsHold(owner))) await applyGrants(owner, silent) // killed between the two, last time
  return applied
}

async function prepare(place: Connections, progress: Progress): Promise<void> {
  const { db, pool, close } = await openPool(place, {
    role: 'owner',
    applicationName: 'semai setup',
    poolSize: 4,
  })
  try {
    const client = await pool.connect()
    try {
      await lockSetup(client, progress)
      await bringUpToDate(client, pool, progress)
      const { fillDatabase } = await import('../exchange/fill-database.ts') // loaded only when there may be work
      await fillDatabase(db, progress)
    } finally {
      client.release(true) // ends the connection, and with it the lock
    }
  } finally {
    await close()
  }
}

/** One process at a time prepares or restores the database: the lock is held until the connection ends. */
export async function lockSetup(client: pg.ClientBase, progress: Progress): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [SETUP])
  if (rows[0]!.free) return
  progress('Another process is preparing the database; waiting for it')
  await client.query('select pg_advisory_lock($1)', [SETUP])
}

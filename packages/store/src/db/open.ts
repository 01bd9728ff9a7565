import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { connections } from './connections.ts'
import type { Connections, DatabaseRole } from './connections.ts'
import { silent } from './environment.ts'
import type { Environment, Progress } from './environment.ts'
import { pgTypes } from './pg-types.ts'
import { Pipelines } from './pipelines.ts'
import { plannedOnce, preparedAtOnce, PreparingClient, preparesOn } from './prepared.ts'
import { APP_ROLE, mayBecomeApp } from './roles.ts'
import type { Schema } from './schema.ts'
import { explainConnection, refuseOldServer } from './server.ts'

/** `processes`: how many processes like this one share the database, itself included. */
export type OpenOptions = {
  role: DatabaseRole
  applicationName?: string
  poolSize?: number
  processes?: number
}

/** `pool` is for what a query builder can not say (COPY, cursors); both end with `close`. */
export type OpenedDatabase = { db: Kysely<Schema>; pool: pg.Pool; close(): Promise<void> }

/**
 * Opens the database the environment names, starting the embedded one when needed. Does not migrate: use
 * `openReady` for a command, or `ensureReady` first.
 * @throws Trouble when it can not be reached, is too old, or refuses the account.
 */
export async function openDatabase(
  options: OpenOptions,
  env: Environment = process.env,
  progress: Progress = silent,
): Promise<OpenedDatabase> {
  return openHeld(await connections(env, progress), options)
}

/** Opens a pool at a place held for it: `close` ends both, and so does a failure to open. */
export async function openHeld(place: Connections, options: OpenOptions): Promise<OpenedDatabase> {
  try {
    const opened = await openPool(place, options)
    const close = async () => {
      await opened.close()
      await place.release()
    }
    return { ...opened, close }
  } catch (problem) {
    await place.release()
    throw problem
  }
}

/** Opens a pool at a known place; `close` ends the pool only, the place is the caller's to release. */
export async function openPool(place: Connections, options: OpenOptions): Promise<OpenedDatabase> {
  let setUp = `set time zone 'UTC'`
  const pool = poolOf(place, options, () => setUp)
  try {
    if (place.kind === 'server') {
      await refuseOldServer(pool)
      if (options.role === 'app' && (await mayBecomeApp(pool))) {
        setUp += `; set role ${APP_ROLE}`
        await pool.query(`set role ${APP_ROLE}`) // the one connection that is open already
      }
    } else {
      await pool.query('select 1')
    }
  } catch (problem) {
    await pool.end()
    throw explainConnection(problem, place.kind)
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const prepared = new Pipelines(preparedAtOnce(options.processes ?? 1), async () => {
    const client = new pg.Client({ ...clientOf(place, options), pipeline: true })
    client.on('error', () => undefined) // what was asked on it says so
    try {
      await client.connect()
      await client.query(setUp + plannedOnce)
      return client
    } catch (problem) {
      await client.end()
      throw problem
    }
  })
  preparesOn(db, prepared)
  const close = async () => {
    await Promise.all([pool.end(), prepared.end()]) // Kysely's own `destroy` leaves a pool it never used open
  }
  return { db, pool, close }
}

/** Connects when first asked; every connection runs `setUp` before anything else. */
function poolOf(place: Connections, options: OpenOptions, setUp: () => string): pg.Pool {
  const pool = new pg.Pool({
    ...clientOf(place, options),
    max: options.poolSize ?? 10,
    Client: PreparingClient as unknown as typeof pg.Client,
    onConnect: async (client) => {
      await client.query(setUp())
    },
  })
  pool.on('error', () => undefined) // an idle connection broke; the next query opens another or says why not
  pool.on('connect', (client) => client.on('error', () => undefined)) // one in use: its query says so
  return pool
}

function clientOf(place: Connections, { role, applicationName = 'semai' }: OpenOptions): pg.ClientConfig {
  return {
    ...place.as(role),
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    types: pgTypes,
  }
}

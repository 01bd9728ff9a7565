import pg from 'pg'
import { existsSync, realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseBinaries } from './cluster-binaries.ts'
import { clusterHome } from './cluster-home.ts'
import type { ClusterHome, Passwords } from './cluster-home.ts'
import { initialiseCluster } from './cluster-init.ts'
import { runningPostmaster, startPostmaster, stopPostmaster } from './cluster-process.ts'
import type { Environment, Progress } from './environment.ts'
import { Trouble } from './trouble.ts'

/** A running embedded database that stays up at least until `release`. */
export type Cluster = {
  folder: string
  /** How to connect as one of the three accounts of the database. */
  connection(as: keyof Passwords, database?: string): ClusterConnection
  /** Resolves when the server goes away while held: it was killed, or the machine is shutting down. */
  lost: Promise<void>
  /** Whether this holder is now the only one that serves the site from this database. Ends with `release`. */
  claimServing(): Promise<boolean>
  /** Lets go; whoever lets go last stops the server and waits for it. */
  release(): Promise<void>
}
export type ClusterConnection = {
  host: string
  port: number
  user: string
  password: string
  database: string
}

const HOLDERS = 7_364_240 // advisory lock: shared by everyone who uses the server, exclusive to stop it
const SERVING = HOLDERS + 2 // advisory lock: exclusive to the one process that serves
const WAIT_MS = 60_000
const USERS = { postgres: 'postgres', owner: 'semai_owner', app: 'semai_app' } as const

/**
 * Attaches to the data folder's database, making and starting it when needed. Who uses it is counted by the
 * server itself: each holder keeps one connection with a shared lock, which vanishes with its process however
 * that ends. There is therefore no lock file to go stale.
 * @throws Trouble when the database can not be made, started or reached.
 */
export async function holdCluster(env: Environment, progress: Progress): Promise<Cluster> {
  const home = clusterHome(env)
  const deadline = Date.now() + WAIT_MS
  while (Date.now() < deadline) {
    const holder = await tryToHold(home)
    if (holder) return heldCluster(home, holder)
    const postmaster = runningPostmaster(home)
    if (postmaster && !postmaster.ready) await pause(25) // starting or stopping; if it is dead, start finds out
    if (!existsSync(home.pgdata)) progress('Making the database')
    const binaries = databaseBinaries(home)
    initialiseCluster(home, binaries)
    const resolved = { ...home, pgdata: realpathSync(home.pgdata) }
    if (!(await startPostmaster(resolved, binaries))) await pause(50)
  }
  throw new Trouble(`The database in ${home.folder} neither starts nor answers; see postgres.log there.`)
}

async function tryToHold(home: ClusterHome): Promise<pg.Client | null> {
  const postmaster = runningPostmaster(home)
  if (!postmaster?.ready) return null
  const holder = new pg.Client({
    ...connectionTo(postmaster.socketFolder, home.passwords, 'postgres', 'postgres'),
    application_name: 'semai holder',
    keepAlive: true,
  })
  holder.on('error', () => undefined) // told through `lost`
  try {
    await holder.connect()
    if (await takeLock(holder, 'pg_try_advisory_lock_shared', HOLDERS)) {
      await makeDatabase(holder, home.passwords)
      return holder
    }
  } catch (problem) {
    if (!isPassing(problem)) throw problem
  }
  await holder.end().catch(() => undefined)
  await pause(25) // it is being stopped, or was killed
  return null
}

type TryLock = 'pg_try_advisory_lock' | 'pg_try_advisory_lock_shared'

async function takeLock(holder: pg.Client, how: TryLock, lock: number): Promise<boolean> {
  const { rows } = await holder.query<{ taken: boolean }>(`select ${how}($1) as taken`, [lock])
  return rows[0]!.taken
}

/** The server starts or stops at this moment, or is gone: worth another look. */
function isPassing(problem: unknown): boolean {
  const { code, message } = problem as NodeJS.ErrnoException
  return (
    ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code ?? '') ||
    /Connection terminated|not queryable/.test(message)
  )
}

const held = new Set<Cluster>()

/** Lets go of every database this process holds: for a process that is asked to end in the middle of its work. */
export async function releaseHeldClusters(): Promise<void> {
  await Promise.all([...held].map((cluster) => cluster.release()))
}

function heldCluster(home: ClusterHome, holder: pg.Client): Cluster {
  const { socketFolder } = runningPostmaster(home) ?? { socketFolder: '' }
  let released: Promise<void> | null = null
  const lost = new Promise<void>((resolve) => {
    holder.once('end', () => {
      if (released === null) resolve()
    })
  })
  const cluster: Cluster = {
    folder: home.folder,
    lost,
    connection: (as, database = 'semai') => connectionTo(socketFolder, home.passwords, as, database),
    claimServing: () => takeLock(holder, 'pg_try_advisory_lock', SERVING),
    release: () => {
      held.delete(cluster)
      return (released ??= letGo(home, holder))
    },
  }
  held.add(cluster)
  return cluster
}

async function letGo(home: ClusterHome, holder: pg.Client): Promise<void> {
  try {
    await holder.query('select pg_advisory_unlock_shared($1)', [HOLDERS])
    if (await takeLock(holder, 'pg_try_advisory_lock', HOLDERS)) await stopPostmaster(home) // the lock is kept meanwhile: newcomers wait and start anew
  } catch (problem) {
    if (!isPassing(problem)) throw problem
  }
  await holder.end().catch(() => undefined)
}

function connectionTo(
  socketFolder: string,
  passwords: Passwords,
  as: keyof Passwords,
  database: string,
): ClusterConnection {
  return { host: socketFolder, port: 5432, user: USERS[as], password: passwords[as], database }
}

/** The product's two accounts and its database exist afterwards. */
async function makeDatabase(holder: pg.Client, passwords: Passwords): Promise<void> {
  const exists = `select 1 from pg_database where datname = 'semai'`
  if ((await holder.query(exists)).rowCount) return
  await holder.query('select pg_advisory_lock($1)', [HOLDERS + 1])
  try {
    if ((await holder.query(exists)).rowCount) return
    for (const as of ['owner', 'app'] as const) {
      const role = pg.escapeIdentifier(USERS[as])
      const found = await holder.query('select 1 from pg_roles where rolname = $1', [USERS[as]])
      const verb = found.rowCount ? 'alter' : 'create'
      await holder.query(`${verb} role ${role} login password ${pg.escapeLiteral(passwords[as])}`)
    }
    await holder.query('create database semai owner semai_owner')
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [HOLDERS + 1])
  }
}

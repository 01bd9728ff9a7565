import type pg from 'pg'
import { holdCluster } from './cluster.ts'
import type { Environment, Progress } from './environment.ts'

/** Where the database is and how each role reaches it. `owner` changes tables; `app` only uses them. */
export type Connections = {
  kind: 'embedded' | 'server' | 'given'
  as(role: DatabaseRole): pg.PoolConfig
  /** Resolves when the embedded server goes away while in use; never for a server of somebody else. */
  lost: Promise<void>
  /** Whether this process may serve: one at a time on an embedded database, as many as wanted on a server. */
  claimServing(): Promise<boolean>
  release(): Promise<void>
}
export type DatabaseRole = 'app' | 'owner'

const unshared = {
  lost: new Promise<void>(() => undefined),
  claimServing: async () => true,
  release: async () => undefined,
}

/**
 * Decides from the environment, in this order: SEMAI_DATABASE (and SEMAI_OWNER_DATABASE), which one of our
 * programs hands to another; DATABASE_URL, a PostgreSQL 15 or newer server; otherwise the embedded database of
 * the data folder, which is started when it does not run.
 * @throws Trouble when the embedded database can not be had.
 */
export async function connections(env: Environment, progress: Progress): Promise<Connections> {
  const { SEMAI_DATABASE: app, SEMAI_OWNER_DATABASE: owner, DATABASE_URL: url } = env
  if (app) {
    const strings = { app, owner: owner ?? app }
    const as = (role: DatabaseRole) => ({ connectionString: strings[role] })
    return { kind: 'given', as, ...unshared }
  }
  if (url) {
    return { kind: 'server', as: () => ({ connectionString: url }), ...unshared }
  }
  const { connection, ...cluster } = await holdCluster(env, progress)
  return { kind: 'embedded', as: (role) => connection(role), ...cluster }
}

/** One line that another program of ours can be given as SEMAI_DATABASE. Holds the password: never print it. */
export function connectionString({ host, port, user, password, database }: pg.PoolConfig): string {
  const account = `${encodeURIComponent(String(user))}:${encodeURIComponent(String(password))}`
  return `postgresql://${account}@/${database}?host=${encodeURIComponent(String(host))}&port=${port}`
}

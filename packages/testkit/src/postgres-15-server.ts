import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { makePrivate } from '@semai/store/db/cluster-home'
import type { ClusterHome } from '@semai/store/db/cluster-home'
import { initialiseCluster } from '@semai/store/db/cluster-init'
import { startPostmaster, stopPostmaster } from '@semai/store/db/cluster-process'
import { serverUser } from '@semai/store/db/cluster-user'
import { connectionString } from '@semai/store/db/connections'
import { openDatabase } from '@semai/store/db/open'
import { inDatabase, makeTemplate } from './test-server.ts'
import type { TestServer } from './test-server.ts'

export const POSTGRES_15 = '/usr/lib/postgresql/15/bin'

/** A throwaway PostgreSQL 15 from Debian's package, reached as an operator would: an account with its own rights. */
export default async function postgres15Server({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'semai-test-15-'))
  chmodSync(folder, 0o755)
  const home: ClusterHome = {
    folder: join(folder, 'home'),
    pgdata: join(folder, 'home/data'),
    user: serverUser([]),
    passwords: { postgres: 'postgres', owner: 'owner', app: 'owner' },
  }
  makePrivate(home.folder, home.user)
  const binaries = {
    initdb: join(POSTGRES_15, 'initdb'),
    postgres: join(POSTGRES_15, 'postgres'),
    locale: ['--locale=C.UTF-8'],
  }
  initialiseCluster(home, binaries)
  await startPostmaster(home, binaries)

  const reach = { host: join(home.folder, 'socket'), port: 5432, database: 'DATABASE' }
  const owner = connectionString({ ...reach, user: 'semai_owner', password: 'owner' })
  const admin = connectionString({ ...reach, user: 'postgres', password: 'postgres' })
  const server: TestServer = { kind: 'server', admin, owner, app: owner }
  const { pool, close } = await openDatabase(
    { role: 'owner' },
    { SEMAI_DATABASE: inDatabase(admin, 'postgres') },
  )
  await pool.query(`create role semai_owner login createrole password 'owner'`)
  await close()
  await makeTemplate(server)
  provide('testServer', server)
  return async () => {
    await stopPostmaster(home)
    rmSync(folder, { recursive: true, force: true })
  }
}

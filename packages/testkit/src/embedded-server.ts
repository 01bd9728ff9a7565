import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { holdCluster } from '@semai/store/db/cluster'
import { connectionString } from '@semai/store/db/connections'
import { silent } from '@semai/store/db/environment'
import { makeTemplate } from './test-server.ts'
import type { TestServer } from './test-server.ts'

/** One embedded cluster for the whole run, in a folder of its own that goes with it. */
export default async function embeddedServer({ provide }: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'semai-test-'))
  chmodSync(data, 0o755) // run as root, the server's own account must get through
  const { connection, release } = await holdCluster({ SEMAI_DATA: data }, silent)
  const server: TestServer = {
    kind: 'embedded',
    admin: connectionString(connection('postgres', 'DATABASE')),
    owner: connectionString(connection('owner', 'DATABASE')),
    app: connectionString(connection('app', 'DATABASE')),
  }
  await makeTemplate(server)
  provide('testServer', server)
  return async () => {
    await release()
    rmSync(data, { recursive: true, force: true })
  }
}

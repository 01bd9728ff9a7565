import { openDatabase } from '@semai/store/db/open'
import { bringUpToDate } from '@semai/store/db/ready'
import { silent } from '@semai/store/db/environment'

/**
 * What the setup of a run leaves for its test files: connection strings with `DATABASE` where the database's
 * name belongs. On a server the application signs in as the owner and then takes its role.
 */
export type TestServer = { kind: 'embedded' | 'server'; admin: string; owner: string; app: string }

export const TEMPLATE = 'semai_template'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** The connection string of one database. */
export function inDatabase(template: string, database: string): string {
  return template.replace('DATABASE', database)
}

/**
 * A migrated, empty database exists afterwards that test files copy. The server is thrown away with the run, so it does
 * not wait for the disk; what shows that nothing is lost starts servers of its own.
 */
export async function makeTemplate({ admin, owner }: TestServer): Promise<void> {
  const server = await openDatabase({ role: 'owner' }, { SEMAI_DATABASE: inDatabase(admin, 'postgres') })
  await server.pool.query('alter system set fsync = off')
  await server.pool.query('select pg_reload_conf()')
  await server.pool.query(`create database ${TEMPLATE} owner semai_owner`)
  await server.close()

  const template = await openDatabase({ role: 'owner' }, { SEMAI_DATABASE: inDatabase(owner, TEMPLATE) })
  const client = await template.pool.connect()
  await bringUpToDate(client, template.pool, silent)
  client.release()
  await template.close()
}

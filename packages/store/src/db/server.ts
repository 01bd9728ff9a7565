import type pg from 'pg'
import type { Connections } from './connections.ts'
import { Trouble, explain } from './trouble.ts'

const OLDEST = 15

const SENTENCES: Record<string, string> = {
  ECONNREFUSED: 'No database answers at the address in DATABASE_URL. Is the server running?',
  ENOENT: 'No database answers at the socket in DATABASE_URL. Is the server running?',
  ENOTFOUND: 'The host in DATABASE_URL is not known. Check its spelling.',
  EAI_AGAIN: 'The host in DATABASE_URL can not be looked up at the moment.',
  ETIMEDOUT: 'The database in DATABASE_URL did not answer in time.',
  '28P01': 'The database refused the user or password in DATABASE_URL.',
  '28000': 'The database does not let the user in DATABASE_URL in.',
  '3D000': 'The database named in DATABASE_URL does not exist on its server. Create it first.',
  '42501': 'The user in DATABASE_URL lacks a right that is needed.',
}

/** @throws Trouble when the server is older than PostgreSQL 15 or does not store UTF-8. */
export async function refuseOldServer(db: pg.Pool): Promise<void> {
  const { rows } = await db.query<{ number: string; version: string; encoding: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const { number, version, encoding } = rows[0]!
  if (Number(number) < OLDEST * 10_000) {
    throw new Trouble(`The server in DATABASE_URL is PostgreSQL ${version}; Semai needs ${OLDEST} or newer.`)
  }
  if (encoding !== 'UTF8') {
    throw new Trouble(
      `The database in DATABASE_URL stores ${encoding}; Semai needs UTF8. Create another one.`,
    )
  }
}

/** The sentence for a failed connection, as an error to throw; unknown errors come back unchanged. */
export function explainConnection(problem: unknown, kind: Connections['kind']): unknown {
  if (kind === 'embedded' || explain(problem) !== null) return problem
  const { code, message } = problem as NodeJS.ErrnoException
  const sentence = SENTENCES[code ?? ''] ?? (/timeout/.test(message) ? SENTENCES['ETIMEDOUT'] : undefined)
  return sentence === undefined ? problem : new Trouble(sentence, problem)
}

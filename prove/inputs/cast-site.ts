import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@semai/analytics/numbers/random'
import { openDatabase } from '@semai/store/db/open'
import type { OpenedDatabase } from '@semai/store/db/open'
import { openFiles } from '@semai/store/files/open-files'
import { makeToken } from '@semai/store/tokens/token.commands'
import { tokenScopes } from '@semai/domain/people/token'
import { cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { demonstrateAll } from '@semai/testkit/demo-all'
import { castEmail, castPassword } from '@semai/testkit/people'
import { startSite } from '../programs.ts'

/** Who sends: a member of the cast with the cookie of a browser and the token of a program, or nobody. */
export type Sender = { name: string; cookie: string | null; token: string | null }

export type CastSite = {
  url: string
  database: OpenedDatabase
  senders: Sender[]
  /** Signed in again, with every role again, whatever was asked for in between. */
  heal(): Promise<void>
  /** What the site wrote about faults of its own, newest last. */
  faults: readonly string[]
  stop(): Promise<void>
}

const people: CastName[] = [
  ...(['author', 'local admin', 'head', 'author elsewhere', 'local admin elsewhere'] as const),
  ...(['hub', 'mentor', 'sector ministry', 'evaluator', 'co-manager', 'secretariat'] as const),
  ...(['auditor', 'administrator'] as const),
]

/**
 * A site of its own with the shipped data, the cast and its demonstration; several of the cast are signed in, or so many of them,
 * drawn by the seed.
 */
export async function castSite(seed: number, many = people.length): Promise<CastSite> {
  const data = await mkdtemp(join(tmpdir(), 'semai-inputs-'))
  await chmod(data, 0o755) // run as root, the database's own account must get through
  const { DATABASE_URL: _, ...environment } = process.env
  const settings = { SEMAI_DATA: data, SEMAI_API_PER_MINUTE: '0', SEMAI_WEB_PROCESSES: '1' }
  // Everybody sends from an address of their own, or the brake of the public forms would hide what is behind it.
  const env = { ...environment, ...settings, NODE_ENV: 'production', ADDRESS_HEADER: 'x-forwarded-for' }
  const { program, url } = await startSite(env)
  const faults: string[] = []
  program.child.stderr?.on('data', (said: Buffer) => {
    faults.push(
      ...String(said)
        .split('\n')
        .filter((line) => line.includes('"trouble"')),
    )
  })
  const database = await openDatabase({ role: 'owner', poolSize: 2 }, { SEMAI_DATA: data })
  const stop = async () => {
    await database.close()
    program.child.kill('SIGTERM')
    await program.ended
    await rm(data, { recursive: true, force: true })
  }
  try {
    await demonstrateAll(database.db, openFiles(env), new Date())
    const senders: Sender[] = [{ name: 'public', cookie: null, token: null }]
    const drawn = seededRandom(seed)
      .shuffle([...people])
      .slice(0, many)
    for (const name of drawn) senders.push(await signedIn(url, database, name))
    return { url, database, senders, heal: () => heal(database), faults, stop }
  } catch (problem) {
    await stop()
    throw problem
  }
}

async function signedIn(url: string, { db, pool }: OpenedDatabase, name: CastName): Promise<Sender> {
  const body = new URLSearchParams({ email: castEmail(name), password: castPassword, next: '' })
  const headers = { accept: 'text/html', origin: url, 'x-forwarded-for': '198.51.100.9' }
  const response = await fetch(`${url}/masuk`, { method: 'POST', body, headers, redirect: 'manual' })
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0])
  if (response.status !== 303) throw new Error(`${name} could not sign in: ${response.status}`)
  // Guarded roles need more than a password; an authenticator in between would prove nothing here.
  await pool.query(`update session set assurance = 'second_factor'`)
  const asked = { name: 'Bukti masukan', scopes: tokenScopes, days: 300, now: new Date() }
  const { token } = await makeToken(db, cast[name], { ...asked, assurance: 'second_factor' })
  return { name, cookie: cookie.join('; '), token }
}

async function heal({ pool }: OpenedDatabase): Promise<void> {
  await pool.query(`update session set ended_at = null where ended_at is not null`)
  await pool.query(
    `update api_token set revoked_at = null where revoked_at is not null and name = 'Bukti masukan'`,
  )
  await pool.query(`update role_grant set revoked_at = null, revoked_by = null where revoked_at is not null`)
}

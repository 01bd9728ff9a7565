// `npm run bench:boards`: the boards of a hub and of the country with 20,000 replications. See bench/README.md.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdCluster } from '@semai/store/db/cluster'
import { connectionString } from '@semai/store/db/connections'
import { openDatabase } from '@semai/store/db/open'
import { inTransaction } from '@semai/store/db/transaction'
import { startSession } from '@semai/store/people/session.commands'
import { cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { median } from './load.ts'
import { startProduct } from './servers.ts'
import { fillDatabase } from './synthetic-database.ts'
import { fillReplications } from './synthetic-replications.ts'

const size = 20_000
const boundMs = 150
const rounds = 25
const port = 38_620
const say = (line: string) => console.log(line)

await buildWeb(say)
const folder = mkdtempSync(join(tmpdir(), 'semai-bench-'))
chmodSync(folder, 0o755)
const cluster = await holdCluster({ SEMAI_DATA: folder }, say)
const as = (role: 'postgres' | 'owner' | 'app') =>
  connectionString(cluster.connection(role, role === 'postgres' ? 'postgres' : 'boards'))
try {
  const cookie = await fill()
  const product = await startProduct(as('app'), port)
  const found: boolean[] = []
  for (const [path, sent] of [
    ['/papan', ''],
    ['/papan', cookie],
    ['/hub/d-35', ''],
    ['/hub/d-35/papan', cookie],
    ['/kerja', cookie],
  ] as const) {
    found.push(await measure(product.origin + path, sent))
  }
  await product.stop()
  process.exitCode = found.every(Boolean) ? 0 : 1
} finally {
  await cluster.release()
  rmSync(folder, { recursive: true, force: true })
}

/** @returns the cookie of the secretariat, who reads every board. */
async function fill(): Promise<string> {
  const admin = await openDatabase({ role: 'owner', poolSize: 1 }, { SEMAI_DATABASE: as('postgres') })
  await admin.pool.query('create database boards owner semai_owner')
  await admin.close()
  await fillDatabase({ owner: as('owner') }, 1_000)
  const opened = await openDatabase({ role: 'owner', poolSize: 2 }, { SEMAI_DATABASE: as('owner') })
  await fillReplications(opened, size)
  await opened.pool.query(`insert into hub (id, region_code, year, status, source_id)
    select gen_random_uuid(), '35', 2021, 'designated', id from source limit 1`)
  await castAgencies(opened.db)
  await castPeople(opened.db, ['secretariat'], { is_demonstration: true })
  const { token } = await inTransaction(opened.db, (db) =>
    startSession(db, {
      personId: cast.secretariat.personId!,
      assurance: 'second_factor',
      method: 'password',
      device: 'bench',
      now: new Date(),
    }),
  )
  await opened.close()
  return `semai_sesi=${token}`
}

/** Milliseconds to the first byte, one request after the other, after five that warm up. */
async function measure(url: string, cookie: string): Promise<boolean> {
  const times: number[] = []
  for (let i = 0; i < rounds + 5; i += 1) {
    const start = performance.now()
    const answer = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: 'manual' })
    times.push(performance.now() - start)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  }
  const warm = times.slice(5)
  const middle = median(warm)
  const isMet = middle <= boundMs
  const who = cookie ? 'secretariat' : 'public'
  say(
    `${new URL(url).pathname} (${who}): median ${middle.toFixed(0)} ms, longest ${Math.max(...warm).toFixed(0)} ms, at most ${boundMs}: ${isMet ? 'met' : 'NOT met'}`,
  )
  return isMet
}

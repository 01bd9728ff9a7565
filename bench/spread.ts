// `npm run bench:spread`: the explorer over 3,000 innovations, 514 regions and 200,000 claims. See bench/README.md.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { holdCluster } from '@semai/store/db/cluster'
import { connectionString } from '@semai/store/db/connections'
import { openDatabase } from '@semai/store/db/open'
import type { OpenedDatabase } from '@semai/store/db/open'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { firstBytes } from './first-byte.ts'
import { median } from './load.ts'
import { startProduct } from './servers.ts'
import { fillClaims } from './synthetic-claims.ts'
import { fillDatabase } from './synthetic-database.ts'

const { values: given } = parseArgs({
  options: { port: { type: 'string', default: '38640' }, data: { type: 'string' } },
})
const size = { innovations: 3_000, claims: 200_000 }
const bounds = { firstByteMs: 200, refreshMs: 2_000 }
const connections = 16
const say = (line: string) => console.log(line)

await buildWeb(say)
const folder = given.data ?? mkdtempSync(join(tmpdir(), 'semai-bench-'))
chmodSync(folder, 0o755)
const cluster = await holdCluster({ SEMAI_DATA: folder }, say)
const as = (role: 'postgres' | 'owner' | 'app') =>
  connectionString(cluster.connection(role, role === 'postgres' ? 'postgres' : 'spread'))
try {
  await fill()
  const product = await startProduct(as('app'), Number(given.port))
  const found = [
    await measureFirstByte(`${product.origin}/penyebaran`),
    await measureFirstByte(`${product.origin}/en/penyebaran?kekuatan=confirmed`),
    await measureRefresh(`${product.origin}/penyebaran`),
  ]
  await product.stop()
  process.exitCode = found.every(Boolean) ? 0 : 1
} finally {
  await cluster.release()
  if (!given.data) rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const admin = await openDatabase({ role: 'owner', poolSize: 1 }, { SEMAI_DATABASE: as('postgres') })
  const there = await admin.pool.query(`select from pg_database where datname = 'spread'`)
  if (there.rowCount === 0) {
    await admin.pool.query('create database spread owner semai_owner')
    await fillDatabase({ owner: as('owner') }, size.innovations)
    await withOwner((opened) => fillClaims(opened, size.claims))
  }
  await admin.close()
}

async function withOwner<Given>(work: (opened: OpenedDatabase) => Promise<Given>): Promise<Given> {
  const opened = await openDatabase({ role: 'owner', poolSize: 1 }, { SEMAI_DATABASE: as('owner') })
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/** Five rounds of 320 answers after one that warms up. */
async function measureFirstByte(url: string): Promise<boolean> {
  await firstBytes(url, { connections, count: 64 })
  const rounds: number[] = []
  let longest = 0
  for (let round = 0; round < 5; round += 1) {
    const times = await firstBytes(url, { connections, count: 320 })
    rounds.push(median(times))
    longest = Math.max(longest, ...times)
  }
  return judge(`first byte of ${new URL(url).pathname} at ${connections} connections`, {
    ms: median(rounds),
    longest,
    most: bounds.firstByteMs,
  })
}

/** Seven times: one claim on a region of its own, then how long until a page shows it. */
async function measureRefresh(url: string): Promise<boolean> {
  const times: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const before = await adoptions(url)
    // The view rests for half a second after it was made.
    await new Promise((done) => setTimeout(done, 1_000))
    await oneClaim(turn)
    const start = performance.now()
    while ((await adoptions(url)) === before) if (performance.now() - start > 20_000) throw new Error('never')
    times.push(performance.now() - start)
  }
  return judge('a page that shows a new claim', {
    ms: median(times),
    longest: Math.max(...times),
    most: bounds.refreshMs,
  })
}

/** What the filter of the page says of all claims together. */
async function adoptions(url: string): Promise<string> {
  const text = await (await fetch(url)).text()
  const said = /Semua ([\d.]+)/.exec(text)
  if (!said) throw new Error('the page does not say how many claims there are')
  return said[1]!
}

/** A claim with its event, as a command writes one. */
async function oneClaim(turn: number): Promise<void> {
  await withOwner(async ({ pool }) => {
    await pool.query(`with one as (insert into claim (id, source_key, innovation_id, organisation_id, region_code, kind, happening,
        earliest, latest, precision, strength, source_id, recorded_at, updated_at)
      select gen_random_uuid(), 'bench:new:' || gen_random_uuid(), i.id, o.id, o.region_code, 'event', 'opened', date '2025-06-01' + ${turn},
        date '2025-06-01' + ${turn}, 'day', 'declared', (select id from source limit 1), now(), now()
      from (select id from innovation order by code desc limit 1) i, (select id, region_code from organisation
        where kind = 'government' order by region_code limit 1) o returning id)
      insert into audit_event (at, actor_id, actor_label, what, subject_id, detail)
      select now(), null, 'bench', 'claim.declare', id, '{}' from one`)
  })
}

function judge(what: string, { ms, longest, most }: { ms: number; longest: number; most: number }): boolean {
  const isMet = ms <= most
  say(
    `${what}: median ${ms.toFixed(0)} ms, longest ${longest.toFixed(0)} ms, at most ${most}: ${isMet ? 'met' : 'NOT met'}`,
  )
  return isMet
}

// `npm run bench:search`: the catalogue list beside a bare server on the same database. See bench/README.md.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { holdCluster } from '@semai/store/db/cluster'
import { connectionString } from '@semai/store/db/connections'
import { openDatabase } from '@semai/store/db/open'
import { buildWeb } from '../apps/cli/src/web-build.ts'
import { load, median, singleRequestsMs } from './load.ts'
import { searchTerms } from './search-terms.ts'
import type { Term } from './search-terms.ts'
import { startBare, startProduct } from './servers.ts'
import type { Measured } from './servers.ts'
import { provinceCodes } from '@semai/testkit/synthetic-catalogue'
import { fillDatabase } from './synthetic-database.ts'

const { values: given } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    port: { type: 'string', default: '38600' },
    data: { type: 'string' },
    piped: { type: 'boolean', default: false },
  },
})
const sizes = given.sizes.split(',').map(Number)
const loadedSize = 100_000
const port = Number(given.port)
const kinds = ['bare', 'json', 'html'] as const
type Kind = (typeof kinds)[number]
type Servers = { bare: Measured; product: Measured }

const say = (line: string) => console.log(line)
const shown = (value: number, digits = 2) => value.toFixed(digits)

await buildWeb(say)
const folder = given.data ?? mkdtempSync(join(tmpdir(), 'semai-bench-'))
chmodSync(folder, 0o755)
const cluster = await holdCluster({ SEMAI_DATA: folder }, say)
const as = (role: 'postgres' | 'owner' | 'app', name: string) =>
  connectionString(cluster.connection(role, name))
const failures: string[] = []
try {
  const medians: number[] = []
  for (const size of sizes) medians.push(await measureSize(size))
  medians.forEach((ms, i) => {
    if (i > 0)
      judge(`JSON median at 1 connection, ${sizes[i]} / ${sizes[0]} rows`, ms / medians[0]!, 'at most', 3)
  })
} finally {
  await cluster.release()
  if (!given.data) rmSync(folder, { recursive: true, force: true })
}
say(failures.length === 0 ? '\nEvery bound is met.' : `\nNot met:\n${failures.join('\n')}`)
process.exitCode = failures.length === 0 ? 0 : 1

/** @returns the JSON median at one connection, in milliseconds. */
async function measureSize(size: number): Promise<number> {
  const name = `bench_${size}`
  await makeDatabase(name, size)
  const app = await openDatabase({ role: 'app' }, { SEMAI_DATABASE: as('app', name) })
  const terms = await searchTerms(app)
  say(`\n${size} innovations. Words and the share of innovations that have them:`)
  say(terms.map(({ word, share }) => `  ${word} ${shown(share * 100)} %`).join('\n'))
  const servers: Servers = {
    bare: await startBare(as('app', name), port, given.piped ? 'piped' : 'pooled'),
    product: await startProduct(as('app', name), port + 1),
  }
  try {
    await sameRows(servers, terms)
    const paths = pathsOf(terms)
    const times = await singleRequestsMs(servers.product.origin, [...paths.json, ...paths.json])
    const middle = median(times.slice(paths.json.length))
    say(`JSON, one request after the other: median ${shown(middle)} ms`)
    if (size === loadedSize) {
      await compareLoads(servers, paths)
      await compareDepth(servers.product)
      await countQueries(app, servers.product)
    }
    return middle
  } finally {
    await servers.bare.stop()
    await servers.product.stop()
    await app.close()
  }
}

async function makeDatabase(name: string, size: number): Promise<void> {
  const admin = await openDatabase({ role: 'owner' }, { SEMAI_DATABASE: as('postgres', 'postgres') })
  const { rows } = await admin.pool.query('select 1 from pg_database where datname = $1', [name])
  if (rows.length === 0) {
    await admin.pool.query(`create database ${name} owner semai_owner`)
    const start = performance.now()
    await fillDatabase({ owner: as('owner', name) }, size)
    say(`\nFilled ${name} in ${shown((performance.now() - start) / 1000, 0)} s`)
  }
  await admin.close()
}

/** Each word in each province, in a mixed order that is the same for all; 304 questions. */
function pathsOf(terms: readonly Term[]): Record<Kind, string[]> {
  const asked = terms.flatMap(({ word }) =>
    provinceCodes.map((code) => `q=${encodeURIComponent(word)}&provinsi=${code}&dari=2020`),
  )
  const mixed = asked.map((_, i) => asked[(i * 113) % asked.length]!)
  return {
    bare: mixed.map((query) => `/list?${query}`),
    json: mixed.map((query) => `/api/inovasi?${query}&urut=terbaru&limit=50`),
    html: mixed.map((query) => `/katalog?${query}&urut=terbaru&baris=50`),
  }
}

async function sameRows({ bare, product }: Servers, terms: readonly Term[]): Promise<void> {
  const paths = pathsOf(terms)
  let rows = 0
  for (const [i, path] of paths.bare.entries()) {
    const [one, other] = await Promise.all([bare.origin + path, product.origin + paths.json[i]!].map(jsonOf))
    assert.deepEqual(other!.rows, one!.rows, path)
    rows += one!.rows.length
  }
  say(`Both give the same ${rows} rows to ${paths.bare.length} questions.`)
}

async function jsonOf(address: string): Promise<{ rows: unknown[]; next?: string | null }> {
  const response = await fetch(address)
  assert.equal(response.status, 200, address)
  return (await response.json()) as { rows: unknown[] }
}

/** Rounds of each kind take turns, so that whatever else the machine does falls on all. */
async function compareLoads({ bare, product }: Servers, paths: Record<Kind, string[]>): Promise<void> {
  const origins: Record<Kind, string> = { bare: bare.origin, json: product.origin, html: product.origin }
  for (const kind of kinds) await load(origins[kind], paths[kind], 16, 2) // warm
  for (const connections of [1, 16, 64]) {
    const rates: Record<Kind, number[]> = { bare: [], json: [], html: [] }
    const p99: Record<Kind, number[]> = { bare: [], json: [], html: [] }
    for (let round = 0; round < Number(given.rounds); round++) {
      for (const kind of kinds) {
        const { perSecond, p99Ms, failed } = await load(
          origins[kind],
          paths[kind],
          connections,
          Number(given.seconds),
        )
        assert.equal(failed, 0, `${kind} requests failed`)
        rates[kind].push(perSecond)
        p99[kind].push(p99Ms)
      }
    }
    const at = `at ${connections} connection${connections > 1 ? 's' : ''}`
    for (const kind of kinds) {
      say(
        `  ${kind} ${at}: ${shown(median(rates[kind]), 0)} lists/s, p99 ${shown(median(p99[kind]), 0)} ms (medians)`,
      )
    }
    const ratio = (kind: Kind) => median(rates[kind].map((rate, round) => rate / rates.bare[round]!))
    judge(`JSON / bare ${at}`, ratio('json'), 'at least', 0.7)
    judge(`HTML / bare ${at}`, ratio('html'), 'at least', 0.35)
    if (connections > 1) judge(`bare ${at}, lists/s`, median(rates.bare), 'at least', 600)
  }
}

/** The first page and the 1,000th by cursor, in turn, 300 times. */
async function compareDepth({ origin }: Measured): Promise<void> {
  const first = '/api/inovasi?urut=terbaru&limit=50'
  let cursor: string | null | undefined
  for (let page = 1; page < 1_000; page++) {
    const answer = await jsonOf(origin + first + (cursor ? `&cursor=${cursor}` : ''))
    cursor = answer.next
    assert.ok(cursor, `page ${page} is the last`)
  }
  const deep = `${first}&cursor=${cursor}`
  const times = await singleRequestsMs(
    origin,
    Array.from({ length: 600 }, (_, i) => (i % 2 ? deep : first)),
  )
  const middle = (odd: number) => median(times.filter((_, i) => i % 2 === odd))
  judge('the 1,000th page by cursor / the first', middle(1) / middle(0), 'at most', 1.2)
}

/** Statements the database ran for each answer, by its own count of transactions. */
async function countQueries(
  { pool }: Awaited<ReturnType<typeof openDatabase>>,
  { origin }: Measured,
): Promise<void> {
  const asked = 40
  let before = await transactions(pool)
  for (const [kind, few, many] of [
    ['JSON', 'limit=1', 'limit=50'],
    ['HTML', 'baris=20', 'baris=50'],
  ] as const) {
    const base = kind === 'JSON' ? '/api/inovasi?dari=2020&' : '/katalog?dari=2020&'
    const counts: number[] = []
    for (const rows of [few, many]) {
      await singleRequestsMs(
        origin,
        Array.from({ length: asked }, () => base + rows),
      )
      const after = await transactions(pool)
      counts.push((after - before) / asked)
      before = after
    }
    say(
      `Queries for one ${kind} answer: ${counts.map((count) => shown(count, 1)).join(' with few rows, ')} with 50`,
    )
  }
}

async function transactions(pool: {
  query(text: string): Promise<{ rows: { n: number }[] }>
}): Promise<number> {
  await new Promise((done) => setTimeout(done, 10_500)) // idle connections report what they did within ten seconds
  const { rows } = await pool.query(
    `select xact_commit::float8 as n from pg_stat_database where datname = current_database()`,
  )
  return rows[0]!.n
}

function judge(what: string, value: number, bound: 'at least' | 'at most', limit: number): void {
  const met = bound === 'at least' ? value >= limit : value <= limit
  const line = `  ${what}: ${shown(value)} (${bound} ${limit})`
  say(met ? line : `${line}  <-- not met`)
  if (!met) failures.push(line)
}

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Environment } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'
import { recordMiss } from '@semai/store/search/demand.commands'
import { readManifest } from '@semai/store/backup/manifest'
import { wholeDatabase } from '@semai/testkit/whole-database'
import { startSemai, startSite } from '../programs.ts'

/** Pages of every kind: HTML, a download, an API answer. None of them shows what is written during the backup. */
const PAGES = [
  '/',
  '/katalog',
  '/inovasi/mal-pelayanan-publik',
  '/daerah/kabupaten-banyuwangi',
  '/data/klaim.csv',
  '/api/inovasi',
]

/** Written meanwhile: by the proof, and by the job that computes analyses anew from the other tables. */
const changing = new Set(['search_demand', 'analysis', 'next_adopter'])

/** What was found; each list of faults should be empty. */
export type SamePages = {
  pages: { path: string; status: number; bytes: number; sha256: string }[]
  /** Writes confirmed before, while and after the backup was taken. */
  writes: { before: number; during: number }
  /** Writes the restored database holds. */
  restoredWrites: number
  backupMs: number
  restoreMs: number
  faults: string[]
}

type Setting = { env: Environment; folder: string; progress(line: string): void }

/**
 * Serves a data folder, backs it up with the real command while four connections write, restores it into another
 * folder and serves that at the same address, so that nothing needs masking: the pages must be the same bytes.
 */
export async function samePages({ env, folder, progress }: Setting): Promise<SamePages> {
  const original = { ...env, SEMAI_DATA: join(folder, 'original') }
  const restored = { ...env, SEMAI_DATA: join(folder, 'restored') }
  const backup = join(folder, 'backup')

  const first = await startSite(original)
  const address = { PORT: new URL(first.url).port }
  const before = await readPages(first.url)
  const writer = await startWriting(original)
  await writer.reached(20)
  const countedBefore = writer.confirmed()
  const backupMs = await semai(['backup', '--out', backup], original)
  const countedAfter = writer.confirmed()
  await writer.stop()
  progress(`Backup in ${backupMs} ms while ${countedAfter - countedBefore} writes were confirmed`)
  const after = await readPages(first.url)
  await stopSite(first)

  const restoreMs = await semai(['restore', backup, '--into', restored.SEMAI_DATA], env)
  await semai(['doctor'], restored)
  progress(`Restored in ${restoreMs} ms; semai doctor is content`)
  // Before it is served: each start of a site nobody administers yet makes a link for its first administrator.
  const { tables, restoredWrites } = await compareTables(original, restored, backup)
  const second = await startSite({ ...restored, ...address })
  const again = await readPages(second.url)
  await stopSite(second)

  const writes = { before: countedBefore, during: countedAfter - countedBefore }
  const isBetween = countedBefore <= restoredWrites && restoredWrites <= countedAfter + 4 // one a connection under way
  const faults = [
    ...different('while the backup was taken', before, after),
    ...different('after the restore', before, again),
    ...tables,
    ...(writes.during > 0 ? [] : ['nothing was written while the backup was taken']),
    ...(isBetween ? [] : [`${restoredWrites} writes were restored, outside what was confirmed meanwhile`]),
  ]
  return { pages: before.map(summary), writes, restoredWrites, backupMs, restoreMs, faults }
}

type Page = { path: string; status: number; body: Buffer }

async function readPages(url: string): Promise<Page[]> {
  const pages: Page[] = []
  for (const path of PAGES) {
    const response = await fetch(url + path)
    pages.push({ path, status: response.status, body: Buffer.from(await response.arrayBuffer()) })
  }
  return pages
}

function summary({ path, status, body }: Page) {
  return { path, status, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') }
}

function different(when: string, before: Page[], after: Page[]): string[] {
  return before.flatMap(({ path, status, body }, index) => {
    const other = after[index]!
    if (status !== 200 || other.status !== 200) return [`${path} answered ${status}, ${when} ${other.status}`]
    return body.equals(other.body) ? [] : [`${path} is not the same ${when}`]
  })
}

/**
 * Every table but those written to holds the same rows in both; searches in vain are those the manifest counted. The trail
 * of the original has one line more: that the backup was taken.
 */
async function compareTables(original: Environment, restored: Environment, backup: string) {
  const one = await openDatabase({ role: 'owner' }, original)
  const two = await openDatabase({ role: 'owner' }, restored)
  try {
    const left: Record<string, string> = {
      ...(await wholeDatabase(one.pool)),
      audit_event: await trailOf(one.pool),
    }
    const right: Record<string, string> = {
      ...(await wholeDatabase(two.pool)),
      audit_event: await trailOf(two.pool),
    }
    const names = Object.keys({ ...left, ...right }).filter((name) => !changing.has(name))
    const { tables: parts } = await readManifest(backup)
    const counted = `${parts.find(({ name }) => name === 'search_demand')!.rows} `
    const { rows } = await two.pool.query<{ n: number }>(
      'select coalesce(sum(times), 0)::int as n from search_demand',
    )
    const tables = names.filter((name) => left[name] !== right[name]).map((name) => `${name} has other rows`)
    if (!right['search_demand']!.startsWith(counted))
      tables.push('search_demand has not the rows of the manifest')
    return { tables, restoredWrites: rows[0]!.n }
  } finally {
    await one.close()
    await two.close()
  }
}

/** The trail without its lines about backups. */
async function trailOf(pool: Awaited<ReturnType<typeof openDatabase>>['pool']): Promise<string> {
  const { rows } = await pool.query<{ all: string }>(
    `select coalesce(string_agg(e::text, E'\n' order by e.id), '') as all from audit_event e where what <> 'backup.finish'`,
  )
  return rows[0]!.all
}

/** Four connections that each note one search in vain after the other. */
async function startWriting(env: Environment) {
  const { db, close } = await openDatabase({ role: 'app', applicationName: 'writer', poolSize: 4 }, env)
  let confirmed = 0
  let stopped = false
  let tell: () => void = () => undefined
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    while (!stopped) {
      const day = new Date(Date.UTC(2026, 0, 1 + 4 * (confirmed % 90) + lane)).toISOString().slice(0, 10)
      if (!(await recordMiss(db, 'pesawat', day))) throw new Error('not counted')
      confirmed++
      tell()
    }
  })
  return {
    confirmed: () => confirmed,
    reached: (count: number) =>
      Promise.race([
        Promise.all(lanes), // a lane that fails must not leave anyone waiting
        new Promise<void>((done) => {
          tell = () => (confirmed >= count ? done() : undefined)
        }),
      ]),
    stop: async () => {
      stopped = true
      await Promise.all(lanes)
      await close()
    },
  }
}

/** @returns how many milliseconds the command took. */
async function semai(argv: string[], env: Environment): Promise<number> {
  const from = performance.now()
  const program = startSemai(argv, env)
  const code = await program.ended
  if (code !== 0) throw new Error(`semai ${argv.join(' ')} ended with ${code}: ${program.lines.join(' ')}`)
  return Math.round(performance.now() - from)
}

async function stopSite({ program }: Awaited<ReturnType<typeof startSite>>): Promise<void> {
  program.child.kill('SIGTERM')
  await program.ended
}

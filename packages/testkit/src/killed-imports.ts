import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Environment } from '@semai/store/db/environment'
import type { OpenedDatabase } from '@semai/store/db/open'

const MAIN = join(import.meta.dirname, '../../../apps/cli/src/main.ts')

/** How many imports were started, and what each left behind. `partial` must stay 0. */
export type KilledImports = {
  killed: number
  finished: number
  all: number
  nothing: number
  partial: number
}

type Setting = {
  /** What the command is started with. */
  env: Environment
  pool: Pick<OpenedDatabase['pool'], 'query'>
  /** Where the files are written. */
  folder: string
  /** Innovations a file. */
  rows: number
  /** A number from 0 to 1 for each kill: when within the time an import takes. */
  moments: readonly number[]
  progress?: (line: string) => void
}

/**
 * Imports a file of new innovations with the real command, once undisturbed to learn how long that takes, then once
 * for each moment of that time with SIGKILL at that moment, and counts what is in the database afterwards.
 */
export async function killImports({
  env,
  pool,
  folder,
  rows,
  moments,
  progress,
}: Setting): Promise<KilledImports> {
  const attempt = async (name: string, killAfterMs: number | null) => {
    const file = join(folder, `${name}.csv`)
    await writeFile(file, catalogueFile(name, rows))
    const before = await tally(pool)
    const started = performance.now()
    const killed = await runImport({ env, file, killAfterMs })
    const took = performance.now() - started
    await allImportsGone(pool)
    return { killed, took, left: judge(before, await tally(pool), rows) }
  }
  const first = await attempt('FIRST', null)
  if (first.left !== 'all') throw new Error(`killImports: the undisturbed import left ${first.left}`)
  let usualMs = first.took
  const result: KilledImports = { killed: 0, finished: 0, all: 0, nothing: 0, partial: 0 }
  for (const [i, moment] of moments.entries()) {
    const { killed, left, took } = await attempt(`K${String(i).padStart(4, '0')}`, moment * usualMs)
    if (!killed) usualMs = took // a machine with other work to do is not always equally quick
    result[killed ? 'killed' : 'finished']++
    result[left]++
    progress?.(
      `${i + 1} of ${moments.length}: ${killed ? 'killed' : 'finished'}, ${left} of the file is there`,
    )
  }
  return result
}

function catalogueFile(name: string, rows: number): string {
  const header =
    'id,name,institution,region_code,year_started,category,summary_id,source,confidence,detail_basis'
  const lines = Array.from({ length: rows }, (_, i) => {
    const text = `Layanan contoh ${i} bagi warga yang menunggu lama`
    return `INV-${name}N${i},Contoh ${name} ${i},Pemerintah Kabupaten Banyuwangi,35.10,2020,kesehatan,${text},Berkas ${name},high,sumber`
  })
  return [header, ...lines].join('\n')
}

/** @returns whether it was killed before it ended by itself. */
async function runImport({
  env,
  file,
  killAfterMs,
}: {
  env: Environment
  file: string
  killAfterMs: number | null
}) {
  const options = { env: { ...process.env, ...env }, stdio: 'ignore' } as const
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, 'import', 'innovations', file],
    options,
  )
  const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  clearTimeout(timer)
  if (signal === null && code !== 0)
    throw new Error(`killImports: an import that nobody killed left with ${code}`)
  return signal === 'SIGKILL'
}

/** The server may still be finishing what a killed program asked for. */
async function allImportsGone(pool: Setting['pool']): Promise<void> {
  const query = `select count(*)::int as n from pg_stat_activity where application_name = 'semai import' and datname = current_database()`
  while ((await pool.query<{ n: number }>(query)).rows[0]!.n > 0) await wait(10)
}

type Tally = {
  innovations: number
  facts: number
  documents: number
  categories: number
  runs: number
  events: number
  sources: number
}

async function tally(pool: Setting['pool']): Promise<Tally> {
  const { rows } = await pool.query<Tally>(`select
    (select count(*) from innovation)::int as innovations, (select count(*) from innovation_fact)::int as facts,
    (select count(*) from innovation_list where words <> '')::int as documents,
    (select count(*) from innovation_category)::int as categories, (select count(*) from import_run)::int as runs,
    (select count(*) from audit_event)::int as events, (select count(*) from source)::int as sources`)
  return rows[0]!
}

/** Five facts an innovation: name, institution, region, start, summary. */
function judge(before: Tally, after: Tally, rows: number): 'all' | 'nothing' | 'partial' {
  const grown = (by: Tally) =>
    (Object.keys(by) as (keyof Tally)[]).every((name) => after[name] === before[name] + by[name])
  if (grown({ innovations: 0, facts: 0, documents: 0, categories: 0, runs: 0, events: 0, sources: 0 }))
    return 'nothing'
  const whole = {
    innovations: rows,
    facts: 5 * rows,
    documents: rows,
    categories: rows,
    runs: 1,
    events: 1,
    sources: 1,
  }
  return grown(whole) ? 'all' : 'partial'
}

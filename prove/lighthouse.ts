// npm run prove:lighthouse [-- RUNS]: what Lighthouse says of the main pages on a phone, the median of 3 runs. Ends with 1
// when a category is below 95. SITE=http://… measures a site that runs already.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { categories, measure, withBrowser, type Measurement } from './lighthouse/measure.ts'
import { startSite } from './programs.ts'

const wanted = 95
const runs = Number(process.argv[2] ?? 3)
const paths = [
  '/',
  '/katalog',
  '/inovasi/mal-pelayanan-publik',
  '/daerah/kabupaten-banyuwangi',
  '/en',
  '/en/daerah/jawa-timur',
]

const { DATABASE_URL: _server, PORT: _port, SITE: site, ...env } = process.env
const folder = await mkdtemp(join(tmpdir(), 'semai-prove-lighthouse-'))
await chmod(folder, 0o755) // run as root, the database's own account must get through
const started = site ? null : await startSite({ ...env, SEMAI_DATA: join(folder, 'data') })
try {
  console.log(['page'.padEnd(34), ...categories].join('  '))
  for (const path of paths) {
    const measured = await measuredAt(`${site ?? started!.url}${path}`)
    const medians = categories.map((name) => median(measured.map(({ scores }) => scores[name] ?? 0)))
    const cells = medians.map((score, i) => String(score).padStart(categories[i]!.length))
    console.log([path.padEnd(34), ...cells].join('  '))
    for (const line of new Set(measured.flatMap(({ lost }) => lost))) console.log(`  ${line}`)
    if (medians.some((score) => score < wanted)) process.exitCode = 1
  }
} finally {
  if (started) {
    started.program.child.kill('SIGTERM')
    await started.program.ended
  }
  await rm(folder, { recursive: true, force: true })
}

/** Each run with a fresh browser: nothing is warm. */
async function measuredAt(url: string): Promise<Measurement[]> {
  const measured: Measurement[] = []
  for (let run = 0; run < runs; run += 1) measured.push(await withBrowser((port) => measure(url, port)))
  return measured
}

function median(scores: readonly number[]): number {
  return scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)]!
}

// npm run prove:figures: on a fictitious decade of 3,000 innovations and 20,000 replications, every figure of every board equals its
// stated query; recomputing all boards takes at most 10 s, and those of the country, a hub, a region and a programme after
// one new claim and one new report at most 2 s. Ends with 1 when anything differs or takes longer.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdCluster } from '@semai/store/db/cluster'
import { connectionString } from '@semai/store/db/connections'
import { silent } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'
import { bringUpToDate } from '@semai/store/db/ready'
import { cast } from '@semai/testkit/cast'
import { decadeEnd, fillDecade, wholeDecade } from '@semai/testkit/decade'
import { median } from '../bench/load.ts'
import { comparedFigures, everyBoard } from './figures/compared-figures.ts'
import { newsArrives } from './figures/news-arrives.ts'
import { looking, shownFigures } from './figures/shown-figures.ts'

const bars = { whole: 10, news: 2 }
const rounds = 5
const say = (line: string) => console.log(line)
const folder = mkdtempSync(join(tmpdir(), 'semai-prove-figures-'))
chmodSync(folder, 0o755) // run as root, the database's own account must get through
const cluster = await holdCluster({ SEMAI_DATA: folder }, say)
try {
  const faults = await prove()
  for (const fault of faults) say(`WRONG: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await cluster.release()
  rmSync(folder, { recursive: true, force: true })
}

async function prove(): Promise<string[]> {
  const opened = await filled()
  const { db, pool } = opened
  const boards = await everyBoard(pool)
  const faults: string[] = []
  let numbers = 0
  const at = await looking(db, cast.secretariat, decadeEnd)
  for (const board of boards) {
    for (const { shown, stated, ...one } of await comparedFigures(at, pool, board)) {
      const keys = new Set([...Object.keys(shown), ...Object.keys(stated)])
      numbers += keys.size
      for (const key of keys) {
        if (shown[key] !== stated[key]) {
          faults.push(`${Object.values(one).join(' ')} ${key}: shown ${shown[key]}, stated ${stated[key]}`)
        }
      }
    }
  }
  say(
    `${boards.length} boards, ${numbers} numbers compared with their stated queries, ${faults.length} differ`,
  )
  const recompute = async (which: typeof boards) => {
    const anew = await looking(db, cast.secretariat, decadeEnd)
    for (const [board, scope] of which) await shownFigures[board](anew, scope)
  }
  const touched = boards.filter(([board], i) => boards.findIndex(([same]) => same === board) === i)
  const whole = await timed(
    () => recompute(boards),
    () => Promise.resolve(),
  )
  const news = await timed(
    () => recompute(touched),
    (round) => newsArrives(pool, round),
  )
  await opened.close()
  const late = [
    judged(`recomputing all ${boards.length} boards`, whole, bars.whole),
    judged('after one new claim and one new report', news, bars.news),
  ]
  return [...faults, ...late.flat()]
}

async function filled() {
  const as = (role: 'postgres' | 'owner', name: string) => ({
    SEMAI_DATABASE: connectionString(cluster.connection(role, name)),
  })
  const admin = await openDatabase({ role: 'owner', poolSize: 1 }, as('postgres', 'postgres'))
  await admin.pool.query('create database figures owner semai_owner')
  await admin.close()
  const opened = await openDatabase({ role: 'owner', poolSize: 3 }, as('owner', 'figures'))
  const client = await opened.pool.connect()
  await bringUpToDate(client, opened.pool, silent)
  client.release()
  const start = performance.now()
  await fillDecade(opened, wholeDecade)
  say(
    `a decade of ${wholeDecade.innovations} innovations and ${wholeDecade.replications} replications made in ${((performance.now() - start) / 1_000).toFixed(0)} s`,
  )
  return opened
}

/** Seconds of each round, after one that warms up. */
async function timed(work: () => Promise<void>, before: (round: number) => Promise<void>): Promise<number[]> {
  const seconds: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    await before(round)
    const start = performance.now()
    await work()
    seconds.push((performance.now() - start) / 1_000)
  }
  return seconds.slice(1)
}

function judged(what: string, seconds: number[], bar: number): string[] {
  const middle = median(seconds)
  say(
    `${what}: median ${middle.toFixed(2)} s of ${rounds}, longest ${Math.max(...seconds).toFixed(2)} s, at most ${bar} s`,
  )
  return middle <= bar ? [] : [`${what} takes ${(middle - bar).toFixed(2)} s longer than ${bar} s`]
}

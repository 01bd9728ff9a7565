// npm run prove:figures: on a fictitious decade of 3,000 innovations and 20,000 replications, every figure of every board equals its
// stated query, and what goes with stopping is what `semai analyse cox` says of the stated rows; recomputing all boards takes at
// most 10 s, all monthly briefs, which are made one at a time, another 10 s, and one of each kind after one new claim and one new
// report at most 2 s. Ends with 1 when anything differs or takes longer.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdCluster } from '@semai/store/db/cluster'
import { connectionString } from '@semai/store/db/connections'
import { silent } from '@semai/store/db/environment'
import { continuity } from '@semai/store/continuity/continuity.queries'
import { openDatabase } from '@semai/store/db/open'
import type { OpenedDatabase } from '@semai/store/db/open'
import { bringUpToDate } from '@semai/store/db/ready'
import { cast } from '@semai/testkit/cast'
import { decadeEnd, fillDecade, wholeDecade } from '@semai/testkit/decade'
import { median } from '../bench/load.ts'
import { analysedRatios, shownRatios } from './figures/analysed-factors.ts'
import type { Ratio } from './figures/analysed-factors.ts'
import { analysedTests, shownTests } from './figures/analysed-tests.ts'
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
  const queries = { pool, atOnce: new Map() }
  for (const board of boards) {
    for (const { shown, stated, ...one } of await comparedFigures(at, queries, board)) {
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
  faults.push(...(await ratioFaults(opened)), ...(await testFaults(opened)))
  const late = await timings(opened, boards)
  await opened.close()
  return [...faults, ...late]
}

/** Ratios with their limits against what the command line says of the same rows, to six digits. */
async function ratioFaults({ db, pool }: OpenedDatabase): Promise<string[]> {
  const { factors } = await continuity(db, cast.secretariat, { today: decadeEnd })
  if (factors === null) return ['too few stopped to tell what goes with it']
  const analysed = await analysedRatios(pool, { today: decadeEnd, shown: factors })
  const told = ({ column, ratio, lower, upper }: Ratio) =>
    [column, ...[ratio, lower, upper].map((one) => one.toPrecision(6))].join(' ')
  const pairs = shownRatios(factors).map((one, i) => [told(one), told(analysed[i]!)] as const)
  say(`${pairs.length} ratios with their limits compared with those of semai analyse cox`)
  return pairs.flatMap(([shown, other]) =>
    shown === other ? [] : [`ratio shown ${shown}, analysed ${other}`],
  )
}

/** The log-rank tests against what the command line says of the same rows, to six digits. */
async function testFaults({ db, pool }: OpenedDatabase): Promise<string[]> {
  const { comparisons } = await continuity(db, cast.secretariat, { today: decadeEnd })
  const shown = shownTests({ comparisons })
  const analysed = await analysedTests(pool, { today: decadeEnd, comparisons })
  say(`${shown.length} log-rank tests compared with those of semai analyse km`)
  return shown.flatMap((one, i) =>
    one === analysed[i] ? [] : [`test shown ${one}, analysed ${analysed[i]}`],
  )
}

type Boards = Awaited<ReturnType<typeof everyBoard>>

async function timings({ db, pool }: OpenedDatabase, boards: Boards): Promise<string[]> {
  const recompute = async (which: Boards) => {
    const anew = await looking(db, cast.secretariat, decadeEnd)
    for (const [board, scope] of which) await shownFigures[board](anew, scope)
  }
  const nothing = () => Promise.resolve()
  const briefs = boards.filter(([board]) => board === 'brief')
  const others = boards.filter(([board]) => board !== 'brief')
  const touched = boards.filter(([board], i) => boards.findIndex(([same]) => same === board) === i)
  const whole = await timed(() => recompute(others), nothing)
  const printed = await timed(() => recompute(briefs), nothing)
  const news = await timed(
    () => recompute(touched),
    (round) => newsArrives(pool, round),
  )
  return [
    judged(`recomputing all ${others.length} boards`, whole, bars.whole),
    judged(`recomputing all ${briefs.length} monthly briefs`, printed, bars.whole),
    judged('after one new claim and one new report', news, bars.news),
  ].flat()
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

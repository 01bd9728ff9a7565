import { discreteHazard } from '../../packages/analytics/src/hazards/discrete-hazard.ts'
import { chanceOf } from '../../packages/analytics/src/hazards/links.ts'
import { seededRandom } from '../../packages/analytics/src/numbers/random.ts'
import { cox } from '../../packages/analytics/src/survival/cox.ts'

export const name = 'hazards'

const ROWS = 20_000
const EFFECTS = [0.5, -0.3, 0.2, 0, 0.1, 0.4, -0.2, 0.05]
const SEED = 1

/**
 * Cox and pooled logit on 20,000 rows × 8 columns (half of them 0 or 1), about 1,400 events or more than half of the rows;
 * the bar is 50 ms warm.
 */
export async function bench(say: (line: string) => void): Promise<void> {
  const random = seededRandom(SEED)
  const columns = EFFECTS.map((_, j) => ({
    name: `x${j}`,
    values: Float64Array.from({ length: ROWS }, () => (j % 2 ? random.normal() : random.below(2))),
  }))
  const events = (start: number) =>
    Array.from({ length: ROWS }, (_, row) => {
      const eta = EFFECTS.reduce((sum, effect, j) => sum + effect * columns[j]!.values[row]!, start)
      return random.uniform() < chanceOf(eta, 'logit') ? 1 : 0
    })
  const event = events(-3)
  const stop = event.map(() => 50 * random.uniform())
  const start = stop.map((time) => time - 20 * random.uniform())
  const years = { start: start.map(Math.floor), stop: stop.map((time) => Math.floor(time) + 1), event }
  const often = events(0.3)
  const unit = event.map((_, row) => row % 500)
  const count = (of: number[]) => of.filter((one) => one === 1).length
  const what = `${count(event)} events, often ${count(often)}`
  say(`${ROWS} rows, ${EFFECTS.length} columns, ${what}, seed ${SEED}; medians of 21 warm runs`)
  const lines: [string, () => { turns: number }][] = [
    ['logit', () => discreteHazard({ event, columns })],
    ['logit, clustered by 500', () => discreteHazard({ event, columns }, { cluster: unit })],
    ['cloglog', () => discreteHazard({ event, columns }, { link: 'cloglog' })],
    ['cox, all times distinct', () => cox({ start, stop, event }, columns)],
    ['cox, yearly ties', () => cox(years, columns)],
    ['cox, yearly ties, Breslow', () => cox(years, columns, { ties: 'breslow' })],
    ['cox, often, distinct', () => cox({ start, stop, event: often }, columns)],
    ['cox, often, yearly ties', () => cox({ ...years, event: often }, columns)],
  ]
  for (const [what, work] of lines) say(`${what.padEnd(26)} ${timed(work)}`)
}

/** Wall time, and processor time beside it: on a shared machine the first says what others did, too. */
function timed(work: () => { turns: number }): string {
  for (let i = 0; i < 8; i++) work()
  const runs = Array.from({ length: 21 }, () => {
    const [began, used] = [performance.now(), process.cpuUsage()]
    const { turns } = work()
    const { user, system } = process.cpuUsage(used)
    return { wall: performance.now() - began, cpu: (user + system) / 1000, turns }
  })
  const sorted = (of: 'wall' | 'cpu') => runs.map((run) => run[of]).sort((a, b) => a - b)
  const [wall, cpu] = [sorted('wall'), sorted('cpu')]
  return `${wall[10]!.toFixed(1)} ms (best ${wall[0]!.toFixed(1)}), processor ${cpu[10]!.toFixed(1)} ms, ${runs[0]!.turns} steps`
}

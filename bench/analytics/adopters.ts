import { backTest } from '../../packages/analytics/src/adopters/back-test.ts'
import { nextAdopters } from '../../packages/analytics/src/adopters/next-adopters.ts'
import { knownHazard } from '../../prove/next-adopters/known-hazard.ts'

export const name = 'adopters'

const SEED = 1

/** A forecast and a back-test of three splits on spread with a known hazard; the network given, inferred and left out. */
export async function bench(say: (line: string) => void): Promise<void> {
  const { diffusion, network, years } = knownHazard(SEED)
  const { nodes, time } = diffusion.cascades
  say(
    `${nodes} places, ${diffusion.cascades.start.length - 1} innovations, ${time.length} adoptions, seed ${SEED}; medians of 3 warm runs, processor in brackets`,
  )
  for (const [how, of] of [
    ['no network', { ...diffusion, network: 'none' as const }],
    ['network given', { ...diffusion, network }],
    ['network inferred', diffusion],
  ] as const) {
    const splits = [years - 3, years - 2, years - 1]
    const forecast = median(() => nextAdopters(of, { at: years, horizon: 1 }).rows)
    const test = median(() => backTest(of, { horizon: 1, splits }).rows)
    say(
      `${how.padEnd(17)} forecast from ${forecast.rows} rows ${forecast.took}, back-test of ${test.rows} rows with 200 resamples ${test.took}`,
    )
  }
}

/** Wall time, and processor time beside it: on a shared machine the first says what others did, too. */
function median(work: () => number): { rows: number; took: string } {
  let rows = work()
  const runs = Array.from({ length: 3 }, () => {
    const [began, used] = [performance.now(), process.cpuUsage()]
    rows = work()
    return [performance.now() - began, process.cpuUsage(used).user / 1000] as const
  })
  const middle = (of: 0 | 1) =>
    runs
      .map((run) => run[of])
      .sort((a, b) => a - b)[1]!
      .toFixed(0)
  return { rows, took: `${middle(0)} ms (${middle(1)})` }
}

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
    `${nodes} places, ${diffusion.cascades.start.length - 1} innovations, ${time.length} adoptions, seed ${SEED}; medians of 5 warm runs`,
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

function median(work: () => number): { rows: number; took: string } {
  let rows = work()
  const runs = Array.from({ length: 5 }, () => {
    const began = performance.now()
    rows = work()
    return performance.now() - began
  })
  return { rows, took: `${runs.sort((a, b) => a - b)[2]!.toFixed(0)} ms` }
}

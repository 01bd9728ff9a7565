import { bassBootstrap, fitBass } from '../../packages/analytics/src/curves/bass.ts'
import { bassShare } from '../../packages/analytics/src/curves/bass-search.ts'
import { innovativeness } from '../../packages/analytics/src/innovativeness/innovativeness.ts'
import { innovativenessBootstrap } from '../../packages/analytics/src/innovativeness/innovativeness-bootstrap.ts'
import { seededRandom } from '../../packages/analytics/src/numbers/random.ts'
import { permutationLocalMoran } from '../../packages/analytics/src/spatial/local-moran.ts'
import { nearestLinks } from '../../packages/analytics/src/spatial/near-links.ts'
import { permutationMoran } from '../../packages/analytics/src/spatial/permutation.ts'
import { weightsFrom } from '../../packages/analytics/src/spatial/weights.ts'

export const name = 'curves'

const SEED = 20

/** Curves, spatial autocorrelation and innovativeness at the size of Indonesia's 514 regencies and cities. */
export async function bench(say: (line: string) => void): Promise<void> {
  say(`seed ${SEED}; warm medians of 7`)
  const random = seededRandom(SEED)
  const counts = Array.from({ length: 20 }, (_, i) =>
    Math.max(0, 514 * (bassShare(i + 1, 0.01, 0.4) - bassShare(i, 0.01, 0.4)) + random.normal()),
  )
  const fit = fitBass(counts)
  say(`Bass, 20 periods, from a grid of starts: ${median(() => fitBass(counts))}`)
  say(`Bass, 999 refits: ${median(() => bassBootstrap(fit))}`)

  const places = {
    x: Array.from({ length: 514 }, () => 95 + 46 * random.uniform()),
    y: Array.from({ length: 514 }, () => -11 + 17 * random.uniform()),
    on: 'sphere' as const,
  }
  const weights = weightsFrom(514, nearestLinks(places, 6))
  const x = places.x.map((lon) => lon / 10 + random.normal())
  say(`six nearest of 514 regions: ${median(() => nearestLinks(places, 6))}`)
  say(`Moran and Geary, 999 shuffles of 514 × 6: ${median(() => permutationMoran(x, weights))}`)
  say(`local Moran, 999 draws for each of 514 × 6: ${median(() => permutationLocalMoran(x, weights))}`)

  const adoptions = Array.from({ length: 30_000 }, () => ({
    region: `r${random.below(514)}`,
    innovation: `k${random.below(300)}`,
    time: 2000 + random.below(20),
  }))
  say(`innovativeness, 514 × 300, 30,000 adoptions: ${median(() => innovativeness(adoptions))}`)
  say(`the same with 999 resamples: ${median(() => innovativenessBootstrap(adoptions), 3)}`)
}

/** Medians of wall and processor time: on a busy machine only the second says something. */
function median(work: () => unknown, times = 7): string {
  work()
  const took = Array.from({ length: times }, () => {
    const [start, used] = [performance.now(), process.cpuUsage()]
    work()
    const { user, system } = process.cpuUsage(used)
    return { wall: performance.now() - start, processor: (user + system) / 1000 }
  })
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(times / 2)]!.toFixed(1)
  const wall = middle(took.map((one) => one.wall))
  return `${wall} ms (processor ${middle(took.map((one) => one.processor))} ms)`
}

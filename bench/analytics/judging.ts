import { additiveEffects } from '../../packages/analytics/src/judging/additive-effects.ts'
import { crossedEffects } from '../../packages/analytics/src/judging/crossed-effects.ts'
import { rankUncertainty } from '../../packages/analytics/src/judging/rank-uncertainty.ts'
import { rasch } from '../../packages/analytics/src/judging/rasch.ts'
import type { Reading } from '../../packages/analytics/src/judging/readings.ts'
import { seededRandom } from '../../packages/analytics/src/numbers/random.ts'

export const name = 'judging'

const seed = 6

/** 2,000 entries of three readings each by 60 judges: crossed effects by REML (at most 1 s warm), and the other models. */
export async function bench(say: (line: string) => void): Promise<void> {
  const readings = drawn({ entries: 2000, judges: 60, each: 3 })
  const rounded = readings.map((reading) => ({
    ...reading,
    score: Math.max(1, Math.min(7, Math.round(reading.score / 2 - 31))),
  }))
  say(`2,000 entries, 60 judges, 3 readings an entry; seed ${seed}`)
  timed(say, 'crossed effects (REML)', 7, () => crossedEffects(readings))
  timed(say, 'additive effects', 7, () => additiveEffects(readings))
  timed(say, 'Rasch, joint', 3, () => rasch(rounded))
  timed(say, 'Rasch, marginal', 3, () => rasch(rounded, { method: 'marginal' }))
  const { posterior } = crossedEffects(readings)
  timed(say, 'chances above a cut, 2,000 draws', 3, () =>
    rankUncertainty(posterior, { top: 100, draws: 2000, seed }),
  )
}

function timed(say: (line: string) => void, what: string, times: number, work: () => unknown): void {
  work() // warm
  const took = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  const at = (place: number) => took[place]!.toFixed(0)
  say(`${what}: median ${at(times >> 1)} ms of ${times} (${at(0)} to ${at(times - 1)})`)
}

function drawn({ entries, judges, each }: { entries: number; judges: number; each: number }): Reading[] {
  const random = seededRandom(seed)
  const severity = Array.from({ length: judges }, () => random.normal())
  return Array.from({ length: entries }, (_, i) => i).flatMap((i) => {
    const quality = 70 + 2 * random.normal()
    const lot = random.shuffle(severity.map((_, j) => j)).slice(0, each)
    return lot.map((j) => ({
      entry: `entry ${i}`,
      judge: `judge ${j}`,
      score: quality + severity[j]! + 1.5 * random.normal(),
    }))
  })
}

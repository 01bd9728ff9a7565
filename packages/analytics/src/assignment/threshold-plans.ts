import { cheapestReadings } from './cheapest-readings.ts'
import type { ReadingNetwork } from './reading-choice.ts'
import type { ReadingProblem } from './reading-problem.ts'

/** Halvings of the list of similarities before a threshold is near enough. */
const halvings = 12

/**
 * For one, two … readers a paper: the plan of greatest total in which every paper has so many readers at or above the
 * highest threshold at which that is possible. Every paper then scores at least threshold times readers.
 * Needs a network without team limit: one cell a paper.
 */
export function thresholdPlans(
  { network, similarity }: ReadingProblem,
  work: { left: number },
): Uint8Array[] {
  const levels = [...new Set(similarity)].sort((a, b) => a - b)
  const most = network.need.reduce((most, need) => Math.max(most, need), 0)
  const plans: Uint8Array[] = []
  let ceiling = levels.length
  for (let readers = 1; readers <= most; readers++) {
    let [low, high] = [-1, ceiling]
    let found: Uint8Array | null = null
    for (let i = 0; i < halvings && high - low > 1 && work.left > 0; i++) {
      const middle = (low + high) >> 1
      const used = planAbove(network, { similarity, threshold: levels[middle]!, readers, work })
      if (used) [found, low] = [used, middle]
      else high = middle
    }
    if (found) plans.push(found)
    ceiling = high
  }
  return plans
}

/** Splits each paper's readers at the threshold; of those below it only what is left over may be taken. */
function planAbove(
  network: ReadingNetwork,
  {
    similarity,
    threshold,
    readers,
    work,
  }: { similarity: Float64Array; threshold: number; readers: number; work: { left: number } },
): Uint8Array | null {
  const { papers, arcStart, arcReader, arcCost, need } = network
  const order = new Int32Array(arcReader.length)
  const start = new Int32Array(2 * papers + 1)
  const cellLimit = new Int32Array(2 * papers)
  let count = 0
  for (let paper = 0; paper < papers; paper++) {
    for (const above of [true, false]) {
      for (let arc = arcStart[paper]!; arc < arcStart[paper + 1]!; arc++) {
        if (similarity[arc]! >= threshold === above) order[count++] = arc
      }
      start[2 * paper + (above ? 1 : 2)] = count
    }
    cellLimit[2 * paper] = need[paper]!
    cellLimit[2 * paper + 1] = Math.max(0, need[paper]! - readers)
  }
  const flow = cheapestReadings({
    ...network,
    cellStart: Int32Array.from({ length: papers + 1 }, (_, paper) => 2 * paper),
    cellLimit,
    arcStart: start,
    arcReader: order.map((arc) => arcReader[arc]!),
    arcCost: Float64Array.from(order, (arc) => arcCost[arc]!),
  })
  work.left -= flow.work
  if (flow.stuck || flow.load.some((load, reader) => load < network.min[reader]!)) return null
  const used = new Uint8Array(order.length)
  flow.used.forEach((taken, i) => (used[order[i]!] = taken))
  return used
}

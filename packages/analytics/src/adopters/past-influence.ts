import { edgeFacts } from '../networks/attribution.ts'
import { membersOf } from '../numbers/groups.ts'
import type { Cascades } from '../networks/cascades.ts'
import { fitNetwork } from '../networks/fit-network.ts'
import type { Diffusion, GivenNetwork } from './diffusion.ts'

/** How exposed `node` is at a time, given when each place adopted. */
export type Exposure = (node: number, when: Float64Array, at: number) => number

/** Weighted share of a place's neighbours that had adopted, of those that exist; 0 without any. */
export function neighbourShare({ neighbours, exists }: Diffusion): Exposure | null {
  if (!neighbours) return null
  const { starts, neighbours: others, values } = neighbours
  return (node, when, at) => {
    let [adopted, around] = [0, 0]
    for (let l = starts[node]!; l < starts[node + 1]!; l++) {
      const other = others[l]!
      if (exists && exists[other]! > at) continue
      around += values[l]!
      if (when[other]! < at) adopted += values[l]!
    }
    return around > 0 ? adopted / around : 0
  }
}

/**
 * Sums over the places that pass on to a place and had adopted: `network` of the edges' weights, and `recent` of each weight
 * times the chance that passing on takes longer than it has taken so far, where that is known.
 */
export function networkExposures(
  { network = 'inferred' }: Diffusion,
  past: Cascades,
): { network?: Exposure; recent?: Exposure } {
  if (network === 'none') return {}
  const { from, to, weight, survival } = network === 'inferred' ? inferredFrom(past) : network
  const { start, members } = membersOf(to, past.nodes)
  const exposure =
    (share: (delay: number) => number): Exposure =>
    (node, when, at) => {
      let sum = 0
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const since = at - when[from[members[i]!]!]!
        if (since > 0) sum += weight[members[i]!]! * share(since)
      }
      return sum
    }
  return { network: exposure(() => 1), ...(survival && { recent: exposure(survival) }) }
}

/** Edges whose gain is no chance (p below 0.05) are kept, and weigh as if they had failed in five exposures more. */
const [CHANCE, FAILED] = [0.05, 5]

function inferredFrom(past: Cascades): GivenNetwork {
  const { start, time } = past
  const spreads = start.some(
    (end, c) => c > 0 && end > start[c - 1]! && time[end - 1]! > time[start[c - 1]!]!,
  )
  if (!spreads) return { from: new Int32Array(0), to: new Int32Array(0), weight: [], survival: () => 1 }
  const { network, model } = fitNetwork(past, 'exponential', { stop: { p: CHANCE } })
  const { support, exposures } = edgeFacts(past, network)
  const weight = Float64Array.from(support, (count, i) => count / (exposures[i]! + FAILED))
  return { from: network.from, to: network.to, weight, survival: (delay) => model.survival(delay) }
}

/**
 * How often each place adopted anything, against how often it would have if all places at risk of an innovation were
 * alike: log((adoptions + 1) / (expected + 1)), the expected number being the sum of Nelson–Aalen steps while at risk.
 */
export function pastEagerness(past: Cascades, exists: ArrayLike<number> | undefined): Float64Array {
  const { nodes, start, node, time } = past
  const late = Array.from({ length: nodes }, (_, v) => v).filter((v) => exists && exists[v]! > -Infinity)
  const [adopted, expected] = [new Float64Array(nodes), new Float64Array(nodes)]
  let all = 0
  for (let c = 0; c + 1 < start.length; c++) {
    const before = all
    for (let h = start[c]!, end = h; h < start[c + 1]!; h = end) {
      while (end < start[c + 1]! && time[end] === time[h]) end++
      const unborn = late.filter((v) => exists![v]! > time[h]!)
      const step = (end - h) / (nodes - unborn.length - (h - start[c]!))
      for (const v of unborn) expected[v]! -= step
      all += step
      for (let hit = h; hit < end; hit++) {
        adopted[node[hit]!]!++
        expected[node[hit]!]! += all - before
      }
    }
    for (let h = start[c]!; h < start[c + 1]!; h++) expected[node[h]!]! -= all - before
  }
  return adopted.map((count, v) => Math.log((count + 1) / (expected[v]! + all + 1)))
}

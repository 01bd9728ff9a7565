import { seededRandom } from '../numbers/random.ts'
import { pickCascades } from './cascades.ts'
import type { Cascades } from './cascades.ts'
import type { Edges } from './edge-uses.ts'
import { netinf } from './netinf.ts'
import type { NetinfOptions } from './netinf.ts'
import { refuseCount } from '../numbers/refusals.ts'

/**
 * The share of bootstrap replicates in which each edge is found again. A replicate draws as many cascades with
 * replacement, and as many edges as the network has are inferred from them. Replicate r depends on the seed and r only.
 * @throws RangeError unless there is at least one replicate.
 * Cost: one inference a replicate; `done` is told after each.
 */
export function edgeStability(
  cascades: Cascades,
  network: Edges,
  {
    replicates,
    seed,
    done,
    ...options
  }: Omit<NetinfOptions, 'stop'> & { replicates: number; seed: number; done?: (replicates: number) => void },
): Float64Array {
  refuseCount('edgeStability: replicates', replicates)
  const edges = network.from.length
  const found = new Float64Array(edges)
  if (edges === 0) return found
  const place = new Map(Array.from(network.from, (from, i) => [from * cascades.nodes + network.to[i]!, i]))
  const count = cascades.start.length - 1
  for (let r = 0; r < replicates; r++) {
    const random = seededRandom(seed).branch(r)
    const drawn = Int32Array.from({ length: count }, () => random.below(count))
    const again = netinf(pickCascades(cascades, drawn), { ...options, stop: { edges } })
    again.from.forEach((from, i) => {
      const known = place.get(from * cascades.nodes + again.to[i]!)
      if (known !== undefined) found[known]!++
    })
    done?.(r + 1)
  }
  return found.map((times) => times / replicates)
}

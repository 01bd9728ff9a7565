import { seededRandom } from '../numbers/random.ts'
import { membersOf } from '../numbers/groups.ts'
import type { Edges } from './edge-uses.ts'
import { refuseCount, refuseShare } from '../numbers/refusals.ts'

/** Ways in which a network may transmit: in each, some edges are live, and a hub reaches all that live edges lead to. */
export type Worlds = {
  nodes: number
  /** How likely each world is; they sum to 1. */
  weight: Float64Array
  /** Edges leaving node n are start[n] to below start[n + 1]; each leads to `to`. */
  start: Int32Array
  to: Int32Array
  /** 1 where an edge is live: by world, then by place in `to`. */
  live: Uint8Array
}

export type Transmission = Edges & {
  nodes: number
  /** The chance that each edge transmits. */
  probability: ArrayLike<number>
}

const EXACT_EDGES = 16

/**
 * Every way in which the uncertain edges may be live or not, with its probability.
 * @throws RangeError beyond 16 edges whose probability is neither 0 nor 1, or a probability that is none.
 */
export function allWorlds(network: Transmission): Worlds {
  const { start, to, probability } = leaving(network)
  const uncertain = probability.flatMap((chance, i) => (chance > 0 && chance < 1 ? [i] : []))
  if (uncertain.length > EXACT_EDGES) {
    throw new RangeError(`allWorlds: ${uncertain.length} uncertain edges are more than ${EXACT_EDGES}`)
  }
  const worlds = 2 ** uncertain.length
  const weight = new Float64Array(worlds).fill(1)
  const live = new Uint8Array(worlds * to.length)
  for (let w = 0; w < worlds; w++) {
    probability.forEach((chance, i) => (live[w * to.length + i] = chance === 1 ? 1 : 0))
    uncertain.forEach((edge, bit) => {
      const isLive = (w >> bit) & 1
      live[w * to.length + edge] = isLive
      weight[w]! *= isLive ? probability[edge]! : 1 - probability[edge]!
    })
  }
  return { nodes: network.nodes, weight, start, to, live }
}

/**
 * Worlds drawn at random; world w depends on the seed and w only.
 * @throws RangeError unless there is at least one, or a probability that is none.
 */
export function drawnWorlds(
  network: Transmission,
  { worlds, seed }: { worlds: number; seed: number },
): Worlds {
  refuseCount('drawnWorlds: worlds', worlds)
  const { start, to, probability } = leaving(network)
  const live = new Uint8Array(worlds * to.length)
  for (let w = 0; w < worlds; w++) {
    const random = seededRandom(seed).branch(w)
    for (let i = 0; i < to.length; i++) live[w * to.length + i] = random.uniform() < probability[i]! ? 1 : 0
  }
  return { nodes: network.nodes, weight: new Float64Array(worlds).fill(1 / worlds), start, to, live }
}

function leaving({ nodes, from, to, probability }: Transmission) {
  const chances = Array.from(probability)
  chances.forEach((chance, edge) => refuseShare(`edge ${edge}: the probability`, chance))
  const { start, members } = membersOf(from, nodes)
  return {
    start,
    to: members.map((edge) => to[edge]!),
    probability: Array.from(members, (edge) => chances[edge]!),
  }
}

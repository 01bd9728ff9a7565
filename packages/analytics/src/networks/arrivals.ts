import { quantile } from '../numbers/quantile.ts'
import { seededRandom } from '../numbers/random.ts'
import type { Worlds } from './live-edge-worlds.ts'

/** How long a first adoption takes along each edge: by world, then by place in `worlds.to`; in any one unit. */
export type Delays = Float64Array

/**
 * Exponential delays with this mean, one for each edge of each world; those of world w depend on the seed and w only, so
 * that every choice of hubs meets the same.
 * @throws RangeError unless the mean is above 0.
 */
export function drawnDelays({ weight, to }: Worlds, { mean, seed }: { mean: number; seed: number }): Delays {
  if (!(mean > 0 && mean < Infinity)) throw new RangeError(`drawnDelays: the mean must be above 0: ${mean}`)
  const delays = new Float64Array(weight.length * to.length)
  for (let w = 0; w < weight.length; w++) {
    const random = seededRandom(seed).branch(w)
    for (let i = 0; i < to.length; i++) delays[w * to.length + i] = -mean * Math.log1p(-random.uniform())
  }
  return delays
}

/** When each node begins in one world, the hubs at 0; Infinity where it never does. Shortest paths over live edges. */
export function arrivals(
  worlds: Worlds,
  delays: Delays,
  { world, hubs }: { world: number; hubs: readonly number[] },
) {
  const { nodes, start, to, live } = worlds
  const begins = new Float64Array(nodes).fill(Infinity)
  const queue = [...hubs]
  for (const hub of hubs) begins[hub] = 0
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!
    for (let i = start[node]!; i < start[node + 1]!; i++) {
      const edge = world * to.length + i
      const at = begins[node]! + delays[edge]!
      if (live[edge] === 0 || at >= begins[to[i]!]!) continue
      begins[to[i]!] = at
      queue.push(to[i]!)
    }
  }
  return begins
}

/** How soon a choice of hubs spreads: over worlds the median and what 9 of 10 lie between. */
export type Halfway = { median: number; low: number; high: number }

/**
 * The time until half of all that a choice reaches beyond itself has begun, over the worlds in which it reaches anybody;
 * null where it does in none. `worlds` limits how many are looked at, the first ones.
 */
export function halfway(
  worlds: Worlds,
  delays: Delays,
  { hubs, worlds: most = worlds.weight.length }: { hubs: readonly number[]; worlds?: number },
): Halfway | null {
  const chosen = new Set(hubs)
  const times: number[] = []
  for (let world = 0; world < Math.min(most, worlds.weight.length); world++) {
    const begins = arrivals(worlds, delays, { world, hubs })
    const others = begins.filter((at, node) => at < Infinity && !chosen.has(node)).sort()
    if (others.length > 0) times.push(others[Math.ceil(others.length / 2) - 1]!)
  }
  if (times.length === 0) return null
  const sorted = Float64Array.from(times).sort()
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) }
}

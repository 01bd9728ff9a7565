import type { Worlds } from './live-edge-worlds.ts'

export type HubOptions = {
  /** What may be spent in all; without costs, the number of hubs. */
  budget: number
  /** The cost of each node, above 0; 1 without it. */
  costs?: ArrayLike<number>
  /** Nodes that are chosen first, and paid for; nodes that are never chosen. */
  must?: readonly number[]
  not?: readonly number[]
}

export type Hubs = {
  hubs: { node: number; gain: number; cost: number }[]
  /** Nodes reached on average, hubs included. */
  spread: number
  cost: number
  /** No choice within the budget (with the same musts) reaches more in these worlds. */
  bound: number
  /** Spreads evaluated: what lazy evaluation saves against hubs × nodes. */
  evaluations: number
}

/**
 * Hubs from which a network reaches most, by lazy greedy choice (CELF): the next hub is the one that adds most, and with
 * costs the better of that and of what adds most for its cost. Ties go to the smaller node. It reaches at least 63 % of
 * the best (with costs 31 %) beyond the musts; `bound` says how far from the best this choice can be.
 * @throws RangeError when the budget does not pay for the musts or is below 0, a cost is not above 0, a node is out of
 *   range, or must and not name the same node.
 * Source: Kempe, Kleinberg & Tardos (2003); Leskovec, Krause et al. (2007), also for the bound.
 */
export function chooseHubs(worlds: Worlds, options: HubOptions): Hubs {
  const costs = Float64Array.from({ length: worlds.nodes }, (_, node) => options.costs?.[node] ?? 1)
  refuseFaults(worlds, options, costs)
  const plain = greedyHubs(worlds, options, { costs, byCost: false })
  if (options.costs === undefined) return plain
  const thrifty = greedyHubs(worlds, options, { costs, byCost: true })
  const better = thrifty.spread > plain.spread ? thrifty : plain
  return {
    ...better,
    bound: Math.min(plain.bound, thrifty.bound),
    evaluations: plain.evaluations + thrifty.evaluations,
  }
}

/** Nodes that these hubs reach on average, themselves included; each is named once. Without a choice to make, so without its cost. */
export function spreadOf(worlds: Worlds, hubs: readonly number[]): number {
  const reach = reachIn(worlds)
  return hubs.reduce((sum, hub) => sum + reach.take(hub), 0)
}

function refuseFaults({ nodes }: Worlds, { budget, must = [], not = [] }: HubOptions, costs: Float64Array) {
  if (!(budget >= 0)) throw new RangeError(`chooseHubs: the budget is below 0: ${budget}`)
  const costless = costs.findIndex((cost) => !(cost > 0 && cost < Infinity))
  if (costless >= 0) throw new RangeError(`chooseHubs: node ${costless}: the cost must be above 0`)
  const strange = [...must, ...not].find((node) => !(node >= 0 && node < nodes))
  if (strange !== undefined) throw new RangeError(`chooseHubs: there is no node ${strange}`)
  const both = must.find((node) => not.includes(node))
  if (both !== undefined) throw new RangeError(`chooseHubs: node ${both} is both a must and left out`)
  const needed = [...new Set(must)].reduce((sum, node) => sum + costs[node]!, 0)
  if (needed > budget) {
    throw new RangeError(`chooseHubs: the musts cost ${needed}, more than the budget of ${budget}`)
  }
}

function greedyHubs(
  worlds: Worlds,
  { budget, must = [], not = [] }: HubOptions,
  { costs, byCost }: { costs: Float64Array; byCost: boolean },
): Hubs {
  const choice = startedWith(new Set(must), reachIn(worlds), costs)
  const [started, room] = [choice.spread, budget - choice.cost]
  const open = Int32Array.from({ length: worlds.nodes }, (_, node) => node).filter(
    (node) => !must.includes(node) && !not.includes(node),
  )
  const first = Float64Array.from(open, choice.gain)
  const priceOf = (node: number) => (byCost ? costs[node]! : 1)
  const keys = first.map((gain, i) => gain / priceOf(open[i]!))
  const evaluated = new Int32Array(open.length)
  const top = () => greatest(keys, (i) => choice.cost + costs[open[i]!]! <= budget)
  for (let round = 0, at = top(); at >= 0; at = top()) {
    const node = open[at]!
    if (evaluated[at] === round) {
      choice.take(node)
      keys[at] = 0
      round++
    } else {
      keys[at] = choice.gain(node) / priceOf(node)
      evaluated[at] = round
    }
  }
  const openCosts = Float64Array.from(open, (node) => costs[node]!)
  const last = Float64Array.from(open, choice.gain)
  const bound = Math.min(
    worlds.nodes,
    started + mostWithin(room, first, openCosts),
    choice.spread + mostWithin(room, last, openCosts),
  )
  const { hubs, spread, cost } = choice
  return { hubs, spread, cost, bound, evaluations: choice.evaluations() }
}

/** The place of the greatest key above 0 that is allowed, the first of equals; -1 where there is none. */
function greatest(keys: Float64Array, isAllowed: (i: number) => boolean): number {
  let best = -1
  keys.forEach((key, i) => {
    if (key > (keys[best] ?? 0) && isAllowed(i)) best = i
  })
  return best
}

/** The hubs chosen so far, at first the musts. */
function startedWith(musts: ReadonlySet<number>, reach: ReturnType<typeof reachIn>, costs: Float64Array) {
  const choice = {
    hubs: [] as Hubs['hubs'],
    spread: 0,
    cost: 0,
    gain: reach.gain,
    evaluations: reach.evaluations,
    take(node: number) {
      const gain = reach.take(node)
      this.hubs.push({ node, gain, cost: costs[node]! })
      this.spread += gain
      this.cost += costs[node]!
    },
  }
  for (const node of musts) choice.take(node)
  return choice
}

/** The most that gains which do not overlap could add within the budget, the last of them in part. */
function mostWithin(budget: number, gains: Float64Array, costs: Float64Array): number {
  const order = Int32Array.from(gains, (_, i) => i)
    .filter((i) => costs[i]! <= budget)
    .sort((a, b) => gains[b]! / costs[b]! - gains[a]! / costs[a]!)
  let sum = 0
  for (const i of order) {
    const part = Math.min(1, budget / costs[i]!)
    sum += part * gains[i]!
    budget -= part * costs[i]!
  }
  return sum
}

/** What a node would add to what is reached already, and taking it. */
function reachIn({ nodes, weight, start, to, live }: Worlds) {
  const reached = new Uint8Array(weight.length * nodes)
  const seen = new Int32Array(nodes)
  const queue = new Int32Array(nodes)
  let [visit, evaluations] = [0, 0]
  const walk = (node: number, mark: boolean) => {
    let sum = 0
    evaluations++
    for (let w = 0; w < weight.length; w++) {
      const base = w * nodes
      if (reached[base + node]) continue
      seen[node] = ++visit
      queue[0] = node
      let size = 1
      for (let at = 0; at < size; at++) {
        const from = queue[at]!
        if (mark) reached[base + from] = 1
        for (let i = start[from]!; i < start[from + 1]!; i++) {
          const next = to[i]!
          if (!live[w * to.length + i] || seen[next] === visit || reached[base + next]) continue
          seen[next] = visit
          queue[size++] = next
        }
      }
      sum += weight[w]! * size
    }
    return sum
  }
  return {
    gain: (node: number) => walk(node, false),
    take: (node: number) => walk(node, true),
    evaluations: () => evaluations,
  }
}

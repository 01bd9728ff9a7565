import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseHubs, spreadOf } from './hubs.ts'
import type { HubOptions } from './hubs.ts'
import { allWorlds, drawnWorlds } from './live-edge-worlds.ts'
import type { Transmission } from './live-edge-worlds.ts'

type Edge = readonly [from: number, to: number, probability: number]

function networkOf(edges: readonly Edge[], nodes = 5): Transmission {
  return {
    nodes,
    from: Int32Array.from(edges, ([from]) => from),
    to: Int32Array.from(edges, ([, to]) => to),
    probability: edges.map(([, , probability]) => probability),
  }
}

const someEdges = fc.uniqueArray(
  fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom(0, 0.2, 0.5, 0.9, 1)).filter(([from, to]) => from !== to),
  { maxLength: 8, selector: ([from, to]) => 5 * from + to },
)

/** Nodes reached on average, by going through every way in which the edges may transmit. */
function enumeratedSpread(edges: readonly Edge[], hubs: readonly number[]): number {
  let sum = 0
  for (let world = 0; world < 2 ** edges.length; world++) {
    const live = edges.filter((_, i) => (world >> i) & 1)
    const chance = edges.reduce((product, edge, i) => product * ((world >> i) & 1 ? edge[2] : 1 - edge[2]), 1)
    const reached = new Set(hubs)
    for (let size = 0; size < reached.size;) {
      size = reached.size
      for (const [from, to] of live) if (reached.has(from)) reached.add(to)
    }
    sum += chance * reached.size
  }
  return sum
}

const subsets = Array.from({ length: 32 }, (_, bits) => [0, 1, 2, 3, 4].filter((node) => (bits >> node) & 1))

/** The best spread of all sets that the options allow. */
function bestOf(edges: readonly Edge[], { budget, costs, must = [], not = [] }: HubOptions): number {
  const allowed = subsets.filter(
    (hubs) =>
      hubs.reduce((sum, node) => sum + (costs?.[node] ?? 1), 0) <= budget &&
      must.every((node) => hubs.includes(node)) &&
      !not.some((node) => hubs.includes(node)),
  )
  return Math.max(...allowed.map((hubs) => enumeratedSpread(edges, hubs)))
}

test('the spread is that of its hubs, near the best and below the bound', () => {
  fc.assert(
    fc.property(someEdges, fc.integer({ min: 1, max: 3 }), (edges, budget) => {
      const worlds = allWorlds(networkOf(edges))
      const chosen = chooseHubs(worlds, { budget })
      const best = bestOf(edges, { budget })

      expect(chosen.hubs.length === budget || chosen.spread > 5 - 1e-9).toBe(true) // or all are reached
      const hubs = chosen.hubs.map(({ node }) => node)
      expect(chosen.spread).toBeCloseTo(enumeratedSpread(edges, hubs), 9)
      expect(spreadOf(worlds, hubs)).toBe(chosen.spread)
      expect(chosen.spread).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9)
      expect(chosen.bound).toBeGreaterThanOrEqual(best - 1e-9)
      expect(chosen.spread).toBeLessThanOrEqual(chosen.bound + 1e-9)
      const gains = chosen.hubs.map(({ gain }) => gain)
      expect(gains).toEqual(gains.toSorted((a, b) => b - a))
    }),
    { numRuns: 50 },
  )
})

test('costs, musts and exclusions are kept, and the bound still holds', () => {
  const costs = [3, 1, 2, 1, 2]
  fc.assert(
    fc.property(someEdges, fc.integer({ min: 1, max: 6 }), (edges, budget) => {
      const options = { budget, costs, must: [1], not: [4] }
      const chosen = chooseHubs(allWorlds(networkOf(edges)), options)
      const nodes = chosen.hubs.map(({ node }) => node)
      expect(nodes[0]).toBe(1)
      expect(nodes).not.toContain(4)
      expect(chosen.cost).toBe(nodes.reduce((sum, node) => sum + costs[node]!, 0))
      expect(chosen.cost).toBeLessThanOrEqual(budget)
      expect(chosen.spread).toBeCloseTo(enumeratedSpread(edges, nodes), 9)
      const best = bestOf(edges, options)
      expect(chosen.bound).toBeGreaterThanOrEqual(best - 1e-9)
      expect(chosen.spread).toBeLessThanOrEqual(best + 1e-9)
    }),
    { numRuns: 50 },
  )
})

test('with costs, what adds most for its cost can beat what adds most', () => {
  const edges: Edge[] = [
    [0, 1, 1],
    [0, 2, 1],
    [3, 4, 1],
  ]
  const chosen = chooseHubs(allWorlds(networkOf(edges)), { budget: 4, costs: [4, 1, 1, 1, 9] })
  expect(chosen.hubs.map(({ node }) => node)).toEqual([3, 1, 2])
  expect([chosen.spread, chosen.cost]).toEqual([4, 3])
})

test('equal gains go to the smaller node, and hubs end when nothing is added', () => {
  const { hubs, spread, bound } = chooseHubs(allWorlds(networkOf([[3, 0, 1]], 4)), { budget: 9 })
  expect(hubs.map(({ node, gain }) => [node, gain])).toEqual([
    [3, 2],
    [1, 1],
    [2, 1],
  ])
  expect([spread, bound]).toEqual([4, 4])
})

test('drawn worlds come near the exact spread, and again by their seed', () => {
  const edges: Edge[] = [
    [0, 1, 0.5],
    [1, 2, 0.4],
    [0, 3, 0.7],
    [3, 2, 0.3],
  ]
  const network = networkOf(edges)
  const exact = chooseHubs(allWorlds(network), { budget: 1 })
  const drawn = chooseHubs(drawnWorlds(network, { worlds: 20_000, seed: 7 }), { budget: 1 })
  expect(drawn.hubs[0]!.node).toBe(exact.hubs[0]!.node)
  expect(drawn.spread).toBeGreaterThan(exact.spread - 0.03)
  expect(drawn.spread).toBeLessThan(exact.spread + 0.03)
  expect(drawnWorlds(network, { worlds: 50, seed: 7 })).toEqual(drawnWorlds(network, { worlds: 50, seed: 7 }))
})

test('lazy evaluation looks at far fewer spreads than hubs times nodes', () => {
  const edges = Array.from({ length: 199 }, (_, i): Edge => [i % 20, i + 1, 0.3])
  const network = networkOf(edges, 200)
  const { evaluations } = chooseHubs(drawnWorlds(network, { worlds: 20, seed: 1 }), { budget: 10 })
  expect(evaluations).toBeLessThan(700)
})

test('what can not be chosen from is refused', () => {
  const worlds = allWorlds(networkOf([[0, 1, 0.5]], 2))
  expect(() => chooseHubs(worlds, { budget: -1 })).toThrow(
    new RangeError('chooseHubs: the budget is below 0: -1'),
  )
  expect(() => chooseHubs(worlds, { budget: 1, must: [0, 1] })).toThrow(
    new RangeError('chooseHubs: the musts cost 2, more than the budget of 1'),
  )
  expect(() => chooseHubs(worlds, { budget: 1, costs: [1, 0] })).toThrow(
    new RangeError('chooseHubs: node 1: the cost must be above 0'),
  )
  expect(() => chooseHubs(worlds, { budget: 1, not: [2] })).toThrow(
    new RangeError('chooseHubs: there is no node 2'),
  )
  expect(() => chooseHubs(worlds, { budget: 1, must: [0], not: [0] })).toThrow(
    new RangeError('chooseHubs: node 0 is both a must and left out'),
  )
  expect(() => allWorlds(networkOf([[0, 1, 1.5]]))).toThrow(
    new RangeError('edge 0: the probability must lie from 0 to 1, got 1.5'),
  )
  const many = Array.from({ length: 17 }, (_, i): Edge => [i, i + 1, 0.5])
  expect(() => allWorlds(networkOf(many, 18))).toThrow(
    new RangeError('allWorlds: 17 uncertain edges are more than 16'),
  )
  expect(() => drawnWorlds(networkOf([]), { worlds: 0, seed: 1 })).toThrow(
    new RangeError('drawnWorlds: worlds must be a whole number from 1, got 0'),
  )
})

test('a given set reaches what a choice reaches that has to be that set', () => {
  const edges = {
    nodes: 4,
    from: Int32Array.of(0, 1, 2),
    to: Int32Array.of(1, 2, 3),
    probability: [1, 0.5, 0.5],
  }
  const worlds = allWorlds(edges)
  // By hand: 0 and 1 surely, 2 in half of the worlds, 3 in a quarter.
  expect(spreadOf(worlds, [0])).toBe(2.75)
  expect(spreadOf(worlds, [0, 3])).toBe(3.5)
  expect(spreadOf(worlds, [2, 1])).toBe(chooseHubs(worlds, { budget: 2, must: [2, 1] }).spread)
})

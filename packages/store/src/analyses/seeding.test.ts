import type { NetworkEdge } from '@semai/domain/analyses/network'
import { expect, test } from 'vitest'
import { seeding } from './seeding.ts'

const edge = (from: string, to: string, probability = 1, stability = 1): NetworkEdge => ({
  from,
  to,
  gain: 1,
  stability,
  exposures: 10,
  probability,
  evidence: [],
})
const network = (edges: NetworkEdge[]) => ({
  enough: true as const,
  innovations: 40,
  adoptions: 400,
  batched: 0,
  regions: 9,
  heldOut: { learnt: 32, held: 8 },
  replicates: 100,
  meanDelayMonths: 8,
  edges,
  places: [],
})

/** a passes on to b, c and d; e to f and g; h to i. */
const stars = [edge('a', 'b'), edge('a', 'c'), edge('a', 'd'), edge('e', 'f'), edge('e', 'g'), edge('h', 'i')]
const asked = { budget: 2, must: [], hubs: [] }

test('the first adopters are those that reach most together', () => {
  const { seeds, reached, bound, regions, hubs } = seeding(network(stars), asked)
  expect(seeds.map(({ region }) => region)).toEqual(['a', 'e'])
  expect([...seeds.map((one) => one.reached), reached, bound].map(Math.round)).toEqual([4, 7, 7, 7])
  expect([regions, hubs]).toEqual([9, null])
})

test('how soon is told of each choice, with the delays of the network: twice as slow takes twice as long', () => {
  const once = seeding(network(stars), { ...asked, hubs: ['h'] })
  const slow = seeding({ ...network(stars), meanDelayMonths: 16 }, { ...asked, hubs: ['h'] })
  expect(slow.soon!.median).toBeCloseTo(2 * once.soon!.median, 10)
  // Of five that begin by single steps of mean 8 the third: 8 (1/5 + 1/4 + 1/3) on average, its median a little less.
  expect(once.soon!.median).toBeGreaterThan(4.5)
  expect(once.soon!.median).toBeLessThan(7.5)
  // Of one alone its own delay: median 8 ln 2.
  expect(Math.abs(once.hubs!.soon!.median - 8 * Math.LN2)).toBeLessThan(1.6)
  expect(once.random.soon!.low).toBeLessThanOrEqual(once.random.soon!.median)
  expect(seeding(network(stars), { budget: 1, must: ['x'], hubs: [] }).soon).toBeNull()
})

test('a must is among them and costs a place; one outside the network reaches itself only', () => {
  const { seeds, reached, regions } = seeding(network(stars), { ...asked, must: ['x'] })
  expect(seeds.map(({ region }) => region)).toEqual(['x', 'a'])
  expect([Math.round(reached), regions]).toEqual([5, 10])
})

test('the seats of hubs are compared with as many, and lots with both', () => {
  const { hubs, random, reached } = seeding(network(stars), { ...asked, hubs: ['h', 'b', 'zz'] })
  expect(hubs!.seeds.map(({ region }) => region)).toEqual(['h', 'b'])
  expect(Math.round(hubs!.reached)).toBe(3)
  expect(random.low).toBeGreaterThan(1.999)
  expect(random.mean).toBeLessThan(reached)
  expect(random.high).toBeLessThanOrEqual(reached + 1e-9)
})

test('unstable edges carry nothing, and what reaches nobody more is not chosen', () => {
  const { seeds, regions } = seeding(network([edge('a', 'b'), edge('c', 'd', 1, 0.4)]), {
    ...asked,
    budget: 9,
  })
  expect([seeds.length, regions]).toEqual([1, 2])
})

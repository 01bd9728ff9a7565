import { seededRandom } from '@semai/analytics/numbers/random'
import type { Adoption } from '@semai/domain/analyses/adoption'
import { networkNeeds } from '@semai/domain/analyses/network'
import { expect, test } from 'vitest'
import { spreadNetwork } from './spread-network.ts'

const regions = 60

/** Every region has two others that pass on to it, with chance 0.6 after eight months on average. */
function knownSpread(innovations: number, seed: number) {
  const random = seededRandom(seed)
  const parents = Array.from({ length: regions }, (_, v) => [
    (v + 1 + random.below(20)) % regions,
    (v + 25 + random.below(20)) % regions,
  ])
  const children = Array.from({ length: regions }, (_, u) =>
    [...parents.keys()].filter((v) => parents[v]!.includes(u)),
  )
  const adoptions = Array.from({ length: innovations }, (_, c) => {
    const begun = new Map<number, number>()
    const waiting: [region: number, month: number][] = [
      [random.below(regions), 0],
      [random.below(regions), 10 * random.uniform()],
    ]
    for (let next = waiting.pop(); next; next = waiting.sort((a, b) => b[1] - a[1]).pop()) {
      const [u, month] = next
      if (begun.has(u) || month > 100) continue
      begun.set(u, month)
      for (const v of children[u]!)
        if (random.uniform() < 0.6) waiting.push([v, month - 8 * Math.log(1 - random.uniform())])
    }
    return [...begun].map(([u, month]) => adoption(c, u, month))
  }).flat()
  const edges = new Set(parents.flatMap((from, v) => from.map((u) => `${codeOf(u)} ${codeOf(v)}`)))
  return { adoptions, edges }
}

const codeOf = (region: number) => String(region).padStart(3, '0')

function adoption(innovation: number, region: number, month: number): Adoption {
  const day = new Date(Date.UTC(2015, 0, 1) + month * 30.44 * 86_400_000).toISOString().slice(0, 10)
  return { innovation: `INV-${innovation}`, region: codeOf(region), day, batched: false }
}

function inferred(adoptions: Adoption[]) {
  const network = spreadNetwork({ adoptions, places: [] })
  if (!network.enough) throw new Error('too few')
  return network
}

test('from a hundred innovations, stable edges are those that passed them on', () => {
  const { adoptions, edges } = knownSpread(100, 1)
  const network = inferred(adoptions)
  const stable = network.edges.filter(({ stability }) => stability >= networkNeeds.stable)
  const right = stable.filter(({ from, to }) => edges.has(`${from} ${to}`)).length
  expect(right / stable.length).toBeGreaterThan(0.95)
  expect(right / edges.size).toBeGreaterThan(0.9)
})

test('an edge lists the innovations that speak for it, with both days as recorded', () => {
  const { adoptions } = knownSpread(60, 2)
  const day = new Map(adoptions.map((one) => [`${one.innovation} ${one.region}`, one.day]))
  const network = inferred(adoptions)
  for (const { from, to, evidence, exposures, probability } of network.edges) {
    expect(evidence.length / exposures).toBeCloseTo(probability, 12)
    for (const one of evidence) {
      expect([one.from, one.to]).toEqual([
        day.get(`${one.innovation} ${from}`),
        day.get(`${one.innovation} ${to}`),
      ])
      expect(one.from < one.to).toBe(true)
    }
  }
})

test('what was opened in batches says nothing, and too few innovations are no network', () => {
  const { adoptions } = knownSpread(60, 3)
  const batched = adoptions.map((one) => ({ ...one, batched: true }))
  const known = spreadNetwork({ adoptions: [...batched, adoption(99, 0, 1)], places: [] })
  expect(known).toEqual({ enough: false, innovations: 0, adoptions: 0, batched: adoptions.length })
})

test('who leads and who bridges is counted on stable edges', () => {
  const network = inferred(knownSpread(100, 4).adoptions)
  const stable = network.edges.filter(({ stability }) => stability >= networkNeeds.stable)
  const sum = (of: (place: (typeof network.places)[number]) => number) =>
    network.places.reduce((all, place) => all + of(place), 0)
  expect(sum(({ followers }) => followers)).toBe(stable.length)
  expect(sum(({ leads }) => leads)).toBe(stable.length)
})

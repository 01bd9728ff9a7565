import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { cheapestReadings } from './cheapest-readings.ts'
import { readingFlow } from './reading-flow.ts'
import { readingProblem } from './reading-problem.ts'

/** Papers and readers with conflicts; the more `likeness`, the more all papers want the same readers. */
function network(seed: number, { papers = 160, readers = 90, likeness = 0, minLoad = 0, maxLoad = 6 } = {}) {
  const draw = seededRandom(seed)
  const quality = Array.from({ length: readers }, () => draw.uniform())
  const candidates = Array.from({ length: papers * readers }, (_, i) => ({
    paper: String(Math.floor(i / readers)),
    reader: String(i % readers),
    similarity: likeness * quality[i % readers]! + (1 - likeness) * draw.uniform(),
    conflict: draw.uniform() < 0.1,
  }))
  return readingProblem(candidates, { readersPerPaper: 3, minLoad, maxLoad }).network
}

const costOf = (used: Uint8Array, costs: Float64Array) =>
  used.reduce((sum, taken, arc) => sum + (taken ? costs[arc]! : 0), 0)

test.each([
  ['free tastes', { likeness: 0 }],
  ['all want the same readers', { likeness: 0.9 }],
  ['every reader full', { likeness: 0.5, papers: 180 }],
  ['a minimum load for all', { likeness: 0.95, minLoad: 4 }],
  ['a minimum load that can not be met', { likeness: 0.5, minLoad: 6, papers: 150 }],
])('the search among good pairs ends at the cost of the search among all: %s', (_, options) => {
  for (let seed = 1; seed <= 3; seed++) {
    const net = network(seed, options)
    const [fast, plain] = [cheapestReadings(net), readingFlow(net, new Float64Array(net.readers))]
    expect(costOf(fast.used, net.arcCost)).toBe(costOf(plain.used, net.arcCost))
    expect(fast.load.reduce((sum, load) => sum + load, 0)).toBe(3 * net.papers)
    const met = (load: Int32Array) => load.reduce((sum, own, i) => sum + Math.min(own, net.min[i]!), 0)
    expect(met(fast.load)).toBe(met(plain.load))
  }
})

test('both searches get stuck where papers need more than all readers have', () => {
  const net = network(4, { papers: 181 })
  expect(cheapestReadings(net).stuck).not.toBeNull()
  expect(readingFlow(net, new Float64Array(net.readers)).stuck).not.toBeNull()
})

test('prices prove the plan: no pair left out has a negative reduced cost', () => {
  const net = network(5, { likeness: 0.8 })
  const { used, cellPrice, readerPrice, load } = cheapestReadings(net)
  for (let paper = 0; paper < net.papers; paper++) {
    for (let arc = net.arcStart[paper]!; arc < net.arcStart[paper + 1]!; arc++) {
      const reduced = net.arcCost[arc]! + cellPrice[paper]! - readerPrice[net.arcReader[arc]!]!
      expect(used[arc] ? reduced <= 0 : reduced >= 0).toBe(true)
    }
  }
  const priced = [...load.keys()].filter((reader) => readerPrice[reader]! < 0)
  expect(priced.filter((reader) => load[reader]! < net.max[reader]!)).toEqual([])
  const unwanted = [...load.keys()].filter((reader) => readerPrice[reader]! > 0)
  expect(unwanted.filter((reader) => load[reader]! > 0)).toEqual([])
})

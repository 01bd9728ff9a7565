import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { largeClusters } from './large-clusters.ts'
import { nearestLinks } from './near-links.ts'
import { weightsFrom } from './weights.ts'

const side = 12
const x = Array.from({ length: side * side }, (_, i) => i % side)
const y = Array.from({ length: side * side }, (_, i) => Math.floor(i / side))
const links = nearestLinks({ x, y, on: 'plane' }, 4)
const weights = weightsFrom(side * side, { from: links.from, to: links.to })
const marked = (isIn: (x: number, y: number) => boolean) => x.map((one, i) => Number(isIn(one, y[i]!)))

test('a block of ones is one cluster, and a second block another', () => {
  const values = marked((x, y) => (x < 5 && y < 5) || (x > 7 && y > 7))
  const clusters = largeClusters(values, weights)
  expect(clusters.map(({ p }) => p)).toEqual([0.001, 0.001])
  const inner = (left: number, right: number, low: number, high: number) =>
    [...x.keys()].filter((i) => x[i]! > left && x[i]! < right && y[i]! > low && y[i]! < high)
  for (const [at, core] of [inner(0, 4, 0, 4), inner(8, 11, 8, 11)].entries())
    expect(clusters[at]!.regions).toEqual(expect.arrayContaining(core))
  expect(clusters.flatMap(({ regions }) => regions.filter((i) => values[i] === 0))).toEqual([])
})

test('equal values have no cluster', () => {
  expect(
    largeClusters(
      x.map(() => 3),
      weights,
    ),
  ).toEqual([])
})

test('where there is no pattern, a cluster is called large in about one of twenty cases', () => {
  const random = seededRandom('none')
  const found = Array.from({ length: 200 }, (_, r) => {
    const draw = random.branch(r)
    const values = Array.from({ length: side * side }, () => Number(draw.uniform() < 0.4))
    const [largest] = largeClusters(values, weights, { permutations: 99, seed: r })
    return largest !== undefined && largest.p <= 0.05
  })
  const share = found.filter(Boolean).length / found.length
  expect(share).toBeLessThan(0.1)
})

test('the same seed gives the same answer', () => {
  const values = marked((x, y) => x < 4 && y < 4)
  expect(largeClusters(values, weights, { seed: 7 })).toEqual(largeClusters(values, weights, { seed: 7 }))
})

test('what can not be used is refused', () => {
  expect(() => largeClusters([1, 2], weights)).toThrow(/largeClusters/)
  expect(() => largeClusters(x, weights, { permutations: 0 })).toThrow('largeClusters: permutations')
})

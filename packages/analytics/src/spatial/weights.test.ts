import { expect, test } from 'vitest'
import { bandLinks, distanceBetween, inverseDistance, nearestLinks } from './near-links.ts'
import { bothWays, weightsFrom, weightSums, withoutIslands } from './weights.ts'

const triangle = { from: [2, 0, 1, 0], to: [0, 2, 0, 1], weight: [4, 3, 5, 1] }

test('rows hold their neighbours in order, in every style', () => {
  expect(weightsFrom(4, triangle, 'raw')).toEqual({
    n: 4,
    starts: Int32Array.of(0, 2, 3, 4, 4),
    neighbours: Int32Array.of(1, 2, 0, 0),
    values: Float64Array.of(1, 3, 5, 4),
  })
  expect(weightsFrom(4, triangle, 'W').values).toEqual(Float64Array.of(0.25, 0.75, 1, 1))
  expect(weightsFrom(4, triangle, 'B').values).toEqual(Float64Array.of(1, 1, 1, 1))
})

test('a link that weighs 0 is no link', () => {
  const { starts } = weightsFrom(2, { from: [0, 1], to: [1, 0], weight: [0, 2] })
  expect(Array.from(starts)).toEqual([0, 0, 1])
})

test('sums are those of the full matrix', () => {
  const { n, islands, S0, S1, S2 } = weightSums(weightsFrom(4, triangle, 'raw'))
  expect([n, islands, S0]).toEqual([3, [3], 13])
  expect(S1).toBe((1 + 5) ** 2 + (3 + 4) ** 2)
  expect(S2).toBe((4 + 9) ** 2 + (5 + 1) ** 2 + (4 + 3) ** 2)
})

test('both ways adds what is missing, and nothing twice', () => {
  const { from, to, weight } = bothWays({ from: [0, 1, 1], to: [1, 0, 2], weight: [1, 2, 3] })
  expect([from, to, weight]).toEqual([
    [0, 1, 1, 2],
    [1, 0, 2, 1],
    [1, 2, 3, 3],
  ])
})

test('a region that leans on an island alone leaves with it', () => {
  const { kept, links } = withoutIslands(5, { from: [0, 1, 2, 3], to: [1, 0, 3, 4] })
  expect(kept).toEqual([0, 1])
  expect(links).toEqual({ from: [0, 1], to: [1, 0] })
})

test.each([
  [{ from: [0], to: [4] }, 'link 1: 4 is no region from 0 to 3'],
  [{ from: [0, 1], to: [1, 1] }, 'link 2: joins a region to itself'],
  [{ from: [0, 1, 0], to: [1, 2, 1] }, 'link 3: repeats link 1'],
  [{ from: [0, 1], to: [1, 0], weight: [1, -2] }, 'link 2: must weigh 0 or more, not -2'],
  [{ from: [0, 1], to: [1, 0], weight: [NaN, 2] }, 'link 1: must weigh 0 or more, not NaN'],
])('refuses %j', (links, says) => {
  expect(() => weightsFrom(4, links)).toThrow(`weightsFrom: ${says}`)
})

test('a quarter of the way round the earth, and a triangle of 3, 4 and 5', () => {
  const pole = { x: [20, 70], y: [0, 90], on: 'sphere' as const }
  expect(distanceBetween(pole, 0, 1)).toBeCloseTo((Math.PI / 2) * 6371.0088, 6)
  const date = { x: [179, -179], y: [0, 0], on: 'sphere' as const }
  expect(distanceBetween(date, 0, 1)).toBeCloseTo((Math.PI / 90) * 6371.0088, 6)
  expect(distanceBetween({ x: [0, 3], y: [0, 4], on: 'plane' }, 0, 1)).toBe(5)
})

const line = { x: [0, 1, 2, 10], y: [0, 0, 0, 0], on: 'plane' as const }

test('the nearest are linked, of two equally near the earlier, and nobody is an island', () => {
  const { from, to, weight } = nearestLinks(line, 1)
  expect([from, to, weight]).toEqual([
    [0, 1, 2, 3],
    [1, 0, 1, 2],
    [1, 1, 1, 8],
  ])
  expect(weightSums(weightsFrom(4, nearestLinks(line, 2))).islands).toEqual([])
})

test('a band links what lies in it, both ways, and leaves far places alone', () => {
  const { from, to } = bandLinks(line, 1)
  expect([from, to]).toEqual([
    [0, 1, 1, 2],
    [1, 0, 2, 1],
  ])
  expect(weightSums(weightsFrom(4, bandLinks(line, 1))).islands).toEqual([3])
  expect(bandLinks(line, 2, 1).to).toEqual([2, 0])
})

test('weights fall with distance', () => {
  expect(inverseDistance(bandLinks(line, 2), 2).weight).toEqual([1, 0.25, 1, 1, 0.25, 1])
})

test('refuses what can not be near', () => {
  expect(() => nearestLinks(line, 4)).toThrow('nearestLinks: k must be a whole number from 1 to 3, got 4')
  expect(() => nearestLinks({ ...line, y: [0, NaN, 0, 0] }, 1)).toThrow('nearestLinks: place 2 has no finite')
  expect(() => bandLinks(line, 1, 1)).toThrow('bandLinks: needs near < far and far > 0, got 1 and 1')
  expect(() => bandLinks({ ...line, x: [1] }, 1)).toThrow('bandLinks: 1 x and 4 y')
  expect(() => inverseDistance(bandLinks({ ...line, x: [0, 0, 5, 9] }, 1))).toThrow(
    'inverseDistance: regions 0 and 1 are at the same place',
  )
})

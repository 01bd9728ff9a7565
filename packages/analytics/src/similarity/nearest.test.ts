import { expect, test } from 'vitest'
import { nearest, type Profile } from './nearest.ts'

const line: Profile[] = [
  { id: 'a', figures: { x: 0, y: 10 } },
  { id: 'b', figures: { x: 2, y: 10 } },
  { id: 'c', figures: { x: 4, y: 10 } },
]

test('distance is counted in standard deviations over the figures both have', () => {
  // x has mean 2 and population deviation sqrt(8/3); y does not vary and counts as equal
  const deviation = Math.sqrt(8 / 3)
  const found = nearest(line, 'a', { limit: 5, minShared: 1 })
  expect(found.map(({ id }) => id)).toEqual(['b', 'c'])
  expect(found[0]!.distance).toBeCloseTo(Math.sqrt((2 / deviation) ** 2 / 2), 12)
  expect(found[0]!.gaps).toEqual({ x: 2 / deviation, y: 0 })
})

test('changing the unit of a figure changes nothing', () => {
  const inMetres = line.map(({ id, figures }) => ({
    id,
    figures: { x: figures['x']! * 1000, y: figures['y']! },
  }))
  const distances = (profiles: Profile[]) =>
    nearest(profiles, 'a', { limit: 2, minShared: 1 }).map((n) => n.distance)
  distances(inMetres).forEach((distance, i) => expect(distance).toBeCloseTo(distances(line)[i]!, 12))
})

test('a profile that shares too few figures is left out', () => {
  const sparse: Profile[] = [...line, { id: 'd', figures: { z: 1 } }, { id: 'e', figures: { x: 1 } }]
  expect(nearest(sparse, 'a', { limit: 9, minShared: 2 }).map(({ id }) => id)).toEqual(['b', 'c'])
})

test('an unknown id is refused', () => {
  expect(() => nearest(line, 'q', { limit: 1, minShared: 1 })).toThrow('nearest: no profile with id q')
})

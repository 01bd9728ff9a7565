import { seededRandom } from '@semai/analytics/numbers/random'
import type { AnalysedPlace, Adoption } from '@semai/domain/analyses/adoption'
import { expect, test } from 'vitest'
import { spreadClusters } from './spread-clusters.ts'

/** A square of 12 by 12 governments, a degree apart, and a province that is none. */
const side = 12
const places: AnalysedPlace[] = Array.from({ length: side * side }, (_, i) => ({
  code: String(i).padStart(3, '0'),
  province: '35',
  canAdopt: true,
  lat: Math.floor(i / side),
  lon: 100 + (i % side),
  figures: {},
})).concat({ code: '35', province: '35', canAdopt: false, lat: 5, lon: 105, figures: {} })

const begun = (regions: readonly number[], year = 2020, innovation = 'INV-1'): Adoption[] =>
  regions.map((i) => ({ innovation, region: places[i]!.code, day: `${year}-06-01`, batched: true }))

/** Six by six in a corner. */
const corner = Array.from({ length: 36 }, (_, i) => Math.floor(i / 6) * side + (i % 6))

test('a corner that began together is one cluster', () => {
  const { eligible, subjects } = spreadClusters({ adoptions: begun(corner), places })
  expect(eligible).toBe(144)
  expect(subjects.map(({ innovation }) => innovation)).toEqual([null, 'INV-1'])
  const [year, ...others] = subjects[1]!.years
  expect(others).toEqual([])
  expect([year!.year, year!.adopted, year!.hot.length]).toEqual([2020, 36, 1])
  expect(year!.moran).toBeGreaterThan(0.7)
  expect(year!.p).toBe(0.002)
  const inCorner = new Set(corner.map((i) => places[i]!.code))
  expect(year!.hot[0]!.regions.filter((code) => !inCorner.has(code))).toEqual([])
  expect(year!.hot[0]!.regions.length).toBeGreaterThan(20)
})

test('regions drawn by lot are no cluster', () => {
  const order = seededRandom(5).shuffle(Int32Array.from({ length: 144 }, (_, i) => i))
  const { subjects } = spreadClusters({ adoptions: begun([...order.subarray(0, 40)]), places })
  expect(subjects[0]!.years[0]!.hot).toEqual([])
  expect(subjects[0]!.years[0]!.p).toBeGreaterThan(0.05)
})

test('years are added up, and a year before thirty regions had begun is not told', () => {
  const adoptions = [...begun(corner.slice(0, 10), 2018), ...begun(corner.slice(10), 2021)]
  const { subjects } = spreadClusters({ adoptions, places })
  expect(subjects[0]!.years.map(({ year, adopted }) => [year, adopted])).toEqual([[2021, 36]])
})

test('too few regions, or all of them, have no pattern', () => {
  const all = Array.from({ length: 144 }, (_, i) => i)
  expect(spreadClusters({ adoptions: begun(all), places }).subjects).toEqual([])
  expect(spreadClusters({ adoptions: begun([1, 2]), places }).subjects).toEqual([])
  expect(spreadClusters({ adoptions: [], places: places.slice(0, 3) })).toEqual({ eligible: 3, subjects: [] })
})

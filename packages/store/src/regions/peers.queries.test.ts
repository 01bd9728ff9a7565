import { countedQueries } from '@semai/testkit/counted-queries'
import { aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { regionsLike } from './peers.queries.ts'

const { db, owner, clear } = await testDb()
let source_id: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35', name: 'Jawa Timur' })
  for (const code of ['35.01', '35.02', '35.03', '35.04']) await aRegion(owner.db, { code })
  source_id = (await aSource(owner.db)).id
  await figures('35.01', { population: 1_000_000, area_km2: 1_000, hdi: 70 })
  await figures('35.02', { population: 1_100_000, area_km2: 1_100, hdi: 71 })
  await figures('35.03', { population: 50_000, area_km2: 60, hdi: 82 })
})

async function figures(region_code: string, values: Record<string, number>, year = 2020) {
  const rows = Object.entries(values).map(([attribute, value]) => ({
    region_code,
    attribute,
    value,
    unit: 'x',
    year,
    source_id,
  }))
  await owner.db.insertInto('region_attribute').values(rows).execute()
}

const codes = async (code: string, limit?: number) =>
  (await regionsLike(db, code, limit)).map((region) => region.code)

test('the nearest by figures comes first, with its province and how far it lies on each figure', async () => {
  const [first, second] = await regionsLike(db, '35.01')
  expect([first?.code, first?.slug, first?.province, second?.code]).toEqual([
    '35.02',
    'daerah-35-02',
    'Jawa Timur',
    '35.03',
  ])
  expect(Object.keys(first!.gaps).toSorted()).toEqual(['area_km2', 'hdi', 'population'])
  expect(first!.distance).toBeLessThan(second!.distance)
  expect(await codes('35.01', 1)).toEqual(['35.02'])
})

test('the latest figure counts, not the first', async () => {
  await figures('35.02', { population: 40_000, area_km2: 55, hdi: 83 }, 2024)
  await figures('35.03', { population: 1_000_000, area_km2: 1_000, hdi: 70 }, 2024)
  expect(await codes('35.01', 1)).toEqual(['35.03'])
})

test('who shares fewer than three figures is not compared', async () => {
  await figures('35.04', { population: 1_000_000, area_km2: 1_000, daerah_tertinggal: 1 })
  expect(await codes('35.01')).toEqual(['35.02', '35.03'])
  expect(await codes('35.04')).toEqual([])
})

test('a region without any figure, or that is not there, is like nobody', async () => {
  expect([await codes('35.04'), await codes('99.99')]).toEqual([[], []])
})

test('provinces are compared with provinces only', async () => {
  await aRegion(owner.db, { code: '33', name: 'Jawa Tengah' })
  await figures('35', { population: 40_000_000, area_km2: 48_000, hdi: 72 })
  await figures('33', { population: 37_000_000, area_km2: 34_000, hdi: 72 })
  expect(await codes('35')).toEqual(['33'])
  expect(await codes('35.01')).toEqual(['35.02', '35.03'])
})

test('it costs one query for two regions and for three', async () => {
  const cost = () => countedQueries(db, (counting) => regionsLike(counting, '35.01'))
  const before = await cost()
  await figures('35.04', { population: 1, area_km2: 1, hdi: 1 })
  expect([before, await cost()]).toEqual([1, 1])
})

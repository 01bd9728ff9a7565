import { publicActor } from '@semai/domain/people/actor'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { neighbourClaims } from '../regions/neighbours.queries.ts'
import { claimsIn, claimsOf, claimsOnInnovationsOf, spreadingInnovations } from './spread.queries.ts'

const { db, owner, clear } = await testDb()
let innovation: { id: string }
let place: { organisation_id: string; source_id: string; innovation_id: string }

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35', lat: -7.2, lon: 112.7 })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi', lat: -8.2, lon: 114.4 })
  await aRegion(owner.db, { code: '35.12', name: 'Kabupaten Situbondo', lat: -7.7, lon: 114.0 })
  await aRegion(owner.db, { code: '35.78', name: 'Kota Surabaya', kind: 'city', lat: -7.25, lon: 112.75 })
  const ministry = await anOrganisation(owner.db)
  const source = await aSource(owner.db)
  innovation = await anInnovation(owner.db, { code: 'PRG-A', organisation_id: ministry.id })
  place = { organisation_id: ministry.id, source_id: source.id, innovation_id: innovation.id }
})

test('the claims of an innovation come with place, adopter and source, oldest first', async () => {
  await aClaim(owner.db, {
    ...place,
    region_code: '35.12',
    earliest: '2023-01-01',
    latest: '2023-12-31',
    precision: 'year',
  })
  await aClaim(owner.db, { ...place, region_code: '35.10', earliest: '2017-10-06', latest: '2017-10-06' })
  const claims = await claimsOf(db, publicActor, innovation.id)
  expect(
    claims.map(({ regionName, latest, precision, source }) => [regionName, latest, precision, source]),
  ).toEqual([
    ['Kabupaten Banyuwangi', '2017-10-06', 'day', 'Koran Contoh, 1 Januari 2020'],
    ['Kabupaten Situbondo', '2023-12-31', 'year', 'Koran Contoh, 1 Januari 2020'],
  ])
})

test('a withdrawn claim is gone for everyone', async () => {
  await aClaim(owner.db, { ...place, region_code: '35.10', withdrawn_at: now })
  expect(await claimsOf(db, publicActor, innovation.id)).toEqual([])
  expect(await spreadingInnovations(db, publicActor, { most: 5 })).toEqual([])
})

test('an upper bound is counted apart and never as a date', async () => {
  await aClaim(owner.db, { ...place, region_code: '35.10' })
  await aClaim(owner.db, {
    ...place,
    region_code: '35.12',
    earliest: null,
    latest: '2022-05-31',
    precision: 'by',
  })
  const known = async () => {
    const [row] = await spreadingInnovations(db, publicActor, { most: 5 })
    return [row?.dated, row?.bounds]
  }
  const [spreading] = await spreadingInnovations(db, publicActor, { most: 5 })
  expect([spreading?.first, spreading?.last]).toEqual(['2020-06-01', '2020-06-01'])
  expect(await known()).toEqual([1, 1])
  await aClaim(owner.db, { ...place, region_code: '35.10', earliest: null, precision: 'by' })
  await aClaim(owner.db, { ...place, region_code: '35.10', latest: '2021-06-01' })
  await aClaim(owner.db, { ...place, region_code: '35.78', kind: 'state', happening: 'stopped' })
  expect(await known()).toEqual([1, 1])
})

test('how far the innovations of an agency spread is counted in regions, each once', async () => {
  await aClaim(owner.db, { ...place, region_code: '35.10' })
  await aClaim(owner.db, { ...place, region_code: '35.10', latest: '2021-06-01' })
  await aClaim(owner.db, { ...place, region_code: '35.78', latest: '2022-06-01' })
  await aClaim(owner.db, { ...place, region_code: '35.12', earliest: null, precision: 'by' })
  const rows = await claimsOnInnovationsOf(db, publicActor, [place.organisation_id])
  expect(rows.map(({ code, dated, first, last }) => [code, dated, first, last])).toEqual([
    ['PRG-A', 2, '2020-06-01', '2022-06-01'],
  ])
})

test('a province shows the claims of its regencies and cities, a regency only its own', async () => {
  await aClaim(owner.db, { ...place, region_code: '35.10' })
  await aClaim(owner.db, { ...place, region_code: '35.78' })
  expect((await claimsIn(db, publicActor, '35')).map((claim) => claim.regionCode)).toEqual(['35.10', '35.78'])
  expect((await claimsIn(db, publicActor, '35.10')).map((claim) => claim.regionCode)).toEqual(['35.10'])
})

test('neighbours come nearest first, with what they share and nothing else', async () => {
  const other = await anInnovation(owner.db, { code: 'PRG-B', organisation_id: place.organisation_id })
  await aClaim(owner.db, { ...place, region_code: '35.10' })
  await aClaim(owner.db, { ...place, region_code: '35.78' })
  await aClaim(owner.db, { ...place, innovation_id: other.id, region_code: '35.12' })
  const rows = await neighbourClaims(db, publicActor, '35.10')
  expect(rows.map((row) => [row.name, Math.round(row.km), row.innovationCode])).toEqual([
    ['Kabupaten Situbondo', 71, null],
    ['Kota Surabaya', 210, 'PRG-A'],
  ])
})

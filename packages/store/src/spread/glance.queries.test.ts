import { publicActor } from '@semai/domain/people/actor'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { catalogueAtAGlance, latestBatches, scalingUp, stopsByReason } from './glance.queries.ts'

const { db, owner, clear } = await testDb()
let place: { organisation_id: string; source_id: string; innovation_id: string }

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi' })
  await aRegion(owner.db, { code: '35.12', name: 'Kabupaten Situbondo' })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  const { id: innovation_id } = await anInnovation(owner.db, { code: 'PRG-A', name: 'MPP', organisation_id })
  place = { organisation_id, source_id, innovation_id }
})

test('the catalogue is counted by what its narratives rest on, programmes apart', async () => {
  const other = await anOrganisation(owner.db, { name: 'Pemkab Contoh' })
  const here = { region_code: '35.10', province_code: '35' }
  await anInnovation(owner.db, { code: 'INV-1', organisation_id: other.id, ...here })
  await anInnovation(owner.db, {
    code: 'INV-2',
    organisation_id: other.id,
    ...here,
    basis: 'general_knowledge',
  })
  await anInnovation(owner.db, {
    code: 'INV-3',
    organisation_id: place.organisation_id,
    basis: 'name_only',
  })
  expect(await catalogueAtAGlance(db, publicActor)).toEqual({
    innovations: 3,
    fromSource: 1,
    generalKnowledge: 1,
    nameOnly: 1,
    organisations: 2,
    provinces: 1,
  })
})

test('an empty catalogue counts nothing and has no news', async () => {
  await clear()
  expect(Object.values(await catalogueAtAGlance(db, publicActor))).toEqual([0, 0, 0, 0, 0, 0])
  expect(await latestBatches(db, publicActor)).toEqual([])
  expect(await stopsByReason(db, publicActor)).toEqual([])
  expect(await scalingUp(db, publicActor)).toEqual([])
})

test('what happened on one day stands together, newest first, with places and strengths', async () => {
  const on = (day: string) => ({ earliest: day, latest: day })
  await aClaim(owner.db, { ...place, region_code: '35.12', ...on('2024-12-12'), strength: 'confirmed' })
  await aClaim(owner.db, { ...place, region_code: '35.10', ...on('2024-12-12'), strength: 'declared' })
  await aClaim(owner.db, { ...place, region_code: '35.10', ...on('2017-10-06') })
  await aClaim(owner.db, { ...place, region_code: '35.10', ...on('2025-01-01'), withdrawn_at: now })
  const stop = { kind: 'state' as const, happening: 'stopped' as const }
  await aClaim(owner.db, { ...place, region_code: '35.10', ...on('2025-02-01'), ...stop })
  const year = { earliest: '2025-01-01', latest: '2025-12-31', precision: 'year' as const }
  await aClaim(owner.db, { ...place, region_code: '35.12', ...year })
  const [newest, oldest, ...more] = await latestBatches(db, publicActor)
  expect(newest).toEqual({
    day: '2024-12-12',
    code: 'PRG-A',
    slug: 'prg-a',
    name: 'MPP',
    happening: 'inaugurated',
    places: 2,
    regions: [
      { name: 'Kabupaten Banyuwangi', slug: 'daerah-35-10' },
      { name: 'Kabupaten Situbondo', slug: 'daerah-35-12' },
    ],
    strengths: { reported: 0, declared: 1, confirmed: 1, verified: 0 },
  })
  expect([oldest?.day, oldest?.places, more]).toEqual(['2017-10-06', 1, []])
  expect((await latestBatches(db, publicActor, 1)).length).toBe(1)
  expect(await countedQueries(db, (counting) => latestBatches(counting, publicActor))).toBe(1)
})

test('stops are counted by reason and name nobody', async () => {
  const stop = (region_code: string, stop_reason: 'budget' | 'staff', given = {}) =>
    aClaim(owner.db, { ...place, region_code, stopped_on: '2023-01-01', stop_reason, ...given })
  await stop('35.10', 'staff')
  await stop('35.12', 'budget')
  expect(await stopsByReason(db, publicActor)).toEqual([]) // of two, either knows the other's
  await stop('35.10', 'budget')
  await stop('35.12', 'staff', { withdrawn_at: now })
  await aClaim(owner.db, { ...place, region_code: '35.10' })
  expect(await stopsByReason(db, publicActor)).toEqual([
    { reason: 'budget', count: 2 },
    { reason: 'staff', count: 1 },
  ])
})

test('what was declared for national scaling-up comes by code, with its origin', async () => {
  const { organisation_id, source_id } = place
  for (const code of ['INV-2', 'INV-1', 'INV-3']) {
    const { id: innovation_id } = await anInnovation(owner.db, { code, organisation_id })
    const competition = code === 'INV-3' ? ('KIPP' as const) : ('scaling_up' as const)
    const award = { id: uuidv7(), innovation_id, source_id, competition, label: 'Rapat teknis', year: 2019 }
    await owner.db.insertInto('innovation_award').values(award).execute()
  }
  expect((await scalingUp(db, publicActor)).map(({ code, origin, year }) => [code, origin, year])).toEqual([
    ['INV-1', 'Kementerian Contoh', 2019],
    ['INV-2', 'Kementerian Contoh', 2019],
  ])
})

import { publicActor } from '@semai/domain/people/actor'
import { countingDb } from '@semai/testkit/counted-queries'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { audit } from '../db/audit.ts'
import { inTransaction } from '../db/transaction.ts'
import { exploreSpread } from './explore-spread.ts'
import { keptSpread } from './kept-spread.ts'

const { db, owner, clear } = await testDb()
const asked = {
  scope: { of: 'innovations', codes: ['INV-A'] },
  strength: null,
  today,
  madeFrom: null,
} as const
let place: { innovation_id: string; organisation_id: string; source_id: string }

beforeEach(async () => {
  await clear()
  for (const code of ['35', '35.10', '35.12', '94', '94.01']) await aRegion(owner.db, { code })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  const { id: innovation_id } = await anInnovation(owner.db, { code: 'INV-A', organisation_id })
  const attribute = { attribute: 'underdeveloped', value: 1, unit: 'designated', year: 2020, source_id }
  await owner.db
    .insertInto('region_attribute')
    .values({ ...attribute, region_code: '94.01' })
    .execute()
  place = { innovation_id, organisation_id, source_id }
})

/** A claim as every command writes one: with its event. */
async function claimed(region_code: string, day: string) {
  await inTransaction(owner.db, async (db) => {
    await aClaim(db, { ...place, region_code, earliest: day, latest: day })
    await audit(db, publicActor, { what: 'claim.declare', subjectId: place.innovation_id, at: now })
  })
}

test('a view is made once, then remembered with one quick question, and a new claim shows at once', async () => {
  await claimed('35.10', '2019-05-01')
  const counting = countingDb(db)
  const dated = async () => (await keptSpread(counting.db, publicActor, asked)).spread.regions.length
  const [one, other] = await Promise.all([dated(), dated()])
  // Both ask for the version, and so does the one that is made.
  expect([one, other, counting.queries()]).toEqual([1, 1, 9])
  expect([await dated(), counting.queries()]).toEqual([1, 10])
  await claimed('35.12', '2020-05-01')
  expect(await dated()).toBe(2)
})

test('a view that could not be made is asked for again', async () => {
  const broken = { ...asked, today: 'no day' }
  await expect(keptSpread(db, publicActor, broken)).rejects.toThrow('no day')
  await expect(keptSpread(db, publicActor, broken)).rejects.toThrow('no day')
})

test('one innovation has a curve and a look back, several have none', async () => {
  for (let year = 2016; year <= 2025; year++) {
    await aRegion(owner.db, { code: `35.${year - 1950}` })
    await aRegion(owner.db, { code: `35.${year - 1990}` })
    await claimed(`35.${year - 1950}`, `${year}-05-01`)
    if (year > 2018) await claimed(`35.${year - 1990}`, `${year}-06-01`)
  }
  const one = await exploreSpread(db, publicActor, { ...asked, madeFrom: 2022 })
  expect([one.until, one.lookBack!.madeFrom, one.lookBackYears[0]]).toEqual([2025, 2022, 2024])
  expect((await exploreSpread(db, publicActor, asked)).lookBack!.madeFrom).toBe(2023)
  expect('model' in one.modelled!).toBe(true)
  const all = await exploreSpread(db, publicActor, { ...asked, scope: { of: 'all' } })
  expect([all.until, all.modelled, all.lookBack, all.lookBackYears]).toEqual([null, null, null, []])
  expect(all.spread.regions).toEqual(one.spread.regions)
})

test('underdeveloped regencies stand against the others, each by their own number', async () => {
  await claimed('94.01', '2020-05-01')
  await claimed('35.10', '2021-05-01')
  const { shares, adopters } = await exploreSpread(db, publicActor, asked)
  expect(adopters).toEqual({ kind: 'local', count: 3 })
  expect(shares.remoteness).toEqual({
    years: [2020, 2021],
    groups: [
      { key: 'others', adopters: 2, reached: 1, byYear: [0, 1] },
      { key: 'remote', adopters: 1, reached: 1, byYear: [1, 1] },
    ],
  })
  expect(shares.islands.groups.map(({ key, reached }) => [key, reached])).toEqual([
    ['jawa', 1],
    ['papua', 1],
  ])
})

import { regionSpread } from '@semai/domain/claims/region-spread'
import { strengthOn, strengths } from '@semai/domain/claims/claim'
import { countByStrength, countRegionsByStrength, isDated } from '@semai/domain/claims/spread'
import { publicActor } from '@semai/domain/people/actor'
import type { NewRow } from '../db/schema.ts'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { findScope } from './scope.queries.ts'
import { scopedSpread } from './scoped-spread.queries.ts'
import { nationalClaims } from './spread.queries.ts'

const { db, owner, clear } = await testDb()
const codes = ['35.10', '35.12', '36.71']
let source_id: string
let ministry: { id: string }
let unit: { id: string }
let ids: Record<string, string>

beforeEach(async () => {
  await clear()
  for (const code of ['35', '36', ...codes]) await aRegion(owner.db, { code })
  ministry = await anOrganisation(owner.db)
  unit = await anOrganisation(owner.db, { name: 'Pusat Contoh', parent_id: ministry.id })
  source_id = (await aSource(owner.db)).id
  const a = await anInnovation(owner.db, { code: 'INV-A', organisation_id: ministry.id })
  const from = { region_code: '35.10', province_code: '35' }
  const b = await anInnovation(owner.db, { code: 'INV-B', organisation_id: unit.id, batched: true, ...from })
  ids = { 'INV-A': a.id, 'INV-B': b.id }
})

const claimOn = (innovation: string, region_code: string, given: Partial<NewRow<'claim'>> = {}) =>
  aClaim(owner.db, {
    innovation_id: ids[innovation]!,
    organisation_id: ministry.id,
    source_id,
    region_code,
    ...given,
  })
const spread = (given: Partial<Parameters<typeof scopedSpread>[2]> = {}) =>
  scopedSpread(db, publicActor, { innovations: null, strength: null, today, most: 5, ...given })

const aDay = fc.constantFrom('2018-02-01', '2020-12-31', '2021-06-01')
const someClaim = fc.record({
  innovation: fc.constantFrom('INV-A', 'INV-B'),
  region_code: fc.constantFrom(...codes),
  latest: aDay,
  precision: fc.constantFrom('day' as const, 'year' as const, 'by' as const),
  kind: fc.constantFrom('event' as const, 'state' as const),
  stops: fc.boolean(),
  strength: fc.constantFrom(
    'reported' as const,
    'declared' as const,
    'confirmed' as const,
    'verified' as const,
  ),
  valid_until: fc.constantFrom(null, '2025-12-31', '2026-12-31'),
  batch: fc.constantFrom(null, 'X'),
  stopped_on: fc.constantFrom(null, '2024-01-01'),
})

test('the database counts what the rules of domain count, whatever the claims', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someClaim, { maxLength: 12 }),
      fc.constantFrom(null, ...strengths),
      async (some, strength) => {
        await owner.db.deleteFrom('claim').execute()
        for (const { innovation, region_code, stops, ...one } of some) {
          const state =
            one.kind === 'state' ? (stops ? ('stopped' as const) : ('running' as const)) : ('opened' as const)
          const earliest = { day: one.latest, year: `${one.latest.slice(0, 4)}-01-01`, by: null }[
            one.precision
          ]
          const valid_until = one.kind === 'state' ? one.valid_until : null
          await claimOn(innovation, region_code, { ...one, happening: state, earliest, valid_until })
        }
        const all = await nationalClaims(db, publicActor)
        const claims = all.filter((claim) => strength === null || strengthOn(claim, today) === strength)
        const found = await spread({ strength })
        const rows = regionSpread(claims, today)
        expect(found.regions).toEqual(rows)
        expect(found.claims).toEqual(countByStrength(all, today))
        const reached = ['INV-A', 'INV-B'].flatMap((code) => {
          const own = claims.filter(({ innovationCode }) => innovationCode === code)
          const places = regionSpread(own, today)
          return places.length === 0 ? [] : [{ code, own, places }]
        })
        expect(found.total).toBe(reached.length)
        for (const { code, own, places } of reached) {
          const one = found.innovations.find((row) => row.code === code)!
          const firsts = places.flatMap(({ first }) => (first ? [Number(first.latest.slice(0, 4))] : []))
          expect([one.dated, one.bounds]).toEqual([firsts.length, places.length - firsts.length])
          expect(one.strengths).toEqual(countRegionsByStrength(own, today))
          for (const { year, count } of one.years)
            expect(firsts.filter((first) => first === year).length).toBe(count)
        }
        const adoptions = found.years.reduce((sum, { count }) => sum + count, 0)
        const pairs = new Set(claims.filter(isDated).map((claim) => claim.innovationCode + claim.regionCode))
        expect(adoptions).toBe(pairs.size)
      },
    ),
    { numRuns: 40, seed: 7 },
  )
})

test('several innovations are counted as adoptions, and a region once in the map', async () => {
  await claimOn('INV-A', '35.10', { earliest: '2019-05-01', latest: '2019-05-01' })
  await claimOn('INV-B', '35.10', { earliest: '2021-05-01', latest: '2021-05-01', batch: 'B 2021-05-01' })
  await claimOn('INV-B', '35.12', { earliest: '2021-05-01', latest: '2021-05-01', batch: 'B 2021-05-01' })
  const { regions, years, innovations } = await spread()
  expect(regions.map(({ regionCode, first }) => [regionCode, first!.latest, first!.isBatched])).toEqual([
    ['35.10', '2019-05-01', false],
    ['35.12', '2021-05-01', true],
  ])
  expect(years).toEqual([
    { year: 2019, count: 1 },
    { year: 2020, count: 0 },
    { year: 2021, count: 2 },
  ])
  expect(innovations.map(({ code, dated }) => [code, dated])).toEqual([
    ['INV-B', 2],
    ['INV-A', 1],
  ])
  const [only] = (await spread({ most: 1 })).innovations
  expect([only!.code, (await spread({ most: 1 })).total]).toEqual(['INV-B', 2])
  expect((await spread({ innovations: [ids['INV-A']!] })).regions.length).toBe(1)
  expect((await spread({ innovations: [] })).regions).toEqual([])
  expect(
    await countedQueries(db, (counting) =>
      scopedSpread(counting, publicActor, { innovations: null, strength: null, today, most: 5 }),
    ),
  ).toBe(1)
})

test('a withdrawn claim counts nowhere', async () => {
  await claimOn('INV-A', '35.10', { withdrawn_at: now })
  const { regions, innovations, years, claims } = await spread()
  expect([regions, innovations, years, claims.reported]).toEqual([[], [], [], 0])
})

test('what is looked at is found by code, programme, agency with its units, and region of origin', async () => {
  const programme = uuidv7()
  await owner.db
    .insertInto('scaling_programme')
    .values({
      id: programme,
      slug: 'program-contoh',
      name: 'Program Contoh',
      owner_id: ministry.id,
      revision: 0,
      recorded_at: now,
      updated_at: now,
    })
    .execute()
  await owner.db
    .insertInto('scaling_programme_innovation')
    .values({ programme_id: programme, innovation_id: ids['INV-B']!, position: 1 })
    .execute()
  const find = async (scope: Parameters<typeof findScope>[2]) => {
    const { name, innovations, unknown } = await findScope(db, publicActor, scope)
    return [name, innovations?.map(({ code }) => code) ?? null, unknown]
  }
  expect(await find({ of: 'all' })).toEqual([null, null, []])
  expect(await find({ of: 'innovations', codes: ['INV-B', 'x', 'INV-A'] })).toEqual([
    null,
    ['INV-B', 'INV-A'],
    ['x'],
  ])
  expect(await find({ of: 'programme', slug: 'program-contoh' })).toEqual(['Program Contoh', ['INV-B'], []])
  expect(await find({ of: 'agency', slug: 'kementerian-contoh' })).toEqual([
    'Kementerian Contoh',
    ['INV-A', 'INV-B'],
    [],
  ])
  expect(await find({ of: 'agency', slug: 'pusat-contoh' })).toEqual(['Pusat Contoh', ['INV-B'], []])
  expect(await find({ of: 'region', slug: 'daerah-35' })).toEqual(['Provinsi 35', ['INV-B'], []])
  expect(await find({ of: 'region', slug: 'daerah-36' })).toEqual(['Provinsi 36', [], []])
  expect(await find({ of: 'agency', slug: 'tidak-ada' })).toEqual([null, [], ['tidak-ada']])
  const { innovations } = await findScope(db, publicActor, { of: 'innovations', codes: ['INV-B'] })
  expect(innovations!.map(({ isBatched }) => isBatched)).toEqual([true])
})

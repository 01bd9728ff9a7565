import { publicActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { provinceChanges } from './province-changes.ts'
import { createdIn, regionList, regionPage, regionsOfProvince } from './region-page.queries.ts'

const { db, owner, clear } = await testDb()
let source_id: string
let organisation_id: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '91', name: 'Papua' })
  await aRegion(owner.db, { code: '94', name: 'Papua Tengah' })
  await aRegion(owner.db, { code: '91.71', name: 'Kota Jayapura', kind: 'city' })
  await aRegion(owner.db, { code: '94.01', name: 'Kabupaten Nabire' })
  await aRegion(owner.db, { code: '94.04', name: 'Kabupaten Mimika', point_check: 'weak' })
  await moved('94.01')
  await moved('94.04')
  source_id = (await aSource(owner.db, { name: 'BPS', url: 'https://contoh.test/bps' })).id
  organisation_id = (await anOrganisation(owner.db)).id
})

async function moved(region_code: string) {
  const change = { region_code, former_province_code: '91', law: 'UU 15/2022', valid_from: '2022-07-25' }
  await owner.db
    .insertInto('region_history')
    .values({ id: uuidv7(), ...change })
    .execute()
}

async function aFigure(region_code: string, attribute: string, year: number, value: number) {
  const figure = { region_code, attribute, year, value, unit: 'orang', source_id }
  await owner.db.insertInto('region_attribute').values(figure).execute()
}

describe('the page of a region', () => {
  test('names the province of a regency and what it was part of before', async () => {
    const { code, province, provinceSlug, weakPoint, history } = await regionPage(db, 'daerah-94-04')
    expect({ code, province, provinceSlug, weakPoint }).toEqual({
      code: '94.04',
      province: 'Papua Tengah',
      provinceSlug: 'daerah-94',
      weakPoint: true,
    })
    const papua = { formerProvince: 'Papua', formerProvinceSlug: 'daerah-91' }
    expect(history).toEqual([{ ...papua, law: 'UU 15/2022', validFrom: '2022-07-25' }])
  })

  test('makes a province and the one it came from name each other, with how many regions moved', async () => {
    const law = { law: 'UU 15/2022', validFrom: '2022-07-25', regions: 2 }
    const young = await regionPage(db, 'daerah-94')
    expect([young.history, young.cameFrom, young.wentTo]).toEqual([
      [],
      [{ code: '91', name: 'Papua', slug: 'daerah-91', ...law }],
      [],
    ])
    const old = await regionPage(db, 'daerah-91')
    expect([old.cameFrom, old.wentTo]).toEqual([
      [],
      [{ code: '94', name: 'Papua Tengah', slug: 'daerah-94', ...law }],
    ])
    const regency = await regionPage(db, 'daerah-94-01')
    expect([regency.cameFrom, regency.wentTo]).toEqual([[], []])
  })

  test('gives figures with year and source, the hub of its province and its government', async () => {
    await aFigure('94.04', 'population', 2024, 320_000)
    await aFigure('94.04', 'population', 2020, 311_969)
    await aFigure('94.01', 'population', 2020, 169_136)
    const hub = {
      region_code: '94',
      organisation_id: null,
      year: 2021,
      status: 'invited' as const,
      source_id,
    }
    await owner.db
      .insertInto('hub')
      .values({ id: uuidv7(), ...hub })
      .execute()
    await anOrganisation(owner.db, { name: 'Pemkab Mimika', kind: 'government', region_code: '94.04' })
    await anOrganisation(owner.db, { name: 'RSUD Mimika', kind: 'unit', region_code: '94.04' })
    const { figures, hubs, government, governmentSlug } = await regionPage(db, 'daerah-94-04')
    const bps = { unit: 'orang', source: 'BPS', sourceUrl: 'https://contoh.test/bps' }
    expect(figures).toEqual([
      { attribute: 'population', value: 311_969, year: 2020, ...bps },
      { attribute: 'population', value: 320_000, year: 2024, ...bps },
    ])
    expect(hubs).toEqual([{ year: 2021, status: 'invited', source: 'BPS' }])
    expect([government, governmentSlug]).toEqual(['Pemkab Mimika', 'pemkab-mimika'])
  })

  test('costs one query, whatever it holds', async () => {
    const read = () => countedQueries(db, (counting) => regionPage(counting, 'daerah-94-04'))
    await aFigure('94.04', 'population', 2020, 1)
    const withOne = await read()
    await aFigure('94.04', 'population', 2021, 2)
    await aFigure('94.04', 'population', 2022, 3)
    expect([withOne, await read()]).toEqual([1, 1])
  })

  test('is refused as not found for a region that is not there', async () => {
    await expect(regionPage(db, '94.04')).rejects.toEqual(new Refusal('not-found', 'No such region.'))
  })
})

describe('what was created in a region', () => {
  beforeEach(async () => {
    const here = { organisation_id, region_code: '94.04', province_code: '94' }
    await anInnovation(owner.db, { code: 'INV-2', name: 'Beta', ...here })
    await anInnovation(owner.db, { code: 'INV-1', name: 'Alfa', ...here })
    const year = { started_from: '2016-01-01', started_to: '2016-12-31' }
    await anInnovation(owner.db, { code: 'INV-3', name: 'Gama', ...here, ...year })
    await anInnovation(owner.db, {
      code: 'INV-4',
      organisation_id,
      region_code: '91.71',
      province_code: '91',
    })
    await anInnovation(owner.db, { code: 'PRG-A', ...here })
  })

  test.each([
    ['94.04', ['INV-3', 'INV-1', 'INV-2']],
    ['94', ['INV-3', 'INV-1', 'INV-2']],
    ['94.01', []],
    ['91', ['INV-4']],
  ])('in %s: %j, oldest known start first, programmes apart', async (region, codes) => {
    expect((await createdIn(db, publicActor, region)).map(({ code }) => code)).toEqual(codes)
  })

  test('comes with its newest award', async () => {
    const { id: innovation_id } = await owner.db
      .selectFrom('innovation')
      .select('id')
      .where('code', '=', 'INV-1')
      .executeTakeFirstOrThrow()
    const award = { innovation_id, competition: 'KIPP' as const, source_id }
    const labels = [
      { label: 'Top 99 2018', year: 2018 },
      { label: 'Top 45 2020', year: 2020 },
      { label: 'Tanpa tahun', year: null },
    ]
    await owner.db
      .insertInto('innovation_award')
      .values(labels.map((one) => ({ id: uuidv7(), ...award, ...one })))
      .execute()
    const rows = await createdIn(db, publicActor, '94.04')
    expect(rows.map(({ code, award }) => [code, award])).toEqual([
      ['INV-3', null],
      ['INV-1', 'Top 45 2020'],
      ['INV-2', null],
    ])
  })
})

test('every region has a row with what began there and what runs there now', async () => {
  const here = { organisation_id, region_code: '94.04', province_code: '94' }
  const own = await anInnovation(owner.db, { code: 'INV-1', ...here })
  const other = await anInnovation(owner.db, { code: 'PRG-A', organisation_id })
  const claim = { organisation_id, source_id, region_code: '94.04' }
  await aClaim(owner.db, { ...claim, innovation_id: other.id })
  await aClaim(owner.db, { ...claim, innovation_id: other.id, happening: 'launched' })
  await aClaim(owner.db, { ...claim, innovation_id: own.id, withdrawn_at: now })
  await aClaim(owner.db, { ...claim, innovation_id: own.id, region_code: '94.01', stopped_on: '2024-01-01' })
  const rows = await regionList(db, publicActor)
  expect(rows.map(({ code, created, claimed }) => [code, created, claimed])).toEqual([
    ['91', 0, 0],
    ['91.71', 0, 0],
    ['94', 0, 0],
    ['94.01', 0, 0],
    ['94.04', 1, 1],
  ])
  expect((await regionsOfProvince(db, publicActor, '94')).map(({ code }) => code)).toEqual([
    '94',
    '94.01',
    '94.04',
  ])
  expect(await countedQueries(db, (counting) => regionList(counting, publicActor))).toBe(1)
})

test('changes of province come oldest first', async () => {
  expect(await provinceChanges(db)).toEqual([
    { regionCode: '94.01', formerProvinceCode: '91', validFrom: '2022-07-25' },
    { regionCode: '94.04', formerProvinceCode: '91', validFrom: '2022-07-25' },
  ])
})

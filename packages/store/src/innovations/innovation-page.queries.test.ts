import { publicActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { countedQueries } from '@semai/testkit/counted-queries'
import { anInnovation, anOrganisation, aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { innovationPage, originsOf } from './innovation-page.queries.ts'

const { db, owner, clear } = await testDb()
let organisation_id: string
let source_id: string
let innovation_id: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35', name: 'Jawa Timur' })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi' })
  const government = await anOrganisation(owner.db, { name: 'Pemkab Banyuwangi', kind: 'government' })
  const unit = { name: 'Dinas Dagang', kind: 'unit' as const, parent_id: government.id }
  organisation_id = (await anOrganisation(owner.db, unit)).id
  source_id = (await aSource(owner.db, { name: 'Radar, 2019', url: 'https://contoh.test/radar' })).id
  innovation_id = await another('INV-1', { region_code: '35.10', province_code: '35', name: 'Jago Dagang' })
})

async function another(code: string, given: Partial<Parameters<typeof anInnovation>[1]> = {}) {
  return (await anInnovation(owner.db, { code, organisation_id, ...given })).id
}

async function aFact(field: string, value: string) {
  const known = { basis: 'source' as const, confidence: null, stated_on: null, note: null }
  await owner.db
    .insertInto('innovation_fact')
    .values({ id: uuidv7(), innovation_id, source_id, field, value, ...known })
    .execute()
}

async function anAward(label: string, year: number | null) {
  const award = { id: uuidv7(), innovation_id, source_id, label, year, competition: 'KIPP' as const }
  await owner.db.insertInto('innovation_award').values(award).execute()
}

async function aLink(from_id: string, to_id: string, kind: 'instance_of' | 'predecessor_of' | 'related') {
  await owner.db.insertInto('innovation_link').values({ from_id, to_id, kind }).execute()
}

describe('the page of an innovation', () => {
  test('names its origin, what that is part of, and where it is', async () => {
    const page = await innovationPage(db, publicActor, 'inv-1')
    const { code, name, origin, originParent, region, regionSlug, province, categoryNameId } = page
    expect({ code, name, origin, originParent, region, regionSlug, province, categoryNameId }).toEqual({
      code: 'INV-1',
      name: 'Jago Dagang',
      origin: 'Dinas Dagang',
      originParent: 'Pemkab Banyuwangi',
      region: 'Kabupaten Banyuwangi',
      regionSlug: 'daerah-35-10',
      province: 'Jawa Timur',
      categoryNameId: null,
    })
    const { facts, awards, parties, identifiers, aliases, goals, links } = page
    expect([facts, awards, parties, identifiers, aliases, goals, links]).toEqual([[], [], [], [], [], [], []])
  })

  test('keeps values that disagree side by side, each with its source', async () => {
    await aFact('started', '2019')
    await aFact('started', '2017')
    await aFact('name', 'Jago Dagang')
    const { facts } = await innovationPage(db, publicActor, 'inv-1')
    expect(facts.map(({ field, value, source, sourceUrl }) => [field, value, source, sourceUrl])).toEqual([
      ['name', 'Jago Dagang', 'Radar, 2019', 'https://contoh.test/radar'],
      ['started', '2017', 'Radar, 2019', 'https://contoh.test/radar'],
      ['started', '2019', 'Radar, 2019', 'https://contoh.test/radar'],
    ])
  })

  test('has awards oldest first, and those without a year last', async () => {
    await anAward('Tanpa tahun', null)
    await anAward('Top 45', 2020)
    await anAward('Top 99', 2018)
    const { awards } = await innovationPage(db, publicActor, 'inv-1')
    expect(awards.map(({ label, year }) => [label, year])).toEqual([
      ['Top 99', 2018],
      ['Top 45', 2020],
      ['Tanpa tahun', null],
    ])
  })

  test('has parties, identifiers, other names and goals', async () => {
    const { id } = await anOrganisation(owner.db, { name: 'Kementerian Dagang' })
    const by = { innovation_id, source_id }
    await owner.db
      .insertInto('innovation_party')
      .values({ ...by, organisation_id: id, role: 'sector_ministry' })
      .execute()
    await owner.db
      .insertInto('innovation_identifier')
      .values({ innovation_id, scheme: 'SINOVIK', value: '1234', url: null })
      .execute()
    await owner.db
      .insertInto('innovation_alias')
      .values({ ...by, name: 'JAGO' })
      .execute()
    await owner.db
      .insertInto('innovation_sdg')
      .values([8, 1].map((goal) => ({ ...by, goal })))
      .execute()
    const page = await innovationPage(db, publicActor, 'inv-1')
    expect([page.parties, page.identifiers, page.aliases, page.goals]).toEqual([
      [{ role: 'sector_ministry', name: 'Kementerian Dagang', slug: 'kementerian-dagang' }],
      [{ scheme: 'SINOVIK', value: '1234', url: null }],
      [{ name: 'JAGO' }],
      [{ goal: 1 }, { goal: 8 }],
    ])
  })

  test('shows links both ways and says which way each points', async () => {
    const programme = await another('PRG-A', { name: 'Alfa' })
    const before = await another('INV-2', { name: 'Beta' })
    await another('INV-3', { name: 'Gama' })
    await aLink(innovation_id, programme, 'instance_of')
    await aLink(before, innovation_id, 'predecessor_of')
    const links = async (slug: string) =>
      (await innovationPage(db, publicActor, slug)).links.map(({ kind, code, direction }) => [
        kind,
        code,
        direction,
      ])
    expect(await links('inv-1')).toEqual([
      ['instance_of', 'PRG-A', 'to'],
      ['predecessor_of', 'INV-2', 'from'],
    ])
    expect(await links('prg-a')).toEqual([['instance_of', 'INV-1', 'from']])
    expect(await links('inv-3')).toEqual([])
  })

  test('costs one query with one fact and with three', async () => {
    const cost = () => countedQueries(db, (counting) => innovationPage(counting, publicActor, 'inv-1'))
    await aFact('name', 'Jago Dagang')
    const before = await cost()
    await aFact('started', '2017')
    await aFact('started', '2019')
    await anAward('Top 99', 2018)
    expect([before, await cost()]).toEqual([1, 1])
  })

  test('is refused as not found when there is none', async () => {
    const refusal = new Refusal('not-found', 'No such innovation.')
    await expect(innovationPage(db, publicActor, 'INV-1')).rejects.toEqual(refusal)
  })
})

test('origins are found for the codes that exist, in one query', async () => {
  await another('INV-2')
  expect(await originsOf(db, publicActor, ['INV-1', 'INV-2', 'INV-9'])).toEqual({
    'INV-1': 'Dinas Dagang',
    'INV-2': 'Dinas Dagang',
  })
  expect(await originsOf(db, publicActor, [])).toEqual({})
  expect(await countedQueries(db, (counting) => originsOf(counting, publicActor, ['INV-1', 'INV-2']))).toBe(1)
})

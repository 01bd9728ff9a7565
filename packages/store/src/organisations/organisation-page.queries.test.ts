import { publicActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { countedQueries } from '@semai/testkit/counted-queries'
import { anInnovation, anOrganisation, aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { createdBy, organisationPage, subtreeIds } from './organisation-page.queries.ts'

const { db, owner, clear } = await testDb()
let government: { id: string }
let office: { id: string }
let clinic: { id: string }

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi' })
  government = await anOrganisation(owner.db, {
    name: 'Pemkab Banyuwangi',
    kind: 'government',
    region_code: '35.10',
  })
  office = await anOrganisation(owner.db, { name: 'Dinas Kesehatan', kind: 'unit', parent_id: government.id })
  clinic = await anOrganisation(owner.db, { name: 'Puskesmas Satu', kind: 'unit', parent_id: office.id })
  await anOrganisation(owner.db, { name: 'Pemkab Lain', kind: 'government' })
})

async function aChange(given: { change: 'renamed' | 'closed'; valid_from: string; successor_id?: string }) {
  const source = await aSource(owner.db, { name: `Perbup ${given.valid_from}` })
  const empty = { former_name: given.change === 'renamed' ? 'Dinas Lama' : null, successor_id: null }
  await owner.db
    .insertInto('organisation_history')
    .values({ id: uuidv7(), organisation_id: office.id, source_id: source.id, ...empty, ...given })
    .execute()
}

describe('the page of an organisation', () => {
  test('names its region, its parent and its own parts, not theirs', async () => {
    const top = await organisationPage(db, 'pemkab-banyuwangi')
    expect([top.parent, top.region, top.regionSlug, top.parts.map(({ name }) => name)]).toEqual([
      null,
      'Kabupaten Banyuwangi',
      'daerah-35-10',
      ['Dinas Kesehatan'],
    ])
    const middle = await organisationPage(db, 'dinas-kesehatan')
    expect([middle.parent, middle.parentSlug, middle.parts.map(({ slug }) => slug)]).toEqual([
      'Pemkab Banyuwangi',
      'pemkab-banyuwangi',
      ['puskesmas-satu'],
    ])
  })

  test('tells what it was called and what became of it, oldest first, with sources', async () => {
    await aChange({ change: 'closed', valid_from: '2023-01-01', successor_id: clinic.id })
    await aChange({ change: 'renamed', valid_from: '2019-01-01' })
    const { history } = await organisationPage(db, 'dinas-kesehatan')
    expect(history).toEqual([
      {
        change: 'renamed',
        formerName: 'Dinas Lama',
        predecessor: null,
        predecessorSlug: 'dinas-kesehatan',
        basis: null,
        validFrom: '2019-01-01',
        successor: null,
        successorSlug: null,
        source: 'Perbup 2019-01-01',
        sourceUrl: null,
      },
      {
        change: 'closed',
        formerName: null,
        predecessor: null,
        predecessorSlug: 'dinas-kesehatan',
        basis: null,
        validFrom: '2023-01-01',
        successor: 'Puskesmas Satu',
        successorSlug: 'puskesmas-satu',
        source: 'Perbup 2023-01-01',
        sourceUrl: null,
      },
    ])
  })

  test('costs one query with one part and with three', async () => {
    const cost = () => countedQueries(db, (counting) => organisationPage(counting, 'dinas-kesehatan'))
    const before = await cost()
    for (const name of ['Puskesmas Dua', 'Puskesmas Tiga']) {
      await anOrganisation(owner.db, { name, kind: 'unit', parent_id: office.id })
    }
    expect([before, await cost()]).toEqual([1, 1])
  })

  test('is refused as not found for an organisation that is not there', async () => {
    const refusal = new Refusal('not-found', 'No such organisation.')
    await expect(organisationPage(db, 'tidak-ada')).rejects.toEqual(refusal)
  })
})

test('everything under an organisation is found at any depth, and nothing beside it', async () => {
  expect((await subtreeIds(db, government.id)).toSorted()).toEqual(
    [government.id, office.id, clinic.id].toSorted(),
  )
  expect(await subtreeIds(db, clinic.id)).toEqual([clinic.id])
  expect(await subtreeIds(db, uuidv7())).toEqual([])
  expect(await countedQueries(db, (counting) => subtreeIds(counting, government.id))).toBe(1)
})

test('what a government created comes with what its parts created, oldest known start first', async () => {
  const day = (started: string) => ({ started_from: started, started_to: started })
  await anInnovation(owner.db, { code: 'INV-1', organisation_id: government.id, name: 'Beta' })
  await anInnovation(owner.db, { code: 'INV-2', organisation_id: clinic.id, ...day('2019-01-01') })
  await anInnovation(owner.db, { code: 'INV-3', organisation_id: office.id, ...day('2017-01-01') })
  await anInnovation(owner.db, { code: 'INV-4', organisation_id: office.id, name: 'Alfa' })
  const rows = await createdBy(db, publicActor, await subtreeIds(db, government.id))
  expect(rows.map(({ code, origin }) => [code, origin])).toEqual([
    ['INV-3', 'Dinas Kesehatan'],
    ['INV-2', 'Puskesmas Satu'],
    ['INV-4', 'Dinas Kesehatan'],
    ['INV-1', 'Pemkab Banyuwangi'],
  ])
  expect(await createdBy(db, publicActor, [])).toEqual([])
})

import { beforeEach, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { countedQueries } from '@semai/testkit/counted-queries'
import { anInnovation, anOrganisation, aRegion } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { managementPage, managementTable } from './management.queries.ts'

const { db, owner, clear } = await testDb()
let office: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35', name: 'Jawa Timur' })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi' })
  await aRegion(owner.db, { code: '51', name: 'Bali' })
  const government = { kind: 'government' as const }
  const regency = await anOrganisation(owner.db, {
    ...government,
    name: 'Pemkab Banyuwangi',
    region_code: '35.10',
  })
  office = (await anOrganisation(owner.db, { name: 'Dinas Dagang', kind: 'unit', parent_id: regency.id })).id
  await anOrganisation(owner.db, { ...government, name: 'Pemprov Jawa Timur', region_code: '35' })
  await anOrganisation(owner.db, { ...government, name: 'Pemprov Bali', region_code: '51' })
})

const begun = (year: number) => ({ started_from: `${year}-01-01`, started_to: `${year}-12-31` })
async function three() {
  const own = { organisation_id: office }
  await anInnovation(owner.db, { ...own, code: 'INV-1', stage: 'trial', ...begun(2026) })
  await anInnovation(owner.db, { ...own, code: 'INV-2', stage: 'stopped', ...begun(2020) })
  await anInnovation(owner.db, { ...own, code: 'INV-3', ...begun(2026), start_unconfirmed: true })
  await anInnovation(owner.db, { ...own, code: 'PRG-1', stage: 'implemented', ...begun(2026) })
}
const table = async (scope: Parameters<typeof managementTable>[2]['scope']) =>
  (await managementTable(db, publicActor, { scope, year: 2026 })).rows.map((row) => [
    row.name,
    [row.all, row.creation, row.development, row.institutionalisation, row.resting, row.unknown],
    row.begun,
  ])
const nothing = [[0, 0, 0, 0, 0, 0], 0]

test('an agency is answered for with all below it; a start nobody stated does not count', async () => {
  await three()
  const { organisation, innovations } = await managementPage(db, publicActor, 'pemkab-banyuwangi')
  expect([organisation.name, organisation.hasParts]).toEqual(['Pemkab Banyuwangi', true])
  expect(innovations.map(({ code, stage, begun, unit }) => [code, stage, begun, unit])).toEqual([
    ['INV-1', 'trial', 2026, 'Dinas Dagang'],
    ['INV-2', 'stopped', 2020, 'Dinas Dagang'],
    ['INV-3', null, null, 'Dinas Dagang'],
  ])
})

test('the table has the agencies of a province, the parts of one, or all at the top', async () => {
  await three()
  const regency = ['Pemkab Banyuwangi', [3, 1, 0, 0, 1, 1], 1]
  expect(await table({ province: 'daerah-35' })).toEqual([regency, ['Pemprov Jawa Timur', ...nothing]])
  expect(await table({ parent: 'pemkab-banyuwangi' })).toEqual([['Dinas Dagang', [3, 1, 0, 0, 1, 1], 1]])
  expect(await table(null)).toEqual([
    regency,
    ['Pemprov Bali', ...nothing],
    ['Pemprov Jawa Timur', ...nothing],
  ])
})

test('the table goes on where its page ended', async () => {
  const first = await managementTable(db, publicActor, { scope: null, year: 2026, limit: 2 })
  expect(first.rows.map(({ name }) => name)).toEqual(['Pemkab Banyuwangi', 'Pemprov Bali'])
  const second = await managementTable(db, publicActor, { scope: null, year: 2026, after: first.next })
  expect([second.rows.map(({ name }) => name), second.next]).toEqual([['Pemprov Jawa Timur'], null])
})

test('page and table cost two queries with no innovation and with three', async () => {
  const cost = async () => [
    await countedQueries(db, (counting) => managementPage(counting, publicActor, 'pemkab-banyuwangi')),
    await countedQueries(db, (counting) =>
      managementTable(counting, publicActor, { scope: { province: 'daerah-35' }, year: 2026 }),
    ),
  ]
  const before = await cost()
  await three()
  expect([before, await cost()]).toEqual([
    [2, 2],
    [2, 2],
  ])
})

test.each([{ province: 'tidak-ada' }, { parent: 'tidak-ada' }, { province: 'daerah-35-10' }])(
  'nothing is listed for %j, which is not there',
  async (scope) => {
    await expect(managementTable(db, publicActor, { scope, year: 2026 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(managementPage(db, publicActor, 'tidak-ada')).rejects.toMatchObject({ code: 'not-found' })
  },
)

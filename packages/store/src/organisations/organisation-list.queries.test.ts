import { publicActor } from '@semai/domain/people/actor'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, describe, expect, test } from 'vitest'
import { organisationList } from './organisation-list.queries.ts'

const { db, owner, clear } = await testDb()
let claim: { innovation_id: string; region_code: string; source_id: string }

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi' })
  const ministry = await anOrganisation(owner.db, { name: 'Kementerian Contoh' })
  const programme = await anInnovation(owner.db, { code: 'PRG-A', organisation_id: ministry.id })
  claim = { innovation_id: programme.id, region_code: '35.10', source_id: (await aSource(owner.db)).id }
})

const named = async (asked: Parameters<typeof organisationList>[2]) =>
  (await organisationList(db, publicActor, asked)).rows.map(({ name }) => name)

describe('the list of organisations', () => {
  test('counts what each created and how many different innovations it runs', async () => {
    const { id: organisation_id } = await anOrganisation(owner.db, {
      name: 'Pemkab Banyuwangi',
      kind: 'government',
      region_code: '35.10',
    })
    await aClaim(owner.db, { ...claim, organisation_id })
    await aClaim(owner.db, { ...claim, organisation_id, happening: 'launched' })
    const { rows, next } = await organisationList(db, publicActor, {})
    expect(rows.map(({ name, region, created, claimed }) => [name, region, created, claimed])).toEqual([
      ['Kementerian Contoh', null, 1, 0],
      ['Pemkab Banyuwangi', 'Kabupaten Banyuwangi', 0, 1],
    ])
    expect(next).toBeNull()
  })

  test('leaves out who has nothing to show, also when all its claims were withdrawn', async () => {
    const { id: organisation_id } = await anOrganisation(owner.db, { name: 'Pemkab Ditarik' })
    await aClaim(owner.db, { ...claim, organisation_id, withdrawn_at: now })
    await anOrganisation(owner.db, { name: 'Pemkab Kosong' })
    expect(await named({})).toEqual(['Kementerian Contoh'])
    expect(await named({ text: 'pemkab' })).toEqual(['Pemkab Ditarik', 'Pemkab Kosong'])
  })

  test('finds a part of a name as it is typed, signs of patterns included', async () => {
    await anOrganisation(owner.db, { name: 'Pusat 100% Layanan' })
    await anOrganisation(owner.db, { name: 'Pusat 1000 Layanan' })
    expect(await named({ text: '100%' })).toEqual(['Pusat 100% Layanan'])
    expect(await named({ text: '_' })).toEqual([])
    expect(await named({ text: '\\' })).toEqual([])
  })

  test('can be narrowed to one kind', async () => {
    const police = await anOrganisation(owner.db, { name: 'Polres Contoh', kind: 'police' })
    await anInnovation(owner.db, { code: 'INV-1', organisation_id: police.id })
    expect(await named({ kind: 'police' })).toEqual(['Polres Contoh'])
    expect(await named({ kind: 'ministry' })).toEqual(['Kementerian Contoh'])
    expect(await named({ kind: 'university' })).toEqual([])
  })
})

test('from page to page every organisation comes once, also those of one name', async () => {
  for (const [n, name] of ['Dinas Satu', 'dinas satu', 'Dinas Satu', 'Ängkatan', 'Dinas-Satu'].entries()) {
    const { id: organisation_id } = await anOrganisation(owner.db, { name, slug: `unit-${n}` })
    await anInnovation(owner.db, { code: `INV-${n}`, organisation_id })
  }
  const whole = await organisationList(db, publicActor, {})
  for (const limit of [1, 2, 3]) {
    const met: string[] = []
    let after: { name: string; id: string } | null = null
    do {
      const page: Awaited<ReturnType<typeof organisationList>> = await organisationList(db, publicActor, {
        limit,
        ...(after && { after }),
      })
      met.push(...page.rows.map(({ slug }) => slug))
      after = page.next
    } while (after)
    expect(met).toEqual(whole.rows.map(({ slug }) => slug))
  }
  expect(whole.rows.length).toBe(6)
})

test('a page costs one query with one organisation and with three', async () => {
  const cost = () => countedQueries(db, (counting) => organisationList(counting, publicActor, {}))
  const before = await cost()
  for (const name of ['Pemkab Satu', 'Pemkab Dua']) {
    const { id: organisation_id } = await anOrganisation(owner.db, { name })
    await aClaim(owner.db, { ...claim, organisation_id })
  }
  expect([before, await cost()]).toEqual([1, 1])
})

import { beforeEach, describe, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { openAgency } from '../exchange/place-records.queries.ts'
import { claimsBy } from '../spread/spread.queries.ts'
import { addOrganisation, renameOrganisation } from './organisation-change.commands.ts'
import { mergeOrganisations } from './organisation-merge.commands.ts'
import { createdBy, movedAddress, organisationPage, subtreeIds } from './organisation-page.queries.ts'
import { splitOrganisation } from './organisation-split.commands.ts'
import { organisationIdOf } from './owner-path.ts'

const { db, owner, clear } = await testDb()
const { secretariat } = cast
const admin = cast['local admin']
const terms = { day: '2025-01-01', basis: 'Perda 3 Tahun 2024', now }
const before = '2024-12-31'
const office = 'dinas-kesehatan-sukamaju'
let other: { id: string; slug: string }

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  other = await anOrganisation(owner.db, {
    name: 'Dinas Pengendalian Penduduk Sukamaju',
    kind: 'unit',
    parent_id: agencies.regency,
  })
  const kept = await anInnovation(owner.db, {
    code: 'INV-1',
    name: 'Antar Obat',
    organisation_id: agencies.healthOffice,
  })
  await anInnovation(owner.db, { code: 'INV-2', name: 'Posyandu', organisation_id: agencies.healthOffice })
  await anInnovation(owner.db, { code: 'INV-3', name: 'Akta', organisation_id: other.id })
  await aClaim(owner.db, {
    innovation_id: kept.id,
    organisation_id: agencies.healthOffice,
    region_code: '35.10',
    source_id: (await aSource(owner.db)).id,
  })
})

const trail = async () =>
  (await owner.db.selectFrom('audit_event').select(['what', 'subject_id']).orderBy('id').execute()).map(
    ({ what, subject_id }) => [what, subject_id],
  )
/** What a page counts of an organisation: name, parts, innovations and claims of it and all below it. */
async function figures(slug: string, day: string | null = null) {
  const page = await organisationPage(db, slug, day)
  const ids = await subtreeIds(db, page.id, day)
  const [created, claims] = [
    await createdBy(db, publicActor, ids, day),
    await claimsBy(db, publicActor, ids, day),
  ]
  return [page.name, page.parts.map(({ name }) => name), created.map(({ code }) => code), claims.length]
}

describe('a new organisation', () => {
  test('is added by the ministry anywhere, by a local administrator and a hub below their own', async () => {
    const given = { name: 'Puskesmas Baru', kind: 'unit' as const, regionCode: null, now }
    expect(await addOrganisation(db, admin, { ...given, parent: office })).toBe('puskesmas-baru')
    expect(
      await codeOf(addOrganisation(db, admin, { ...given, parent: 'pemerintah-kabupaten-tirtasari' })),
    ).toBe('forbidden')
    expect(await codeOf(addOrganisation(db, admin, { ...given, parent: null }))).toBe('forbidden')
    expect(
      await codeOf(addOrganisation(db, cast.hub, { ...given, name: 'Puskesmas Lain', parent: office })),
    ).toBe('done')
    expect(
      await codeOf(addOrganisation(db, secretariat, { ...given, name: 'Badan Baru', parent: null })),
    ).toBe('done')
    expect(await codeOf(addOrganisation(db, cast.author, { ...given, parent: office }))).toBe('forbidden')
    expect((await trail()).map(([what]) => what)).toEqual(Array<string>(3).fill('organisation.add'))
  })

  test('has no name that something beside it has, and a government its own region', async () => {
    const given = { kind: 'unit' as const, regionCode: null, now, parent: 'pemerintah-kabupaten-sukamaju' }
    expect(
      await codeOf(addOrganisation(db, secretariat, { ...given, name: 'dinas  kesehatan SUKAMAJU' })),
    ).toBe('conflict')
    const government = { ...given, kind: 'government' as const, name: 'Pemerintah Baru', parent: null }
    expect(await codeOf(addOrganisation(db, secretariat, government))).toBe('invalid')
    expect(await codeOf(addOrganisation(db, secretariat, { ...government, regionCode: '99' }))).toBe(
      'invalid',
    )
    expect(await codeOf(addOrganisation(db, secretariat, { ...government, regionCode: '35.10' }))).toBe(
      'done',
    )
    const second = { ...government, name: 'Pemerintah Kedua', regionCode: '35.10' }
    expect(await codeOf(addOrganisation(db, secretariat, second))).toBe('invalid')
    expect(await trail()).toHaveLength(1)
  })
})

describe('a renamed organisation', () => {
  test('has its old name until that day, and its old address leads to it', async () => {
    const renamed = await renameOrganisation(db, admin, { slug: office, name: 'Dinas Sehat', ...terms })
    expect(renamed).toBe('dinas-sehat')
    expect((await organisationPage(db, renamed)).name).toBe('Dinas Sehat')
    expect((await organisationPage(db, renamed, before)).name).toBe('Dinas Kesehatan Sukamaju')
    expect((await organisationPage(db, renamed, terms.day)).name).toBe('Dinas Sehat')
    expect(await movedAddress(db, office)).toBe('dinas-sehat')
    expect(await organisationIdOf(db, office)).toBe(agencies.healthOffice)
    expect(await trail()).toEqual([['organisation.rename', agencies.healthOffice]])
    const back = { slug: renamed, name: 'Dinas Kesehatan Sukamaju', ...terms, day: '2025-06-01' }
    expect(await renameOrganisation(db, admin, back)).toBe(office)
    expect(await movedAddress(db, 'dinas-sehat')).toBe(office)
    expect(await movedAddress(db, office)).toBeNull()
    expect((await organisationPage(db, office, '2025-03-01')).name).toBe('Dinas Sehat')
  })

  test.each([
    ['by a hub', cast.hub, terms, 'forbidden'],
    ['by an author', cast.author, terms, 'forbidden'],
    ['by the administrator of another institution', cast['local admin elsewhere'], terms, 'forbidden'],
    ['on a day to come', secretariat, { ...terms, day: '2027-01-01' }, 'invalid'],
    ['on no day', secretariat, { ...terms, day: '2025-02-30' }, 'invalid'],
  ])('is refused %s, and nothing is written', async (_, actor, given, code) => {
    expect(await codeOf(renameOrganisation(db, actor, { slug: office, name: 'Dinas Sehat', ...given }))).toBe(
      code,
    )
    expect((await organisationPage(db, office)).history).toEqual([])
    expect(await trail()).toEqual([])
  })

  test('is not renamed by its own administrator at the top: that is for the ministry', async () => {
    const given = { slug: 'pemerintah-kabupaten-sukamaju', name: 'Pemerintah Kabupaten Maju', ...terms }
    // below the province, whose administrator could; the regency's own may not
    expect(await codeOf(renameOrganisation(db, admin, given))).toBe('forbidden')
    expect(await codeOf(renameOrganisation(db, secretariat, given))).toBe('done')
  })
})

describe('a merged organisation', () => {
  const merge = (actor = secretariat, more = {}) =>
    mergeOrganisations(db, actor, { from: office, into: other.slug, ...terms, ...more })

  test('hands everything to its successor, and reads as it was on a day before', async () => {
    const was = await figures(office)
    expect(was).toEqual(['Dinas Kesehatan Sukamaju', ['Puskesmas Sukamaju'], ['INV-1', 'INV-2'], 1])
    const { slug, counts } = await merge()
    expect([slug, counts]).toEqual([other.slug, { innovation: 2, claim: 1, part: 1, grant: 1 }])
    expect(await figures(slug)).toEqual([
      'Dinas Pengendalian Penduduk Sukamaju',
      ['Puskesmas Sukamaju'],
      ['INV-3', 'INV-1', 'INV-2'],
      1,
    ])
    expect(await figures(office, before)).toEqual(was)
    expect(await figures(slug, before)).toEqual(['Dinas Pengendalian Penduduk Sukamaju', [], ['INV-3'], 0])
    expect(await movedAddress(db, office)).toBe(slug)
    expect((await openAgency(db, office)).slug).toBe(slug)
    expect(await trail()).toEqual([['organisation.merge', agencies.healthOffice]])
    const present = await figures('pemerintah-kabupaten-sukamaju')
    const then = await figures('pemerintah-kabupaten-sukamaju', before)
    expect([present[1], then[1]]).toEqual([
      ['Dinas Pengendalian Penduduk Sukamaju'],
      ['Dinas Kesehatan Sukamaju', 'Dinas Pengendalian Penduduk Sukamaju'],
    ])
    expect(present.slice(2)).toEqual(then.slice(2))
  })

  test('ends the roles over it, and gives them anew over the successor, told to whoever holds them', async () => {
    await merge()
    const grants = await owner.db
      .selectFrom('role_grant')
      .select(['organisation_id', 'revoked_at'])
      .where('person_id', '=', cast.author.personId!)
      .orderBy('id')
      .execute()
    expect(grants).toEqual([
      { organisation_id: agencies.healthOffice, revoked_at: now },
      { organisation_id: other.id, revoked_at: null },
    ])
    const told = await owner.db.selectFrom('notice').select(['kind', 'person_id']).execute()
    expect(told).toEqual([{ kind: 'grant_given', person_id: cast.author.personId }])
  })

  test('leads on when the successor is merged too, and reads as on each day between', async () => {
    await merge()
    const clinic = 'puskesmas-sukamaju'
    await mergeOrganisations(db, secretariat, {
      from: clinic,
      into: other.slug,
      ...terms,
      day: '2025-03-01',
    })
    const into = await addOrganisation(db, secretariat, {
      name: 'Dinas Gabungan',
      kind: 'unit',
      parent: 'pemerintah-kabupaten-sukamaju',
      regionCode: null,
      now,
    })
    await mergeOrganisations(db, secretariat, { from: other.slug, into, ...terms, day: '2025-09-01' })
    expect(await movedAddress(db, office)).toBe(into)
    expect((await figures(into))[2]).toEqual(['INV-3', 'INV-1', 'INV-2'])
    expect((await figures(other.slug, '2025-08-31'))[2]).toEqual(['INV-3', 'INV-1', 'INV-2'])
    expect((await figures(office, before))[2]).toEqual(['INV-1', 'INV-2'])
  })

  test.each([
    ['into itself', secretariat, { into: office }, 'invalid'],
    ['into its own part', secretariat, { into: 'puskesmas-sukamaju' }, 'invalid'],
    ['into what is not there', secretariat, { into: 'tidak-ada' }, 'not-found'],
    ['by a hub', cast.hub, {}, 'forbidden'],
    [
      'into another institution by the administrator of its own',
      admin,
      { into: 'dinas-sosial-tirtasari' },
      'forbidden',
    ],
    ['on a day to come', secretariat, { day: '2030-01-01' }, 'invalid'],
  ])('is refused %s, and nothing is written', async (_, actor, more, code) => {
    expect(await codeOf(merge(actor, more))).toBe(code)
    expect(await owner.db.selectFrom('organisation_move').selectAll().execute()).toEqual([])
    expect(await trail()).toEqual([])
  })

  test('is merged by the administrator above both, but not where that would give a role only the ministry gives', async () => {
    await owner.db
      .updateTable('role_grant')
      .set({ role: 'local_admin' })
      .where('person_id', '=', cast.author.personId!)
      .execute()
    expect(await codeOf(merge(admin))).toBe('forbidden')
    await owner.db
      .updateTable('role_grant')
      .set({ role: 'author' })
      .where('person_id', '=', cast.author.personId!)
      .execute()
    expect(await codeOf(merge(admin))).toBe('done')
    expect(await codeOf(merge(admin))).toBe('conflict')
  })
})

describe('a split organisation', () => {
  const split = { from: office, name: 'Dinas Obat', kind: 'unit' as const, ...terms }

  test('gives what goes along to the new one, and has it still on a day before', async () => {
    const along = { parts: ['puskesmas-sukamaju'], innovations: ['inv-1'] }
    const { slug, counts } = await splitOrganisation(db, admin, { ...split, ...along })
    expect(counts).toEqual({ claim: 1, innovation: 1, part: 1 })
    expect(await figures(slug)).toEqual(['Dinas Obat', ['Puskesmas Sukamaju'], ['INV-1'], 1])
    expect(await figures(office)).toEqual(['Dinas Kesehatan Sukamaju', [], ['INV-2'], 0])
    expect(await figures(office, before)).toEqual([
      'Dinas Kesehatan Sukamaju',
      ['Puskesmas Sukamaju'],
      ['INV-1', 'INV-2'],
      1,
    ])
    const { history } = await organisationPage(db, slug)
    expect(history.map(({ change, predecessor, basis }) => [change, predecessor, basis])).toEqual([
      ['split', 'Dinas Kesehatan Sukamaju', terms.basis],
    ])
  })

  test('gives two new ones on one day', async () => {
    const none = { parts: [], innovations: [] }
    await splitOrganisation(db, admin, { ...split, ...none })
    await splitOrganisation(db, admin, { ...split, ...none, name: 'Dinas Gizi' })
    expect((await organisationPage(db, office)).history.map(({ successor }) => successor).toSorted()).toEqual(
      ['Dinas Gizi', 'Dinas Obat'],
    )
  })

  test('is refused with the names of what is not its own, and nothing is written', async () => {
    const strange = { parts: ['dinas-sosial-tirtasari'], innovations: ['INV-3', 'INV-1'] }
    const problem = await splitOrganisation(db, admin, { ...split, ...strange }).catch(
      (refusal: unknown) => refusal,
    )
    expect((problem as { faults: { field: string }[] }).faults.map(({ field }) => field)).toEqual([
      'parts',
      'innovations',
    ])
    expect((problem as { faults: { says: { en: string } }[] }).faults[1]!.says.en).toBe(
      'Not an innovation this organisation created or runs: INV-3. Write its code, such as INV-0014.',
    )
    expect(await trail()).toEqual([])
    expect(await movedAddress(db, 'dinas-obat')).toBeNull()
  })
})

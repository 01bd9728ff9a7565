import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { saveProgramme } from './programme.commands.ts'
import { programmeList, programmeNamed } from './programme.queries.ts'

const { db, owner, clear } = await testDb()
const ministry = cast['sector ministry']
let innovationId: string
let sourceId: string

beforeEach(async () => {
  await clear()
  for (const code of ['35', '35.10', '35.11', '33', '33.72']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  sourceId = (await aSource(owner.db)).id
  innovationId = (await anInnovation(owner.db, { code: 'INV-7001', organisation_id: agencies.healthOffice }))
    .id
})

const typed = {
  name: 'Obat Tiba Nasional',
  owner: 'kementerian-urusan-contoh',
  innovations: 'INV-7001',
  bases: 'Permen 1/2024 (rekaan) | https://contoh.test/permen',
  targets: '2026 | 2 | Renstra (rekaan)',
  regions: 'Kabupaten 35.10 | 2026\ndaerah-35-11',
  source: 'Siaran pers (rekaan)',
}
const save = (given: Record<string, string> = {}, actor: Actor = ministry, slug: string | null = null) =>
  saveProgramme(db, actor, { slug, said: scalingProgrammeForm.parse({ ...typed, ...given }), now })

test('a ministry writes its programme down, everyone reads it, and the trail says so', async () => {
  const slug = await save()
  const found = await programmeNamed(db, cast.public, slug)
  expect(found).toMatchObject({
    slug: 'obat-tiba-nasional',
    name: 'Obat Tiba Nasional',
    owner: 'Kementerian Urusan Contoh',
    innovations: [{ code: 'INV-7001' }],
    bases: [{ title: 'Permen 1/2024 (rekaan)', link: 'https://contoh.test/permen' }],
    targets: [{ year: 2026, regions: 2, source: 'Renstra (rekaan)' }],
    regions: [
      { code: '35.10', byYear: 2026, name: 'Kabupaten 35.10' },
      { code: '35.11', byYear: null },
    ],
    source: 'Siaran pers (rekaan)',
    revision: 1,
    mayWrite: false,
  })
  expect((await programmeNamed(db, ministry, slug)).mayWrite).toBe(true)
  await save({ revision: '1', name: 'Obat Tiba', regions: '', targets: '' }, cast.secretariat, slug)
  expect(await programmeNamed(db, cast.public, slug)).toMatchObject({
    slug,
    name: 'Obat Tiba',
    targets: [],
    regions: [],
  })
  const { rows } = await owner.pool.query<{ what: string }>(
    `select what from audit_event where what like 'scaling_programme.%' order by id`,
  )
  expect(rows.map(({ what }) => what)).toEqual(['scaling_programme.start', 'scaling_programme.write'])
})

test('of the whole cast only the ministry in charge and the secretariat write it', async () => {
  const answers: [string, string][] = []
  for (const [name, actor] of Object.entries(cast)) {
    answers.push([name, await codeOf(save({ name: `Program ${name}` }, actor))])
  }
  const writers = ['sector ministry', 'secretariat']
  expect(answers).toEqual(
    Object.keys(cast).map((name) => [name, writers.includes(name) ? 'done' : 'forbidden']),
  )
  expect(await codeOf(save({ owner: 'pemerintah-provinsi-lintang' }))).toBe('forbidden')
})

test('a ministry cannot take the programme of another, nor hand its own to one it does not write for', async () => {
  const theirs = await save({ owner: 'pemerintah-provinsi-lintang' }, cast.secretariat)
  expect(await codeOf(save({ revision: '1' }, ministry, theirs))).toBe('forbidden')
  const own = await save({ name: 'Milik sendiri' })
  expect(await codeOf(save({ revision: '1', owner: 'pemerintah-provinsi-lintang' }, ministry, own))).toBe(
    'forbidden',
  )
  expect((await programmeNamed(db, ministry, theirs)).revision).toBe(1)
})

test('what was typed on an older text is told so, and nothing half-written stays', async () => {
  const slug = await save()
  await save({ revision: '1', name: 'Pertama' }, ministry, slug)
  expect(await codeOf(save({ revision: '1', name: 'Kedua' }, ministry, slug))).toBe('conflict')
  await expect(
    save({ revision: '2', name: 'Ketiga', regions: 'Negeri Antah' }, ministry, slug),
  ).rejects.toMatchObject({
    code: 'invalid',
    faults: [{ field: 'regions', says: { en: expect.stringContaining('Negeri Antah') as string } }],
  })
  await expect(save({ innovations: 'INV-9999' })).rejects.toMatchObject({
    faults: [{ field: 'innovations' }],
  })
  await expect(save({ owner: 'tidak-ada' })).rejects.toMatchObject({ faults: [{ field: 'owner' }] })
  await expect(save({ regions: 'Kabupaten 35.10\ndaerah-35-10' })).rejects.toMatchObject({
    faults: [{ field: 'regions' }],
  })
  expect(await programmeNamed(db, ministry, slug)).toMatchObject({ name: 'Pertama', revision: 2 })
  expect(await codeOf(programmeNamed(db, ministry, 'tidak-ada'))).toBe('not-found')
})

test('a region counts once, and what was withdrawn, stopped or has no date does not; a list is one query', async () => {
  await save()
  const given = { innovation_id: innovationId, organisation_id: agencies.regency, source_id: sourceId }
  await aClaim(owner.db, { ...given, region_code: '35.10' })
  await aClaim(owner.db, { ...given, region_code: '35.10', latest: '2021-01-01', earliest: '2021-01-01' })
  await aClaim(owner.db, { ...given, region_code: '35.11', withdrawn_at: now })
  await aClaim(owner.db, { ...given, region_code: '33.72', precision: 'by', earliest: null })
  for (const name of ['Program dua', 'Program tiga']) await save({ name })
  const asked = await countedQueries(db, async (db) => {
    expect((await programmeList(db, cast.public)).map(({ slug, reached }) => [slug, reached])).toEqual([
      ['obat-tiba-nasional', 1],
      ['program-dua', 1],
      ['program-tiga', 1],
    ])
  })
  expect(asked).toBe(1)
  expect((await programmeList(db, cast.public, { after: 'program-dua' })).map(({ slug }) => slug)).toEqual([
    'program-tiga',
  ])
  expect(await programmeList(db, cast.public, { innovation: agencies.regency })).toEqual([])
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { outcome } from '@semai/testkit/file-scene'
import { aPdf } from '@semai/testkit/made-files'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { cleanFiles } from '../files/clean-files.ts'
import { openFiles } from '../files/open-files.ts'
import { visibleFile } from '../innovations/innovation-file.queries.ts'
import { stateManagement } from './agency-management.commands.ts'
import type { StatedYear } from './agency-management.commands.ts'
import { mayStateFor, statedYears } from './agency-management.queries.ts'
import { managementTable } from './management.queries.ts'

const { db, owner, clear } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-management-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const files = openFiles({ SEMAI_DATA: folder })
const admin = cast['local admin']
const slug = 'pemerintah-kabupaten-sukamaju'
const empty = { strategy: null, decreeNumber: null, decreeOn: null, team: null, budget: null }
const year: StatedYear = {
  slug,
  year: 2026,
  revision: 0,
  ...empty,
  strategy: 'Satu dinas satu inovasi.',
  decreeNumber: '188/7/KEP/2026',
  budget: 'Rp 125.000.000',
  decree: null,
  removeDecree: false,
  now,
}
const state = (given: Partial<StatedYear> = {}, actor: (typeof cast)[keyof typeof cast] = admin) =>
  stateManagement(db, actor, files, { ...year, ...given })

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
})

test('a year is stated by the own administrator and read by everyone, newest first', async () => {
  await state()
  await state({ year: 2025, budget: null })
  const years = await statedYears(db, agencies.regency)
  expect(years.map((row) => [row.year, row.strategy, row.budgetRupiah, row.revision])).toEqual([
    [2026, year.strategy, 125_000_000, 1],
    [2025, year.strategy, null, 1],
  ])
  const { rows } = await managementTable(db, publicActor, { scope: null, year: 2026 })
  const shown = rows.filter(({ stated }) => stated !== null).map(({ slug, stated }) => [slug, stated])
  expect(shown).toEqual([]) // the regency stands below its province here
  const { rows: below } = await managementTable(db, publicActor, {
    scope: { parent: 'pemerintah-provinsi-lintang' },
    year: 2026,
  })
  expect(below.map((row) => [row.slug, row.stated])).toEqual([
    [slug, { year: 2026, strategy: true, decree: true, team: false, budget: true }],
    ['pemerintah-kabupaten-tirtasari', null],
  ])
})

test('who states a year after somebody else did is told, and what stands is not lost', async () => {
  await state()
  expect(await outcome(state({ strategy: 'Lain.' }))).toBe('conflict')
  await state({ revision: 1, strategy: 'Baru.' })
  expect((await statedYears(db, agencies.regency))[0]).toMatchObject({ strategy: 'Baru.', revision: 2 })
})

test('a year with nothing stated is not there, and every change leaves its line', async () => {
  await state()
  await state({ ...empty, revision: 1 })
  expect(await statedYears(db, agencies.regency)).toEqual([])
  const trail = await owner.db.selectFrom('audit_event').select(['what', 'subject_id', 'detail']).execute()
  expect(trail.map(({ what, subject_id, detail }) => [what, subject_id, detail])).toEqual([
    ['agency_management.state', agencies.regency, { year: 2026, revision: 1, file: null }],
    ['agency_management.state', agencies.regency, { year: 2026, revision: 2, file: null }],
  ])
})

test('the file of the decree is for everyone while it is stated, and is cleaned up once it is not', async () => {
  await stateManagement(db, admin, files, { ...year, decree: { bytes: aPdf(), name: 'SK Tim.pdf' } })
  const [stated] = await statedYears(db, agencies.regency)
  const asked = { fileId: stated!.fileId!, rendition: 'whole' as const }
  expect(await visibleFile(db, publicActor, asked)).toMatchObject({ isPublic: true, name: 'SK Tim.pdf' })
  await state({ revision: 1, strategy: 'Tetap.' })
  expect((await statedYears(db, agencies.regency))[0]!.fileId).toBe(asked.fileId)
  const clean = { now: new Date(now.getTime() + 48 * 3_600_000), graceMs: 3_600_000, isDryRun: false }
  expect((await cleanFiles(db, admin, files, clean)).files).toBe(0)
  await state({ revision: 2, removeDecree: true })
  expect(await outcome(visibleFile(db, publicActor, asked))).toBe('not-found')
  expect((await cleanFiles(db, admin, files, clean)).files).toBe(1)
})

test.each([
  ['author', 'forbidden'],
  ['hub', 'forbidden'],
  ['local admin elsewhere', 'forbidden'],
  ['public', 'forbidden'],
  ['secretariat', 'done'],
] as const)('%s states it: %s', async (name, expected) => {
  expect(await outcome(state({}, cast[name]))).toBe(expected)
  expect(await mayStateFor(db, cast[name], agencies.regency)).toBe(expected === 'done')
  expect(await statedYears(db, agencies.regency)).toHaveLength(expected === 'done' ? 1 : 0)
})

test('a year beyond the coming one is refused', async () => {
  expect(await outcome(state({ year: 2028 }))).toBe('invalid')
  expect(await outcome(state({ year: 2027 }))).toBe('done')
})

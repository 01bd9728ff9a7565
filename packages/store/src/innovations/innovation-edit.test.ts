import { beforeEach, expect, test } from 'vitest'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { agencies, cast } from '@semai/testkit/cast'
import { aCategory, completeContent as whole } from '@semai/testkit/complete-content'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { saveEdit, showPresence, startEdit, takeEditStep } from './innovation-edit.commands.ts'
import { editList, editPage, versionsOf } from './innovation-edit.queries.ts'
import { innovationPage } from './innovation-page.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, [
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'administrator',
  ])
  await aCategory(owner.db)
})

const startNew = () =>
  startEdit(db, author, { organisationId: agencies.healthOffice, innovationId: null, now })
const save = (id: string, revision: number, content: Partial<InnovationContent> = {}) =>
  saveEdit(db, author, { id, revision, content: { ...whole, ...content }, now })
const page = (id: string, actor = author) => editPage(db, actor, { id, now, today })
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

test('a draft is seen by the unit and its local administrator, and by nobody else', async () => {
  const id = await startNew()
  expect((await page(id)).state).toBe('draft')
  expect((await page(id, cast['local admin'])).organisation).toBe('Dinas Kesehatan Sukamaju')
  for (const name of [
    'public',
    'author elsewhere',
    'local admin elsewhere',
    'hub',
    'secretariat',
    'auditor',
    'head',
  ] as const) {
    expect(await codeOf(page(id, cast[name])), name).toBe('not-found')
    expect((await editList(db, cast[name])).rows, name).toEqual([])
  }
})

test.each([
  ['author', 'done'],
  ['local admin', 'done'],
  ['author elsewhere', 'forbidden'],
  ['hub', 'forbidden'],
  ['administrator', 'forbidden'],
  ['public', 'forbidden'],
] as const)('started by %s: %s', async (name, answer) => {
  const asked = { organisationId: agencies.healthOffice, innovationId: null, now }
  expect(await codeOf(startEdit(db, cast[name], asked))).toBe(answer)
})

test('saves count up; a sitting is one line of the trail', async () => {
  const id = await startNew()
  expect(await save(id, 0, { name: 'A' })).toEqual({ kind: 'saved', revision: 1 })
  expect(await save(id, 1, { name: 'An' })).toEqual({ kind: 'saved', revision: 2 })
  expect(await save(id, 2, { name: 'Ant' })).toEqual({ kind: 'saved', revision: 3 })
  expect((await page(id)).content.name).toBe('Ant')
  expect(await events()).toEqual(['innovation_edit.start', 'innovation_edit.save'])
})

test('two editors: the second is told, and both texts are there', async () => {
  const id = await startNew()
  await save(id, 0, { name: 'Dari Sari' })
  const second = await saveEdit(db, cast['local admin'], {
    id,
    revision: 0,
    content: { ...whole, name: 'Dari Wayan' },
    now,
  })
  expect(second).toMatchObject({ kind: 'conflict', revision: 1, content: { name: 'Dari Sari' } })
  const { content, copies } = await page(id)
  expect(content.name).toBe('Dari Sari')
  expect(copies.map((copy) => [copy.name, copy.content.name])).toEqual([['Wayan Sudarma', 'Dari Wayan']])
})

test('a save that is sent twice, as on a bad line, is stored once and is no conflict', async () => {
  const id = await startNew()
  expect(await save(id, 0, { name: 'Sekali' })).toEqual({ kind: 'saved', revision: 1 })
  expect(await save(id, 0, { name: 'Sekali' })).toEqual({ kind: 'saved', revision: 1 })
  expect((await page(id)).copies).toEqual([])
})

test('ten saves of one revision at once: one is stored, nine are kept beside', async () => {
  const id = await startNew()
  const all = await Promise.all(Array.from({ length: 10 }, (_, i) => save(id, 0, { name: `Naskah ${i}` })))
  expect(all.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  const { content, copies } = await page(id)
  expect(new Set([content.name, ...copies.map((copy) => copy.content.name)]).size).toBe(10)
})

test('who else has the editor open is shown for a minute', async () => {
  const id = await startNew()
  await showPresence(db, cast['local admin'], { id, now })
  await showPresence(db, author, { id, now })
  expect((await page(id)).others).toEqual([{ name: 'Wayan Sudarma' }])
  expect((await editPage(db, author, { id, now: later(2), today })).others).toEqual([])
  expect(await codeOf(showPresence(db, cast['author elsewhere'], { id, now }))).toBe('not-found')
})

test('submitted, returned with a reason, mended, published: the catalogue and search have it, with its source', async () => {
  const id = await startNew()
  await save(id, 0)
  await takeEditStep(db, author, { id, step: 'submit', now })
  expect(await codeOf(save(id, 1))).toBe('conflict')
  expect(await codeOf(takeEditStep(db, author, { id, step: 'publish', now }))).toBe('forbidden')
  expect(await codeOf(takeEditStep(db, cast['local admin'], { id, step: 'return', now }))).toBe('invalid')
  await takeEditStep(db, cast['local admin'], { id, step: 'return', reason: 'Lengkapi angkanya', now })
  expect((await page(id)).reason).toBe('Lengkapi angkanya')
  await save(id, 1, { name: 'Antar Obat ke Pulau' })
  await takeEditStep(db, author, { id, step: 'submit', now })
  const { slug } = await takeEditStep(db, cast['local admin'], { id, step: 'publish', now })
  const shown = await innovationPage(db, cast.public, slug!)
  expect([shown.code, shown.name, shown.category, shown.startedFrom, shown.lastConfirmedOn]).toEqual([
    'INV-S0001',
    'Antar Obat ke Pulau',
    'kesehatan',
    '2023-05-01',
    today,
  ])
  expect(new Set(shown.facts.map(({ source }) => source))).toEqual(
    new Set(['Pernyataan Dinas Kesehatan Sukamaju']),
  )
  const { rows: found } = await owner.pool.query(
    `select 1 from innovation_list where words @@ 'obat'::tsquery`,
  )
  expect(found).toHaveLength(1)
  expect(await events()).toEqual([
    'innovation_edit.start',
    'innovation_edit.save',
    'innovation_edit.submit',
    'innovation_edit.return',
    'innovation_edit.submit',
    'innovation_edit.publish',
  ])
})

test('what is not complete can not be submitted, and nothing is written', async () => {
  const id = await startNew()
  await save(id, 0, { problem: 'Pendek.' })
  expect(await codeOf(takeEditStep(db, author, { id, step: 'submit', now }))).toBe('invalid')
  expect((await page(id)).state).toBe('draft')
  expect(await events()).toEqual(['innovation_edit.start', 'innovation_edit.save'])
})

test('a category that is not in the list is refused with the names there are, and nothing is written', async () => {
  const id = await startNew()
  const says = {
    id: 'Kategori ini tidak ada di daftar. Pilih salah satu: Kesehatan.',
    en: 'This category is not in the list. Choose one: Health (kesehatan).',
  }
  const refused = { code: 'invalid', says, faults: [{ field: 'category', says }] }
  await expect(save(id, 0, { category: 'angkasa' })).rejects.toMatchObject(refused)
  expect((await page(id)).revision).toBe(0)
  expect(await events()).toEqual(['innovation_edit.start'])
})

test('a category that left the list while its text waited keeps it from being published, with a sentence', async () => {
  const id = await startNew()
  await save(id, 0)
  await takeEditStep(db, author, { id, step: 'submit', now })
  await owner.db.updateTable('category').set({ key: 'gizi' }).execute()
  expect(await codeOf(takeEditStep(db, cast['local admin'], { id, step: 'publish', now }))).toBe('invalid')
  expect((await page(id)).state).toBe('submitted')
  expect(await owner.db.selectFrom('innovation').select('id').execute()).toEqual([])
})

test('a change of a published record is a new version; the old one stays as it was', async () => {
  const id = await startNew()
  await save(id, 0)
  const { slug } = await takeEditStep(db, cast['local admin'], { id, step: 'publish', now })
  const { id: innovationId } = await innovationPage(db, cast.public, slug!)
  const asked = { organisationId: null, innovationId, now }
  const second = await startEdit(db, author, asked)
  expect(await startEdit(db, cast['local admin'], asked)).toBe(second)
  expect((await page(second)).content).toEqual(whole)
  await saveEdit(db, author, {
    id: second,
    revision: 0,
    content: { ...whole, summary: 'obat '.repeat(9).trim() },
    now,
  })
  await takeEditStep(db, cast['local admin'], { id: second, step: 'publish', now: later(1) })
  const versions = await versionsOf(db, innovationId)
  expect(versions.map(({ number, content }) => [number, content.summary])).toEqual([
    [2, 'obat '.repeat(9).trim()],
    [1, whole.summary],
  ])
  await expect(owner.db.updateTable('innovation_version').set({ number: 9 }).execute()).rejects.toThrow(
    /immutable/,
  )
})

test('an imported record is edited from what the catalogue shows, by its own agency only', async () => {
  const given = {
    code: 'INV-0001',
    organisation_id: agencies.healthOffice,
    summary: 'Ringkas.',
    started_from: '2019-01-01',
    started_to: '2019-12-31',
  }
  const { id: innovationId } = await anInnovation(owner.db, given)
  const asked = { organisationId: null, innovationId, now }
  expect(await codeOf(startEdit(db, cast['author elsewhere'], asked))).toBe('forbidden')
  const { content } = await page(await startEdit(db, author, asked))
  expect([content.name, content.summary, content.started]).toEqual(['Inovasi INV-0001', 'Ringkas.', '2019'])
})

test.each([1, 3])('a list of %i texts costs one query, and so does the editor', async (count) => {
  const ids = await Promise.all(Array.from({ length: count }, startNew))
  expect((await editList(db, author)).rows).toHaveLength(count)
  expect(await countedQueries(db, (db) => editList(db, author))).toBe(1)
  expect(await countedQueries(db, (db) => editPage(db, author, { id: ids[0]!, now, today }))).toBe(1)
})

test('pages follow each other without gaps', async () => {
  for (let i = 0; i < 5; i++) await startNew()
  const first = await editList(db, author, { limit: 3 })
  const second = await editList(db, author, { limit: 3, after: first.next! })
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(5)
  expect(second.next).toBeNull()
})

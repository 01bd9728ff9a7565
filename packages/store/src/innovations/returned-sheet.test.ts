import { beforeEach, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { aCategory, completeContent } from '@semai/testkit/complete-content'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { unitsOf } from '../organisations/units-of.queries.ts'
import { igaPackPage, igaPackSheet } from './iga-pack.queries.ts'
import { editPage } from './innovation-edit.queries.ts'
import { saveEdit, startEdit, takeEditStep } from './innovation-edit.commands.ts'
import { jippnasSheet } from './jippnas-sheet.queries.ts'
import { takeReturned } from './returned-sheet.commands.ts'
import type { TakenRecord } from './returned-sheet.commands.ts'
import { compareReturned } from './returned-sheet.queries.ts'
import type { ReturnedRecord } from './returned-sheet.queries.ts'

const { db, owner, clear } = await testDb()
const admin = cast['local admin']
let slug: string
/** Its code; the sequence goes on from test to test. */
let code: string

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin', 'local admin elsewhere'])
  await aCategory(owner.db)
  slug = await published({})
  code = await codeOf(slug)
  await anInnovation(owner.db, { code: 'INV-8', organisation_id: agencies.otherOffice, name: 'Milik Lain' })
})

async function published(content: object): Promise<string> {
  const id = await startEdit(db, cast.author, {
    organisationId: agencies.healthOffice,
    innovationId: null,
    now,
  })
  await saveEdit(db, cast.author, { id, revision: 0, content: { ...completeContent, ...content }, now })
  await takeEditStep(db, cast.author, { id, step: 'submit', now })
  return (await takeEditStep(db, admin, { id, step: 'publish', now })).slug!
}

const codeOf = async (slug: string) =>
  (await owner.db.selectFrom('innovation').select('code').where('slug', '=', slug).executeTakeFirstOrThrow())
    .code
const compare = async (csv: string) => {
  const units = await unitsOf(db, admin)
  return compareReturned(db, admin, { bytes: Buffer.from(csv), units })
}
const all = (records: readonly ReturnedRecord[]): TakenRecord[] =>
  records.map(({ code, editId, unit, differences }) => ({
    of: code !== null ? { code } : editId !== null ? { editId } : { unit: unit! },
    values: Object.fromEntries(differences.map(({ field, value }) => [field, value])),
  }))
const take = (records: readonly ReturnedRecord[], actor = admin) =>
  takeReturned(db, actor, { records: all(records), now })
const catalogue = () => owner.db.selectFrom('innovation').selectAll().orderBy('code').execute()
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

test('the sheets this site writes come back without a difference', async () => {
  const jippnas = await jippnasSheet(db, admin, 'https://contoh.test')
  const iga = igaPackSheet(await igaPackPage(db, admin, slug))
  const nothing = { records: [], same: 1, more: 0, faults: [] }
  expect([await compare(jippnas), await compare(iga)]).toEqual([nothing, nothing])
})

test('chosen differences go into a working text; the record stays, and the same sheet then differs no more', async () => {
  const before = await catalogue()
  const sheet = `kode,nama,mulai,ringkasan\r\n${code},Antar Obat Pulau,2024,Obat diantar ke pulau setiap hari.\r\n`
  const { records } = await compare(sheet)
  expect(
    records.map(({ code, by, differences }) => [code, by, differences.map(({ field }) => field)]),
  ).toEqual([[code, 'code', ['started', 'summary']]])
  const so = (await events()).length
  const [taken] = await take(records)
  expect((await events()).slice(so)).toEqual([
    'innovation_edit.start',
    'innovation_edit.save',
    'innovation_edit.take_sheet',
  ])
  expect(await catalogue()).toEqual(before)
  const { content, state } = await editPage(db, admin, { id: taken!.id, now, today: '2026-03-02' })
  expect([state, content]).toEqual([
    'draft',
    { ...completeContent, started: '2024', summary: 'Obat diantar ke pulau setiap hari.' },
  ])
  expect(await compare(sheet)).toEqual({ records: [], same: 1, more: 0, faults: [] })
})

test('what is not on record becomes one new text, however often the sheet comes', async () => {
  const sheet = 'kode;nama;unit;ringkasan\n;Posyandu Apung;Puskesmas Sukamaju;Timbang bayi di perahu.\n'
  const { records } = await compare(sheet)
  expect(records.map(({ by, unit }) => [by, unit])).toEqual([['new', 'puskesmas-sukamaju']])
  const first = await take(records)
  expect(await take(records)).toEqual(first)
  expect(await compare(sheet)).toEqual({ records: [], same: 1, more: 0, faults: [] })
  const changed = await compare(sheet.replace('bayi', 'balita'))
  expect(changed.records.map(({ by, editId }) => [by, editId])).toEqual([['name', first[0]!.id]])
  await take(changed.records)
  const texts = await owner.db
    .selectFrom('innovation_edit')
    .select('id')
    .where('state', '=', 'draft')
    .execute()
  expect(texts).toEqual([{ id: first[0]!.id }])
})

test('a portal number finds its record before a name does', async () => {
  const [{ id }] = (await owner.db
    .selectFrom('innovation')
    .select('id')
    .where('slug', '=', slug)
    .execute()) as [{ id: string }]
  await owner.db
    .insertInto('innovation_identifier')
    .values({ innovation_id: id, scheme: 'JIPPNas', value: '721', url: null })
    .execute()
  const { records } = await compare('id_jippnas,nama\n721,Antar Obat Baru\n')
  expect(records.map(({ code, by }) => [code, by])).toEqual([[code, 'number']])
})

test('rows that cannot be used are named by row and column, and the others are compared', async () => {
  const second = await codeOf(await published({}))
  const sheet = [
    'kode,nama,unit,kategori',
    'INV-8,Milik Lain,,',
    ',antar obat PULAU,,',
    `${code},Antar Obat Pulau,,Angkasa`,
    `${code},Antar Obat Pulau,,`,
    ',Baru,Dinas Sosial Tirtasari,',
    ',,,',
    `${second},Antar Obat Lama,,`,
  ].join('\n')
  const { records, faults } = await compare(sheet)
  expect(faults.map(({ row, column }) => [row, column])).toEqual([
    [2, 'kode'],
    [3, 'nama'],
    [4, 'kategori'],
    [5, null],
    [6, 'unit'],
  ])
  expect(records.map(({ code }) => code)).toEqual([second])
  expect((await compare('bukan lembar')).faults.map(({ row, column }) => [row, column])).toEqual([[1, null]])
})

test('nobody takes into the text of another agency, and all or nothing is taken', async () => {
  const { records } = await compare(`kode,nama\n${code},Antar Obat Baru\n`)
  const before = await events()
  await expect(take(records, cast['local admin elsewhere'])).rejects.toMatchObject({ code: 'forbidden' })
  const bad = { of: { code: 'INV-8' }, values: { name: 'Milik Kita' } }
  const both = takeReturned(db, admin, { records: [...all(records), bad], now })
  await expect(both).rejects.toMatchObject({ code: 'forbidden' })
  expect(await events()).toEqual(before)
})

test('a text that is being checked is not changed under its reader', async () => {
  const { records } = await compare(`kode,nama\n${code},Antar Obat Baru\n`)
  const [taken] = await take(records)
  await takeEditStep(db, cast.author, { id: taken!.id, step: 'submit', now })
  const again = await compare(`kode,nama\n${code},Antar Obat Lagi\n`)
  await expect(take(again.records)).rejects.toMatchObject({ code: 'conflict' })
})

test.each([1, 3])('a sheet of %i rows costs five queries', async (rows) => {
  const units = await unitsOf(db, admin)
  const sheet = ['nama,unit', ...Array.from({ length: rows }, (_, i) => `Baru ${i},Puskesmas Sukamaju`)].join(
    '\n',
  )
  const asked = await countedQueries(db, (db) =>
    compareReturned(db, admin, { bytes: Buffer.from(sheet), units }),
  )
  expect(asked).toBe(5)
})

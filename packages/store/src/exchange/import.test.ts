import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { wholeDatabase } from '@semai/testkit/whole-database'
import { silent } from '../db/environment.ts'
import { importFile } from './import.ts'
import type { ImportKind, ImportReport, ImportRequest } from './import.ts'
import { loadShippedData } from './shipped-data.ts'

const { db, owner, clear } = await testDb()
const folder = await mkdtemp(join(tmpdir(), 'semai-import-'))
afterAll(() => rm(folder, { recursive: true }))

const data = join(import.meta.dirname, '../../../../data')
const now = new Date('2026-03-01T00:00:00Z')
const request = { dryRun: false, actor: { personId: null, label: 'test' }, now, progress: silent }

async function importText(
  kind: ImportKind,
  text: string | Buffer,
  more: Partial<ImportRequest> = {},
): Promise<ImportReport> {
  const file = join(folder, more.file ?? 'file.csv')
  await writeFile(file, text)
  return importFile(db, { ...request, kind, ...more, file })
}

const counts = ({ rows, created, updated, unchanged, problems }: ImportReport) => ({
  rows,
  created,
  updated,
  unchanged,
  problems,
})
const all = (rows: number, what: 'created' | 'updated' | 'unchanged') => ({
  rows,
  created: 0,
  updated: 0,
  unchanged: 0,
  problems: [],
  [what]: rows,
})

async function shown(code: string) {
  return db
    .selectFrom('innovation')
    .select(['name', 'slug', 'summary', 'basis', 'started_year', 'region_code'])
    .where('code', '=', code)
    .executeTakeFirst()
}

const header =
  'id,name,institution,region_code,year_started,award,category,summary_id,source,confidence,detail_basis'
const loket =
  'INV-9001,Loket Cepat,Pemerintah Kabupaten Banyuwangi,35.10,2019,Top 99 2020,kesehatan,Satu loket.,Berita A,high,sumber'

describe('with the shipped data', () => {
  beforeAll(async () => {
    await clear()
    await loadShippedData(owner.db, silent)
  })

  test.each([
    ['regions', 'regions/regions.csv', 552],
    ['attributes', 'regions/attributes.csv', 3144],
    ['agencies', 'organisations/organisations.csv', 116],
    ['innovations', 'catalogue/innovations.csv', 198],
    ['claims', 'catalogue/mpp-adoptions.csv', 254],
    ['claims', 'catalogue/mpp-known-by.csv', 23],
    ['claims', 'catalogue/smartcity100-adoptions.csv', 27],
  ] as const)('importing %s again from %s changes nothing', async (kind, file, rows) => {
    expect(counts(await importFile(db, { ...request, kind, file: join(data, file) }))).toEqual(
      all(rows, 'unchanged'),
    )
  })

  test('known conflicts are listed', async () => {
    const report = await importFile(db, {
      ...request,
      kind: 'innovations',
      file: join(data, 'catalogue/innovations.csv'),
    })
    expect(report.conflicts).toEqual([
      { row: 14, subject: 'INV-0013', field: 'started', values: ['2009', '2014'] },
      { row: 26, subject: 'INV-0025', field: 'started', values: ['2011', '2013'] },
    ])
  })

  test('a dry run says what would happen and writes nothing', async () => {
    const before = await wholeDatabase(owner.pool)
    expect(counts(await importText('innovations', `${header}\n${loket}\n`, { dryRun: true }))).toEqual(
      all(1, 'created'),
    )
    expect(await wholeDatabase(owner.pool)).toEqual(before)
  })

  test('a finished import leaves one run and one audit event', async () => {
    const events = () => db.selectFrom('audit_event').select(['what', 'subject_id']).orderBy('id').execute()
    const before = await events()
    await importText('innovations', `${header}\n${loket}\n`, { file: 'loket.csv' })
    const run = await db
      .selectFrom('import_run')
      .select(['id', 'kind', 'rows_read', 'created'])
      .where('file_name', '=', 'loket.csv')
      .executeTakeFirstOrThrow()
    expect(run).toMatchObject({ kind: 'innovations', rows_read: 1, created: 1 })
    expect((await events()).slice(before.length)).toEqual([{ what: 'import.finish', subject_id: run.id }])
  })

  test('the same source may correct itself; the slug stays and the change is audited', async () => {
    const corrected = loket.replace('Loket Cepat', 'Loket Kilat').replace(',2019,', ',2018,')
    expect(counts(await importText('innovations', `${header}\n${corrected}\n`))).toEqual(all(1, 'updated'))
    expect(await shown('INV-9001')).toEqual({
      name: 'Loket Kilat',
      slug: 'loket-cepat',
      summary: 'Satu loket.',
      basis: 'source',
      started_year: 2018,
      region_code: '35.10',
    })
    const { id } = await db
      .selectFrom('innovation')
      .select('id')
      .where('code', '=', 'INV-9001')
      .executeTakeFirstOrThrow()
    const events = await db
      .selectFrom('audit_event')
      .select(['what', 'detail'])
      .where('subject_id', '=', id)
      .execute()
    expect(events).toEqual([
      { what: 'innovation.update', detail: { fields: ['name', 'started_from', 'started_to', 'facts'] } },
    ])
  })

  test('another source does not overwrite: its value stands beside the first', async () => {
    const other = loket
      .replace('Loket Cepat', 'Loket Kilat')
      .replace(',2019,', ',2021,')
      .replace('Berita A', 'Berita B')
    const report = await importText('innovations', `${header}\n${other}\n`)
    expect(report.conflicts).toEqual([
      { row: 2, subject: 'INV-9001', field: 'started', values: ['2018', '2021'] },
    ])
    expect((await shown('INV-9001'))!.started_year).toBe(2018)
    expect(counts(await importText('innovations', `${header}\n${other}\n`))).toEqual(all(1, 'unchanged'))
  })

  test('a file without a column leaves what it would say as it is', async () => {
    const few =
      'id,name,institution,source,confidence,detail_basis\nINV-9001,Loket Kilat,Pemerintah Kabupaten Banyuwangi,Berita A,high,sumber\n'
    expect(counts(await importText('innovations', few))).toEqual(all(1, 'unchanged'))
  })

  test('an inferred narrative is kept for search only, and withdrawn when it turns out to be one', async () => {
    const inferred = loket
      .replace('Loket Cepat', 'Loket Kilat')
      .replace(',2019,', ',2018,')
      .replace('sumber', 'ditafsirkan dari nama/kategori')
      .replace('INV-9001', 'INV-9002')
    await importText(
      'innovations',
      `${header}\n${inferred.replace('ditafsirkan dari nama/kategori', 'sumber')}\n`,
    )
    expect((await shown('INV-9002'))!.summary).toBe('Satu loket.')
    await importText('innovations', `${header}\n${inferred}\n`)
    expect(await shown('INV-9002')).toMatchObject({ summary: null, basis: 'name_only', slug: 'loket-kilat' })
    const facts = await db
      .selectFrom('innovation_fact as f')
      .innerJoin('innovation as i', 'i.id', 'f.innovation_id')
      .select('f.field')
      .where('i.code', '=', 'INV-9002')
      .where('f.field', '=', 'summary')
      .execute()
    expect(facts).toEqual([])
  })

  test('what is general knowledge is replaced by what was read', async () => {
    const known = loket
      .replace('INV-9001', 'INV-9003')
      .replace('Berita A,high,sumber', 'pengetahuan umum,medium,pengetahuan umum')
    await importText('innovations', `${header}\n${known}\n`)
    expect(await shown('INV-9003')).toMatchObject({ basis: 'general_knowledge', summary: 'Satu loket.' })
    const read = loket.replace('INV-9001', 'INV-9003').replace('Satu loket.', 'Satu loket untuk semua.')
    await importText('innovations', `${header}\n${read}\n`)
    expect(await shown('INV-9003')).toMatchObject({ basis: 'source', summary: 'Satu loket untuk semua.' })
  })

  test('a stop is on record as one, and stays when the file comes again', async () => {
    const text = 'region_code,date,source\n35.07,2024-02,Berita D\n'
    const given = { defaults: { innovation: 'INV-9001', happening: 'stopped' }, file: 'tutup.csv' } as const
    const stop = () =>
      db.selectFrom('claim').select(['kind', 'stopped_on']).where('source_key', '=', 'tutup:35.07').execute()
    expect(counts(await importText('claims', text, given))).toEqual(all(1, 'created'))
    expect(await stop()).toEqual([{ kind: 'state', stopped_on: '2024-02-29' }])
    expect(counts(await importText('claims', text, given))).toEqual(all(1, 'unchanged'))
  })

  test('a claim takes its record and happening from the options, and counts', async () => {
    const text =
      'region_code,date,source\n35.10,2021-05-01,Berita C\n35.09,2021,Berita C\n35.08,2021-06,Berita C\n'
    const defaults = { innovation: 'INV-9001', happening: 'opened', strength: 'declared' } as const
    expect(counts(await importText('claims', text, { defaults, file: 'loket-di-daerah.csv' }))).toEqual(
      all(3, 'created'),
    )
    const rows = await db
      .selectFrom('claim as c')
      .innerJoin('claim_act as a', 'a.claim_id', 'c.id')
      .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
      .select(['c.source_key', 'c.earliest', 'c.latest', 'c.precision', 'a.act', 'a.acted_on', 'o.name'])
      .where('c.source_key', 'like', 'loket-di%')
      .orderBy('c.source_key')
      .execute()
    expect(rows).toEqual([
      {
        source_key: 'loket-di-daerah:35.08',
        earliest: '2021-06-01',
        latest: '2021-06-30',
        precision: 'month',
        act: 'declared',
        acted_on: null,
        name: 'Pemerintah Kabupaten Lumajang',
      },
      {
        source_key: 'loket-di-daerah:35.09',
        earliest: '2021-01-01',
        latest: '2021-12-31',
        precision: 'year',
        act: 'declared',
        acted_on: null,
        name: 'Pemerintah Kabupaten Jember',
      },
      {
        source_key: 'loket-di-daerah:35.10',
        earliest: '2021-05-01',
        latest: '2021-05-01',
        precision: 'day',
        act: 'declared',
        acted_on: '2021-05-01',
        name: 'Pemerintah Kabupaten Banyuwangi',
      },
    ])
    expect(
      await db.selectFrom('innovation').select('replicas').where('code', '=', 'INV-9001').executeTakeFirst(),
    ).toEqual({ replicas: 3 })
    expect(counts(await importText('claims', text, { defaults, file: 'loket-di-daerah.csv' }))).toEqual(
      all(3, 'unchanged'),
    )
  })

  test('two sources may give one region two figures', async () => {
    const text =
      'region_code,attribute,value,unit,year,source\n35.10,population,1800000,persons,2024,Sensus contoh\n'
    const report = await importText('attributes', text)
    expect(report.conflicts).toEqual([
      { row: 2, subject: '35.10', field: 'population 2024', values: [expect.any(String), '1800000'] },
    ])
    expect(report.created).toBe(1)
  })
})

describe('files as spreadsheets write them', () => {
  beforeEach(clear)
  const columns = ['region_code', 'region_name', 'kind', 'lat', 'lon']
  const rows = [
    ['35', 'Jawa Timur', 'provinsi', '-7.25', '112.75'],
    ['35.10', 'Kabupaten Banyuwangi', 'kabupaten', '-8.21', '114.37'],
  ]
  const known = () => db.selectFrom('region').select(['code', 'name', 'lat']).orderBy('code').execute()
  const expected = [
    { code: '35', name: 'Jawa Timur', lat: -7.25 },
    { code: '35.10', name: 'Kabupaten Banyuwangi', lat: -8.21 },
  ]
  const lines = (delimiter: string, end: string) =>
    [columns, ...rows].map((row) => row.join(delimiter)).join(end)

  test.each([
    ['commas and LF', lines(',', '\n')],
    ['semicolons, CRLF and a BOM', `\ufeff${lines(';', '\r\n')}\r\n`],
    ['a line that names the separator', `sep=;\r\n${lines(';', '\r\n')}`],
    ['tabs in UTF-16', Buffer.from(`\ufeff${lines('\t', '\r\n')}`, 'utf16le')],
    ['empty lines', lines(',', '\n\n,,,,\n')],
  ])('%s', async (_, text) => {
    expect(counts(await importText('regions', text))).toEqual(all(2, 'created'))
    expect(await known()).toEqual(expected)
  })

  test('a workbook, with numbers as numbers', async () => {
    const file = join(import.meta.dirname, 'fixtures/regions.xlsx')
    expect(counts(await importFile(db, { ...request, kind: 'regions', file }))).toEqual(all(2, 'created'))
    expect(await known()).toEqual(expected)
  })
})

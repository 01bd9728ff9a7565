import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemText } from '@semai/domain/exchange/sheet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { silent } from '../db/environment.ts'
import { importFile } from './import.ts'
import type { ImportKind } from './import.ts'
import { loadShippedData } from './shipped-data.ts'
import { wholeDatabase } from '@semai/testkit/whole-database'

const { db, owner } = await testDb()
const folder = await mkdtemp(join(tmpdir(), 'semai-broken-'))
afterAll(() => rm(folder, { recursive: true }))
beforeAll(() => loadShippedData(owner.db, silent))

const request = {
  dryRun: false,
  actor: { personId: null, label: 'test' },
  now: new Date('2026-01-02'),
  progress: silent,
}
const broken = join(import.meta.dirname, 'fixtures/broken-innovations.csv')

async function problemsOf(kind: ImportKind, text: string | Buffer, name = 'file.csv'): Promise<string[]> {
  const file = join(folder, name)
  await writeFile(file, text)
  return (await importFile(db, { ...request, kind, file })).problems.map(problemText)
}

test('every broken row is named by row and column, and nothing is written', async () => {
  const before = await wholeDatabase(owner.pool)
  const report = await importFile(db, { ...request, kind: 'innovations', file: broken })
  expect(report.problems.map(problemText)).toEqual([
    'row 3, column "id": is empty',
    'row 4, column "id": must look like INV-0014: INV- or PRG-, then capital letters and digits',
    'row 5, column "id": "INV-9001" stands in row 2 already',
    'row 6, column "name": is empty',
    'row 7, column "name": is longer than 300 characters',
    'row 8, column "institution": no organisation is named "Pemerintah Kabupaten Banyuwngi"; did you mean "Pemerintah Kabupaten Banyuwangi"?',
    'row 9, column "region_code": "35.1" has lost its last zero: write 35.10 as text',
    'row 10, column "region_code": no region has the code 35.99',
    'row 11, column "region_name": 35.10 is Kabupaten Banyuwangi, not "Kabupaten Jember"',
    'row 12, column "province": 35.10 lies in Jawa Timur, not "Jawa Barat"',
    'row 13, column "year_started": must be a year such as 2018; found "dua ribu"',
    'row 14, column "category": "kesehatn" is not a category of 2021; did you mean "Kesehatan"?',
    'row 15, column "source": is empty',
    'row 16, column "confidence": must be one of high, medium, low; found "tinggi"',
    'row 17, column "problem_id": must be empty when detail_basis says that only the name is certain',
    'row 18, column "detail_basis": must be one of sumber, pengetahuan umum, ditafsirkan dari nama/kategori; found "kira-kira"',
    'row 19, column "summary_id": holds a control character',
    'row 20: has 20 cells, but the header has 18: a text with a comma needs quotes around it',
    'row 21, column "institution": no organisation is named "Persatuan Tanpa Nama"; import it first with "semai import agencies"',
    'row 22, column "kipp_year": must be a year such as 2018; found "1899"',
  ])
  expect(await wholeDatabase(owner.pool)).toEqual(before)
})

describe('a file that can not be read row by row says why', () => {
  test('with mistyped, missing and repeated columns', async () => {
    expect(await problemsOf('attributes', 'region_kode,attribute,value,unit,year,catatan,unit\n')).toEqual([
      'row 1, column "region_kode": is not a column of this file; did you mean "region_code"?',
      'row 1, column "catatan": is not a column of this file; columns are region_code, attribute, value, unit, year, source, region_name, province, source_url',
      'row 1, column "source": is missing from the header',
      'row 1, column "unit": stands twice in the header',
    ])
  })

  test('when it is empty, not UTF-8, or not really XLSX', async () => {
    expect(await problemsOf('regions', '\n\n')).toEqual([
      'row 1: the file is empty: it needs a header and rows',
    ])
    expect(await problemsOf('regions', Buffer.from([0x69, 0x64, 0xe9, 0x0a]))).toEqual([
      'row 1: the file is not UTF-8: save it as "CSV UTF-8"',
    ])
    expect(await problemsOf('regions', Buffer.from('PK\u0003\u0004 no workbook'), 'file.xlsx')).toEqual([
      'row 1: the file can not be read as XLSX: save it again as "Excel Workbook (.xlsx)" or as CSV',
    ])
  })

  test('when a quote does not close', async () => {
    expect(await problemsOf('agencies', 'key,name,kind\na,"Dinas A,unit\n')).toEqual([
      'row 2: has a quote that does not close or stands inside a text: write it twice ("")',
    ])
  })
})

test('claims, regions, agencies and figures are checked against what is known', async () => {
  const source = 'contoh'
  expect(
    await problemsOf(
      'claims',
      [
        'innovation,happening,region_code,date,known_by,precision,strength,valid_until,source',
        `PRG-MPQ,opened,35.10,2020-01-01,,,,,${source}`,
        `PRG-MPP,opened,31.71,2020-01-01,,,,,${source}`,
        `PRG-MPP,opened,35.11,2020-02-30,,,,,${source}`,
        `PRG-MPP,opened,35.12,2020-02,,day,,,${source}`,
        `PRG-MPP,opened,35.13,2020,2021,,,,${source}`,
        `PRG-MPP,opened,35.14,,,,,,${source}`,
        `PRG-MPP,opened,35.15,2020,,,verified,,${source}`,
        `PRG-MPP,opened,35.16,2020,,,,2027,${source}`,
        `PRG-MPP,opened,35.16,2021,,,,,${source}`,
        `PRG-MPP,dibuka,35.17,2020,,,,,${source}`,
      ].join('\n'),
    ),
  ).toEqual([
    'row 2, column "innovation": no record has the code "PRG-MPQ"; did you mean "PRG-MPP"?',
    'row 3, column "region_code": 31.71 has no government of its own; use 31 for Jakarta',
    'row 4, column "date": must be a date such as 2022-12-05, 2022-12 or 2022; found "2020-02-30"',
    'row 5, column "precision": says day, but "2020-02" is known to the month',
    'row 6, column "date": stands beside known_by: give only one of them',
    'row 7, column "date": is empty: give date or known_by',
    'row 8, column "strength": "verified" takes a named verifier with evidence and cannot be imported',
    'row 9, column "valid_until": does not fit "opened": what happened once does not lapse',
    'row 10, column "region_code": "file:35.16" stands in row 9 already',
    'row 11, column "happening": must be empty or one of opened, inaugurated, launched, selected, signed, running, stopped; found "dibuka"',
  ])
  expect(await problemsOf('claims', `region_code,date,source\n35.10,2020,${source}\n`)).toEqual([
    'row 1, column "innovation": is missing: name the record in this column, or for the whole file with --innovation',
    'row 1, column "happening": is missing: say what happened in this column, or for the whole file with --happening',
  ])
  expect(
    await problemsOf(
      'regions',
      'region_code,region_name,kind,lat,lon\n99,Baru,kota,1,1\n35.98,Kota Baru,kota,,\n98.01,Kota X,kota,1,200\n',
    ),
  ).toEqual([
    'row 2, column "kind": does not fit the code 99: provinces have two digits, the others four',
    'row 3, column "lat": is empty: a new region needs the point of its seat',
    'row 4, column "lon": must be from -180 to 180',
  ])
  expect(
    await problemsOf(
      'agencies',
      'key,name,kind,parent\na,A,unit,b\nb,B,unit,a\nc,C,unit,c\nd,D,unit,kemensoss\ne,E,kantor,\n',
    ),
  ).toEqual([
    'row 2, column "parent": "b" is itself below "a"',
    'row 3, column "parent": "a" is itself below "b"',
    'row 4, column "parent": is the organisation itself',
    'row 5, column "parent": no organisation has the key "kemensoss"; did you mean "kemensos"?',
    'row 6, column "kind": must be one of ministry, agency, police, government, unit, state_company, regional_company, university, other; found "kantor"',
  ])
  expect(
    await problemsOf(
      'attributes',
      'region_code,attribute,value,unit,year,source\n35.10,Kemiskinan,"7,5",persen,2025,BPS\n',
    ),
  ).toEqual([
    'row 2, column "attribute": must be a name of small letters, digits and _, such as poverty_rate',
    'row 2, column "value": must be a number written with a point; found "7,5"',
  ])
})

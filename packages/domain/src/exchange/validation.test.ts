import { describe, expect, test } from 'vitest'
import { claimTable } from './claim-table.ts'
import { flatFormatOf, flatSheets } from './flat-sheet.ts'
import { readRows } from './sheet.ts'
import { departures, formatOf, pathText, recordsIn } from './validation.ts'

const source = { name: 'Kabar Uji, 1 Mar 2024', url: null }
const at = '2026-03-01T00:00:00Z'
const claim = {
  schema_version: '1.0',
  id: null,
  source_key: 'kunci',
  innovation: { code: 'PRG-MPP', name: 'Mal Pelayanan Publik' },
  adopter: { slug: 'pemkab', name: 'Pemkab', kind: 'government' },
  unit: null,
  region: { code: '35.10', name: 'Kabupaten Banyuwangi', province_code: '35' },
  local_name: null,
  kind: 'event',
  happening: 'opened',
  when: { earliest: null, latest: '2022-07-13', precision: 'by' },
  strength: { shown: 'reported', as_of: '2026-03-01', strongest_act: 'reported', valid_until: null },
  acts: [],
  batch: null,
  stopped: null,
  note: null,
  source,
  recorded_at: at,
  updated_at: at,
}

describe('a record', () => {
  test('that follows the format departs nowhere', () => {
    expect([formatOf(claim), departures(claim, 'claim')]).toEqual(['claim', []])
  })

  test.each([
    [
      { happening: 'planned' },
      'happening',
      'must be one of "opened", "inaugurated", "launched", "selected", "signed", "running", "stopped"; found "planned"',
    ],
    [{ schema_version: undefined }, 'schema_version', 'is missing; write "1.0"'],
    [{ note: undefined }, 'note', 'is missing; write null if it is not known'],
    [{ source_key: ' ' }, 'source_key', 'must not be blank; found " "'],
    [
      { when: { ...claim.when, latest: '2023-02-29' } },
      'when.latest',
      'must be a day that exists, written 2024-12-31; found "2023-02-29"',
    ],
    [{ region: { ...claim.region, code: 35.1 } }, 'region.code', 'must be a text in quotes; found 35.1'],
    [
      { region: { ...claim.region, code: '35.1' } },
      'region.code',
      'must be a ministry code in quotes, such as "35" or "35.10"; found "35.1"',
    ],
    [
      { source: { ...source, url: 'contoh.test' } },
      'source.url',
      'must be an address that begins with http:// or https://; found "contoh.test"',
    ],
    [
      { innovation: { ...claim.innovation, code: '14' } },
      'innovation.code',
      'must be a code such as INV-0014 or PRG-MPP; found "14"',
    ],
    [{ budget: 5 }, 'budget', 'is not a field of this format; remove it'],
  ])('with %j is told so at %s', (change, path, says) => {
    expect(departures({ ...claim, ...change }, 'claim')).toEqual([{ path, says }])
  })
})

test('a document is an exported file, a list, or one record', () => {
  expect([{ rows: [1] }, [1, 2], { a: 1 }].map((each) => recordsIn(each).map(({ path }) => path))).toEqual([
    ['rows[0]'],
    ['[0]', '[1]'],
    [''],
  ])
  expect(pathText(['facts', 0, 'source'])).toBe('facts[0].source')
  expect([formatOf({ parties: {} }), formatOf({ name: 'x' }), formatOf(null)]).toEqual([
    'innovation',
    null,
    null,
  ])
})

test('rows of a file are checked cell by cell, and the header by name', () => {
  const header = claimTable.map(({ name }) => name)
  const row = Object.fromEntries(header.map((name) => [name, '']))
  const good = {
    ...row,
    source_key: 'kunci',
    innovation_code: 'PRG-MPP',
    innovation: 'Mal Pelayanan Publik',
    adopter: 'Pemkab',
    adopter_slug: 'pemkab',
    adopter_kind: 'government',
    region_code: '35.10',
    region: 'Kabupaten Banyuwangi',
    province_code: '35',
    kind: 'event',
    happening: 'opened',
    latest: '2022-07-13',
    precision: 'by',
    strength: 'reported',
    strength_as_of: '2026-03-01',
    strongest_act: 'reported',
    source: 'Kabar Uji',
    updated_at: at,
  }
  const bad = { ...good, region_code: '35.1', source: '' }
  const rows = [good, bad].map((each, index) => ({
    number: index + 2,
    cells: header.map((name) => (each as Record<string, string>)[name]!),
  }))
  expect(readRows({ header, rows }, flatSheets.claim).problems).toEqual([
    {
      row: 3,
      column: 'region_code',
      says: 'must be a ministry code in quotes, such as "35" or "35.10"; found "35.1"',
    },
    { row: 3, column: 'source', says: 'is empty' },
  ])
  expect([flatFormatOf(header), flatFormatOf(['origin']), flatFormatOf(['x'])]).toEqual([
    'claim',
    'innovation',
    null,
  ])
})

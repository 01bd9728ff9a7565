import { expect, test } from 'vitest'
import { igaPack } from './iga-pack.ts'
import { emptyContent } from './innovation-content.form.ts'
import type { InnovationContent } from './innovation-content.form.ts'
import { returnedDifferences, withReturned } from './returned-difference.ts'
import { readReturnedSheet } from './returned-sheet.ts'
import type { ReturnedEntry } from './returned-sheet.ts'

const categories = [
  { key: 'kesehatan', nameId: 'Kesehatan' },
  { key: 'pendidikan', nameId: 'Pendidikan' },
]
const text: InnovationContent = {
  ...emptyContent,
  name: 'Antar Obat Pulau',
  summary: 'Obat diantar dengan perahu.',
  category: 'kesehatan',
  started: '2023-05-17',
  isDigital: false,
  legalBasis: 'Perbup 12/2023',
  problem: 'Pulau jauh dari apotek.\n\nPasien berhenti minum obat.',
  solution: 'Perahu nelayan mengantar obat.\nPetugas menelepon.',
  users: 'Pasien penyakit menahun',
  inclusion: 'Lansia didatangi',
  results: [{ indicator: 'Waktu tunggu', before: '7', after: '1', unit: 'hari', source: 'Dinas' }],
  resultsText: 'Tidak ada lagi yang putus obat.',
}

const sheetOf = (header: string[], ...rows: string[][]) => ({
  header,
  rows: rows.map((cells, i) => ({ number: i + 2, cells })),
})
const portal = (...rows: string[][]) =>
  readReturnedSheet(sheetOf(['kode', 'nama', 'unit', 'kategori', 'mulai', 'ringkasan'], ...rows))
const compare = (entry: ReturnedEntry | undefined, content = text) =>
  returnedDifferences(entry!, content, categories)

/** The form as this site writes it, with some values replaced. */
function form(replaced: Record<string, string> = {}) {
  const { fields } = igaPack({
    stage: 'implemented',
    content: text,
    components: [],
    triedOn: null,
    implementedOn: null,
    replicas: 0,
  })
  const lines = fields.map(({ name, value }) => ['isian', name.id, replaced[name.id] ?? value ?? '', ''])
  return readReturnedSheet(
    sheetOf(['bagian', 'nama', 'isi', 'yang_kurang'], ...lines, ['catatan', 'Kode Semai', 'INV-1', '']),
  )
}

test('a line of the portal that says what the text says makes no difference', () => {
  const { entries, faults } = portal([
    'INV-1',
    'Antar  Obat Pulau',
    '',
    'kesehatan',
    '2023',
    'Obat diantar dengan perahu. ',
  ])
  expect(faults).toEqual([])
  expect(compare(entries[0])).toEqual({ differences: [], faults: [] })
})

test('what differs is named field by field with its row; empty cells say nothing', () => {
  const { entries } = portal(['', 'Antar Obat', '', 'Pendidikan', '2024', ''])
  const { differences } = compare(entries[0])
  expect(differences).toEqual([
    { field: 'name', row: 2, before: 'Antar Obat Pulau', after: 'Antar Obat', value: 'Antar Obat' },
    { field: 'category', row: 2, before: 'Kesehatan', after: 'Pendidikan', value: 'pendidikan' },
    { field: 'started', row: 2, before: '2023-05-17', after: '2024', value: '2024' },
  ])
  const taken = Object.fromEntries(differences.map(({ field, value }) => [field, value]))
  const changed = withReturned(text, taken)
  expect(changed).toEqual({ ...text, name: 'Antar Obat', category: 'pendidikan', started: '2024' })
  expect(compare(entries[0], changed).differences).toEqual([])
})

test('cells that cannot be taken are named by row and column, in both languages', () => {
  const { entries } = portal(['', 'Antar Obat Pulau', '', 'Kesehatn', 'kemarin', 'x'.repeat(601)])
  expect(compare(entries[0])).toEqual({
    differences: [],
    faults: [
      {
        row: 2,
        column: 'kategori',
        says: {
          id: '"Kesehatn" bukan kategori. Maksudnya "Kesehatan"?',
          en: '"Kesehatn" is no category. Did you mean "Kesehatan"?',
        },
      },
      {
        row: 2,
        column: 'mulai',
        says: {
          id: 'Tulis tanggal seperti 2024-12-12, 2022-05, atau 2017.',
          en: 'Write a date such as 2024-12-12, 2022-05 or 2017.',
        },
      },
      {
        row: 2,
        column: 'ringkasan',
        says: { id: 'Terlalu panjang: paling banyak 600 huruf.', en: 'Too long: at most 600 characters.' },
      },
    ],
  })
})

test('lines without a name, and sheets of another kind, are faults', () => {
  const { entries, faults } = portal(['', '', '', 'Kesehatan', '', ''], ['', 'Ada', '', '', '', ''])
  expect([entries.map(({ name }) => name), faults.map(({ row, column }) => [row, column])]).toEqual([
    ['Ada'],
    [[2, 'nama']],
  ])
  expect(readReturnedSheet(sheetOf(['kolom'], ['isi'])).faults.map(({ row }) => row)).toEqual([1])
})

test('the form of the index comes back as it went out: no difference', () => {
  const { entries, faults } = form()
  expect([faults, entries[0]!.code, entries[0]!.name]).toEqual([[], 'INV-1', 'Antar Obat Pulau'])
  expect(compare(entries[0])).toEqual({ differences: [], faults: [] })
})

test('what was changed in the form finds its part of the text again', () => {
  const blueprint =
    'Dasar hukum\nPerda 3/2025\n\nPermasalahan\nPulau jauh dari apotek.\n\nPasien berhenti minum obat.\n\nCara kerja\nPerahu nelayan mengantar obat.\nPetugas menelepon.\n\nRisiko\nCuaca'
  const { entries } = form({
    Jenis: 'Digital',
    'Rancang bangun': blueprint,
    Manfaat: 'Pasien penyakit menahun dan bidan\nLansia didatangi',
    Hasil: 'Waktu tunggu: 7 → 1 hari (Dinas)\nSemua minum obat.',
  })
  const { differences, faults } = compare(entries[0])
  expect(faults).toEqual([])
  expect(differences.map(({ field, value }) => [field, value])).toEqual([
    ['isDigital', 'yes'],
    ['legalBasis', 'Perda 3/2025'],
    ['users', 'Pasien penyakit menahun dan bidan'],
    ['resultsText', 'Semua minum obat.'],
  ])
  expect(withReturned(text, { isDigital: 'yes' }).isDigital).toBe(true)
})

test('parts that became one cell and cannot be told apart are left to the text', () => {
  const { entries } = form({ Manfaat: 'Semua orang', Hasil: 'Bagus' })
  const { differences, faults } = compare(entries[0])
  expect([differences, faults.map(({ column }) => column)]).toEqual([[], ['isi', 'isi']])
})

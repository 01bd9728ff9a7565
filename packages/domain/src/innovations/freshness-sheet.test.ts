import { expect, test } from 'vitest'
import { readFreshnessSheet } from './freshness-sheet.ts'

const header = ['kode', 'inovasi', 'jawaban', 'catatan']
const sheet = (...rows: string[][]) => ({ header, rows: rows.map((cells, i) => ({ number: i + 2, cells })) })

test('answered lines are read, the others left out', () => {
  const read = readFreshnessSheet(
    sheet(
      ['inv-0001', 'Satu', 'Berjalan', ''],
      ['INV-0002', 'Dua', '', 'nanti'],
      ['INV-0003', 'Tiga', 'berhenti', 'Anggaran'],
    ),
  )
  expect(read).toEqual({
    answers: [
      { row: 2, code: 'INV-0001', answer: 'running', note: null },
      { row: 4, code: 'INV-0003', answer: 'stopped', note: 'Anggaran' },
    ],
    faults: [],
  })
})

test.each([
  [
    'a word that is no answer',
    [['INV-0001', '', 'ya', '']],
    [2, '"ya" is no answer. Write one of: berjalan, berkembang, melemah, berhenti, pulih.'],
  ],
  ['a line without a code', [['', 'Satu', 'berjalan', '']], [2, 'The code of the innovation is empty.']],
  [
    'a record answered twice',
    [
      ['INV-0001', '', 'berjalan', ''],
      ['INV-0001', '', 'berhenti', ''],
    ],
    [3, 'INV-0001 was answered in row 2 already. Remove one of them.'],
  ],
  [
    'a word every object inherits',
    [['INV-0001', '', 'constructor', '']],
    [2, '"constructor" is no answer. Write one of: berjalan, berkembang, melemah, berhenti, pulih.'],
  ],
])('%s is named by its row', (_, rows, [row, says]) => {
  expect(readFreshnessSheet(sheet(...rows)).faults.map((fault) => [fault.row, fault.says.en])).toEqual([
    [row, says],
  ])
})

test('a sheet of another kind is told which columns it lacks', () => {
  const { faults } = readFreshnessSheet({ header: ['code', 'answer'], rows: [] })
  expect(faults.map(({ says }) => says.en)).toEqual([
    'There is no column "kode". Download the sheet again and fill it in there.',
    'There is no column "jawaban". Download the sheet again and fill it in there.',
  ])
})

import { expect, test } from 'vitest'
import { shippedReasons } from '../reasons/reason.ts'
import { pulseColumns, readPulseSheet } from './pulse-sheet.ts'
import { shippedQuestions } from './shipped-questions.ts'

const known = { questions: shippedQuestions, reasons: shippedReasons }
const read = (lines: Partial<Record<string, string>>[], header = pulseColumns(shippedQuestions)) =>
  readPulseSheet(
    {
      header,
      rows: lines.map((line, i) => ({ number: i + 2, cells: header.map((name) => line[name] ?? '') })),
    },
    known,
  )

test('lines are read by keys or by words of either language; what is not answered is left out', () => {
  const { lines, faults } = read([
    { kode: 'rep-0001', jawaban: 'Berkembang', keeper: 'Sudah orang lain', budget: 'yes', users: '1.200' },
    { kode: 'REP-0002', jawaban: '' },
    {
      kode: 'REP-0003',
      jawaban: 'berhenti',
      alasan: 'Anggaran',
      berhenti_sejak: '2026-01-31',
      catatan: 'habis',
    },
  ])
  expect(faults).toEqual([])
  expect(lines.map(({ row, code, said }) => [row, code, said.running, said.cause, said.answers])).toEqual([
    [2, 'REP-0001', 'grown', null, { keeper: 'other', budget: 'yes', users: 1200 }],
    [4, 'REP-0003', 'stopped', 'budget', {}],
  ])
  expect(lines[1]!.said).toMatchObject({ stoppedOn: '2026-01-31', note: 'habis' })
})

test('every fault is listed with its row and column', () => {
  const { lines, faults } = read([
    { kode: 'REP-1', jawaban: 'mungkin' },
    { kode: '', jawaban: 'berjalan' },
    { kode: 'REP-2', jawaban: 'berhenti', keeper: 'saya' },
    { kode: 'REP-3', jawaban: 'berjalan' },
    { kode: 'REP-3', jawaban: 'berjalan' },
  ])
  expect(lines.map(({ code }) => code)).toEqual(['REP-3'])
  expect(faults.map(({ row, says }) => `${row} ${says.en.slice(0, 24)}`)).toEqual([
    '2 "mungkin" is no answer. ',
    '3 The code of the replicat',
    '4 column "keeper": Choose ',
    '6 REP-3 was answered in ro',
  ])
  expect(
    read([{ jawaban: 'berhenti', kode: 'REP-4' }]).faults.map(({ says }) => says.en.slice(0, 16)),
  ).toEqual(['column "alasan":', 'column "berhenti'])
})

test('a sheet without its columns is told so', () => {
  expect(read([{}], ['inovasi']).faults.map(({ row, says }) => [row, says.en.slice(0, 28)])).toEqual([
    [1, 'There is no column "kode". D'],
    [1, 'There is no column "jawaban"'],
  ])
})

import type { Sheet } from '../exchange/sheet.ts'
import type { Says } from '../text/says.ts'
import type { RunningAnswer } from './still-running.ts'

/** Columns of the sheet with which a local administrator answers for all units. */
export const freshnessColumns = [
  'kode',
  'inovasi',
  'unit',
  'terakhir_dikonfirmasi',
  'jawaban',
  'catatan',
] as const

/** The words of the column `jawaban`. */
export const answerWords: Readonly<Record<string, RunningAnswer>> = {
  berjalan: 'running',
  berkembang: 'grown',
  melemah: 'weakened',
  berhenti: 'stopped',
  pulih: 'revived',
}

/** One answered line; `row` as the spreadsheet shows it. */
export type SheetAnswer = { row: number; code: string; answer: RunningAnswer; note: string | null }
/** What is wrong in a line, with the way out. */
export type SheetFault = { row: number; says: Says }

/** Reads the answered lines; a line without an answer is left out. All faults are listed. */
export function readFreshnessSheet({ header, rows }: Sheet): {
  answers: SheetAnswer[]
  faults: SheetFault[]
} {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = ['kode', 'jawaban'].filter((name) => !names.includes(name))
  if (missing.length > 0)
    return { answers: [], faults: missing.map((name) => ({ row: 1, says: noColumn(name) })) }
  const answers: SheetAnswer[] = []
  const faults: SheetFault[] = []
  const seen = new Map<string, number>()
  for (const { number: row, cells } of rows) {
    const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? ''
    const word = cell('jawaban').toLowerCase()
    const code = cell('kode').toUpperCase()
    if (word === '') continue
    const before = seen.get(code)
    seen.set(code, row)
    const fault = lineFault({ code, word, note: cell('catatan'), before })
    if (fault) faults.push({ row, says: fault })
    else answers.push({ row, code, answer: answerWords[word]!, note: cell('catatan') || null })
  }
  return { answers, faults }
}

type Line = { code: string; word: string; note: string; before: number | undefined }

function lineFault({ code, word, note, before }: Line): Says | null {
  if (!Object.hasOwn(answerWords, word)) return unknownWord(word)
  if (code === '') return { id: 'Kode inovasinya kosong.', en: 'The code of the innovation is empty.' }
  if (before !== undefined) return twice(code, before)
  return note.length > 2_000 ? tooLong : null
}

const noColumn = (name: string): Says => ({
  id: `Kolom "${name}" tidak ada. Unduh lembarnya lagi dan isi di sana.`,
  en: `There is no column "${name}". Download the sheet again and fill it in there.`,
})
const unknownWord = (word: string): Says => ({
  id: `"${word}" bukan jawaban. Tulis salah satu: ${Object.keys(answerWords).join(', ')}.`,
  en: `"${word}" is no answer. Write one of: ${Object.keys(answerWords).join(', ')}.`,
})
const twice = (code: string, row: number): Says => ({
  id: `${code} sudah dijawab di baris ${row}. Hapus salah satunya.`,
  en: `${code} was answered in row ${row} already. Remove one of them.`,
})
const tooLong: Says = {
  id: 'Catatannya lebih dari 2.000 huruf.',
  en: 'The note is longer than 2,000 characters.',
}

import { answerWords as runningWords } from '../innovations/freshness-sheet.ts'
import type { SheetFault } from '../innovations/freshness-sheet.ts'
import type { Reason } from '../reasons/reason.ts'
import type { Sheet } from '../exchange/sheet.ts'
import { formFaults } from '../text/form-faults.ts'
import { fold } from '../text/near-miss.ts'
import type { Says } from '../text/says.ts'
import { fieldOf, pulseForm } from './pulse.form.ts'
import type { PulseAnswer } from './pulse.form.ts'
import type { PulseQuestion } from './pulse-questions.ts'

/** Columns before and after the questions, whose keys are columns themselves. */
const before = ['kode', 'inovasi', 'unit', 'batas', 'jawaban', 'alasan', 'berhenti_sejak'] as const
const after = ['catatan'] as const
/** What the columns of a stop are in the form. */
const fields = { alasan: 'cause', berhenti_sejak: 'stoppedOn', catatan: 'note' } as const

/** One answered line: what the form of the pulse takes, and what it reads as; `row` as the spreadsheet shows it. */
export type PulseLine = { row: number; code: string; typed: Record<string, string>; said: PulseAnswer }

/** The columns of the sheet with which a local administrator answers for all units. */
export function pulseColumns(questions: readonly PulseQuestion[]): string[] {
  return [...before, ...questions.map(({ key }) => key), ...after]
}

/**
 * Reads the answered lines; a line without an answer is left out. Choices and reasons are written as their key or as what
 * they are called, in either language. All faults are listed.
 */
export function readPulseSheet(
  { header, rows }: Sheet,
  { questions, reasons }: { questions: readonly PulseQuestion[]; reasons: readonly Reason[] },
): { lines: PulseLine[]; faults: SheetFault[] } {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = ['kode', 'jawaban'].filter((name) => !names.includes(name))
  if (missing.length > 0)
    return { lines: [], faults: missing.map((name) => ({ row: 1, says: noColumn(name) })) }
  const form = pulseForm(questions)
  const seen = new Map<string, number>()
  const lines: PulseLine[] = []
  const faults: SheetFault[] = []
  for (const { number: row, cells } of rows) {
    const cell = (name: string) => (cells[names.indexOf(name)] ?? '').replaceAll('\0', '').trim()
    if (cell('jawaban') === '') continue
    const code = cell('kode').toUpperCase()
    const typed = typedOf(cell, { questions, reasons })
    const fault = lineFault(cell('jawaban'), code, seen.get(code))
    seen.set(code, row)
    const read = form.safeParse(typed)
    if (fault) faults.push({ row, says: fault })
    else if (read.success) lines.push({ row, code, typed, said: read.data })
    else
      for (const { field, says } of formFaults(read.error)) faults.push({ row, says: inColumn(field, says) })
  }
  return { lines, faults }
}

type Known = { questions: readonly PulseQuestion[]; reasons: readonly Reason[] }

/** A line as the form takes it. */
function typedOf(cell: (name: string) => string, { questions, reasons }: Known): Record<string, string> {
  const reason = reasons.find(({ code, label }) => isOne(cell('alasan'), code, label))
  return {
    running: runningWords[cell('jawaban').toLowerCase()] ?? '',
    cause: reason?.code ?? cell('alasan'),
    stoppedOn: cell('berhenti_sejak'),
    note: cell('catatan'),
    ...Object.fromEntries(
      questions.map((question) => [fieldOf(question), keyOf(question, cell(question.key))]),
    ),
  }
}

function keyOf(question: PulseQuestion, text: string): string {
  if (question.kind !== 'choice') return text
  return question.choices.find(({ key, label }) => isOne(text, key, label))?.key ?? text
}

function isOne(text: string, key: string, label: Says): boolean {
  return text !== '' && [key, label.id, label.en].some((word) => fold(word) === fold(text))
}

function lineFault(word: string, code: string, row: number | undefined): Says | null {
  if (!Object.hasOwn(runningWords, word.toLowerCase())) return unknownWord(word)
  if (code === '') return { id: 'Kode replikasinya kosong.', en: 'The code of the replication is empty.' }
  return row === undefined ? null : twice(code, row)
}

function inColumn(field: string, { id, en }: Says): Says {
  const column = Object.entries(fields).find(([, name]) => name === field)?.[0] ?? field.replace(/^q_/, '')
  return { id: `kolom "${column}": ${id}`, en: `column "${column}": ${en}` }
}
const noColumn = (name: string): Says => ({
  id: `Kolom "${name}" tidak ada. Unduh lembarnya lagi dan isi di sana.`,
  en: `There is no column "${name}". Download the sheet again and fill it in there.`,
})
const unknownWord = (word: string): Says => ({
  id: `"${word.slice(0, 40)}" bukan jawaban. Tulis salah satu: ${Object.keys(runningWords).join(', ')}.`,
  en: `"${word.slice(0, 40)}" is no answer. Write one of: ${Object.keys(runningWords).join(', ')}.`,
})
const twice = (code: string, row: number): Says => ({
  id: `${code} sudah dijawab di baris ${row}. Hapus salah satunya.`,
  en: `${code} was answered in row ${row} already. Remove one of them.`,
})

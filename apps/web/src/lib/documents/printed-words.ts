import type { Block, PrintedDocument } from '@semai/domain/documents/official-document'
import { dots } from '@semai/domain/documents/official-document'
import { dateWords } from '@semai/domain/time/date-words'

/** What both formats print around the body, so that they hold the same words. */

/** Number, kind, enclosures and subject of a letter. */
export function letterRows({ number, subject }: PrintedDocument): [label: string, text: string][] {
  return [
    ['Nomor', number ?? dots],
    ['Sifat', 'Biasa'],
    ['Lampiran', '-'],
    ['Hal', subject],
  ]
}

/** Place and day: beside the number of a letter, above who signs anything else. */
export function datedAt({ place, day }: PrintedDocument): string {
  return `${place ?? dots}, ${dateWords('id', day)}`
}

/** The lines below the title. */
export function titleLines({
  layout,
  number,
  subject,
}: PrintedDocument): { text: string; isBold: boolean }[] {
  if (layout === 'sheet') return [{ text: subject, isBold: true }]
  return [
    { text: `NOMOR ${number ?? dots}`, isBold: false },
    { text: 'TENTANG', isBold: false },
    { text: subject.toUpperCase(), isBold: true },
  ]
}

/** Where and when, above who signs; a letter has said so at its head. */
export function signedAt(document: PrintedDocument): string[] {
  if (document.layout === 'letter') return []
  if (document.isDecreed) return [`Ditetapkan di ${document.place ?? dots}`, `pada tanggal ${dots}`]
  return [datedAt(document)]
}

/** To whom a letter goes: the first line after "Yth.", the others below it. */
export function addressed({ to }: PrintedDocument): string[] {
  return to.map((line, i) => (i === 0 ? `Yth. ${line}` : line))
}

/** The foot of every page: the code, that it is no signature, and where it leads. */
export function footLine({ code, track }: { code: string; track: string }): string {
  return `Kode pelacakan ${code} (bukan tanda tangan elektronik): ${track}`
}

/** For each column of a table, whether it holds figures only: those stand in the middle. */
export function figureColumns({ head, rows }: Extract<Block, { kind: 'table' }>): boolean[] {
  return head.map((_, i) => rows.length > 0 && rows.every((cells) => /^[\d.,–]{1,20}$/.test(cells[i] ?? '')))
}

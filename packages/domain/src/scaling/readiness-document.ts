import { heading, paragraph } from '../documents/document-parts.ts'
import type { Block, PrintedDocument } from '../documents/official-document.ts'
import { dateWords } from '../time/date-words.ts'
import { readinessAreaNames, readinessAreas } from './readiness-checklist.ts'
import type { ReadinessAnswer, ReadinessDossier } from './readiness.ts'

/** So many records of an answer are named on paper; all of them are on the page. */
const mostNamed = 5

type Named = { name: string; code: string; origin: string; day: string; address: string }

/** What a dossier comes to, in a sentence. */
export function outcomeWords({ outcome, missing }: ReadinessDossier): string {
  return outcome === 'to_discuss'
    ? 'Pertanyaan pokoknya terjawab dari catatan: dapat dibahas untuk dibawa ke skala nasional. Ini bukan nilai dan bukan persetujuan.'
    : `BELUM. ${missing.length} pertanyaan pokok belum terjawab dari catatan.`
}

/** A dossier as a document: each area as a table of questions with the records that answer them, gaps marked. */
export function readinessDocument(
  dossier: ReadinessDossier,
  { name, code, origin, day, address }: Named,
): PrintedDocument {
  const { answers, missing, source, version } = dossier
  return {
    layout: 'sheet',
    // Nobody's letter: no office wrote it.
    letterhead: ['BERKAS KESIAPAN SKALA'],
    title: `${name} (${code})`,
    subject: origin,
    number: null,
    day,
    place: null,
    to: [],
    body: [
      paragraph(outcomeWords(dossier)),
      ...(missing.length === 0
        ? []
        : [
            { kind: 'points' as const, points: missing.map(({ asks }) => asks.id), marks: 'number' as const },
          ]),
      ...readinessAreas.flatMap((area): Block[] => [
        heading(readinessAreaNames[area].id),
        {
          kind: 'table',
          head: ['Pertanyaan', 'Jawaban', 'Catatan'],
          rows: answers.filter((one) => one.area === area).map(rowOf),
          widths: [4, 2, 5],
        },
      ]),
      heading('Dari mana'),
      paragraph(
        `Daftar periksa versi ${version}. ${source.id} Semua jawaban disusun dari catatan publik pada ${dateWords('id', day)}; tidak ada yang diketik. Tiap catatan dapat dibuka dari ${address}.`,
      ),
    ],
    signatories: [],
    copies: [],
  }
}

const stateWords = { answered: 'terjawab', partly: 'sebagian', gap: 'BELUM ADA' }

function rowOf({ asks, state, enough, records, isNeeded }: ReadinessAnswer): string[] {
  const named = records.slice(0, mostNamed).map(({ says }) => says.id)
  const more = records.length > mostNamed ? `dan ${records.length - mostNamed} lainnya` : null
  const count = enough > 1 ? ` (${records.length} dari ${enough})` : ''
  return [
    `${asks.id}${isNeeded ? ' (pokok)' : ''}`,
    `${stateWords[state]}${count}`,
    [...named, more].filter((one) => one !== null).join('; ') || '–',
  ]
}

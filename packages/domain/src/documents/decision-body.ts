import { selectionCriteria, selectionNames, selectionTotal } from '../needs/selection.ts'
import type { SelectionTable } from '../needs/selection.ts'
import { dateWords } from '../time/date-words.ts'
import { figure, heading, paragraph, typed } from './document-parts.ts'
import type { Block } from './official-document.ts'

/** What the minute of a choice is written from. */
export type DecisionFacts = {
  organisation: string
  /** Title of the need. */
  need: string
  choice: string
  origin: string
  heldOn: string
  present: string
  reason: string
  weights: SelectionTable['weights']
  candidates: readonly { name: string; scores: SelectionTable['candidates'][number]['scores'] }[]
}

/** What a minute says of a choice that was weighed: what was weighed, by what, and why it was chosen. */
export function decisionBody(facts: DecisionFacts): Block[] {
  const counted = selectionCriteria.filter((key) => facts.weights[key] > 0)
  return [
    paragraph(
      `Pada hari ${weekday(facts.heldOn)}, ${dateWords('id', facts.heldOn)}, ${facts.organisation} membahas kebutuhan "${facts.need}" dan memilih inovasi "${facts.choice}" milik ${facts.origin} untuk direplikasi.`,
    ),
    heading('1. Peserta'),
    ...typed(facts.present),
    heading('2. Inovasi yang dipertimbangkan'),
    {
      kind: 'table',
      head: ['Inovasi', 'Jumlah nilai (0–100)'],
      widths: [5, 2],
      rows: facts.candidates.map(({ name, scores }) => [name, figure(selectionTotal(scores, facts.weights))]),
    },
    heading('3. Penilaian'),
    {
      kind: 'table',
      head: ['Kriteria', 'Bobot', 'Nilai pilihan (1–5)'],
      widths: [4, 1, 2],
      rows: counted.map((key) => [
        selectionNames[key].id,
        figure(facts.weights[key]),
        figure(facts.candidates.find(({ name }) => name === facts.choice)?.scores[key] ?? null),
      ]),
    },
    heading('4. Alasan memilih'),
    ...typed(facts.reason),
    paragraph('Demikian berita acara ini dibuat dengan sebenarnya untuk digunakan sebagaimana mestinya.'),
  ]
}

const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu']

/** The day of the week of a calendar day. @example weekday('2026-03-02') // 'Senin' */
export function weekday(day: string): string {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!
}

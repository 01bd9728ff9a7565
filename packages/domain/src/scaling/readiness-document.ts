import { heading, paragraph } from '../documents/document-parts.ts'
import type { Block, PrintedDocument } from '../documents/official-document.ts'
import type { Says } from '../text/says.ts'
import { dateWords } from '../time/date-words.ts'
import { readinessAreaNames, readinessAreas } from './readiness-checklist.ts'
import type { AnswerState, ReadinessAnswer, ReadinessDossier } from './readiness.ts'

/** So many records of an answer are named on paper; all of them are on the page. */
const mostNamed = 5

type Lang = keyof Says
type Named = { name: string; code: string; origin: string; day: string; address: string; lang: Lang }

const id = {
  title: 'BERKAS KESIAPAN SKALA',
  toDiscuss:
    'Pertanyaan pokoknya terjawab dari catatan: dapat dibahas untuk dibawa ke skala nasional. Ini bukan nilai dan bukan persetujuan.',
  notYet: (missing: number) => `BELUM. ${missing} pertanyaan pokok belum terjawab dari catatan.`,
  head: ['Pertanyaan', 'Jawaban', 'Catatan'],
  whence: 'Dari mana',
  source: (version: number, source: string, day: string, address: string) =>
    `Daftar periksa versi ${version}. ${source} Semua jawaban disusun dari catatan publik pada ${day}; tidak ada yang diketik. Tiap catatan dapat dibuka dari ${address}.`,
  states: { answered: 'terjawab', partly: 'sebagian', gap: 'BELUM ADA' } satisfies Record<
    AnswerState,
    string
  >,
  needed: 'pokok',
  of: (records: number, enough: number) => `${records} dari ${enough}`,
  more: (count: number) => `dan ${count} lainnya`,
}

const words: Record<Lang, typeof id> = {
  id,
  en: {
    title: 'DOSSIER OF READINESS TO SCALE',
    toDiscuss:
      'The main questions are answered from what is on record: taking it to national scale can be discussed. This is no score and no approval.',
    notYet: (missing) =>
      `NOT YET. ${missing} main ${missing === 1 ? 'question is' : 'questions are'} not answered from what is on record.`,
    head: ['Question', 'Answer', 'Records'],
    whence: 'Where this comes from',
    source: (version, source, day, address) =>
      `Checklist version ${version}. ${source} All answers were put together from public records on ${day}; nothing was typed. Each record can be opened from ${address}. Names stand as they are recorded.`,
    states: { answered: 'answered', partly: 'in part', gap: 'MISSING' },
    needed: 'main',
    of: (records, enough) => `${records} of ${enough}`,
    more: (count) => `and ${count} more`,
  },
}

/** A dossier as a document: each area as a table of questions with the records that answer them, gaps marked. */
export function readinessDocument(
  dossier: ReadinessDossier,
  { name, code, origin, day, address, lang }: Named,
): PrintedDocument {
  const { answers, missing, outcome, source, version } = dossier
  const says = words[lang]
  return {
    lang,
    layout: 'sheet',
    // Nobody's letter: no office wrote it.
    letterhead: [says.title],
    title: `${name} (${code})`,
    subject: origin,
    number: null,
    day,
    place: null,
    to: [],
    body: [
      paragraph(outcome === 'to_discuss' ? says.toDiscuss : says.notYet(missing.length)),
      ...asked(missing.map(({ asks }) => asks[lang])),
      ...readinessAreas.flatMap((area): Block[] => [
        heading(readinessAreaNames[area][lang]),
        {
          kind: 'table',
          head: says.head,
          rows: answers.filter((one) => one.area === area).map((one) => rowOf(one, lang)),
          widths: [4, 2, 5],
        },
      ]),
      heading(says.whence),
      paragraph(says.source(version, source[lang], dateWords(lang, day), address)),
    ],
    signatories: [],
    copies: [],
  }
}

/** What is not answered, numbered; nothing where everything is. */
function asked(points: string[]): Block[] {
  return points.length === 0 ? [] : [{ kind: 'points', points, marks: 'number' }]
}

function rowOf({ asks, state, enough, records, isNeeded }: ReadinessAnswer, lang: Lang): string[] {
  const says = words[lang]
  const named = records.slice(0, mostNamed).map((record) => record.says[lang])
  const more = records.length > mostNamed ? says.more(records.length - mostNamed) : null
  const count = enough > 1 ? ` (${says.of(records.length, enough)})` : ''
  return [
    `${asks[lang]}${isNeeded ? ` (${says.needed})` : ''}`,
    `${says.states[state]}${count}`,
    [...named, more].filter((one) => one !== null).join('; ') || '–',
  ]
}

import type { Says } from '../text/says.ts'
import { linksOf, rupiahOf, startOf } from './innovation-content.form.ts'
import type { InnovationContent } from './innovation-content.form.ts'

/** One thing the checklist looks at; `says` is what to do about it. */
export type CheckPoint = { field: keyof InnovationContent; says: Says; isMet: boolean; isNeeded: boolean }

type Point = Omit<CheckPoint, 'isMet'> & { met: (content: InnovationContent, today: string) => boolean }

const words = (text: string | null) => (text === null ? 0 : text.split(/\s+/).filter(Boolean).length)

const points: readonly Point[] = [
  {
    field: 'name',
    says: { id: 'Beri nama inovasi', en: 'Name the innovation' },
    isNeeded: true,
    met: ({ name }) => name !== null && name.trim().length >= 3,
  },
  {
    field: 'summary',
    says: { id: 'Ceritakan dalam satu atau dua kalimat', en: 'Tell it in a sentence or two' },
    isNeeded: true,
    met: ({ summary }) => words(summary) >= 8,
  },
  {
    field: 'problem',
    says: {
      id: 'Jelaskan masalah yang dipecahkan (30 kata atau lebih)',
      en: 'Explain the problem it solves (30 words or more)',
    },
    isNeeded: true,
    met: ({ problem }) => words(problem) >= 30,
  },
  {
    field: 'solution',
    says: {
      id: 'Jelaskan cara kerjanya (50 kata atau lebih)',
      en: 'Explain how it works (50 words or more)',
    },
    isNeeded: true,
    met: ({ solution }) => words(solution) >= 50,
  },
  {
    field: 'started',
    says: {
      id: 'Tulis kapan mulai dijalankan, tidak di masa depan',
      en: 'Write when it started, not in the future',
    },
    isNeeded: true,
    met: ({ started }, today) => (startOf(started)?.earliest ?? '9999') <= today,
  },
  {
    field: 'category',
    says: { id: 'Pilih kategori', en: 'Choose a category' },
    isNeeded: true,
    met: ({ category }) => category !== null,
  },
  {
    field: 'users',
    says: { id: 'Sebutkan siapa penggunanya', en: 'Say who uses it' },
    isNeeded: true,
    met: ({ users }) => words(users) >= 3,
  },
  {
    field: 'results',
    says: { id: 'Tunjukkan satu angka sebelum dan sesudah', en: 'Show one figure before and after' },
    isNeeded: false,
    met: ({ results }) => results.some(({ indicator, before, after }) => indicator && before && after),
  },
  {
    field: 'inclusion',
    says: {
      id: 'Jelaskan siapa yang sulit dijangkau dan caranya',
      en: 'Explain who is hard to reach, and how they are',
    },
    isNeeded: false,
    met: ({ inclusion }) => words(inclusion) >= 5,
  },
  {
    field: 'legalBasis',
    says: { id: 'Sebutkan dasar hukumnya', en: 'Name its legal basis' },
    isNeeded: false,
    met: ({ legalBasis }) => legalBasis !== null,
  },
  {
    field: 'cost',
    says: {
      id: 'Perkirakan biayanya; nol bila tanpa biaya',
      en: 'Estimate its cost; zero if there was none',
    },
    isNeeded: false,
    met: ({ cost }) => rupiahOf(cost) !== null,
  },
  {
    field: 'staff',
    says: { id: 'Sebutkan tenaga yang dibutuhkan', en: 'Say what staff it takes' },
    isNeeded: false,
    met: ({ staff }) => staff !== null,
  },
  {
    field: 'links',
    says: {
      id: 'Tulis tautan lengkap, satu per baris, diawali https://',
      en: 'Write whole links, one a line, beginning with https://',
    },
    isNeeded: false,
    met: ({ links }) => links !== null && linksOf(links).length === links.trim().split('\n').length,
  },
  {
    field: 'trigger',
    says: { id: 'Pilih apa yang memicunya', en: 'Choose what set it off' },
    isNeeded: false,
    met: ({ trigger }) => trigger !== null,
  },
]

/**
 * The checklist of a record: what is there and what is missing, in the order of the editor. The same code runs beside
 * the text while it is typed, when it is submitted, and for whoever checks it.
 */
export function checklist(content: InnovationContent, today: string): CheckPoint[] {
  return points.map(({ met, ...point }) => ({ ...point, isMet: met(content, today) }))
}

/** How complete a record is, as a share from 0 to 1; what is needed counts twice. */
export function completeness(list: readonly Pick<CheckPoint, 'isMet' | 'isNeeded'>[]): number {
  const sum = (of: typeof list) => of.reduce((total, { isNeeded }) => total + (isNeeded ? 2 : 1), 0)
  return sum(list.filter(({ isMet }) => isMet)) / sum(list)
}

/** Whether nothing that is needed is missing. */
export function isComplete(content: InnovationContent, today: string): boolean {
  return checklist(content, today).every(({ isMet, isNeeded }) => isMet || !isNeeded)
}

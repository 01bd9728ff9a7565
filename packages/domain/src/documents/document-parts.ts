import type { ReplicationForm } from '../claims/claim.ts'
import type { DecisionFacts } from './decision-body.ts'
import { dateWords } from '../time/date-words.ts'
import { dots } from './official-document.ts'
import type { Block, OfficialDocument, Signatory } from './official-document.ts'

/** What the documents of a replication are written from; what is null becomes a line of dots. */
export type ReplicationFacts = {
  adopter: string
  institution: string
  origin: string
  innovation: string
  localName: string | null
  summary: string | null
  year: number | null
  form: ReplicationForm | null
  region: string | null
  legalBasis: string | null
  budgetLine: string | null
  procedure: string | null
  hub: string | null
  /** Numbers and days of what came before, from its milestones. */
  choice: { number: string | null; day: string | null }
  interest: { number: string | null; day: string | null }
  /** The minute on the page of the need that it answers, with the number it was given there. */
  decision: (DecisionFacts & { number: string | null }) | null
}

/** What a template says of a document; the number only where the record has it. */
export type Written = Omit<OfficialDocument, 'kind' | 'letterhead' | 'day' | 'place' | 'number'> &
  Partial<Pick<OfficialDocument, 'number'>>

/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
/** A numbered list. */
export const points = (...given: string[]): Block => ({ kind: 'points', points: given, marks: 'number' })
/** Paragraphs of what somebody typed, or a line of dots. */
export const typed = (text: string | null): Block[] =>
  (text ?? dots)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph)
/** A heading at the left. */
export const heading = (text: string): Block => ({ kind: 'heading', text })
/** A number as Indonesians write it, or a dash where it is not known. @example figure(1250.5) // '1.250,5' */
export const figure = (value: number | null) =>
  value === null ? '–' : value.toLocaleString('id-ID', { maximumFractionDigits: 6 })
/** Whole rupiah. @example money(125000000) // 'Rp125.000.000' */
export const money = (rupiah: number) => `Rp${rupiah.toLocaleString('id-ID')}`
/** The letterhead of a unit below its institution. */
export const letterheadOf = (institution: string, unit: string) =>
  [...new Set([institution, unit])].map((name) => name.toUpperCase())
/** The heading of an article. */
export const article = (number: number, title: string): Block => ({
  kind: 'heading',
  text: `Pasal ${number}\n${title}`,
  isCentred: true,
})

/** The innovation with its local name. */
export const called = ({ innovation, localName }: ReplicationFacts) =>
  localName === null
    ? `inovasi "${innovation}"`
    : `inovasi "${innovation}" dengan nama setempat "${localName}"`
/** The head of an organisation, by the post. */
export const head = (organisation: string): Signatory => ({ post: `Pimpinan ${organisation}`, name: null })
/** What is known, or a line of dots. */
export const orDots = (text: string | number | null) => text?.toString() ?? dots
/** Number and day of a document that came before. */
export const dated = ({ number, day }: ReplicationFacts['choice']) =>
  `nomor ${number ?? dots} tanggal ${day === null ? dots : dateWords('id', day)}`

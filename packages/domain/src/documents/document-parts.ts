import type { ReplicationForm } from '../claims/claim.ts'
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
}

/** What a template says of a document. */
export type Written = Omit<OfficialDocument, 'kind' | 'letterhead' | 'day' | 'place' | 'number'>

/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
/** A numbered list. */
export const points = (...given: string[]): Block => ({ kind: 'points', points: given, marks: 'number' })
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

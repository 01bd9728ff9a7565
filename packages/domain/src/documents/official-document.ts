export const replicationDocumentKinds = [
  'interest_letter',
  'agreement',
  'knowledge_transfer',
  'team_decree',
  'draft_regulation',
  'protection_note',
  'commitment_letter',
  'decision_minute',
] as const
/** Documents that are written from a replication as a whole. */
export type ReplicationDocumentKind = (typeof replicationDocumentKinds)[number]

/** Documents that hold what one record says: a need, a study visit, a plan, a report. */
export const recordDocumentKinds = ['gap_sheet', 'visit_report', 'action_plan', 'quarterly_report'] as const

export const documentKinds = [...replicationDocumentKinds, ...recordDocumentKinds] as const
/** Documents that the record writes for an office to number, sign and take back. */
export type DocumentKind = (typeof documentKinds)[number]

/** A piece of the body, in order. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string; isCentred?: boolean }
  | { kind: 'points'; points: readonly string[]; marks: 'number' | 'letter' }
  | { kind: 'labelled'; rows: readonly (readonly [label: string, text: string])[] }
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      /** How wide each column is beside the others; equal without. */
      widths?: readonly number[]
      /** It is short: a page does not end within it. */
      isWhole?: boolean
    }

/** Who signs: the post, and the name where it is known. */
export type Signatory = { post: string; name: string | null }

/**
 * A document in the usual layout of Indonesian offices, whatever it is rendered to. Number, stamp and electronic signature
 * belong to the office's own system: what is not known yet is a line of dots.
 */
export type OfficialDocument = {
  kind: DocumentKind
  /**
   * Letter: number at the left, date at the right. Titled, such as a decree or a minute: a centred title, the number, and
   * "tentang". Sheet, such as a report or a plan: a centred title with its subject.
   */
  layout: 'letter' | 'titled' | 'sheet'
  /** Name of the office, largest first. */
  letterhead: readonly string[]
  title: string
  /** What the letter is about; in titled documents after "tentang". */
  subject: string
  number: string | null
  /** `YYYY-MM-DD`. */
  day: string
  place: string | null
  /** To whom a letter goes. */
  to: readonly string[]
  body: readonly Block[]
  signatories: readonly Signatory[]
  /** A decree or regulation says where and when it was laid down, above who signs. */
  isDecreed?: boolean
  /** Of its layout: numbers of pages and the like. Indonesian without. */
  lang?: 'id' | 'en'
  /** Who gets a copy (tembusan). */
  copies: readonly string[]
}

/** A document as it is printed, whatever kind it is. */
export type PrintedDocument = Omit<OfficialDocument, 'kind'>

/** A line to be filled in by hand or by the office's own system. */
export const dots = '…………………………'

import { head, letterheadOf, paragraph } from './document-parts.ts'
import type { Block, OfficialDocument } from './official-document.ts'

/** Whose replication of what a document tells about. */
export type ReplicaFacts = {
  /** Code of the replication. */
  code: string
  adopter: string
  institution: string
  innovation: string
  localName: string | null
  origin: string
}

/** A sheet about a replication, on the paper of whoever carries it out. */
export function replicaSheet(
  facts: ReplicaFacts,
  day: string,
  said: Pick<OfficialDocument, 'kind' | 'title' | 'subject' | 'body'>,
): OfficialDocument {
  const letterhead = letterheadOf(facts.institution, facts.adopter)
  const always = { layout: 'sheet', number: null, place: null, to: [], copies: [] } as const
  return { ...always, ...said, letterhead, day, signatories: [head(facts.adopter)] }
}

/** What a replication is known by. */
export function aboutReplica({
  code,
  adopter,
  innovation,
  localName,
  origin,
}: ReplicaFacts): [string, string][] {
  return [
    ['Inovasi', `${innovation}, milik ${origin}`],
    ...(localName === null ? [] : ([['Nama setempat', localName]] satisfies [string, string][])),
    ['Pelaksana', adopter],
    ['Kode replikasi', code],
  ]
}

/** A table, or that there is nothing to put into it. */
export function tableOrNone(table: Omit<Extract<Block, { kind: 'table' }>, 'kind'>): Block {
  return table.rows.length === 0 ? paragraph('Belum ada yang ditulis.') : { kind: 'table', ...table }
}

/** The quarters of a year, as offices number them. */
export const romanQuarters = ['I', 'II', 'III', 'IV']

import type { InnovationRow } from '../exchange/innovation-row.ts'
import { awardsOf } from './award.ts'
import type { Award } from './award.ts'
import { citationOf, generalKnowledge } from './citation.ts'
import type { Basis, Confidence, InnovationKind } from './innovation.ts'

/** Fields of a record that a source states, each kept with its source. */
export const factFields = [
  'name',
  'expansion',
  'institution',
  'region',
  'started',
  'kipp_year',
  'summary',
  'problem',
  'known_replications',
] as const
export type FactField = (typeof factFields)[number]

/** A value as it was read, and where. */
export type StatedFact = {
  field: FactField
  value: string
  basis: Exclude<Basis, 'name_only'>
  source: string
  confidence: Confidence
}

/** What a file says about one innovation, ready to be kept: narratives that were only inferred are set apart. */
export type InnovationRecord = {
  code: string
  kind: InnovationKind
  basis: Basis
  confidence: Confidence
  /** Where the record was read; awards rest on it. */
  source: string
  facts: StatedFact[]
  awards: Award[]
  /** What the file has no column for: what is known of it stays. */
  unmentioned: ReadonlySet<FactField | 'awards' | 'hiddenWords'>
  /** Words of an inferred narrative: they help search and are never shown. `null` for none. */
  hiddenWords: string | null
}

/** The columns that say something about each part of a record. */
const columnsOf: Readonly<Record<FactField | 'awards' | 'hiddenWords', readonly string[]>> = {
  name: ['name'],
  expansion: ['acronym_expansion'],
  institution: ['institution'],
  region: ['region_code', 'region_name', 'province'],
  started: ['year_started'],
  kipp_year: ['kipp_year'],
  summary: ['summary_id'],
  problem: ['problem_id'],
  known_replications: ['known_replications'],
  awards: ['award'],
  hiddenWords: ['summary_id', 'problem_id'],
}

/**
 * The record a row of a file with these columns stands for. A narrative marked as inferred from the name goes to `hiddenWords` only;
 * a field that the source cell calls general knowledge gets that as its source.
 */
export function recordOf(row: InnovationRow, columns: ReadonlySet<string>): InnovationRecord {
  const { text, unread } = citationOf(row.source)
  const shown = row.detail_basis !== 'name_only'
  const values: Record<FactField, string | null> = {
    name: row.name,
    expansion: row.acronym_expansion,
    institution: row.institution,
    region: row.region_name ?? row.province,
    started: row.year_started === null ? null : String(row.year_started),
    kipp_year: row.kipp_year === null ? null : String(row.kipp_year),
    summary: shown ? row.summary_id : null,
    problem: shown ? row.problem_id : null,
    known_replications: row.known_replications,
  }
  const general = (field: FactField) =>
    unread === 'all' ||
    unread.has(field) ||
    (row.detail_basis === 'general_knowledge' && (field === 'summary' || field === 'problem'))
  return {
    code: row.id,
    kind: row.id.startsWith('PRG-') ? 'programme' : 'innovation',
    basis: row.detail_basis,
    confidence: row.confidence,
    source: text,
    facts: factFields.flatMap((field): StatedFact[] => {
      const value = values[field]
      if (value === null) return []
      const basis = general(field) ? 'general_knowledge' : 'source'
      const source = basis === 'source' ? text : generalKnowledge
      return [{ field, value, basis, source, confidence: row.confidence }]
    }),
    awards: awardsOf(row.award ?? ''),
    unmentioned: unmentionedBy(columns),
    hiddenWords: shown
      ? null
      : [row.summary_id, row.problem_id].filter((words) => words !== null).join(' ') || null,
  }
}

function unmentionedBy(columns: ReadonlySet<string>): InnovationRecord['unmentioned'] {
  const parts = Object.entries(columnsOf).filter(([, names]) => !names.some((name) => columns.has(name)))
  return new Set(parts.map(([part]) => part)) as InnovationRecord['unmentioned']
}

/**
 * Which of the values stated for one field is shown first: the one shown now while it is still stated and nothing
 * read on a page contradicts a merely known one; else one that was read, in order; `null` for no value.
 */
export function shownValue(
  stated: readonly { value: string; basis: Exclude<Basis, 'name_only'> }[],
  current: string | null,
): string | null {
  const read = stated.filter((fact) => fact.basis === 'source')
  const candidates = read.length > 0 ? read : stated
  return (candidates.find((fact) => fact.value === current) ?? candidates[0])?.value ?? null
}

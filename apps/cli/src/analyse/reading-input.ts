import type { Candidate, ReadingRules } from '@semai/analytics/assignment/reading-problem'
import { flagColumn, neededColumn, usualColumn } from './column-choice.ts'
import { cellRefusal, fullColumn, numberColumn, textColumn } from './table.ts'
import type { Table } from './table.ts'

const usual = {
  paper: ['paper', 'proposal', 'entry', 'paper_id', 'proposal_id'],
  reader: ['reader', 'reviewer', 'evaluator', 'judge', 'reader_id', 'reviewer_id', 'evaluator_id'],
  similarity: ['similarity', 'score', 'affinity', 'fit', 'weight'],
  team: ['team', 'teams', 'institution', 'institutions', 'organisation', 'unit'],
}

type Columns = Partial<Record<'paper' | 'reader' | 'similarity' | 'conflict' | 'fixed', string | undefined>>

/**
 * The pairs of a file, one a row.
 * @throws Refusal naming a missing column, or the row of a cell that is no number, no yes or no, or a pair without
 *   similarity that is not in conflict.
 */
export function candidatesOf(table: Table, columns: Columns): Candidate[] {
  const papers = fullColumn(table, neededColumn(table, 'paper', columns.paper, usual.paper))
  const readers = fullColumn(table, neededColumn(table, 'reader', columns.reader, usual.reader))
  const name = neededColumn(table, 'similarity', columns.similarity, usual.similarity)
  const similarities = numberColumn(table, name, { empty: 'nan' })
  const flags = (option: 'conflict' | 'fixed') => {
    const column = usualColumn(table, columns[option], [option])
    return column === null ? [] : flagColumn(table, column)
  }
  const [conflicts, fixed] = [flags('conflict'), flags('fixed')]
  return papers.map((paper, i) => {
    const conflict = conflicts[i] ?? false
    if (Number.isNaN(similarities[i]) && !conflict) throw cellRefusal(table, i, name, 'is empty')
    return { paper, reader: readers[i]!, similarity: similarities[i]!, conflict, fixed: fixed[i] ?? false }
  })
}

/** What `--papers` says: columns paper, need, team; teams of one cell are divided by semicolons. */
export function papersOf(table: Table): NonNullable<ReadingRules['papers']> {
  const ids = fullColumn(table, neededColumn(table, 'papers', undefined, usual.paper))
  const need = limits(table, ['need', 'readers', 'readers_per_paper'])
  const teams = teamsOf(table)
  return new Map(ids.map((id, i) => [id, { need: need[i], teams: teams[i] ?? [] }]))
}

/** What `--readers` says: columns reader, min, max, team. */
export function readersOf(table: Table): NonNullable<ReadingRules['readers']> {
  const ids = fullColumn(table, neededColumn(table, 'readers', undefined, usual.reader))
  const min = limits(table, ['min', 'min_load'])
  const max = limits(table, ['max', 'max_load', 'load'])
  const teams = teamsOf(table)
  return new Map(ids.map((id, i) => [id, { min: min[i], max: max[i], teams: teams[i] ?? [] }]))
}

/** Limits of a column that may be missing or empty. */
function limits(table: Table, names: readonly string[]): (number | undefined)[] {
  const column = usualColumn(table, undefined, names)
  if (column === null) return []
  return Array.from(numberColumn(table, column, { empty: 'nan' }), (value, i) => {
    if (Number.isNaN(value)) return undefined
    if (Number.isInteger(value) && value >= 0) return value
    throw cellRefusal(table, i, column, `${value} is not a whole number of at least 0`)
  })
}

function teamsOf(table: Table): string[][] {
  const column = usualColumn(table, undefined, usual.team)
  return column === null ? [] : textColumn(table, column).map(teamsIn)
}

/** Names may hold commas. */
function teamsIn(text: string): string[] {
  return text
    .split(';')
    .map((team) => team.trim())
    .filter((team) => team !== '')
}

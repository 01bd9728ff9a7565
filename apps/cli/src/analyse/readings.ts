import { writeCsv, needed, printJson, printTable } from './answer.ts'
import type { Reading } from '@semai/analytics/judging/readings'
import { cellRefusal, fullColumn, numberColumn, readTable } from './table.ts'
import type { Table } from './table.ts'

/** Options of every method that reads scores of entries by judges. */
export const readingOptions = {
  input: { type: 'string' },
  entry: { type: 'string' },
  judge: { type: 'string' },
  score: { type: 'string' },
  criterion: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

type Names = { [Name in 'input' | 'entry' | 'judge' | 'score' | 'criterion']?: string | undefined }

/** Names that a column may have when none is given. */
const usual = {
  entry: ['entry', 'target', 'unit', 'subject'],
  judge: ['judge', 'rater'],
  score: ['score', 'value', 'rating'],
} as const

/**
 * The readings of a file, one row each, and the numbers of further columns for the same rows. Rows without a score are
 * gaps and left out.
 * @throws Refusal naming file, row and column.
 */
export async function readingsOf(
  names: Names,
  further: readonly string[] = [],
): Promise<{ readings: Reading[]; columns: { name: string; values: Float64Array }[] }> {
  const table = await readTable(needed('input', names.input))
  const columnOf = (kind: keyof typeof usual) =>
    names[kind] ?? usual[kind].find((name) => table.header.includes(name)) ?? kind
  const entries = fullColumn(table, columnOf('entry'))
  const judges = fullColumn(table, columnOf('judge'))
  const scores = numberColumn(table, columnOf('score'), { empty: 'nan' })
  const criteria = names.criterion === undefined ? undefined : fullColumn(table, names.criterion)
  const given = Array.from(scores.keys()).filter((row) => !Number.isNaN(scores[row]))
  const readings = given.map((row) => ({
    entry: entries[row]!,
    judge: judges[row]!,
    ...(criteria && { criterion: criteria[row]! }),
    score: scores[row]!,
  }))
  return { readings, columns: further.map((name) => ({ name, values: numbersOf(table, name, given) })) }
}

function numbersOf(table: Table, name: string, rows: readonly number[]): Float64Array {
  const all = numberColumn(table, name, { empty: 'nan' })
  return Float64Array.from(rows, (row) => {
    if (Number.isNaN(all[row])) throw cellRefusal(table, row, name, 'is empty')
    return all[row]!
  })
}

/** Values under the names they belong to. */
export function named<Value>(names: readonly string[], values: ArrayLike<Value>): Record<string, Value> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]!]))
}

/** Prints a result: as JSON, or as rows for a reader with the warnings beside them; the rows also go to `--out`. */
export function tell(
  { json, out }: { json: boolean; out?: string | undefined },
  result: object,
  rows: readonly Record<string, unknown>[],
): void {
  if (out !== undefined) writeCsv(Object.keys(rows[0]!), rows.map(Object.values), out)
  if (json) return printJson(result)
  if (out === undefined) printTable(rows)
  const warnings = 'warnings' in result ? (result.warnings as string[]) : []
  for (const warning of warnings) console.error(`Note: ${warning}.`)
}

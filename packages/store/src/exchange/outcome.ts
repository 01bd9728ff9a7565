import type { Numbered, SheetProblem } from '@semai/domain/exchange/sheet'
import type { AuditActor } from '../db/audit.ts'
import type { Progress } from '../db/environment.ts'

/** Two published values of one fact from different sources: both are kept. `values` are as written, shown one first. */
export type Conflict = { row: number; subject: string; field: string; values: readonly string[] }

/** What an import did, or why it did nothing: with problems, nothing was written. */
export type Outcome = {
  created: number
  updated: number
  unchanged: number
  conflicts: readonly Conflict[]
  problems: readonly SheetProblem[]
  /** Innovations whose search entry needs rebuilding. */
  touched: readonly string[]
}

/** What every import function is given besides the transaction. */
export type ImportContext<Row> = {
  rows: readonly Numbered<Row>[]
  /** The columns of the file: what has none is not spoken of, and stays as it is. */
  columns: ReadonlySet<string>
  actor: AuditActor
  now: Date
  progress: Progress
}

/** Nothing was written because of these problems. */
export function refused(problems: readonly SheetProblem[]): Outcome {
  return { created: 0, updated: 0, unchanged: 0, conflicts: [], problems, touched: [] }
}

/** Adds up; rows that were neither created nor updated were unchanged. */
export function done({
  rows,
  created,
  updated,
  conflicts = [],
  touched = [],
}: {
  rows: number
  created: number
  updated: number
  conflicts?: readonly Conflict[]
  touched?: readonly string[]
}): Outcome {
  return { created, updated, unchanged: rows - created - updated, conflicts, problems: [], touched }
}

/** Keys that stand in more than one row. */
export function repeated<Row>(
  rows: readonly Numbered<Row>[],
  column: string | null,
  keyOf: (row: Row) => string,
): SheetProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ number, row }) => {
    const key = keyOf(row)
    const before = first.get(key)
    if (before === undefined) first.set(key, number)
    return before === undefined
      ? []
      : [{ row: number, column, says: `"${key}" stands in row ${before} already` }]
  })
}

import type { z } from 'zod'
import { fold, nearMiss } from '../text/near-miss.ts'

/** What a file of one kind looks like: its columns and how a row is read. */
export type SheetKind<Row> = {
  row: z.ZodType<Row>
  required: readonly string[]
  optional: readonly string[]
  /** At least one of these must be among the columns. */
  oneOf?: readonly string[]
}

/** A file as it was read: the header and the rows below it, numbered as a spreadsheet shows them. */
export type Sheet = { header: readonly string[]; rows: readonly SheetRow[] }
export type SheetRow = { number: number; cells: readonly string[] }

/** What is wrong, and where: the row a spreadsheet shows (1 is the header) and the column, where there is one. */
export type SheetProblem = { row: number; column: string | null; says: string }

/** A row that was read, with the number a spreadsheet shows. */
export type Numbered<Row> = { number: number; row: Row }

/** @example problemText({ row: 5, column: 'name', says: 'is empty' }) // 'row 5, column "name": is empty' */
export function problemText({ row, column, says }: SheetProblem): string {
  return column === null ? `row ${row}: ${says}` : `row ${row}, column "${column}": ${says}`
}

/**
 * Reads every row by the kind's schema. All problems are listed, header first; rows that are whole come back even
 * when others are not, so that the caller can check them further.
 */
export function readRows<Row>(
  { header, rows }: Sheet,
  kind: SheetKind<Row>,
): { rows: Numbered<Row>[]; problems: SheetProblem[] } {
  const problems = headerProblems(header, kind)
  if (problems.length > 0) return { rows: [], problems }
  const read: Numbered<Row>[] = []
  for (const { number, cells } of rows) {
    if (cells.length > header.length) {
      const says = `has ${cells.length} cells, but the header has ${header.length}: a text with a comma needs quotes around it`
      problems.push({ row: number, column: null, says })
      continue
    }
    const parsed = kind.row.safeParse(Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])))
    if (parsed.success) {
      read.push({ number, row: parsed.data })
      continue
    }
    for (const issue of parsed.error.issues) {
      problems.push({
        row: number,
        column: issue.path[0] === undefined ? null : String(issue.path[0]),
        says: issue.message,
      })
    }
  }
  return { rows: read, problems }
}

function headerProblems<Row>(header: readonly string[], kind: SheetKind<Row>): SheetProblem[] {
  const known = [...kind.required, ...kind.optional]
  const missing = kind.required.filter((name) => !header.includes(name))
  const strange = header.filter((name) => !known.includes(name))
  const at = (column: string, says: string): SheetProblem => ({ row: 1, column, says })
  const problems: SheetProblem[] = []
  for (const name of strange) {
    const meant = nearMiss(
      name,
      known.filter((column) => !header.includes(column)),
    )
    const hint = meant === null ? `columns are ${known.join(', ')}` : `did you mean "${meant}"?`
    problems.push(at(name, `is not a column of this file; ${hint}`))
    if (meant !== null) remove(missing, meant)
  }
  for (const name of missing) problems.push(at(name, 'is missing from the header'))
  for (const [i, name] of header.entries()) {
    if (header.findIndex((other) => fold(other) === fold(name)) < i)
      problems.push(at(name, 'stands twice in the header'))
  }
  if (kind.oneOf && !kind.oneOf.some((name) => header.includes(name))) {
    problems.push({
      row: 1,
      column: null,
      says: `the header needs one of the columns ${kind.oneOf.join(', ')}`,
    })
  }
  return problems
}

function remove(list: string[], item: string): void {
  const at = list.indexOf(item)
  if (at >= 0) list.splice(at, 1)
}

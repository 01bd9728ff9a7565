import { z } from 'zod'

export type Cell = string | number | boolean | null
/** Both languages of a column's explanation; the name itself is the same everywhere. */
export type Explanation = { id: string; en: string }

/** One column of a flat export: its name, what it says, how a filled cell reads as text, and where it comes from. */
export type Column<Row> = {
  name: string
  says: Explanation
  /** How a cell that is not empty reads in a CSV file. */
  cell: z.ZodType<unknown, string>
  /** Whether the cell is always filled. */
  filled: boolean
  of: (row: Row) => Cell
}

/** The flat form of a record: one row each, lists joined with `; `. */
export type FlatTable<Row> = readonly Column<Row>[]

/** How cells read as text. */
export const cells = {
  text: z.string(),
  number: z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/, 'Write a number with a point, such as 12.5.'),
  yesNo: z.enum(['true', 'false']),
} as const

/** A column that may be empty. */
export function column<Row>(
  name: string,
  says: Explanation,
  of: (row: Row) => Cell,
  cell: z.ZodType<unknown, string> = cells.text,
): Column<Row> {
  return { name, says, of, cell, filled: false }
}

/** A column that is always filled. */
export function filled<Row>(...given: Parameters<typeof column<Row>>): Column<Row> {
  return { ...column<Row>(...given), filled: true }
}

/** Several values in one cell. */
export function joined(values: readonly (string | number)[]): string | null {
  return values.length === 0 ? null : [...new Set(values)].join('; ')
}

import { Refusal } from '@semai/domain/refusal'
import { cellRefusal, readTable, textColumn } from './table.ts'
import type { Table } from './table.ts'

/** A matrix of judgments: what is compared, and n·n judgments row by row. */
export type Judgments = { member: string; labels: string[]; matrix: number[] }

/**
 * The matrices of a file: one, or one for each value of the column `judge`. One row and one column for each thing compared;
 * a first column of names is taken as such. Fractions such as 1/3 are read; an empty cell is the reciprocal of its
 * opposite, on the diagonal 1.
 * @throws Refusal naming the cell that is no judgment, or the file whose matrix is not square.
 */
export async function readJudgments(file: string, judge: string | undefined): Promise<Judgments[]> {
  const table = withoutHeader(await readTable(file))
  if (judge === undefined) return [judgmentsOf(table, file)]
  const place = table.header.indexOf(judge)
  const members = Map.groupBy(textColumn(table, judge).entries(), ([, member]) => member)
  return [...members].map(([member, rows]) => {
    const drop = (cells: readonly string[]) => cells.filter((_, i) => i !== place)
    const own = rows.map(([i]) => ({ ...table.rows[i]!, cells: drop(table.rows[i]!.cells) }))
    return judgmentsOf({ ...table, header: drop(table.header), rows: own }, member)
  })
}

/** A matrix without header has its first row in the header. */
function withoutHeader(table: Table): Table {
  const { header, rows } = table
  if (rows.length !== header.length - 1 || !header.every((name) => Number.isFinite(judgmentIn(name))))
    return table
  const first = { number: 1, cells: [...header] }
  return { ...table, header: header.map((_, i) => `C${i + 1}`), rows: [first, ...rows] }
}

function judgmentsOf(table: Table, member: string): Judgments {
  const { file, header, rows } = table
  const n = rows.length
  const named =
    header.length === n + 1 && rows.every(({ cells }) => !Number.isFinite(judgmentIn(cells[0] ?? '')))
  const labels = header.slice(named ? 1 : 0)
  if (labels.length !== n) {
    throw new Refusal(
      'invalid',
      `${file}: ${n} rows and ${header.length} columns (${header.join(', ')}): the matrix must be square, after a first ` +
        'column of names if there is one.',
    )
  }
  const cell = (i: number, j: number) => rows[i]!.cells[named ? j + 1 : j] ?? ''
  const matrix = Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n]
    const value = cell(i, j) === '' ? (i === j ? 1 : 1 / judgmentIn(cell(j, i))) : judgmentIn(cell(i, j))
    if (Number.isFinite(value) && value > 0) return value
    const says =
      cell(i, j) === ''
        ? 'is empty, and so is its opposite'
        : `"${cell(i, j)}" is no judgment: a number above 0, or a fraction such as 1/3`
    throw cellRefusal(table, i, labels[j]!, says)
  })
  return { member, labels, matrix }
}

/** @example judgmentIn('1/4') // 0.25 */
function judgmentIn(text: string): number {
  const parts = text.split('/')
  if (text.trim() === '' || parts.length > 2) return NaN
  return Number(parts[0]) / Number(parts[1] ?? 1)
}

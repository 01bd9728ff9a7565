import { problemText } from '@semai/domain/exchange/sheet'
import type { Sheet } from '@semai/domain/exchange/sheet'
import { Refusal } from '@semai/domain/refusal'

/** A CSV or XLSX file as columns; row numbers are those a spreadsheet shows, the header being row 1. */
export type Table = Sheet & { file: string }

/** @throws Refusal when the file can not be read as a table with a header and at least one row. */
export async function readTable(file: string): Promise<Table> {
  const { readSheetFile } = await import('@semai/store/exchange/read-sheet') // not by those that read bytes
  const { sheet, problem } = await readSheetFile(file)
  if (problem) throw new Refusal('invalid', `${file}: ${problemText(problem)}.`)
  if (sheet.rows.length === 0) throw new Refusal('invalid', `${file}: there are no rows below the header.`)
  return { file, ...sheet }
}

/**
 * The texts of a column, in row order; '' where a cell is empty.
 * @throws Refusal when the file has no such column, or two of them.
 */
export function textColumn(table: Table, name: string): string[] {
  const place = placeOf(table, name)
  return table.rows.map(({ cells }) => cells[place] ?? '')
}

/**
 * The texts of a column in which no cell may be empty.
 * @throws Refusal naming the first empty cell.
 */
export function fullColumn(table: Table, name: string): string[] {
  const texts = textColumn(table, name)
  const empty = texts.indexOf('')
  if (empty >= 0) throw cellRefusal(table, empty, name, 'is empty')
  return texts
}

/**
 * The numbers of a column, with a decimal point. `empty` says what an empty cell (or NA) is: a fault, or NaN.
 * @throws Refusal naming the first cell that is not a finite number.
 */
export function numberColumn(
  table: Table,
  name: string,
  { empty = 'fault' }: { empty?: 'fault' | 'nan' } = {},
): Float64Array {
  return Float64Array.from(textColumn(table, name), (text, index) => {
    if (text === '' || text === 'NA') {
      if (empty === 'nan') return NaN
      throw cellRefusal(table, index, name, 'is empty')
    }
    const value = Number(text)
    if (Number.isFinite(value)) return value
    throw cellRefusal(table, index, name, `"${text}" is not a number`)
  })
}

/** The sentence that names a cell: file, row and column. `index` counts the rows below the header from 0. */
export function cellRefusal(table: Table, index: number, column: string, says: string): Refusal {
  return new Refusal(
    'invalid',
    `${table.file}: row ${table.rows[index]?.number}, column "${column}": ${says}.`,
  )
}

function placeOf({ file, header }: Table, name: string): number {
  const place = header.indexOf(name)
  if (place < 0) {
    throw new Refusal('invalid', `${file}: no column "${name}". It has: ${header.join(', ')}.`)
  }
  if (header.indexOf(name, place + 1) >= 0) {
    throw new Refusal('invalid', `${file}: two columns are called "${name}". Rename one.`)
  }
  return place
}

/** What a method gives; its RangeError, which names what is wrong with the numbers, becomes a refusal. */
export function analysed<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (problem) {
    if (problem instanceof RangeError) throw new Refusal('invalid', `${problem.message}.`)
    throw problem
  }
}

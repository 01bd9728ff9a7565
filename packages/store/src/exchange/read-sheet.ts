import { readFile } from 'node:fs/promises'
import { withoutGuard } from '@semai/domain/exchange/formula-guard'
import type { Sheet, SheetProblem } from '@semai/domain/exchange/sheet'
import { CsvError, parse } from 'csv-parse/sync'

/** The sheet, or why the file can not be read as one. `bytes` are the file's, for its fingerprint. */
export type ReadSheet = { bytes: Buffer } & (
  { sheet: Sheet; problem: null } | { sheet: null; problem: SheetProblem }
)

/**
 * Reads a CSV file (comma, semicolon or tab; UTF-8 or UTF-16, with or without BOM) or the first sheet of an XLSX
 * file. Row numbers are those a spreadsheet shows: the header is row 1. Empty rows are left out. In CSV the apostrophe
 * that keeps a text from running as a formula is taken away, so that our own exports read back as they were.
 * @throws the file system's error when the file can not be opened.
 */
export async function readSheetFile(path: string): Promise<ReadSheet> {
  return readSheetBytes(await readFile(path))
}

/** As `readSheetFile`, of a file that was sent. */
export async function readSheetBytes(bytes: Buffer): Promise<ReadSheet> {
  const read = isZip(bytes) ? await xlsxRows(bytes) : csvRows(bytes)
  if (!Array.isArray(read)) return { bytes, sheet: null, problem: read }
  const rows = read
    .map((cells, i) => ({ number: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [header, ...rest] = rows
  if (header === undefined)
    return { bytes, sheet: null, problem: whole('the file is empty: it needs a header and rows') }
  return { bytes, sheet: { header: trimmed(header.cells), rows: rest }, problem: null }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))
}

async function xlsxRows(bytes: Buffer): Promise<string[][] | SheetProblem> {
  const { readSheet: readXlsx } = await import('read-excel-file/node') // most files are CSV
  try {
    const rows = await readXlsx(bytes, { parseNumber: (text: string) => text })
    return rows.map((row) => row.map(cellText))
  } catch {
    return whole('the file can not be read as XLSX: save it again as "Excel Workbook (.xlsx)" or as CSV')
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).trim()
}

function csvRows(bytes: Buffer): string[][] | SheetProblem {
  const text = decode(bytes)
  if (text === null) return whole('the file is not UTF-8: save it as "CSV UTF-8"')
  const body = text.replace(/^sep=.\r?\n/i, '')
  try {
    const options = { delimiter: delimiterOf(body), relax_column_count: true, skip_empty_lines: false }
    return (parse(body, options) as string[][]).map((row) => row.map((cell) => withoutGuard(cell.trim())))
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem
    const row = typeof problem['records'] === 'number' ? problem['records'] + 1 : 1
    return {
      row,
      column: null,
      says: 'has a quote that does not close or stands inside a text: write it twice ("")',
    }
  }
}

function decode(bytes: Buffer): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What divides the cells of the header. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)![0].replace(/"[^"]*"/g, '')
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** The header without spaces around names and without empty cells at its end. */
function trimmed(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim())
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1)
}

function whole(says: string): SheetProblem {
  return { row: 1, column: null, says }
}

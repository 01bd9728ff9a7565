import { stringify } from 'csv-stringify/sync'
import { readSheetBytes } from './read-sheet.ts'

/** A sheet (CSV or XLSX) as CSV that reads back the same; empty where it can not be read. */
export async function sheetText(bytes: Buffer): Promise<string> {
  const { sheet } = await readSheetBytes(bytes)
  if (sheet === null) return ''
  return stringify([[...sheet.header], ...sheet.rows.map(({ cells }) => [...cells])])
}

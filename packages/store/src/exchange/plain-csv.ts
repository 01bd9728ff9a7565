import { withGuard } from '@semai/domain/exchange/formula-guard'
import type { PlainSheet } from '@semai/domain/scaling/coverage-sheet'
import { stringify } from 'csv-stringify/sync'

/** A sheet as CSV that old spreadsheets open too; what they would run as a formula is guarded. */
export function plainCsv(sheet: PlainSheet): string {
  return stringify(
    sheet.map((cells) => cells.map(withGuard)),
    { bom: true, record_delimiter: '\r\n' },
  )
}

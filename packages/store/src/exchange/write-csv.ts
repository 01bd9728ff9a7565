import { stringify } from 'csv-stringify/sync'
import type { Cell } from '@semai/domain/exchange/flat-table'
import { withGuard } from '@semai/domain/exchange/formula-guard'
import type { ExportSource } from './export-source.ts'

/**
 * UTF-8 comma-separated values (RFC 4180, header first); `bom` begins with the mark old spreadsheets ask for. Texts a
 * spreadsheet would run as formulas are guarded; `readSheetFile` takes the guard away again.
 */
export async function* csvText(
  { headings, pages }: ExportSource,
  { bom }: { bom: boolean },
): AsyncGenerator<string> {
  yield (bom ? '\ufeff' : '') + lines([headings.map(({ name }) => name)])
  for await (const page of pages) yield lines(page.map(({ cells }) => cells()))
}

function lines(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/, // without it a lone line feed goes unquoted
    cast: { boolean: (value) => String(value), number: (value) => String(value), string: withGuard },
  })
}

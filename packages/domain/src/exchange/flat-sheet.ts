import { z } from 'zod'
import { claimTable } from './claim-table.ts'
import type { FlatTable } from './flat-table.ts'
import { innovationTable } from './innovation-table.ts'
import type { SheetKind } from './sheet.ts'
import { sentenceFor } from './validation.ts'

/** The published formats that also come as files of rows. */
type FlatFormat = 'innovation' | 'claim'

/** The columns of those formats as files of rows, for checking a file against them. */
export const flatSheets: Record<FlatFormat, SheetKind<Record<string, string>>> = {
  innovation: sheetOf(innovationTable),
  claim: sheetOf(claimTable),
}

/** Which format a header means to follow; null when it shows neither. */
export function flatFormatOf(header: readonly string[]): FlatFormat | null {
  if (header.includes('happening') || header.includes('source_key')) return 'claim'
  return header.includes('narrative_basis') || header.includes('origin') ? 'innovation' : null
}

function sheetOf<Row>(table: FlatTable<Row>): SheetKind<Record<string, string>> {
  const cells = table.map(({ name, cell, filled }) => [
    name,
    z.string().superRefine((value, context) => {
      if (value === '' && filled) context.addIssue('is empty')
      const parsed = value === '' ? null : cell.safeParse(value, { reportInput: true })
      if (parsed?.error) context.addIssue(sentenceFor(parsed.error.issues[0]!))
    }),
  ])
  return {
    row: z.object(Object.fromEntries(cells) as Record<string, z.ZodString>),
    required: table.map(({ name }) => name),
    optional: [],
  }
}

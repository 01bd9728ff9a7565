import { z } from 'zod'
import { acts, happenings, precisions } from '../claims/claim.ts'
import { asThemselves, maybeOneOf, maybePartialDate, maybeText, maybeUrl, regionCode, text } from './cells.ts'
import type { SheetKind } from './sheet.ts'

/**
 * One claim as exchanged in a file: this region's government has this innovation since `date`, or had it by
 * `known_by` (an upper bound, never a date of adoption).
 */
export const claimRow = z
  .object({
    id: maybeText(120),
    innovation: maybeText(40),
    region_code: regionCode,
    region_name: maybeText(120),
    province: maybeText(120),
    date: maybePartialDate,
    known_by: maybePartialDate,
    precision: maybeOneOf(asThemselves(precisions)),
    happening: maybeOneOf(asThemselves(happenings)),
    strength: maybeOneOf(asThemselves(acts)),
    valid_until: maybePartialDate,
    local_name: maybeText(300),
    batch: maybeText(80),
    batch_note: maybeText(1000),
    basis: maybeText(1000),
    source: text(1000),
    source_url: maybeUrl,
  })
  .superRefine((row, context) => {
    if ((row.date === null) === (row.known_by === null)) {
      context.addIssue({ code: 'custom', path: ['date'], message: dateProblem(row.date) })
    }
    const written = row.date ?? row.known_by
    if (written !== null && row.precision !== null && row.precision !== precisionOf(written)) {
      context.addIssue({
        code: 'custom',
        path: ['precision'],
        message: `says ${row.precision}, but "${written}" is known to the ${precisionOf(written)}`,
      })
    }
  })
export type ClaimRow = z.infer<typeof claimRow>

export const claimSheet: SheetKind<ClaimRow> = {
  row: claimRow,
  required: ['region_code', 'source'],
  oneOf: ['date', 'known_by'],
  optional: [
    'id',
    'innovation',
    'region_name',
    'province',
    'date',
    'known_by',
    'precision',
    'happening',
    'strength',
    'valid_until',
    'local_name',
    'batch',
    'batch_note',
    'basis',
    'source_url',
  ],
}

function dateProblem(date: string | null): string {
  return date === null ? 'is empty: give date or known_by' : 'stands beside known_by: give only one of them'
}

function precisionOf(date: string): 'day' | 'month' | 'year' {
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year'
}

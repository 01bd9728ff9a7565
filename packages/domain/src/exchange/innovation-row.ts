import { z } from 'zod'
import type { Basis } from '../innovations/innovation.ts'
import { confidences } from '../innovations/innovation.ts'
import { asThemselves, maybeRegionCode, maybeText, maybeYear, oneOf, text } from './cells.ts'
import type { SheetKind } from './sheet.ts'

/** The words of `detail_basis` and what they mean. */
export const basisWords: Readonly<Record<string, Basis>> = {
  sumber: 'source',
  'pengetahuan umum': 'general_knowledge',
  'ditafsirkan dari nama/kategori': 'name_only',
}

/** One innovation as exchanged in a file. Column names are those of the shipped file. */
export const innovationRow = z
  .object({
    id: text(40).refine(
      (value) => value === '' || /^(INV|PRG)-[A-Z0-9]+$/.test(value),
      'must look like INV-0014: INV- or PRG-, then capital letters and digits',
    ),
    name: text(300),
    acronym_expansion: maybeText(500),
    institution: text(300),
    institution_type: maybeText(60),
    province: maybeText(120),
    region_code: maybeRegionCode,
    region_name: maybeText(120),
    year_started: maybeYear,
    kipp_year: maybeYear,
    award: maybeText(1000),
    category: maybeText(120),
    summary_id: maybeText(5000),
    problem_id: maybeText(5000),
    known_replications: maybeText(5000),
    source: text(2000),
    confidence: oneOf(asThemselves(confidences)),
    detail_basis: oneOf(basisWords),
  })
  .refine((row) => row.detail_basis !== 'name_only' || row.problem_id === null, {
    path: ['problem_id'],
    error: 'must be empty when detail_basis says that only the name is certain',
  })
export type InnovationRow = z.infer<typeof innovationRow>

export const innovationSheet: SheetKind<InnovationRow> = {
  row: innovationRow,
  required: ['id', 'name', 'institution', 'source', 'confidence', 'detail_basis'],
  optional: [
    'acronym_expansion',
    'institution_type',
    'province',
    'region_code',
    'region_name',
    'year_started',
    'kipp_year',
    'award',
    'category',
    'summary_id',
    'problem_id',
    'known_replications',
  ],
}

import { z } from 'zod'
import { organisationKinds } from '../organisations/organisation.ts'
import { asThemselves, maybeRegionCode, maybeText, oneOf, text } from './cells.ts'
import type { SheetKind } from './sheet.ts'

/** One organisation as exchanged in a file; `parent` is the key of another, `also_named` other spellings. */
export const organisationRow = z
  .object({
    key: text(120).refine(
      (value) => value === '' || /^[a-z0-9][a-z0-9.-]*$/.test(value),
      'must be small letters, digits, dots and hyphens, such as polda-jatim',
    ),
    name: text(300),
    kind: oneOf(asThemselves(organisationKinds)),
    parent: maybeText(120),
    region_code: maybeRegionCode,
    also_named: maybeText(2000).transform((value) =>
      (value ?? '')
        .split('|')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  })
  .superRefine((row, context) => {
    if (row.parent !== null && row.parent === row.key) {
      context.addIssue({ code: 'custom', path: ['parent'], message: 'is the organisation itself' })
    }
    if (row.kind === 'government' && row.region_code === null) {
      context.addIssue({
        code: 'custom',
        path: ['region_code'],
        message: 'is empty: a government governs a region',
      })
    }
  })
export type OrganisationRow = z.infer<typeof organisationRow>

export const organisationSheet: SheetKind<OrganisationRow> = {
  row: organisationRow,
  required: ['key', 'name', 'kind'],
  optional: ['parent', 'region_code', 'also_named'],
}

import { acts, happenings } from '@semai/domain/claims/claim'
import { claimSheet } from '@semai/domain/exchange/claim-row'
import { innovationSheet } from '@semai/domain/exchange/innovation-row'
import { organisationSheet } from '@semai/domain/exchange/organisation-row'
import { attributeSheet, regionSheet } from '@semai/domain/exchange/region-rows'

type Columns = { required: readonly string[]; optional: readonly string[] }

function columns(kind: string, { required, optional }: Columns): string {
  return `  ${kind}: ${required.join(', ')}; may have ${optional.join(', ')}`
}

/** What `semai import --help` says beyond the usage line. */
export const importDetails = `FILE is CSV (comma, semicolon or tab; UTF-8) or the first sheet of an XLSX file, with a header. Everything in it
is imported in one transaction; with any problem nothing is, and every problem is listed by row and column. The
same file again changes nothing: rows are found by id (regions and figures by code, agencies by key). A value that
differs from what another source says is kept beside it and listed.

Columns:
${columns('innovations', innovationSheet)}
${columns('claims', claimSheet)}
${columns('regions', regionSheet)}
${columns('agencies', organisationSheet)}
${columns('attributes', attributeSheet)}

Claims need to say which record they are of and what happened: in the columns innovation and happening of each row,
or for the whole file with the options below. Give date when it is known, known_by when only that it had happened
by then. Rows without an id are known again by the name of the file and their region code.

Options:
  --dry-run              check everything and report, write nothing
  --innovation CODE      claims: the record, such as PRG-MPP
  --happening WORD       claims: ${happenings.join(', ')}
  --strength WORD        claims: ${acts.filter((act) => act !== 'verified').join(', ')} (reported when not given)

Example: semai import claims adoptions.csv --innovation PRG-MPP --happening inaugurated --dry-run`

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { attributeSheet, regionSheet } from '@semai/domain/exchange/region-rows'
import { claimSheet } from '@semai/domain/exchange/claim-row'
import { innovationSheet } from '@semai/domain/exchange/innovation-row'
import { organisationSheet } from '@semai/domain/exchange/organisation-row'
import { readRows } from '@semai/domain/exchange/sheet'
import type { Sheet, SheetKind } from '@semai/domain/exchange/sheet'
import { sql } from 'kysely'
import { importClaims } from '../claims/claim-import.commands.ts'
import type { ClaimDefaults } from '../claims/claim-import.commands.ts'
import { audit } from '../db/audit.ts'
import type { AuditActor } from '../db/audit.ts'
import type { Progress } from '../db/environment.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { importInnovations } from '../innovations/innovation-import.commands.ts'
import { saveOrganisations } from '../organisations/organisation.commands.ts'
import { saveAttributes } from '../regions/attribute.commands.ts'
import { saveRegions } from '../regions/region.commands.ts'
import { refused } from './outcome.ts'
import type { ImportContext, Outcome } from './outcome.ts'
import { readSheetFile } from './read-sheet.ts'
import type { ReadSheet } from './read-sheet.ts'
import { rebuildSearch } from '../search/search-index.commands.ts'

export const importKinds = ['innovations', 'claims', 'regions', 'agencies', 'attributes'] as const
export type ImportKind = (typeof importKinds)[number]

/** One import at a time: advisory lock held to the end of the transaction. */
const IMPORT = 7_364_251

/** How a file is imported; `defaults` are for claims only, its file key is the name of the file. */
export type ImportRequest = {
  kind: ImportKind
  file: string
  dryRun: boolean
  defaults?: Omit<ClaimDefaults, 'fileKey'>
  actor: AuditActor
  now: Date
  progress: Progress
}

export type ImportReport = Outcome & { rows: number }

/**
 * Imports a file in one transaction: everything in it, or nothing when there is any problem, and nothing on a dry
 * run, which reports what would happen. A finished import leaves a row in `import_run` and one audit event.
 * @throws the file system's error when the file can not be opened.
 */
export async function importFile(db: Db, request: ImportRequest): Promise<ImportReport> {
  request.progress(`Reading ${basename(request.file)}`)
  return importSheet(db, await readSheetFile(request.file), request)
}

/** As `importFile`, of a sheet that was read already; `file` is only its name. */
export async function importSheet(
  db: Db,
  { bytes, sheet, problem }: ReadSheet,
  request: ImportRequest,
): Promise<ImportReport> {
  if (problem !== null) return { ...refused([problem]), rows: 0 }
  const read = readerOf(sheet, request)
  try {
    return await inTransaction(db, async (db) => {
      await sql`select pg_advisory_xact_lock(${IMPORT})`.execute(db)
      const outcome = await read.save(db)
      const report = { ...outcome, rows: sheet.rows.length }
      if (report.problems.length > 0 || request.dryRun) throw new RolledBack(report)
      if (outcome.touched.length > 1_000) request.progress('Indexing for search')
      await rebuildSearch(db, outcome.touched)
      await recordRun(db, request, { report, bytes })
      return report
    })
  } catch (problem) {
    if (problem instanceof RolledBack) return problem.report
    throw problem
  }
}

/** Ends a transaction that shall leave nothing behind, carrying what it found. */
class RolledBack extends Error {
  readonly report: ImportReport
  constructor(report: ImportReport) {
    super('rolled back on purpose')
    this.report = report
  }
}

type Reader = { save(db: Tx): Promise<Outcome> }

/** Reads the rows of a sheet and says how to save them. Rows that are whole are checked further even if others are not. */
export function readerOf(sheet: Sheet, request: Omit<ImportRequest, 'dryRun'>): Reader {
  const { kind, defaults = {}, file } = request
  const fileKey = basename(file).replace(/\.[^.]+$/, '')
  const reader = <Row>(
    of: SheetKind<Row>,
    save: (db: Tx, context: ImportContext<Row>) => Promise<Outcome>,
  ): Reader => {
    const { rows, problems } = readRows(sheet, of)
    return {
      async save(db) {
        const outcome = await save(db, { ...request, rows, columns: new Set(sheet.header) })
        if (problems.length === 0) return outcome
        return refused([...problems, ...outcome.problems].sort((a, b) => a.row - b.row))
      },
    }
  }
  if (kind === 'innovations') return reader(innovationSheet, importInnovations)
  if (kind === 'regions') return reader(regionSheet, saveRegions)
  if (kind === 'agencies') return reader(organisationSheet, saveOrganisations)
  if (kind === 'attributes') return reader(attributeSheet, saveAttributes)
  return reader(claimSheet, (db, context) =>
    importClaims(db, { ...context, defaults: { ...defaults, fileKey } }),
  )
}

async function recordRun(
  db: Tx,
  { kind, file, actor, now }: ImportRequest,
  { report, bytes }: { report: ImportReport; bytes: Buffer },
): Promise<void> {
  const { rows, created, updated, unchanged } = report
  const id = uuidv7()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const counts = { rows_read: rows, created, updated, unchanged }
  await db
    .insertInto('import_run')
    .values({ id, kind, file_name: basename(file), sha256, ...counts, finished_at: now })
    .execute()
  await audit(db, actor, {
    what: 'import.finish',
    subjectId: id,
    at: now,
    detail: { kind, sha256, ...counts },
  })
}

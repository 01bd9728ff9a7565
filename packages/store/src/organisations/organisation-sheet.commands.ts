import { organisationSheet } from '@semai/domain/exchange/organisation-row'
import { readRows } from '@semai/domain/exchange/sheet'
import type { SheetProblem } from '@semai/domain/exchange/sheet'
import { only } from '@semai/domain/lifecycle'
import { administersAllAgencies } from '@semai/domain/organisations/restructuring'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { importSheet } from '../exchange/import.ts'
import { readSheetBytes } from '../exchange/read-sheet.ts'

/** What a row of the sheet would do; of a change, each column before and after. */
export type RowDifference = {
  key: string
  name: string
  change: 'new' | 'changed'
  columns: { column: string; before: string; after: string }[]
}

/** What the sheet would do, or did: counts, the first differences, and every row that has to be mended. */
export type SheetOutcome = {
  rows: number
  created: number
  updated: number
  unchanged: number
  differences: RowDifference[]
  problems: readonly SheetProblem[]
}

const mostShown = 200

/**
 * The organisations are as the sheet (CSV or XLSX) says, or with `dryRun` nothing is written; either way all of it or, with a
 * problem in any row, nothing. The same sheet once more changes nothing.
 * @throws Refusal forbidden.
 */
export async function importAgencies(
  db: Db,
  actor: Actor,
  { bytes, file, dryRun, now }: { bytes: Buffer; file: string; dryRun: boolean; now: Date },
): Promise<SheetOutcome> {
  if (!administersAllAgencies.allows(actor, null))
    throw new Refusal('forbidden', only(administersAllAgencies))
  const read = await readSheetBytes(bytes)
  const differences = read.sheet === null ? [] : await differencesOf(db, read.sheet)
  const request = { kind: 'agencies' as const, file, dryRun, actor, now, progress: () => undefined }
  const { rows, created, updated, unchanged, problems } = await importSheet(db, read, request)
  return { rows, created, updated, unchanged, differences, problems }
}

const formerNames = sql<string[]>`array(select h.former_name from organisation_history h
  where h.organisation_id = o.id and h.change = 'renamed')`

async function differencesOf(db: Db, sheet: Parameters<typeof readRows>[0]): Promise<RowDifference[]> {
  const { rows } = readRows(sheet, organisationSheet)
  const keys = rows.map(({ row }) => row.key)
  const known = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .select(['o.source_key as key', 'o.name', 'o.kind', 'p.source_key as parent', 'o.region_code'])
    .where('o.source_key', 'in', ['', ...keys])
    .select(['o.ended_on as endedOn', formerNames.as('former')])
    .execute()
  const there = new Map(known.map((row) => [row.key, row]))
  const differences = rows.flatMap(({ row }): RowDifference[] => {
    const before = there.get(row.key)
    if (before === undefined) return [{ key: row.key, name: row.name, change: 'new', columns: [] }]
    if (before.endedOn !== null) return []
    const columns = (['name', 'kind', 'parent', 'region_code'] as const).flatMap((column) =>
      before[column] === row[column] || (column === 'name' && before.former.includes(row.name))
        ? []
        : [{ column, before: before[column] ?? '', after: row[column] ?? '' }],
    )
    return columns.length === 0 ? [] : [{ key: row.key, name: before.name, change: 'changed', columns }]
  })
  return differences.slice(0, mostShown)
}

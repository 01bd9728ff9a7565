import type { OrganisationRow } from '@semai/domain/exchange/organisation-row'
import type { SheetProblem } from '@semai/domain/exchange/sheet'
import { nearMiss } from '@semai/domain/text/near-miss'
import { freeSlug } from '@semai/domain/text/slug'
import type { Selectable } from 'kysely'
import { audit } from '../db/audit.ts'
import { insertMany, updateMany } from '../db/bulk.ts'
import type { Schema } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { done, refused, repeated } from '../exchange/outcome.ts'
import type { ImportContext, Outcome } from '../exchange/outcome.ts'
import { changedColumns } from '../exchange/rows-diff.ts'
import { knownRegions } from '../regions/known-regions.ts'

/**
 * Organisations are as the rows say, found by key; parents may stand anywhere in the file. Slugs never change.
 * Other spellings are added to those known. A sheet that still uses a former name changes nothing, nor does one that speaks
 * of an organisation that is no more. With problems nothing is written.
 */
export async function saveOrganisations(
  db: Tx,
  { rows, actor, now }: ImportContext<OrganisationRow>,
): Promise<Outcome> {
  const there = await db.selectFrom('organisation').selectAll().execute()
  const known = new Map(
    there.flatMap((row) => (row.source_key === null ? [] : [[row.source_key, row] as const])),
  )
  const problems = await problemsOf(db, rows, known)
  if (problems.length > 0) return refused(problems)
  const former = await formerNames(db)
  const slugs = new Set([...there.map((row) => row.slug), ...former.slugs])
  const ids = new Map([...known].map(([key, row]) => [key, row.id]))
  for (const { row } of rows) if (!ids.has(row.key)) ids.set(row.key, uuidv7())
  const wanted = wantedRows(rows, { known, ids, former })
  const fresh = wanted.filter((row) => !known.has(row.source_key))
  const changed = wanted.filter((row) => {
    const before = known.get(row.source_key)
    return before?.ended_on === null && changedColumns(before, row).length > 0
  })
  await insertMany(
    db,
    'organisation',
    fresh.map((row) => ({ ...row, slug: freeSlug(row.name, row.source_key, slugs) })),
  )
  await updateMany(db, 'organisation', { rows: changed, by: ['id'] })
  for (const { id } of changed)
    await audit(db, actor, { what: 'organisation.update', subjectId: id, at: now })
  const renamed = await addAliases(db, rows, ids)
  const touched = new Set([...changed.map((row) => row.id), ...renamed])
  for (const { id } of fresh) touched.delete(id)
  return done({ rows: rows.length, created: fresh.length, updated: touched.size })
}

type There = Selectable<Schema['organisation']>
type Known = {
  known: Map<string, There>
  ids: Map<string, string>
  former: Awaited<ReturnType<typeof formerNames>>
}

/** The rows as they shall stand, those of a sheet that does not know of a rename or a merger as that left them. */
function wantedRows(rows: ImportContext<OrganisationRow>['rows'], { known, ids, former }: Known) {
  const parentOf = (key: string) => known.get(key)?.merged_into ?? ids.get(key)!
  return rows.map(({ row }) => {
    const [id, before] = [ids.get(row.key)!, known.get(row.key)]
    const parent = row.parent === null ? null : parentOf(row.parent)
    return {
      id,
      name: before && former.isOf(id, row.name) ? before.name : row.name,
      kind: row.kind,
      parent_id: before && former.isCarried(id) ? before.parent_id : parent,
      region_code: row.region_code,
      source_key: row.key,
    }
  })
}

/** Names and addresses organisations had before they were renamed, and which were carried elsewhere by a merger or split. */
async function formerNames(db: Tx) {
  const names = await db
    .selectFrom('organisation_history')
    .select(['organisation_id', 'former_name'])
    .where('change', '=', 'renamed')
    .execute()
  const had = new Set(names.map(({ organisation_id, former_name }) => `${organisation_id} ${former_name}`))
  const slugs = await db.selectFrom('organisation_slug').select('slug').execute()
  const carried = await db
    .selectFrom('organisation_move')
    .select('record_id')
    .where('kind', '=', 'part')
    .execute()
  const parts = new Set(carried.map((row) => row.record_id))
  return {
    isOf: (id: string, name: string) => had.has(`${id} ${name}`),
    isCarried: (id: string) => parts.has(id),
    slugs: slugs.map(({ slug }) => slug),
  }
}

/** @returns the organisations that have a spelling they did not have before. */
async function addAliases(
  db: Tx,
  rows: ImportContext<OrganisationRow>['rows'],
  ids: Map<string, string>,
): Promise<string[]> {
  const known = new Set(
    (await db.selectFrom('organisation_alias').select('name').execute()).map((row) => row.name),
  )
  const fresh = rows.flatMap(({ row }) =>
    row.also_named
      .filter((name) => !known.has(name))
      .map((name) => ({ name, organisation_id: ids.get(row.key)! })),
  )
  await insertMany(db, 'organisation_alias', fresh)
  return fresh.map((row) => row.organisation_id)
}

async function problemsOf(
  db: Tx,
  rows: ImportContext<OrganisationRow>['rows'],
  known: Map<string, { source_key: string | null }>,
): Promise<SheetProblem[]> {
  const regions = await knownRegions(db)
  const keys = new Set([...known.keys(), ...rows.map(({ row }) => row.key)])
  const strangers = rows.flatMap(({ number, row }): SheetProblem[] => {
    if (row.parent === null || keys.has(row.parent)) return []
    const meant = nearMiss(row.parent, keys)
    const says = `no organisation has the key "${row.parent}"${meant === null ? '' : `; did you mean "${meant}"?`}`
    return [{ row: number, column: 'parent', says }]
  })
  return [
    ...repeated(rows, 'key', (row) => row.key),
    ...repeated(
      rows.flatMap(({ number, row }) => row.also_named.map((name) => ({ number, row: name }))),
      'also_named',
      (name) => name,
    ),
    ...rows.flatMap(({ number, row }) => regions.problems(number, { region_code: row.region_code })),
    ...strangers,
    ...circles(rows),
  ]
}

/** An organisation that would be its own ancestor. Parents outside the file cannot lead back into a new circle. */
function circles(rows: ImportContext<OrganisationRow>['rows']): SheetProblem[] {
  const parents = new Map(rows.map(({ row }) => [row.key, row.parent]))
  return rows.flatMap(({ number, row }) => {
    let above = row.parent
    for (let steps = 0; above !== null && above !== row.key && steps < rows.length; steps++)
      above = parents.get(above) ?? null
    return above === row.key && row.parent !== row.key
      ? [{ row: number, column: 'parent', says: `"${row.parent}" is itself below "${row.key}"` }]
      : []
  })
}

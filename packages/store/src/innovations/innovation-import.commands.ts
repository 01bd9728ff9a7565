import type { InnovationRow } from '@semai/domain/exchange/innovation-row'
import type { Numbered, SheetProblem } from '@semai/domain/exchange/sheet'
import { currentCategoryScheme } from '@semai/domain/innovations/category'
import { recordOf } from '@semai/domain/innovations/record'
import { fold, nearMiss } from '@semai/domain/text/near-miss'
import type { Db, Tx } from '../db/transaction.ts'
import { done, refused, repeated } from '../exchange/outcome.ts'
import type { ImportContext, Outcome } from '../exchange/outcome.ts'
import { ensureSources } from '../exchange/source-ids.ts'
import { knownOrganisations } from '../organisations/known-organisations.ts'
import type { KnownOrganisations } from '../organisations/known-organisations.ts'
import { knownRegions } from '../regions/known-regions.ts'
import type { KnownRegions } from '../regions/known-regions.ts'
import { saveInnovations } from './innovation.commands.ts'
import type { PlacedInnovation } from './placed-innovation.ts'

const SLICE = 5_000 // records a step: bounds memory and gives progress

/**
 * Innovations are as the rows say, found by code; every value keeps its source, and values of other sources stay
 * beside it. With problems nothing is written.
 */
export async function importInnovations(db: Tx, context: ImportContext<InnovationRow>): Promise<Outcome> {
  const { rows, actor, now, progress } = context
  const known = {
    organisations: await knownOrganisations(db),
    regions: await knownRegions(db),
    categories: await categories(db),
  }
  const problems = [
    ...repeated(rows, 'id', (row) => row.id),
    ...rows.flatMap(({ number, row }) => misfits(number, row, known)),
  ]
  if (problems.length > 0) return refused(problems)
  const total = {
    created: 0,
    updated: 0,
    conflicts: [] as Outcome['conflicts'][number][],
    touched: [] as string[],
  }
  for (let at = 0; at < rows.length; at += SLICE) {
    const placed = rows
      .slice(at, at + SLICE)
      .map(({ number, row }) => place({ number, row, columns: context.columns }, known))
    const sourceId = await ensureSources(db, placed.flatMap(sourcesOf))
    const saved = await saveInnovations(db, { placed, sourceId, actor, now })
    total.created += saved.created
    total.updated += saved.updated
    total.conflicts.push(...saved.conflicts)
    total.touched.push(...saved.touched)
    if (rows.length > SLICE)
      progress(`${inEnglish(Math.min(at + SLICE, rows.length))} of ${inEnglish(rows.length)} rows`)
  }
  return done({ rows: rows.length, ...total })
}

function sourcesOf({ record }: PlacedInnovation) {
  return [record.source, ...record.facts.map((fact) => fact.source)].map((name) => ({ name, url: null }))
}

function inEnglish(count: number): string {
  return count.toLocaleString('en')
}

type Known = {
  organisations: KnownOrganisations
  regions: KnownRegions
  categories: Map<string, { key: string; name: string }>
}

/** Categories by folded name and key. */
async function categories(db: Db): Promise<Known['categories']> {
  const rows = await db
    .selectFrom('category')
    .select(['key', 'name_id as name'])
    .where('scheme', '=', currentCategoryScheme)
    .execute()
  return new Map(rows.flatMap((row) => [[fold(row.name), row] as const, [fold(row.key), row] as const]))
}

function misfits(
  number: number,
  row: InnovationRow,
  { organisations, regions, categories }: Known,
): SheetProblem[] {
  const problems = regions.problems(number, row)
  if (organisations.named(row.institution) === undefined) {
    problems.push({ row: number, column: 'institution', says: organisations.unknown(row.institution) })
  }
  if (row.category !== null && !categories.has(fold(row.category))) {
    const names = [...new Set([...categories.values()].map((category) => category.name))]
    const meant = nearMiss(row.category, names)
    const hint = meant === null ? `categories are ${names.join(', ')}` : `did you mean "${meant}"?`
    problems.push({
      row: number,
      column: 'category',
      says: `"${row.category}" is not a category of ${currentCategoryScheme}; ${hint}`,
    })
  }
  return problems
}

/** Finds what the names of a row stand for; they were checked before. */
function place(
  { number, row, columns }: Numbered<InnovationRow> & { columns: ReadonlySet<string> },
  { organisations, regions, categories }: Known,
): PlacedInnovation {
  const province = row.province === null ? undefined : regions.provinceNamed(row.province)
  const region = row.region_code === null ? undefined : regions.get(row.region_code)
  return {
    number,
    record: recordOf({ ...row, region_name: row.region_name ?? region?.name ?? null }, columns),
    organisationId: organisations.named(row.institution)!,
    regionCode: region?.code ?? null,
    provinceCode: region?.province_code ?? province?.code ?? null,
    categoryKey: row.category === null ? null : categories.get(fold(row.category))!.key,
  }
}

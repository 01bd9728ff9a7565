import type { AttributeRow } from '@semai/domain/exchange/region-rows'
import { insertMany, updateMany } from '../db/bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { done, refused, repeated } from '../exchange/outcome.ts'
import type { Conflict, ImportContext, Outcome } from '../exchange/outcome.ts'
import { ensureSources } from '../exchange/source-ids.ts'
import { knownRegions } from './known-regions.ts'

/**
 * Figures of regions are as the rows say, found by region, attribute, year and source. A different value from
 * another source is kept beside it and listed as a conflict. With problems nothing is written.
 */
export async function saveAttributes(db: Tx, { rows }: ImportContext<AttributeRow>): Promise<Outcome> {
  const regions = await knownRegions(db)
  const problems = [
    ...rows.flatMap(({ number, row }) => regions.problems(number, row)),
    ...repeated(rows, null, (row) => [row.region_code, row.attribute, row.year, row.source].join(' ')),
  ]
  if (problems.length > 0) return refused(problems)
  const sourceId = await ensureSources(
    db,
    rows.map(({ row }) => ({ name: row.source, url: row.source_url })),
  )
  const there = await db.selectFrom('region_attribute').selectAll().execute()
  const known = new Map(there.map((figure) => [keyOf(figure), figure]))
  const wanted = rows.map(({ row }) => ({
    region_code: row.region_code,
    attribute: row.attribute,
    value: row.value,
    unit: row.unit,
    year: row.year,
    source_id: sourceId(row.source, row.source_url),
  }))
  const fresh = wanted.filter((figure) => !known.has(keyOf(figure)))
  const changed = wanted.filter((figure) => {
    const before = known.get(keyOf(figure))
    return before !== undefined && (before.value !== figure.value || before.unit !== figure.unit)
  })
  await insertMany(db, 'region_attribute', fresh)
  const by = ['region_code', 'attribute', 'year', 'source_id']
  await updateMany(db, 'region_attribute', { rows: changed, by })
  const conflicts = conflictsOf(rows, wanted, there)
  return done({ rows: rows.length, created: fresh.length, updated: changed.length, conflicts })
}

type Figure = { region_code: string; attribute: string; value: number; year: number; source_id: string }

function keyOf({ region_code, attribute, year, source_id }: Figure): string {
  return `${region_code} ${attribute} ${year} ${source_id}`
}

function conflictsOf(
  rows: ImportContext<AttributeRow>['rows'],
  wanted: Figure[],
  there: Figure[],
): Conflict[] {
  const others = Map.groupBy(
    there,
    ({ region_code, attribute, year }) => `${region_code} ${attribute} ${year}`,
  )
  return wanted.flatMap((figure, i) => {
    const { region_code, attribute, year, value, source_id } = figure
    const other = others
      .get(`${region_code} ${attribute} ${year}`)
      ?.find((before) => before.source_id !== source_id && before.value !== value)
    if (other === undefined) return []
    const values = [String(other.value), String(value)]
    return [{ row: rows[i]!.number, subject: region_code, field: `${attribute} ${year}`, values }]
  })
}

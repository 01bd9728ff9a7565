import { governmentKey, governmentName } from '@semai/domain/organisations/government'
import type { RegionRow } from '@semai/domain/exchange/region-rows'
import type { SheetProblem } from '@semai/domain/exchange/sheet'
import { hasGovernment, provinceCodeOf } from '@semai/domain/regions/region'
import { freeSlug } from '@semai/domain/text/slug'
import { audit } from '../db/audit.ts'
import { insertMany, updateMany } from '../db/bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { done, refused, repeated } from '../exchange/outcome.ts'
import type { ImportContext, Outcome } from '../exchange/outcome.ts'
import { changedColumns } from '../exchange/rows-diff.ts'

/**
 * Regions are as the rows say, found by code; each that governs itself has a government among the organisations.
 * Slugs never change. With problems nothing is written.
 */
export async function saveRegions(db: Tx, { rows, actor, now }: ImportContext<RegionRow>): Promise<Outcome> {
  const known = new Map((await db.selectFrom('region').selectAll().execute()).map((row) => [row.code, row]))
  const problems = [...repeated(rows, 'region_code', (row) => row.region_code), ...misplaced(rows, known)]
  if (problems.length > 0) return refused(problems)
  const slugs = new Set([...known.values()].map((row) => row.slug))
  const fresh: ReturnType<typeof columnsOf>[] = []
  const changed: (ReturnType<typeof columnsOf> & { slug: string })[] = []
  for (const { row } of [...rows].sort((a, b) => a.row.region_code.length - b.row.region_code.length)) {
    const before = known.get(row.region_code)
    const columns = columnsOf(row, before)
    if (before === undefined)
      fresh.push({ ...columns, slug: freeSlug(row.region_name, row.region_code, slugs) })
    else if (changedColumns(before, columns).length > 0) changed.push({ ...columns, slug: before.slug })
  }
  await insertMany(db, 'region', fresh as Required<(typeof fresh)[number]>[])
  await updateMany(db, 'region', { rows: changed, by: ['code'] })
  for (const { code } of changed) await audit(db, actor, { what: 'region.update', subjectId: code, at: now })
  await ensureGovernments(db)
  return done({ rows: rows.length, created: fresh.length, updated: changed.length })
}

type KnownRegion = {
  code: string
  slug: string
  seat: string | null
  lat: number
  lon: number
  point_method: string
  point_check: 'ok' | 'weak'
}

function columnsOf(
  row: RegionRow,
  before: KnownRegion | undefined,
): {
  code: string
  kind: RegionRow['kind']
  name: string
  province_code: string
  has_government: boolean
  seat: string | null
  lat: number
  lon: number
  point_method: string
  point_check: 'ok' | 'weak'
  slug?: string
} {
  return {
    code: row.region_code,
    kind: row.kind,
    name: row.region_name,
    province_code: provinceCodeOf(row.region_code),
    has_government: hasGovernment(row.region_code),
    seat: row.seat ?? before?.seat ?? null,
    lat: row.lat ?? before!.lat,
    lon: row.lon ?? before!.lon,
    point_method: row.method ?? before?.point_method ?? 'imported',
    point_check: (row.check as 'ok' | 'weak' | null) ?? before?.point_check ?? 'weak',
  }
}

function misplaced(rows: ImportContext<RegionRow>['rows'], known: Map<string, KnownRegion>): SheetProblem[] {
  const codes = new Set([...known.keys(), ...rows.map(({ row }) => row.region_code)])
  return rows.flatMap(({ number, row }) => {
    const problems: SheetProblem[] = []
    const province = provinceCodeOf(row.region_code)
    if (!codes.has(province)) {
      const says = `the province ${province} is neither known nor in this file`
      problems.push({ row: number, column: 'region_code', says })
    }
    if (row.lat === null && !known.has(row.region_code)) {
      problems.push({
        row: number,
        column: 'lat',
        says: 'is empty: a new region needs the point of its seat',
      })
    }
    return problems
  })
}

/** Every region with a government of its own has it among the organisations. Names already there stay. */
async function ensureGovernments(db: Tx): Promise<void> {
  const without = await db
    .selectFrom('region as r')
    .select(['r.code', 'r.kind', 'r.name'])
    .where('r.has_government', '=', true)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('organisation as o')
            .select('o.id')
            .whereRef('o.region_code', '=', 'r.code')
            .where('o.kind', '=', 'government')
            .where('o.ended_on', 'is', null),
        ),
      ),
    )
    .orderBy('r.code')
    .execute()
  if (without.length === 0) return
  const slugs = new Set((await db.selectFrom('organisation').select('slug').execute()).map((row) => row.slug))
  const governments = without.map((region) => {
    const name = governmentName(region)
    const slug = freeSlug(name, region.code, slugs)
    const source_key = governmentKey(region.code)
    return {
      id: uuidv7(),
      slug,
      name,
      kind: 'government' as const,
      parent_id: null,
      region_code: region.code,
      source_key,
    }
  })
  await insertMany(db, 'organisation', governments)
}

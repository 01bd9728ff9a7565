import { fold } from '@semai/domain/text/near-miss'
import { insertMany } from '../db/bulk.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSources } from './source-ids.ts'
import type { ShippedRecord } from './shipped-data.ts'

/** Regions that changed province are known with the law and the day. Rows already there stay. */
export async function applyHistory(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const provinces = await db
    .selectFrom('region')
    .select(['code', 'name'])
    .where('kind', '=', 'province')
    .execute()
  const codes = new Map(provinces.map((row) => [fold(row.name), row.code]))
  const there = await db.selectFrom('region_history').select(['region_code', 'valid_from']).execute()
  const known = new Set(there.map((row) => `${row.region_code} ${row.valid_from}`))
  const fresh = rows
    .filter((row) => !known.has(`${row['region_code']} ${row['law_date']}`))
    .map((row) => ({
      id: uuidv7(),
      region_code: row['region_code']!,
      former_province_code: codes.get(fold(row['former_province']!))!,
      law: row['law']!,
      valid_from: row['law_date']!,
    }))
  await insertMany(db, 'region_history', fresh)
}

/** Innovation hubs are known as far as the file knows them. Rows already there stay. */
export async function applyHubs(db: Tx, rows: readonly ShippedRecord[]): Promise<void> {
  const there = await db.selectFrom('hub').select(['region_code', 'year']).execute()
  const known = new Set(there.map((row) => `${row.region_code} ${row.year}`))
  const sourceId = await ensureSources(
    db,
    rows.map((row) => ({ name: row['source']!, url: null })),
  )
  const fresh = rows
    .filter((row) => !known.has(`${row['region_code']} ${row['year']}`))
    .map((row) => ({
      id: uuidv7(),
      region_code: row['region_code']!,
      organisation_id: null,
      year: Number(row['year']),
      status: row['status'] as 'designated' | 'invited',
      source_id: sourceId(row['source']!),
    }))
  await insertMany(db, 'hub', fresh)
}

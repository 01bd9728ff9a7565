import { currentCategoryScheme } from '@semai/domain/innovations/category'
import type { Db } from '../db/transaction.ts'

/** Names for what a list is filtered by. */
export type ListNames = {
  provinces: readonly { code: string; name: string }[]
  categories: readonly { key: string; id: string; en: string }[]
}

const freshMs = 60_000
const known = new WeakMap<Db, { until: number; names: Promise<ListNames> }>()

/** Provinces by name and the categories of the current edition in their order. Two queries, at most once a minute. */
export function listNames(db: Db, now: Date): Promise<ListNames> {
  const kept = known.get(db)
  if (kept && kept.until > now.getTime()) return kept.names
  const names = readNames(db)
  known.set(db, { until: now.getTime() + freshMs, names })
  names.catch(() => known.delete(db))
  return names
}

async function readNames(db: Db): Promise<ListNames> {
  const [provinces, categories] = await Promise.all([
    db.selectFrom('region').select(['code', 'name']).where('kind', '=', 'province').orderBy('name').execute(),
    db
      .selectFrom('category')
      .select(['key', 'name_id as id', 'name_en as en'])
      .where('scheme', '=', currentCategoryScheme)
      .orderBy('position')
      .execute(),
  ])
  return { provinces, categories }
}

/** The name of one region; null when there is none with this code. */
export async function regionName(db: Db, code: string): Promise<string | null> {
  const region = await db.selectFrom('region').select('name').where('code', '=', code).executeTakeFirst()
  return region?.name ?? null
}

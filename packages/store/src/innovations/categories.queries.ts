import { currentCategoryScheme } from '@semai/domain/innovations/category'
import type { Db } from '../db/transaction.ts'

/** The categories of the current edition, in its order. */
export function categoriesOf(db: Db) {
  return db
    .selectFrom('category')
    .select(['key', 'name_id as nameId', 'name_en as nameEn'])
    .where('scheme', '=', currentCategoryScheme)
    .orderBy('position')
    .execute()
}

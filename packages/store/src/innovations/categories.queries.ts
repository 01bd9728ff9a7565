import { currentCategoryScheme } from '@semai/domain/innovations/category'
import { Refusal } from '@semai/domain/refusal'
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

/**
 * Nothing, when the current edition has this category, or when none is named. One query, none without a category.
 * @throws Refusal invalid, with the field and the names there are.
 */
export async function refuseUnknownCategory(db: Db, key: string | null | undefined): Promise<void> {
  if (key === null || key === undefined) return
  const known = await categoriesOf(db)
  if (known.some((category) => category.key === key)) return
  const says = {
    id: `Kategori ini tidak ada di daftar. Pilih salah satu: ${known.map(({ nameId }) => nameId).join('; ')}.`,
    en: `This category is not in the list. Choose one: ${known.map(({ nameEn, key: named }) => `${nameEn} (${named})`).join('; ')}.`,
  }
  throw new Refusal('invalid', says, [{ field: 'category', says }])
}

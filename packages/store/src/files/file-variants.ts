import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** Sizes of a picture with their widths, smallest first; none for a document. For a query over `f`. */
export function variantsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('file_variant as v')
      .select(['v.width', 'v.height', 'v.format'])
      .where(sql<boolean>`v.file_id = f.id`)
      .orderBy('v.width')
      .orderBy('v.format'),
  )
}

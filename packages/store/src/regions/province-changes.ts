import type { Db } from '../db/transaction.ts'

/** Every change of province on record, oldest first: 26 rows since 2022. One query. */
export function provinceChanges(db: Db) {
  return db
    .selectFrom('region_history')
    .select([
      'region_code as regionCode',
      'former_province_code as formerProvinceCode',
      'valid_from as validFrom',
    ])
    .orderBy('valid_from')
    .orderBy('region_code')
    .execute()
}

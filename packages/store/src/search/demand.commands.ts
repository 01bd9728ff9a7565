import { demandText } from '@semai/domain/search/demand'
import type { Day } from '../db/schema.ts'
import type { Db } from '../db/transaction.ts'
import { searchLanguage } from './language.queries.ts'
import { searchTables } from './schema.ts'

/**
 * A search that found nothing is counted for its day, when its text may be kept at all (see `demandText`). Not
 * audited: it is no act of anyone known, and nothing of who asked is kept.
 * @returns whether it was counted.
 */
export async function recordMiss(db: Db, text: string, day: Day): Promise<boolean> {
  const asked = demandText(await searchLanguage(db), text)
  if (asked === null) return false
  await searchTables(db)
    .insertInto('search_demand')
    .values({ asked, day, times: 1 })
    .onConflict((conflict) =>
      conflict.columns(['asked', 'day']).doUpdateSet((eb) => ({ times: eb('search_demand.times', '+', 1) })),
    )
    .execute()
  return true
}

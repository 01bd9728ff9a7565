import { placeYears } from '@semai/domain/continuity/place-years'
import type { PlaceYear } from '@semai/domain/continuity/place-years'
import type { Actor } from '@semai/domain/people/actor'
import { liesIn } from '../boards/place-of-board.ts'
import type { Db } from '../db/transaction.ts'
import { runsOnRecord } from './runs.queries.ts'

/** What began, ran and stopped in a region, of a province in all of it, year by year. One query. */
export async function yearsOfPlace(
  db: Db,
  actor: Actor,
  { code, today }: { code: string; today: string },
): Promise<PlaceYear[]> {
  return placeYears(await runsOnRecord(db, actor, { today, among: liesIn({ code }, 'c.region_code') }), today)
}

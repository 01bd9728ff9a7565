import { shownDemand } from '@semai/domain/search/demand'
import { sql } from 'kysely'
import type { Day } from '../db/schema.ts'
import type { Db } from '../db/transaction.ts'
import { searchTables } from './schema.ts'

/** What was asked in vain, as roots of words in order of the alphabet. */
export type Demand = { asked: string; times: number; lastDay: Day }

/** What was asked in vain most often since a day, but for what was asked fewer than `atLeast` times. One query. */
export async function topDemand(
  db: Db,
  { since = '0001-01-01', atLeast = 1, limit = 20 }: { since?: Day; atLeast?: number; limit?: number } = {},
): Promise<Demand[]> {
  const rows = await searchTables(db)
    .selectFrom('search_demand')
    .select(({ fn }) => ['asked', fn.sum<number>('times').as('times'), fn.max('day').as('lastDay')])
    .where('day', '>=', since)
    .groupBy('asked')
    .having(({ fn }) => fn.sum('times'), '>=', atLeast)
    .orderBy('times', 'desc')
    .orderBy('asked')
    .limit(limit)
    .execute()
  return rows.map(({ times, ...rest }) => ({ ...rest, times: Number(times) }))
}

/** What everyone may see of demand: how often, on how many days, and when last. */
export type ShownDemand = Demand & { days: number }

/**
 * What was asked in vain often enough to be shown (see `shownDemand`): on several days or several times, so that
 * nobody's single search stands there. Most often asked first, then newest. One query.
 */
export async function publicDemand(db: Db, limit = 100): Promise<ShownDemand[]> {
  const times = sql<number>`sum(times)::int`
  const days = sql<number>`count(*)::int`
  return searchTables(db)
    .selectFrom('search_demand')
    .select(['asked', times.as('times'), days.as('days')])
    .select(({ fn }) => fn.max('day').as('lastDay'))
    .groupBy('asked')
    .having((eb) => eb.or([eb(days, '>=', shownDemand.days), eb(times, '>=', shownDemand.times)]))
    .orderBy(times, 'desc')
    .orderBy('lastDay', 'desc')
    .orderBy('asked')
    .limit(limit)
    .execute()
}

import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** Innovations that both regions began, and those that only the other began. */
export type SharedHistory = { both: number; onlyThere: number }

/**
 * What other regions began beside one, by their codes: what likeness by figures does not tell. A region that began nothing
 * is absent. One query.
 */
export async function sharedHistory(
  db: Db,
  actor: Actor,
  code: string,
  others: readonly string[],
): Promise<Map<string, SharedHistory>> {
  const begun = (regions: readonly string[]) =>
    visibleClaims(db, actor)
      .select(['c.region_code as code', 'c.innovation_id'])
      .distinct()
      .where('c.happening', '<>', 'stopped')
      .where('c.region_code', '=', sql<string>`any(${regions}::text[])`)
  const both = sql<number>`count(*) filter (where here.innovation_id is not null)::int`
  const rows = await db
    .selectFrom(begun(others).as('there'))
    .leftJoin(begun([code]).as('here'), 'here.innovation_id', 'there.innovation_id')
    .select(['there.code', both.as('both'), sql<number>`count(*)::int`.as('all')])
    .groupBy('there.code')
    .execute()
  return new Map(rows.map(({ code, both, all }) => [code, { both, onlyThere: all - both }]))
}

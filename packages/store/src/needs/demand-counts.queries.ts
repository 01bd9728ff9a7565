import type { DemandCount } from '@semai/domain/exchange/need-record'
import { publicActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleNeeds } from './visible-needs.ts'

/**
 * How many needs have no answer, by service and province, most first, and whom they affect as far as they tell. As everybody
 * may read it. One query.
 */
export async function demandCounts(db: Db): Promise<DemandCount[]> {
  const affected = sql<number | null>`(n.content ->> 'affected')::bigint`
  const rows = await visibleNeeds(db, publicActor)
    .leftJoin('region as p', 'p.code', 'n.province_code')
    .select(['n.sector as service', 'p.code', 'p.name'])
    .select([
      sql<number>`count(*)::int`.as('needs'),
      sql<number | null>`sum(${affected})::float8`.as('people_affected'),
      sql<number>`count(${affected})::int`.as('telling'),
    ])
    .where('n.state', '=', 'unmet')
    .groupBy(['n.sector', 'p.code', 'p.name'])
    .orderBy('needs', 'desc')
    .orderBy('n.sector')
    .orderBy('p.code')
    .execute()
  return rows.map(({ code, name, ...row }) => ({ ...row, province: code && name ? { code, name } : null }))
}

import type { Willingness } from '@semai/domain/study-visits/study-visit.form'
import { publicActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { loadColumns, placesLeft } from './host-load.ts'

/**
 * How ready the origin of an innovation is for those who want to replicate it: what it says, its open days to come with
 * places left (`nextOn` the first of them), and how busy it is. Days are `YYYY-MM-DD`.
 */
export type OriginsSide = {
  innovationId: string
  organisation: string
  willingness: Willingness | null
  words: string | null
  statedAt: Date | null
  nextOn: string | null
  openDays: number
  waiting: number
  accepted: number
  received: number
}

/** The origins of these innovations, as everybody may read it. One query. */
export async function originsSides(
  db: Db,
  { innovationIds, today }: { innovationIds: readonly string[]; today: string },
): Promise<Map<string, OriginsSide>> {
  const open = sql`study_visit_slot s where s.innovation_id = i.id and s.held_on >= ${today}::date and ${placesLeft} > 0`
  const rows = await visibleInnovations(db, publicActor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('host_statement as h', 'h.innovation_id', 'i.id')
    .select(['i.id as innovationId', 'o.name as organisation'])
    .select(['h.willingness', 'h.words', 'h.stated_at as statedAt'])
    .select([
      sql<string | null>`(select min(s.held_on) from ${open})`.as('nextOn'),
      sql<number>`(select count(*)::int from ${open})`.as('openDays'),
    ])
    .select(loadColumns(today))
    .where('i.id', '=', sql<string>`any(${[...innovationIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.innovationId, row]))
}

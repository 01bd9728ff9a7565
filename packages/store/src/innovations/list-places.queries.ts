import type { Actor } from '@semai/domain/people/actor'
import { runPrepared } from '../db/prepared.ts'
import type { Db } from '../db/transaction.ts'
import { allConditions } from './list-conditions.ts'
import type { ListQuestion } from './list-question.ts'
import { visibleInList } from './visible.ts'

/** How many innovations that answer a question come from a place. `code` is null for national bodies. */
export type ListPlace = { code: string | null; count: number }

/**
 * Where the innovations that answer a question come from: regencies, cities, provinces (for their own governments).
 * Every row that answers is counted. One query.
 */
export async function innovationPlaces(db: Db, actor: Actor, question: ListQuestion): Promise<ListPlace[]> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = [...visibleInList(actor, bind), ...allConditions(question, bind, 'indexed')]
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
  const text = `select coalesce(l.region_code, l.province_code) as code, count(*)::integer as count
    from innovation_list l${where} group by 1 order by 2 desc, 1`
  return runPrepared<ListPlace>(db, text, values)
}

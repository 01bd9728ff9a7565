import { emptySelection } from '@semai/domain/needs/selection'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { visibleInnovations } from '../innovations/visible.ts'

/** The table of a need with the names of its candidates, in the order in which they joined. Two queries. */
export async function shownCandidates(db: Db, actor: Actor, needId: string) {
  const row = isUuid(needId)
    ? await db
        .selectFrom('need_selection')
        .select(['content', 'revision'])
        .where('need_id', '=', needId)
        .executeTakeFirst()
    : undefined
  const table = row?.content ?? emptySelection
  const ids = table.candidates.map(({ innovationId }) => innovationId)
  const rows = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id as innovationId', 'i.name', 'i.slug', 'o.name as organisation'])
    .where('i.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const named = new Map(rows.map((one) => [one.innovationId, one]))
  return {
    table,
    revision: row?.revision ?? 0,
    candidates: table.candidates.flatMap((one) => {
      const innovation = named.get(one.innovationId)
      return innovation ? [{ ...innovation, scores: one.scores }] : []
    }),
  }
}

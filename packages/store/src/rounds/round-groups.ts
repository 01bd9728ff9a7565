import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** The groups of a round, in order, each with how many were asked and how many submitted. One query. */
export function roundGroups(db: Db, { id }: { id: string }) {
  return db
    .selectFrom('round_group as g')
    .select(['g.id', 'g.name_id as nameId', 'g.name_en as nameEn', 'g.objects', 'g.awards', 'g.criteria'])
    .select('g.presentation_share as presentationShare')
    .select([
      sql<number>`(select count(*)::int from round_locus l where l.group_id = g.id)`.as('loci'),
      sql<number>`(select count(*)::int from round_locus l join round_answer a on a.locus_id = l.id
        where l.group_id = g.id and a.state = 'submitted')`.as('answered'),
    ])
    .where('g.round_id', '=', id)
    .orderBy('g.position')
    .execute()
}
export type RoundGroup = Awaited<ReturnType<typeof roundGroups>>[number]

import type { Tx, Db } from '../db/transaction.ts'
import { sql } from 'kysely'
import { grantHolds } from '../people/grant-holds.ts'
import { locusInstitutions, personInstitutions } from './institutions.ts'
import { isSubmitted } from './rounds.ts'

/** Everybody who may be named an assessor now: who holds the role of an evaluator, by name, with how many loci of the round each has. One query. */
export function assessorPool(db: Db, { id, now }: { id: string; now: Date }) {
  return db
    .selectFrom('person as p')
    .select(['p.id', 'p.name', personInstitutions('p.id').as('institutionIds')])
    .select(
      sql<number>`(select count(*)::int from round_assessment x join round_locus l on l.id = x.locus_id
        where l.round_id = ${id} and x.person_id = p.id and x.state <> 'recused')`.as('load'),
    )
    .where('p.deactivated_at', 'is', null)
    .where(
      sql<boolean>`exists (select from role_grant g where g.person_id = p.id and g.role = 'evaluator' and ${grantHolds(now)})`,
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(500)
    .execute()
}
export type PooledAssessor = Awaited<ReturnType<typeof assessorPool>>[number]

/** The loci of a round that submitted, with the institutions each is about and whoever was named so far. One query. */
export function lociToRead(db: Tx, roundId: string) {
  return db
    .selectFrom('round_locus as l')
    .innerJoin('organisation as o', 'o.id', 'l.organisation_id')
    .leftJoin('innovation as i', 'i.id', 'l.innovation_id')
    .select(['l.id', locusInstitutions.as('institutionIds')])
    .select([
      sql<string[]>`(select coalesce(array_agg(x.person_id::text), '{}') from round_assessment x
        where x.locus_id = l.id and x.state <> 'recused')`.as('assessors'),
      sql<string[]>`(select coalesce(array_agg(x.person_id::text), '{}') from round_assessment x
        where x.locus_id = l.id and x.state = 'recused')`.as('recused'),
    ])
    .where('l.round_id', '=', roundId)
    .where(isSubmitted)
    .orderBy('l.id')
    .execute()
}

/** Who was named for these loci, by name. One query; none for no loci. */
export async function assessorsOf(db: Db, loci: readonly string[]) {
  if (loci.length === 0) return []
  return db
    .selectFrom('round_assessment as x')
    .innerJoin('person as p', 'p.id', 'x.person_id')
    .select(['x.id', 'x.locus_id as locus', 'x.state', 'x.recused_why as recusedWhy', 'p.name'])
    .where('x.locus_id', 'in', [...loci])
    .orderBy('p.name')
    .orderBy('x.id')
    .execute()
}

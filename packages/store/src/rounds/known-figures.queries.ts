import type { Actor } from '@semai/domain/people/actor'
import type { Known } from '@semai/domain/rounds/known-figures'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import type { LoadedLocus } from './loci.ts'

type Of = Pick<LoadedLocus, 'innovationId' | 'replicationId'>

/**
 * What the records say about a locus today: of a replication its own pulse, reports and claim, of an innovation the answers of its
 * agency and all that runs elsewhere; of an organisation nothing. One query, none for an organisation.
 */
export async function knownFiguresOf(
  db: Db,
  actor: Actor,
  { locus, today }: { locus: Of; today: string },
): Promise<Known> {
  const { innovationId, replicationId } = locus
  if (innovationId === null) return nothing
  const counts = visibleClaims(db, actor)
    .select(sql<number>`count(*)::int`.as('n'))
    .where('c.innovation_id', '=', innovationId)
    .where('c.strength', '=', 'verified')
    .where('c.stopped_on', 'is', null)
    .where(sql<boolean>`(c.valid_until is null or c.valid_until >= ${today}::date)`)
    .$if(replicationId !== null, (query) =>
      query.where(sql<boolean>`c.id = (select claim_id from replication where id = ${replicationId})`),
    )
  const row = await db
    .selectFrom('innovation as i')
    .leftJoin('replication as p', (join) => join.on('p.id', '=', replicationId))
    .select([
      latestPulse(replicationId).as('pulse'),
      spending(replicationId).as('spending'),
      counts.as('claims'),
      sql<number | null>`case when p.id is null then (select count(*)::int from replication r
        where r.innovation_id = i.id and r.state in ('running', 'institutionalised')) end`.as('replicas'),
      (replicationId === null
        ? asFarAsKnown('i.started_from', 'i.started_to')
        : sql<
            string | null
          >`(select ${asFarAsKnown('c.earliest', 'c.latest')} from claim c where c.id = p.claim_id)`
      ).as('started'),
    ])
    .where('i.id', '=', innovationId)
    .executeTakeFirst()
  return row ?? nothing
}

const nothing: Known = { pulse: null, spending: null, claims: null, replicas: null, started: null }

/** A day, month or year in which something began, from its limits; null where they lie in several years. */
function asFarAsKnown(first: string, last: string) {
  const [from, to] = [sql.ref(first), sql.ref(last)]
  return sql<string | null>`case when ${from} = ${to} then ${from}::text
    when date_trunc('month', ${from}) = date_trunc('month', ${to}) then to_char(${from}, 'YYYY-MM')
    when date_trunc('year', ${from}) = date_trunc('year', ${to}) then to_char(${from}, 'YYYY') end`
}

function latestPulse(replicationId: string | null) {
  const on = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Jakarta')::date`
  return replicationId === null
    ? sql<
        Known['pulse']
      >`(select jsonb_build_object('answer', a.answer, 'on', ${on('a.at')}) from innovation_answer a
        where a.innovation_id = i.id order by a.at desc limit 1)`
    : sql<
        Known['pulse']
      >`(select jsonb_build_object('answer', u.answer, 'on', ${on('u.answered_at')}) from pulse u
        where u.replication_id = p.id and u.answered_at is not null order by u.answered_at desc limit 1)`
}

/** Of the latest year with a verified report that names money. */
function spending(replicationId: string | null) {
  return replicationId === null
    ? sql<Known['spending']>`null::jsonb`
    : sql<
        Known['spending']
      >`(select jsonb_build_object('year', q.year, 'rupiah', sum(q.realisation), 'quarters', count(*))
        from quarterly_report q where q.replication_id = p.id and q.state = 'verified' and q.realisation is not null
        group by q.year order by q.year desc limit 1)`
}

import type { Actor } from '@semai/domain/people/actor'
import { roundObjectNames } from '@semai/domain/rounds/round'
import type { RoundObject } from '@semai/domain/rounds/round'
import type { DrawLociForm } from '@semai/domain/rounds/round.form'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import type { LocusRecord } from './find-locus-record.ts'

/**
 * The records a rule names, by id, each with who answers: innovations honoured in the years (in a contest, where one is named),
 * replications that began in them and run or are institutionalised, or the institutions of whoever answers in the other groups of the
 * round. One query; at most 2,001 rows.
 */
export function recordsByRule(
  db: Db,
  actor: Actor,
  { round, objects, said }: { round: string; objects: RoundObject; said: DrawLociForm },
): Promise<LocusRecord[]> {
  const { competition, fromYear, toYear } = said
  if (objects === 'innovation') {
    return visibleInnovations(db, actor)
      .select([
        'i.id as innovation',
        sql<string | null>`null`.as('replication'),
        'i.organisation_id as organisation',
      ])
      .where(
        sql<boolean>`exists (select from innovation_award w where w.innovation_id = i.id and w.year between ${fromYear} and ${toYear}
          and (${competition ?? ''} = '' or w.competition = ${competition ?? ''}))`,
      )
      .where('i.kind', '=', 'innovation')
      .orderBy('i.id')
      .limit(2_001)
      .execute()
  }
  if (objects === 'replication') {
    return visibleReplications(db, actor)
      .select(['r.innovation_id as innovation', 'r.id as replication', 'r.organisation_id as organisation'])
      .where('r.state', 'in', ['running', 'institutionalised'])
      .where(
        sql<boolean>`extract(year from r.created_at at time zone 'Asia/Jakarta') between ${fromYear} and ${toYear}`,
      )
      .orderBy('r.id')
      .limit(2_001)
      .execute()
  }
  return institutionsOf(db, round)
}

/** The institutions of whoever answers for loci of the round. */
async function institutionsOf(db: Db, round: string): Promise<LocusRecord[]> {
  const { rows } = await sql<{ organisation: string }>`
    select distinct on (institution.id) institution.id as organisation from round_locus l
      cross join lateral (select above.id from organisation_above x join organisation above on above.id = x.above_id
        where x.organisation_id = l.organisation_id order by (above.kind = 'unit'), x.depth limit 1) institution
      where l.round_id = ${round} and l.innovation_id is not null order by institution.id limit 2001`.execute(
    db,
  )
  return rows.map(({ organisation }) => ({ innovation: null, replication: null, organisation }))
}

/** The rule in a few words, kept with every locus it chose. In Indonesian. */
export function ruleWords(objects: RoundObject, { competition, fromYear, toYear }: DrawLociForm): string {
  const years = fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`
  if (objects === 'innovation') return `Penghargaan ${competition || 'apa pun'} ${years}`
  if (objects === 'replication') return `Replikasi berjalan yang dimulai ${years}`
  return `${roundObjectNames.organisation.id} yang menjawab di kelompok lain`
}

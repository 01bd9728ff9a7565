import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { RoundLocusRecord, RoundRecord } from '@semai/domain/exchange/round-record'
import { publicActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { joinedLoci, locusName } from '../rounds/loci.ts'
import { isSubmitted, visibleRounds } from '../rounds/rounds.ts'

type Asked<Place> = { after: Place | null; limit: number }

/** Published rounds as open records in order of their codes. `after` is the code after which to go on. One query. */
export async function roundRecords(db: Db, { after, limit }: Asked<string>): Promise<RoundRecord[]> {
  const rows = await visibleRounds(db, publicActor)
    .select(['r.code', 'r.kind', 'r.name', 'r.year', 'r.basis', 'r.answers_until', 'r.published_at'])
    .select(
      sql<number>`(select count(*)::int from round_locus l where l.round_id = r.id and ${isSubmitted})`.as(
        'answered',
      ),
    )
    .select(groupsOf.as('groups'))
    .where('r.published_at', 'is not', null)
    .$if(after !== null, (query) => query.where('r.code', '>', after!))
    .orderBy('r.code')
    .limit(limit)
    .execute()
  return rows.map(({ answers_until, published_at, groups, answered, ...row }) => ({
    schema_version: schemaVersion,
    ...row,
    answers_until: answers_until.toISOString(),
    published_at: published_at!.toISOString(),
    asked: groups.reduce((sum, { asked }) => sum + asked, 0),
    answered,
    groups,
  }))
}

/** The groups of a round `r`, each with how many it asked and honours. */
const groupsOf = sql<
  RoundRecord['groups']
>`coalesce((select jsonb_agg(jsonb_build_object('name_id', g.name_id,
    'name_en', g.name_en, 'of', g.objects,
    'asked', (select count(*) from round_locus l where l.group_id = g.id),
    'honoured', (select count(*) from round_locus l join round_award w on w.locus_id = l.id
      where l.group_id = g.id and w.is_awarded)) order by g.position)
  from round_group g where g.round_id = r.id), '[]')`

/**
 * Whom published rounds asked, of one round or all, as open records in order of their ids. `after` is the id after which to
 * go on. One query.
 */
export async function roundLocusRecords(
  db: Db,
  { round, after, limit }: Asked<string> & { round: string | null },
): Promise<{ id: string; record: RoundLocusRecord }[]> {
  const rows = await joinedLoci(db)
    .leftJoin('round_award as w', 'w.locus_id', 'l.id')
    .select(['l.id', 'r.code as round', 'g.name_id', locusName.as('name')])
    .select(['o.name as respondent', 'o.slug', 'o.kind', 'i.code as innovation', 'p.code as replication'])
    .select(sql<boolean>`coalesce(w.is_awarded, false)`.as('honoured'))
    .select(sql<string | null>`case when w.is_awarded then w.reason end`.as('reason'))
    .where(
      'r.id',
      'in',
      visibleRounds(db, publicActor).select('r.id').where('r.published_at', 'is not', null),
    )
    .$if(round !== null, (query) => query.where('r.code', '=', round!))
    .$if(after !== null, (query) => query.where('l.id', '>', after!))
    .orderBy('l.id')
    .limit(limit)
    .execute()
  return rows.map(({ id, name_id, respondent, slug, kind, ...row }) => ({
    id,
    record: {
      schema_version: schemaVersion,
      ...row,
      group_id: name_id,
      respondent: { slug, name: respondent, kind },
    },
  }))
}

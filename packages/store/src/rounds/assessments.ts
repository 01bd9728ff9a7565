import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Owned } from '@semai/domain/people/access'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { locusInstitutions, personInstitutions } from './institutions.ts'
import { joinedLoci, locusName } from './loci.ts'
import { assessorId } from './rounds.ts'

type Asked = { code: string; id: string }

/**
 * What this person was named to assess of a locus, with what rules ask: also where a conflict of interest keeps them from it. One query.
 * @param id of the locus.
 * @throws Refusal not-found for whoever was not named, or stood back.
 */
export async function loadAssessment(
  db: Db,
  actor: Actor,
  { code, id }: Asked,
  lock: 'for update' | 'no lock' = 'no lock',
) {
  const person = assessorId(actor)
  const row =
    person !== null && isUuid(id)
      ? await joinedLoci(db)
          .innerJoin('round_assessment as x', 'x.locus_id', 'l.id')
          .leftJoin('round_presentation as s', 's.locus_id', 'l.id')
          .select(['x.id', 'x.state', 'x.sent_at as sentAt', 'l.id as locus', 'r.id as roundId'])
          .select([
            'x.presentation_score as presentationScore',
            'x.presentation_reason as presentationReason',
          ])
          .select(['r.code', 'r.name as round', 'r.state as roundState', 'r.form_version as formVersion'])
          .select(['g.criteria', 'g.objects', 'g.name_id as groupNameId', 'g.name_en as groupNameEn'])
          .select(['g.presentation_share as presentationShare', 'o.name as respondentName'])
          .select(['l.innovation_id as innovationId', 'l.replication_id as replicationId'])
          .select(['s.starts_at as startsAt', 's.place', 's.link', locusName.as('name')])
          .select([sideOf('o.id').$castTo<Owned>().as('respondent'), locusInstitutions.as('institutionIds')])
          .select(personInstitutions('x.person_id').as('ownInstitutions'))
          .select(
            sql<boolean>`exists (select from round_answer a where a.locus_id = l.id and a.state = 'submitted')`.as(
              'isSubmitted',
            ),
          )
          .where('l.id', '=', id)
          .where('r.code', '=', code)
          .where('x.person_id', '=', person)
          .where('x.state', '<>', 'recused')
          .$if(lock === 'for update', (query) => query.forUpdate('x'))
          .executeTakeFirst()
      : undefined
  if (!row || person === null) throw notNamed()
  const { ownInstitutions, ...assessment } = row
  return { ...assessment, assessor: { personId: person, institutionIds: ownInstitutions } }
}
export type LoadedAssessment = Awaited<ReturnType<typeof loadAssessment>>

function notNamed(): Refusal {
  return new Refusal('not-found', {
    id: 'Anda tidak ditugasi menilai lokus ini.',
    en: 'You were not named to assess this locus.',
  })
}

/** The scores of an assessment by criterion. One query. */
export async function scoresOf(db: Db, assessmentId: string) {
  const rows = await db
    .selectFrom('round_score')
    .select(['criterion', 'score', 'reason'])
    .where('assessment_id', '=', assessmentId)
    .execute()
  return Object.fromEntries(rows.map(({ criterion, score, reason }) => [criterion, { score, reason }]))
}

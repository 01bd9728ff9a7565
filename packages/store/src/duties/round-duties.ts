import type { Duty } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import { closesAt } from '@semai/domain/rounds/round'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { isToAssess, locusName, visibleLoci } from '../rounds/loci.ts'
import { assessorId } from '../rounds/rounds.ts'
import { mostRecords } from './own-duties.ts'

/**
 * What monitoring rounds ask: of who answers for a locus to submit in time, of an assessor to score what was named. One query, none for
 * who does neither.
 */
export async function roundDuties(db: Db, actor: Actor): Promise<Duty[]> {
  const units = scopeIds(actor, 'author', 'local_admin')
  const assessor = assessorId(actor)
  if (units.length === 0 && assessor === null) return []
  const isToAnswer = sql<boolean>`(r.state = 'answering' and ${isWithin('l.organisation_id', units)}
    and not exists (select from round_answer a where a.locus_id = l.id and a.state = 'submitted'))`
  const isOpen = sql<boolean>`(r.state = 'assessing' and ${isToAssess(actor)} and exists (select from round_answer a
      where a.locus_id = l.id and a.state = 'submitted')
    and exists (select from round_assessment x where x.locus_id = l.id and x.person_id = ${assessor} and x.state = 'open'))`
  const rows = await visibleLoci(db, actor)
    .select(['l.id as locus', 'r.code', 'o.name as adopter', locusName.as('innovation')])
    .select(['r.answers_until as answersUntil', 'l.extended_until as extendedUntil', 'r.moved_at as movedAt'])
    .select('r.assess_until as assessUntil')
    .select(isToAnswer.as('isToAnswer'))
    .where(sql<boolean>`(${isToAnswer} or ${isOpen})`)
    .orderBy('r.answers_until')
    .orderBy('l.id')
    .limit(mostRecords)
    .execute()
  return rows.map(({ isToAnswer, answersUntil, extendedUntil, movedAt, assessUntil, ...detail }): Duty => {
    if (!isToAnswer && assessUntil !== null) return { kind: 'round_assess_by', on: assessUntil, detail }
    if (!isToAnswer) return { kind: 'round_assess', on: dayIn(movedAt), detail }
    // The last day on which it can be submitted: what closes at midnight is due on the day before.
    const last = new Date(closesAt(answersUntil, extendedUntil).getTime() - 1)
    return { kind: 'round_answer', on: dayIn(last), detail }
  })
}

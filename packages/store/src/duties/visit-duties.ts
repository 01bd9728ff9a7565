import { itsOrigin } from '@semai/domain/claims/claim-parties'
import type { Duty } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import type { DutyQuestion } from './duty.queries.ts'
import { mostRecords } from './own-duties.ts'

/** Study visits that their host is to answer, and past ones without a report. One query, none for who writes for no unit. */
export async function visitDuties(db: Db, actor: Actor, { today }: DutyQuestion): Promise<Duty[]> {
  const own = scopeIds(actor, 'author', 'local_admin')
  if (own.length === 0) return []
  const rows = await visibleReplications(db, actor)
    .innerJoin('study_visit as v', 'v.replication_id', 'r.id')
    .innerJoin('study_visit_slot as s', 's.id', 'v.slot_id')
    .select(['r.code', 'a.name as adopterName', sql<string>`coalesce(r.local_name, i.name)`.as('innovation')])
    .select(['v.id', 'v.state', 'v.requested_at as askedAt', 's.held_on as heldOn'])
    .select([sideOf('a.id').as('adopter'), sideOf('i.organisation_id').as('origin')])
    .where(
      sql<boolean>`(v.state = 'requested' and ${isWithin('i.organisation_id', own)}
        or v.state = 'accepted' and s.held_on <= ${today}::date and ${isWithin('a.id', own)})`,
    )
    .orderBy('v.moved_at', 'desc')
    .limit(mostRecords)
    .execute()
  return rows.flatMap(
    ({ id: visit, state, askedAt, heldOn, code, adopterName, innovation, ...sides }): Duty[] => {
      const detail = { code, adopter: adopterName, innovation, visit }
      if (state === 'requested' && itsOrigin.allows(actor, sides)) {
        return [{ kind: 'visit_answer', on: dayIn(askedAt), detail }]
      }
      return state === 'accepted' && writesReplication.allows(actor, sides)
        ? [{ kind: 'visit_report', on: heldOn, detail }]
        : []
    },
  )
}

import { chainOf } from '@semai/domain/action-plans/budget-chain'
import { plannedStates, pledgesOf, yearsMeant } from '@semai/domain/action-plans/pledges'
import { adoptersDuties } from '@semai/domain/duties/adopters-duties'
import type { AdoptersWork } from '@semai/domain/duties/adopters-duties'
import type { Duty } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { moneyColumns, planYears } from '../action-plans/money-columns.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { milestonesOf, reportedQuarters, workedSince } from '../replications/work-columns.ts'
import type { DutyQuestion } from './duty.queries.ts'

/** So many records of a sort are looked at for one person. */
export const mostRecords = 200

/** What the replications of somebody's own units ask of them. One query, none for who writes for no unit. */
export async function ownDuties(db: Db, actor: Actor, { rules, today }: DutyQuestion): Promise<Duty[]> {
  const own = scopeIds(actor, 'author', 'local_admin')
  if (own.length === 0) return []
  const rows = await db
    .selectFrom('replication as r')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .select(['r.code', 'r.state', 'r.year', 'r.answer_by as answerBy', 'r.region_code as regionCode'])
    .select(['o.kind', 'a.name as adopter', sql<string>`coalesce(r.local_name, i.name)`.as('innovation')])
    .select(sql<string>`to_char(r.created_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`.as('createdOn'))
    .select([planYears.as('plan'), milestonesOf(db).as('milestones'), reportedQuarters(db).as('reported')])
    .select([openReportsOf(db).as('open'), workedSince.as('since')])
    .select(moneyColumns(db))
    .where('r.state', 'in', ['proposed', 'preparing', 'implementing', 'running'])
    .where(isWithin('r.organisation_id', own))
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(mostRecords)
    .execute()
  return rows.flatMap(({ code, adopter, innovation, kind, regionCode, year, plan, commitments, ...row }) => {
    const meant = { year, plan, pledges: pledgesOf(commitments) }
    const years = plannedStates.includes(row.state) ? yearsMeant(meant, today) : []
    const budget = { chain: chainOf(kind), regionCode, years }
    return adoptersDuties({ ...row, named: { code, adopter, innovation }, budget }, rules, today)
  })
}

/** Reports that their writers still have in hand, for a query over `r`. */
function openReportsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('quarterly_report as q')
      .select(['q.id', 'q.state', 'q.year', 'q.quarter'])
      .select(sql<string>`to_char(q.saved_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`.as('on'))
      .where(sql<boolean>`q.replication_id = r.id`)
      .where('q.state', 'in', ['draft', 'returned'])
      .orderBy('q.saved_at', 'desc')
      .limit(8),
  ).$castTo<AdoptersWork['open'][number][]>()
}

import { takenReportStates } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Quarter } from '@semai/domain/monitoring/reporting-quarter'
import type { Milestone } from '@semai/domain/replications/replication'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'

/** The milestones that are planned or there, for a query over `r`. */
export function milestonesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('replication_milestone as m')
      .select(['m.kind', 'm.planned_on as plannedOn', 'm.reached_on as reachedOn'])
      .where(sql<boolean>`m.replication_id = r.id`),
  ).$castTo<Milestone[]>()
}

/** The last four quarters of which a report was handed in, for a query over `r`. */
export function reportedQuarters(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('quarterly_report as q')
      .select(['q.year', 'q.quarter'])
      .where(sql<boolean>`q.replication_id = r.id`)
      .where('q.state', 'in', [...takenReportStates])
      .orderBy('q.year', 'desc')
      .orderBy('q.quarter', 'desc')
      .limit(4),
  ).$castTo<Quarter[]>()
}

/** The day, `YYYY-MM-DD`, from which it is carried out, or else on record, for a query over `r`. */
export const workedSince = sql<string>`to_char(coalesce((select min(t.at) from replication_step t
  where t.replication_id = r.id and t.step in ('begin', 'run')), r.created_at) at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`

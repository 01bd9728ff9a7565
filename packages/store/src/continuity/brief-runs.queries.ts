import { briefOfRuns } from '@semai/domain/boards/monthly-brief'
import type { MonthlyBrief } from '@semai/domain/boards/monthly-brief'
import type { BriefMonth } from '@semai/domain/boards/brief-month'
import type { Actor } from '@semai/domain/people/actor'
import { claimInBrief } from '../boards/brief-scope.ts'
import type { BriefScope } from '../boards/brief-scope.ts'
import type { Db } from '../db/transaction.ts'
import { runsOnRecord } from './runs.queries.ts'

/** How what runs stood on the last day of a month, and what stopped in it. One query. */
export async function briefRuns(
  db: Db,
  actor: Actor,
  { scope, month }: { scope: BriefScope; month: BriefMonth },
): Promise<Pick<MonthlyBrief, 'states' | 'stops'>> {
  const runs = await runsOnRecord(db, actor, { today: month.until, among: claimInBrief(scope) })
  return briefOfRuns(runs, month)
}

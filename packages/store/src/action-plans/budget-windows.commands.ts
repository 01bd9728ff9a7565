import { budgetWindows, stageOf } from '@semai/domain/action-plans/budget-calendar'
import type { BudgetRules, BudgetWindow, WindowStage } from '@semai/domain/action-plans/budget-calendar'
import { chainOf } from '@semai/domain/action-plans/budget-chain'
import { hearsOfBudget } from '@semai/domain/action-plans/budget-parties'
import { plannedStates, pledgesOf, yearsMeant } from '@semai/domain/action-plans/pledges'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { moneyColumns, planYears } from './money-columns.ts'

const atOnce = 200

/**
 * Whoever owns a plan and leads its institution was told of each window of the budget that closes within a month, within
 * a week, or has just closed without its link: once each. Once a day is enough. One query for 200 replications, and a few
 * for each window that is told of.
 * @returns how many windows were told of now.
 */
export async function warnOfBudgetWindows(
  db: Db,
  { rules, now }: { rules: BudgetRules; now: Date },
): Promise<number> {
  let told = 0
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const planned = await plannedAfter(db, after)
    for (const one of planned) {
      for (const due of dueWindows(one, rules, dayIn(now))) {
        told += Number(await inTransaction(db, (db) => tell(db, one, { ...due, now })))
      }
    }
    if (planned.length < atOnce) return told
    after = planned.at(-1)!.id
  }
}

/** The next replications that want money, by id. */
function plannedAfter(db: Db, after: string) {
  return db
    .selectFrom('replication as r')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .select(['r.id', 'r.code', 'r.year', 'r.region_code as regionCode', 'o.kind', 'a.name as adopter'])
    .select([sql<string>`coalesce(r.local_name, i.name)`.as('innovation'), sideOf('a.id').as('side')])
    .select(planYears.as('plan'))
    .select(moneyColumns(db))
    .where('r.state', 'in', [...plannedStates])
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(atOnce)
    .execute()
}
type Planned = Awaited<ReturnType<typeof plannedAfter>>[number]
type Due = { window: BudgetWindow; stage: WindowStage }

function dueWindows(planned: Planned, rules: BudgetRules, today: string): Due[] {
  const { kind, regionCode, commitments, links } = planned
  return yearsMeant({ ...planned, pledges: pledgesOf(commitments) }, today)
    .flatMap((year) => {
      const there = links.flatMap((one) => (one.year === year ? [one.link] : []))
      return budgetWindows(rules, { chain: chainOf(kind), regionCode, year, there, today })
    })
    .flatMap((window) => {
      const stage = stageOf(window)
      return stage === null ? [] : [{ window, stage }]
    })
}

/** Whether it was told now; not when it had been before. */
async function tell(db: Tx, planned: Planned, { window, stage, now }: Due & { now: Date }): Promise<boolean> {
  const { link, year, state, days } = window
  const isNew = await db
    .insertInto('budget_window_told')
    .values({ replication_id: planned.id, year, link, stage, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('stage')
    .executeTakeFirst()
  if (!isNew) return false
  const to = await peopleAllowed(db, hearsOfBudget, { subject: planned.side, now })
  const { code, adopter, innovation } = planned
  const isMissed = state === 'missed'
  await notify(db, {
    kind: 'budget_window',
    detail: { code, adopter, innovation, link, year, days, isMissed },
    to,
    at: now,
  })
  return true
}

import { budgetWindows } from '@semai/domain/action-plans/budget-calendar'
import type { BudgetRules, BudgetWindow } from '@semai/domain/action-plans/budget-calendar'
import { chainOf } from '@semai/domain/action-plans/budget-chain'
import { budgetWarnings, budgetYears, chainStanding } from '@semai/domain/action-plans/budget-standing'
import { plannedStates, pledgesOf, yearsMeant } from '@semai/domain/action-plans/pledges'
import { isReportLate, reportingStates } from '@semai/domain/monitoring/reporting-quarter'
import type { Actor } from '@semai/domain/people/actor'
import { milestoneWarnings } from '@semai/domain/replications/milestone-warnings'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { milestonesOf, reportedQuarters, workedSince } from '../replications/work-columns.ts'
import { codePattern } from './budget-rules.ts'
import { moneyColumns, planYears } from './money-columns.ts'

/** Where the board goes on: after the row with this moment and id. */
export type HeadCursor = { movedAt: Date; id: string }
type HeadQuestion = { rules: BudgetRules; today: string; after?: HeadCursor | undefined; limit?: number }

/**
 * What a head's institutions take over: what was promised, where its money and the work stand, and what is late; last moved
 * first, by keyset. One query, none for who leads nothing.
 */
export async function headBoard(db: Db, actor: Actor, { rules, today, after, limit = 20 }: HeadQuestion) {
  const led = scopeIds(actor, 'head')
  if (led.length === 0) return { rows: [], next: null }
  const rows = await boardQuery(db, led)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('r.moved_at', 'r.id'), '<', eb.tuple(after!.movedAt, after!.id))),
    )
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return {
    rows: rows.slice(0, limit).map((row) => standing(row, rules, today)),
    next: last && { movedAt: last.movedAt, id: last.id },
  }
}
export type HeadRow = Awaited<ReturnType<typeof headBoard>>['rows'][number]

/** States of which a head need not be told: nothing came of it. */
const past: readonly ReplicationState[] = ['declined', 'cancelled']

function boardQuery(db: Db, led: readonly string[]) {
  return db
    .selectFrom('replication as r')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .select(['r.id', 'r.code', 'r.state', 'r.year', 'r.moved_at as movedAt', 'r.region_code as regionCode'])
    .select(['a.name as adopter', 'o.kind', sql<string>`coalesce(r.local_name, i.name)`.as('name')])
    .select([planYears.as('plan'), milestonesOf(db).as('milestones'), reportedQuarters(db).as('reports')])
    .select(workedSince.as('since'))
    .select(moneyColumns(db))
    .where(isWithin('r.organisation_id', led))
    .where('r.state', 'not in', [...past])
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.id', 'desc')
}
type BoardRow = Awaited<ReturnType<ReturnType<typeof boardQuery>['execute']>>[number]

function standing(row: BoardRow, rules: BudgetRules, today: string) {
  const { id, code, state, name, adopter, kind, year, plan, links, funding, commitments, regionCode } = row
  const chain = chainOf(kind)
  const pledges = pledgesOf(commitments)
  const records = { chain, pledges, links, funding }
  const meant = plannedStates.includes(state) ? yearsMeant({ year, plan, pledges }, today) : []
  const windows: BudgetWindow[] = meant.flatMap((one) => {
    const there = links.flatMap(({ year, link }) => (year === one ? [link] : []))
    return budgetWindows(rules, { chain, regionCode, year: one, there, today })
  })
  const money = budgetYears(records)
  const shown = meant[0] ?? money.at(-1)?.year ?? null
  return {
    id,
    code,
    state,
    name,
    adopter,
    money,
    commitment: commitments.at(-1) ?? null,
    year: shown,
    chain: shown === null ? [] : chainStanding(records, shown),
    late: [
      ...milestoneWarnings(row.milestones, { state, today }).map(({ says }) => says),
      ...budgetWarnings(records, codePattern(rules, chain)).map(({ says }) => says),
    ],
    windows: windows.filter(({ state, days }) => state === 'missed' || (state === 'open' && days <= 30)),
    isReportLate:
      reportingStates.includes(state) && isReportLate(today, { since: row.since, reported: row.reports }),
  }
}

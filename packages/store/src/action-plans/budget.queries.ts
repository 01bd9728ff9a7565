import { budgetWindows } from '@semai/domain/action-plans/budget-calendar'
import type { BudgetRules } from '@semai/domain/action-plans/budget-calendar'
import { chainOf } from '@semai/domain/action-plans/budget-chain'
import { budgetWarnings, budgetYears } from '@semai/domain/action-plans/budget-standing'
import { openWays } from '@semai/domain/action-plans/open-ways'
import { plannedStates, pledgesOf, yearsMeant } from '@semai/domain/action-plans/pledges'
import type { Actor } from '@semai/domain/people/actor'
import { involvedInReplication, writesReplication } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { codePattern } from './budget-rules.ts'
import { moneyColumns, planYears } from './money-columns.ts'

/**
 * The money of a replication: commitments, the chain for each year with what does not fit in it, other sources, and the
 * windows of the years that are meant with the ways out where one was missed. Two queries.
 * @throws Refusal not-found.
 */
export async function budgetPage(
  db: Db,
  actor: Actor,
  { code, rules, now, today }: { code: string; rules: BudgetRules; now: Date; today: string },
) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const row = await db
    .selectFrom('replication as r')
    .innerJoin('organisation as o', 'o.id', 'r.institution_id')
    .select(['r.year', 'o.kind', planYears.as('plan')])
    .select(moneyColumns(db))
    .select(
      sql<number>`coalesce((select sum(q.realisation) from quarterly_report q
      where q.replication_id = r.id and q.state = 'verified'), 0)`.as('reported'),
    )
    .where('r.id', '=', replication.id)
    .executeTakeFirstOrThrow()
  const { kind, commitments, funding, links, year, plan, reported } = row
  const chain = chainOf(kind)
  const pledges = pledgesOf(commitments)
  const records = { chain, pledges, links, funding }
  const { code: own, state, adopterName, innovation, localName, regionCode } = replication
  const meant = plannedStates.includes(state) ? yearsMeant({ year, plan, pledges }, today) : []
  const windows = meant.flatMap((one) =>
    budgetWindows(rules, {
      chain,
      regionCode,
      year: one,
      there: links.flatMap(({ year, link }) => (year === one ? [link] : [])),
      today,
    }),
  )
  const missedYear = windows.find((one) => one.state === 'missed')?.year
  return {
    code: own,
    state,
    adopterName,
    innovation,
    localName,
    isInvolved: involvedInReplication.allows(actor, replication),
    mayWrite: writesReplication.allows(actor, replication),
    chain,
    commitments,
    funding,
    records,
    years: budgetYears(records),
    meant,
    reported,
    warnings: budgetWarnings(records, codePattern(rules, chain)),
    windows,
    ways: missedYear === undefined ? [] : openWays(rules, { chain, year: missedYear, today }),
    note: rules.note,
  }
}
export type BudgetPage = Awaited<ReturnType<typeof budgetPage>>

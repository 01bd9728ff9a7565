import { budgetWindows } from '../action-plans/budget-calendar.ts'
import type { BudgetRules } from '../action-plans/budget-calendar.ts'
import type { ChainKind, RecordedLink } from '../action-plans/budget-chain.ts'
import { dayAfter, endedQuarter, reportDeadline, reportingStates } from '../monitoring/reporting-quarter.ts'
import type { Quarter } from '../monitoring/reporting-quarter.ts'
import type { Milestone } from '../replications/replication.ts'
import type { ReplicationState } from '../replications/replication.lifecycle.ts'
import { daysBetween } from '../time/clock.ts'
import type { Duty } from './duty.ts'

/** A replication as its adopter has to look after it. Days are `YYYY-MM-DD`. */
export type AdoptersWork = {
  named: { code: string; adopter: string; innovation: string }
  state: ReplicationState
  /** The day by which a recommendation is to be answered. */
  answerBy: string | null
  createdOn: string
  milestones: readonly Milestone[]
  /** The day from which it is carried out. */
  since: string
  /** Quarters of which a report was handed in, returned ones among them. */
  reported: readonly Quarter[]
  /** Drafts and returned reports, with the day on which they were last saved. */
  open: readonly (Quarter & { id: string; state: 'draft' | 'returned'; on: string })[]
  budget: { chain: ChainKind; regionCode: string | null; years: readonly number[] }
  links: readonly { year: number; link: RecordedLink }[]
}

/** So many days before a day people are told of it. */
export const soonDays = 7
const windowDays = 30

/** What a replication asks of its adopter today: an answer, milestones that are near or late, reports, and windows. */
export function adoptersDuties(work: AdoptersWork, rules: BudgetRules, today: string): Duty[] {
  return [
    ...answerDuty(work),
    ...milestoneDuties(work, today),
    ...reportDuties(work, today),
    ...windowDuties(work, rules, today),
  ]
}

function answerDuty({ state, answerBy, createdOn, named }: AdoptersWork): Duty[] {
  if (state !== 'proposed') return []
  return answerBy === null
    ? [{ kind: 'answer_undated', on: createdOn, detail: named }]
    : [{ kind: 'answer', on: answerBy, detail: named }]
}

/** Milestones whose day is within a week, or has passed. */
export function milestoneDuties(
  { state, milestones, named }: Pick<AdoptersWork, 'state' | 'milestones' | 'named'>,
  today: string,
): Duty[] {
  if (state !== 'preparing' && state !== 'implementing') return []
  return milestones.flatMap(({ kind: milestone, plannedOn, reachedOn }): Duty[] =>
    plannedOn === null || reachedOn !== null || daysBetween(today, plannedOn) > soonDays
      ? []
      : [{ kind: 'milestone', on: plannedOn, detail: { ...named, milestone } }],
  )
}

function reportDuties({ state, named, since, reported, open }: AdoptersWork, today: string): Duty[] {
  const returned = open.flatMap(({ id, state, on, year, quarter }): Duty[] =>
    state === 'returned'
      ? [{ kind: 'report_returned', on, detail: { ...named, year, quarter, report: id } }]
      : [],
  )
  const due = endedQuarter(today)
  const isSame = (one: Quarter) => one.year === due.year && one.quarter === due.quarter
  if (!reportingStates.includes(state) || since >= dayAfter(due) || reported.some(isSame)) return returned
  const report = open.find((one) => one.state === 'draft' && isSame(one))?.id ?? null
  return [{ kind: 'report', on: reportDeadline(due), detail: { ...named, ...due, report } }, ...returned]
}

function windowDuties({ budget, links, named }: AdoptersWork, rules: BudgetRules, today: string): Duty[] {
  const { chain, regionCode, years } = budget
  return years.flatMap((year) => {
    const there = links.flatMap((one) => (one.year === year ? [one.link] : []))
    return budgetWindows(rules, { chain, regionCode, year, there, today }).flatMap(
      ({ link, state, days, closes }): Duty[] =>
        (state === 'open' || state === 'missed') && days <= windowDays
          ? [{ kind: 'window', on: closes, detail: { ...named, link, year } }]
          : [],
    )
  })
}

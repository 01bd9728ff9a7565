import { expect, test } from 'vitest'
import type { BudgetRules } from '../action-plans/budget-calendar.ts'
import { adoptersDuties } from './adopters-duties.ts'
import type { AdoptersWork } from './adopters-duties.ts'
import { dutyWords, inOrder, isLate } from './duty.ts'

const says = { id: '-', en: '-' }
const rules: BudgetRules = {
  note: says,
  windows: {
    local: {
      dpa: { from: { yearsBefore: 1, day: '12-01' }, to: { yearsBefore: 1, day: '12-31' }, basis: says },
    },
    central: {},
    company: {},
    other: {},
  },
  ways: {},
  codes: {},
  regions: {},
}
const work: AdoptersWork = {
  named: { code: 'REP-0001', adopter: 'Dinas Kesehatan', innovation: 'Obat Tiba' },
  state: 'preparing',
  answerBy: null,
  createdOn: '2026-01-01',
  milestones: [],
  since: '2026-01-01',
  reported: [],
  open: [],
  budget: { chain: 'local', regionCode: null, years: [] },
  links: [],
}
/** The duties on a day, as their words, where they are done and when. */
const shown = (given: Partial<AdoptersWork>, today: string) =>
  inOrder(adoptersDuties({ ...work, ...given }, rules, today)).map((duty) => {
    const { says, link, when } = dutyWords(duty, isLate(duty, today))
    return `${says.en} | ${when.en} | ${link}`
  })

test('a recommendation waits for its answer until the day, and is late from the day after', () => {
  const given = { state: 'proposed', answerBy: '2026-03-10' } as const
  const line = 'Answer the recommendation'
  expect(shown(given, '2026-03-10')).toEqual([`${line} | by 10 March 2026 | /replikasi/REP-0001#langkah`])
  expect(shown(given, '2026-03-11')).toEqual([
    `${line} | late since 10 March 2026 | /replikasi/REP-0001#langkah`,
  ])
  expect(shown({ state: 'proposed' }, '2026-03-11')).toEqual([
    `${line} | waiting since 1 January 2026 | /replikasi/REP-0001#langkah`,
  ])
})

test('milestones are named a week before their day; what is there, far off or past the work is not', () => {
  const milestones = [
    { kind: 'need', plannedOn: '2026-02-01', reachedOn: '2026-02-03' },
    { kind: 'choice', plannedOn: '2026-02-20', reachedOn: null },
    { kind: 'plan', plannedOn: '2026-03-09', reachedOn: null },
    { kind: 'commitment', plannedOn: '2026-03-10', reachedOn: null },
    { kind: 'team', plannedOn: null, reachedOn: null },
  ] as const
  expect(shown({ milestones }, '2026-03-02')).toEqual([
    'Record the milestone: Choice and its minute | late since 20 February 2026 | /replikasi/REP-0001#langkah',
    'Record the milestone: Action plan | by 9 March 2026 | /replikasi/REP-0001#langkah',
  ])
  expect(shown({ milestones, state: 'running', since: '2026-03-01' }, '2026-03-02')).toEqual([])
})

test('the report of the quarter that ended is due for 14 days; a draft and a returned one lead to themselves', () => {
  const state = 'implementing' as const
  const line = 'Submit the report of quarter 1 of 2026'
  expect(shown({ state }, '2026-04-01')).toEqual([
    `${line} | by 14 April 2026 | /replikasi/REP-0001/laporan#tulis`,
  ])
  const draft = { id: 'd1', year: 2026, quarter: 1, state: 'draft', on: '2026-04-02' } as const
  expect(shown({ state, open: [draft] }, '2026-04-15')).toEqual([
    `${line} | late since 14 April 2026 | /replikasi/REP-0001/laporan/d1`,
  ])
  const returned = { id: 'd2', year: 2026, quarter: 1, state: 'returned', on: '2026-04-10' } as const
  const reported = [{ year: 2026, quarter: 1 }]
  expect(shown({ state, open: [returned], reported }, '2026-04-15')).toEqual([
    'Complete the report of quarter 1 of 2026 that was returned | waiting since 10 April 2026 | /replikasi/REP-0001/laporan/d2',
  ])
  expect(shown({ state, since: '2026-04-01' }, '2026-04-15')).toEqual([])
})

test('a window of the budget is named from a month before it closes to a month after', () => {
  const budget = { chain: 'local', regionCode: null, years: [2027] } as const
  const line = 'Record Budget document (DPA) of 2027 before its window closes'
  const link = '/replikasi/REP-0001/anggaran'
  expect(shown({ budget }, '2026-11-30')).toEqual([])
  expect(shown({ budget }, '2026-12-01')).toEqual([`${line} | by 31 December 2026 | ${link}`])
  expect(shown({ budget }, '2027-01-30')).toEqual([`${line} | late since 31 December 2026 | ${link}`])
  expect(shown({ budget }, '2027-01-31')).toEqual([])
  expect(shown({ budget, links: [{ year: 2027, link: 'dpa' }] }, '2026-12-01')).toEqual([])
})

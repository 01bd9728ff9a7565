import { beforeEach, expect, test } from 'vitest'
import { budgetLinkForm, fundingForm } from '@semai/domain/action-plans/budget.form'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import type { Actor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { atOnce } from '@semai/testkit/two-at-once'
import { keepReport, takeReportStep } from '../monitoring/report.commands.ts'
import { saveBudgetLink, saveFunding } from './budget.commands.ts'
import { recordCommitment, withdrawCommitment } from './commitment.commands.ts'
import { agreePlan, savePlan } from './plan.commands.ts'

const { db, owner, clear } = await testDb()
const { author, hub, mentor, 'local admin': admin } = cast
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
/** When both opened the page: before either saved. */
const seenAt = later(1).toISOString()
const year = 2027
const key = '00000000-0000-4000-8000-000000000001'

/** One action, done by a first person and by a second one from a page opened before the first was done. */
type Race = {
  action: string
  /** What must be there; what it returns is given to both. */
  before?: () => Promise<string | void>
  by?: readonly [Actor, Actor]
  does: (actor: Actor, text: string, made: string) => Promise<unknown>
  /** What is stored of the winner's, as one text; left out where both would store the same. */
  stored?: () => Promise<string | null>
  /** How the second is refused, where it is not by a conflict. */
  as?: 'not-found'
}

const at = { now: later(2) } as const
const activity = { name: 'Latih kader', output: null, post: null, quarters: [`${year}-1`] }
const aPlan = (support: string) =>
  planContent.parse({
    firstYear: year,
    lastYear: year,
    activities: [activity],
    indicators: [],
    risks: [],
    regulations: [],
    support,
  })
const report = (activities: string, revision = '0') =>
  reportForm.parse({ key, replication: code, year: '2026', quarter: '1', activities, revision })
const column = async (table: 'budget_link' | 'funding' | 'commitment', name: string) => {
  const { rows } = await owner.pool.query<{ value: string | null }>(`select ${name} as value from ${table}`)
  return rows.map(({ value }) => value).join(' | ')
}
const link = (text: string) => budgetLinkForm.parse({ year, link: 'dpa', number: text, seenAt })
const promise = (given: Record<string, string>) =>
  commitmentForm.parse({
    signer: 'Bupati',
    post: 'Bupati',
    signedOn: '2026-02-10',
    number: '9',
    amounts: `${year} | 1`,
    ...given,
  })

const races: Race[] = [
  {
    action: 'the text of a plan',
    does: (actor, support) => savePlan(db, actor, { code, revision: 0, content: aPlan(support), ...at }),
    stored: async () =>
      (await owner.db.selectFrom('action_plan').select('content').executeTakeFirstOrThrow()).content.support,
  },
  {
    action: 'a stage of the budget',
    does: (actor, text) => saveBudgetLink(db, actor, { code, said: link(text), ...at }),
    stored: () => column('budget_link', 'number'),
  },
  {
    action: 'another source of money',
    before: async () => {
      const said = fundingForm.parse({ year, kind: 'partner', partner: 'Semula', pledged: '1' })
      await saveFunding(db, author, { code, said, now })
      return column('funding', 'id')
    },
    does: (actor, partner, id) =>
      saveFunding(db, actor, {
        code,
        said: fundingForm.parse({ id, year, kind: 'partner', partner, pledged: '1', seenAt }),
        ...at,
      }),
    stored: () => column('funding', 'partner'),
  },
  {
    action: 'recording a commitment',
    does: (actor, signer) =>
      recordCommitment(db, actor, { code, said: promise({ signer: `Bupati ${signer}` }), ...at }),
    stored: async () => (await column('commitment', 'signer')).replace('Bupati ', ''),
  },
  {
    action: 'withdrawing a commitment',
    before: () => recordCommitment(db, author, { code, said: promise({}), now }),
    does: (actor, _text, id) => withdrawCommitment(db, actor, { code, id, ...at }),
    as: 'not-found',
  },
  {
    action: 'the text of a report',
    before: async () => {
      await keepReport(db, author, { said: report('Semula'), now })
    },
    does: (actor, text) => keepReport(db, actor, { said: report(text, '1'), ...at }),
    stored: async () =>
      (await owner.db.selectFrom('quarterly_report').select('content').executeTakeFirstOrThrow()).content
        .activities,
  },
  {
    action: 'a step of a report',
    before: async () => {
      await keepReport(db, author, { said: report('Melatih kader'), now })
      await takeReportStep(db, author, { id: key, step: 'submit', now })
    },
    by: [mentor, hub],
    does: (actor) => takeReportStep(db, actor, { id: key, step: 'verify', ...at }),
  },
]

test.each(races)('$action: one of two at the same second wins, the other gets a sentence', async (race) => {
  const { before, by = [author, admin], does, stored, as = 'conflict' } = race
  const made = (await before?.()) ?? ''
  const { codes, winner, loserReads } = await atOnce((which, text) => does(by[which], text, made))
  expect(codes).toEqual([as, 'done'].toSorted())
  expect(loserReads).toMatch(/^[A-Z].{20,}[.]$/)
  expect(stored ? await stored() : winner).toBe(winner)
})

test('what was left empty of a stage of the budget stays', async () => {
  const money = (given: Record<string, string>) =>
    saveBudgetLink(db, author, { code, said: budgetLinkForm.parse({ year, link: 'dpa', ...given }), now })
  await money({ number: 'DPA/1' })
  await money({ amount: '90.000.000' })
  expect(await column('budget_link', "concat_ws(' ', number, amount)")).toBe('DPA/1 90000000')
})

test('a plan that changes while it is agreed is agreed as it was read, or not at all', async () => {
  await savePlan(db, author, { code, revision: 0, content: aPlan('Semula'), now })
  const { codes } = await atOnce((which, text) =>
    which === 0
      ? savePlan(db, author, { code, revision: 1, content: aPlan(text), ...at })
      : agreePlan(db, admin, { code, revision: 1, ...at }),
  )
  const agreed = await owner.db.selectFrom('action_plan_version').select('content').execute()
  const isAgreed = codes[0] === 'done'
  expect(agreed.map(({ content }) => content.support)).toEqual(isAgreed ? ['Semula'] : [])
  expect(codes).toEqual(isAgreed ? ['done', 'done'] : ['conflict', 'done'])
})

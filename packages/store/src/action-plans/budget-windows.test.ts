import { beforeEach, expect, test } from 'vitest'
import { budgetLinkForm } from '@semai/domain/action-plans/budget.form'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { saveBudgetLink } from './budget.commands.ts'
import { budgetPage } from './budget.queries.ts'
import { budgetRulesFrom } from './budget-rules.ts'
import { warnOfBudgetWindows } from './budget-windows.commands.ts'
import { recordCommitment } from './commitment.commands.ts'
import { headBoard } from './head-board.queries.ts'

const { db, owner, clear } = await testDb()
const rules = budgetRulesFrom({})
const { author } = cast
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

const money = (day: string) => budgetPage(db, cast.public, { code, rules, now, today: day })
const commitment = {
  signer: 'Bupati Sukamaju',
  post: 'Bupati Sukamaju',
  signedOn: '2026-02-10',
  number: '900/12/2026',
  amounts: '2027 | 125.000.000',
}
const link = (given: Record<string, string>) =>
  saveBudgetLink(db, author, { code, said: budgetLinkForm.parse({ year: '2027', ...given }), now })

test('a police force goes by the state budget, with its own windows and ways out', async () => {
  await owner.db
    .updateTable('organisation')
    .set({ kind: 'police' })
    .where('id', '=', agencies.regency)
    .execute()
  await link({ link: 'dipa', number: 'DIPA-1', subActivity: '3128.BMA.002', amount: '70' })
  await link({ link: 'realisation', amount: '40' })
  expect(await codeOf(link({ link: 'dpa', amount: '1' }))).toBe('invalid')
  const shown = await money('2026-08-05')
  expect([shown.chain, shown.years]).toEqual([
    'central',
    [{ year: 2027, pledged: 0, allocated: 70, spent: 40 }],
  ])
  expect(shown.windows.map(({ link, state }) => [link, state])).toEqual([
    ['rka_kl', 'recorded'],
    ['dipa', 'recorded'],
  ])
  expect(shown.warnings.map(({ says }) => says.en)).toEqual([
    'Budget document (DIPA) of 2027 is recorded, but not yet: Draft budget (RKA-K/L).',
  ])
  await link({ link: 'dipa' })
  await link({ link: 'realisation' })
  const late = await money('2026-08-05')
  expect(late.ways.map(({ name }) => name)).toEqual([
    'dipa_revision',
    'other_sources',
    'no_cost',
    'next_year',
  ])
})

test('windows of the years that are meant, and the ways out once one was missed', async () => {
  const before = await money('2026-07-22')
  expect(before.windows.map(({ link, state, days }) => [link, state, days])).toEqual([
    ['renja_rkpd', 'missed', 22],
    ['kua_ppas', 'open', 23],
    ['rka', 'ahead', 10],
    ['dpa', 'ahead', 132],
  ])
  expect(before.ways.map(({ name }) => name)).toEqual([
    'apbd_change',
    'apbd_shift',
    'other_sources',
    'no_cost',
    'next_year',
  ])
  await link({ link: 'renja_rkpd', number: '1' })
  expect((await money('2026-07-22')).ways).toEqual([])
})

test('owner and head are told of a window a month and a week before it closes and once it was missed, once each', async () => {
  const told = async (day: string) => {
    await owner.db.deleteFrom('notice').execute()
    await warnOfBudgetWindows(db, { rules, now: new Date(`${day}T03:00:00Z`) })
    const rows = await owner.db
      .selectFrom('notice as n')
      .innerJoin('person as p', 'p.id', 'n.person_id')
      .select(['p.email', 'n.detail'])
      .where('n.kind', '=', 'budget_window')
      .orderBy('n.id')
      .execute()
    return rows.map(({ email, detail }) => {
      const { link, days, isMissed } = detail as { link: string; days: number; isMissed: boolean }
      return `${email.split('@')[0]} ${link} ${isMissed ? -days : days}`
    })
  }
  const everyone = (window: string) => [`author ${window}`, `local.admin ${window}`, `head ${window}`]
  expect(await told('2026-05-30')).toEqual([])
  expect(await told('2026-06-01')).toEqual(everyone('renja_rkpd 29'))
  expect(await told('2026-06-02')).toEqual([])
  expect(await told('2026-06-25')).toEqual(everyone('renja_rkpd 5'))
  expect(await told('2026-07-02')).toEqual(everyone('renja_rkpd -2'))
  await link({ link: 'kua_ppas', number: '1' })
  expect(await told('2026-08-10')).toEqual([])
  await takeReplicationStep(db, author, { code, step: 'cancel', reason: 'Dialihkan', now, updateMonth: 3 })
  expect(await told('2026-12-31')).toEqual([])
})

test('the head reads what was promised, where it stands and what is late, of its own institution only', async () => {
  await recordCommitment(db, author, { code, said: commitmentForm.parse(commitment), now })
  await link({ link: 'renja_rkpd', number: '1' })
  const [row] = (await headBoard(db, cast.head, { rules, today: '2026-07-22' })).rows
  expect([row?.code, row?.year, row?.commitment?.number]).toEqual([code, 2027, '900/12/2026'])
  expect(row?.chain.map(({ link, isThere }) => [link, isThere])).toEqual([
    ['commitment', true],
    ['renja_rkpd', true],
    ['kua_ppas', false],
    ['rka', false],
    ['dpa', false],
    ['realisation', false],
  ])
  expect(row?.windows.map(({ link, days }) => [link, days])).toEqual([['kua_ppas', 23]])
  expect(row?.late.map(({ id }) => id)).toEqual([
    'Komitmen ditandatangani sudah ada, rencana aksi belum tercatat.',
  ])
  expect((await headBoard(db, author, { rules, today })).rows).toEqual([])
})

test('a calendar that is none is named', () => {
  expect(() => budgetRulesFrom({ SEMAI_BUDGET_RULES: '/tidak/ada.json' })).toThrow(
    '/tidak/ada.json is no calendar of budgets',
  )
})

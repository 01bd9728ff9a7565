import { beforeEach, expect, test } from 'vitest'
import { budgetLinkForm, fundingForm } from '@semai/domain/action-plans/budget.form'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { emptyPlan } from '@semai/domain/action-plans/plan'
import { planContent } from '@semai/domain/action-plans/plan.form'
import type { Actor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { replicationPage } from '../replications/replication-page.queries.ts'
import { saveBudgetLink, saveFunding } from './budget.commands.ts'
import { budgetPage } from './budget.queries.ts'
import { budgetRulesFrom } from './budget-rules.ts'
import { recordCommitment, withdrawCommitment } from './commitment.commands.ts'
import { headBoard } from './head-board.queries.ts'
import { agreePlan, commentPlan, savePlan } from './plan.commands.ts'
import { planPage } from './plan.queries.ts'

const { db, owner, clear } = await testDb()
const rules = budgetRulesFrom({})
const { author } = cast
const originAuthor = cast['author elsewhere']
const localAdmin = cast['local admin']
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

const content = planContent.parse({
  ...emptyPlan(2027),
  activities: [{ name: 'Latih kader', post: 'Kepala Puskesmas', quarters: ['2027-1', '2027-2'] }],
})
const save = (revision: number, given = content, actor: Actor = author) =>
  savePlan(db, actor, { code, revision, content: given, now })
const agree = (revision: number, actor: Actor = author) => agreePlan(db, actor, { code, revision, now })
const plan = (actor: Actor = cast.public) => planPage(db, actor, { code, now })
const money = () => budgetPage(db, cast.public, { code, rules, now, today })
const commitment = {
  signer: 'Bupati Sukamaju',
  post: 'Bupati Sukamaju',
  signedOn: '2026-02-10',
  number: '900/12/2026',
  amounts: '2027 | 125.000.000\n2028 | 80.000.000',
}
const commit = (given: Record<string, string> = {}, actor: Actor = author) =>
  recordCommitment(db, actor, { code, said: commitmentForm.parse({ ...commitment, ...given }), now })
const link = (given: Record<string, string>, actor: Actor = author) =>
  saveBudgetLink(db, actor, { code, said: budgetLinkForm.parse({ year: '2027', ...given }), now })
const fund = (given: Record<string, string>, actor: Actor = author) =>
  saveFunding(db, actor, { code, said: fundingForm.parse({ year: '2027', kind: 'csr', ...given }), now })
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

test('a plan is written, agreed in versions, and only what was agreed is public', async () => {
  await save(0)
  expect([(await plan()).agreed, (await plan()).draft]).toEqual([null, null])
  expect((await plan(cast.mentor)).draft).toEqual(content)
  expect(await agree(1)).toBe(1)
  expect(await agree(1)).toBe(1)
  const later = planContent.parse({ ...content, lastYear: 2028 })
  await save(1, later)
  expect((await plan()).agreed?.content.lastYear).toBe(2027)
  expect(await agree(2)).toBe(2)
  expect((await plan()).agreed?.content.lastYear).toBe(2028)
  const first = await planPage(db, cast.public, { code, version: 1, now })
  expect([first.agreed?.content.lastYear, first.versions.map(({ version }) => version)]).toEqual([
    2027,
    [2, 1],
  ])
  const { milestones } = await replicationPage(db, cast.public, { code, now, today })
  expect(milestones.find(({ kind }) => kind === 'plan')?.reachedOn).toBe(today)
  expect(await events()).toEqual([
    'replication.start',
    'action_plan.save',
    'action_plan.agree',
    'action_plan.save',
    'action_plan.agree',
  ])
})

test('two people on one plan the same second: one saves, the other is told and nothing is overwritten', async () => {
  const named = (name: string) =>
    planContent.parse({ ...content, activities: [{ ...content.activities[0], name }] })
  const outcomes = await Promise.all([
    codeOf(save(0, named('Dari Sari'), author)),
    codeOf(save(0, named('Dari Wayan'), localAdmin)),
  ])
  expect(outcomes.toSorted()).toEqual(['conflict', 'done'])
  expect((await plan(author)).draft?.activities[0]?.name).toBe(
    outcomes[0] === 'done' ? 'Dari Sari' : 'Dari Wayan',
  )
  expect(await codeOf(agree(0))).toBe('conflict')
})

test('a plan without a dated activity is not agreed', async () => {
  await save(0, planContent.parse(emptyPlan(2027)))
  expect(await codeOf(agree(1))).toBe('invalid')
})

test('who may write a plan, say something about it, promise and record money: everyone of the cast', async () => {
  const tried: Record<string, CastName[]> = { save: [], comment: [], commit: [], link: [], fund: [] }
  for (const [name, actor] of Object.entries(cast) as [CastName, Actor][]) {
    const { revision } = await planPage(db, author, { code, now })
    const outcome = {
      save: await codeOf(save(revision, content, actor)),
      comment: await codeOf(commentPlan(db, actor, { code, comment: 'Perjelas targetnya.', now })),
      commit: await codeOf(commit({ number: `900/${name}` }, actor)),
      link: await codeOf(link({ link: 'dpa', number: '1' }, actor)),
      fund: await codeOf(fund({ pledged: '5' }, actor)),
    }
    for (const [what, how] of Object.entries(outcome)) if (how === 'done') tried[what]!.push(name)
    expect(Object.values(outcome).filter((how) => how !== 'done' && how !== 'forbidden')).toEqual([])
  }
  const writers = ['author', 'local admin']
  expect(tried).toEqual({
    save: writers,
    comment: [...writers, 'hub', 'mentor'],
    commit: writers,
    link: writers,
    fund: writers,
  })
  const said = (actor: Actor) =>
    plan(actor).then(({ comments }) => comments.map(({ role }) => role).toSorted())
  expect(await said(originAuthor)).toEqual(['author', 'hub', 'local_admin', 'mentor'])
  expect(await said(cast.public)).toEqual([])
})

test('a commitment sets its milestone, counts by year, and one recorded wrongly is withdrawn', async () => {
  const first = await commit()
  const second = await commit({
    signedOn: '2026-02-20',
    number: '900/13/2026',
    amounts: '2027 | 150.000.000',
  })
  expect((await money()).years.map(({ year, pledged }) => [year, pledged])).toEqual([
    [2027, 150e6],
    [2028, 80e6],
  ])
  const { milestones } = await replicationPage(db, cast.public, { code, now, today })
  expect(milestones.find(({ kind }) => kind === 'commitment')).toMatchObject({
    reachedOn: '2026-02-20',
    number: '900/13/2026',
  })
  await withdrawCommitment(db, author, { code, id: second, now })
  expect(await codeOf(withdrawCommitment(db, author, { code, id: second, now }))).toBe('not-found')
  const shown = (await money()).commitments
  expect(shown.map(({ id, covers }) => [id, covers.map(({ slug }) => slug)])).toEqual([
    [first, ['antar-obat']],
  ])
  expect(await codeOf(commit({ signedOn: '2026-03-03' }))).toBe('invalid')
  expect(await codeOf(commit({ number: '900/15/2026', covers: 'tidak-ada' }))).toBe('invalid')
})

test('the chain is recorded link by link, other sources beside it, and spending too much is said', async () => {
  await commit({ amounts: '2027 | 100' })
  await link({ link: 'renja_rkpd', number: '1', on: '2026-02-01', subActivity: '1.02.02.2.02.0033' })
  await link({ link: 'dpa', amount: '90', subActivity: 'salah' })
  await link({ link: 'realisation', amount: '95' })
  await fund({ pledged: '10', allocated: '3' })
  const shown = await money()
  expect(shown.years).toEqual([{ year: 2027, pledged: 110, allocated: 93, spent: 95 }])
  expect(shown.warnings.map(({ says }) => says.id)).toEqual([
    'Realisasi 2027 melebihi alokasi sebesar Rp 2. Periksa angkanya, atau catat perubahan anggarannya.',
    'Alokasi 2027 kurang Rp 17 dari yang dijanjikan.',
    'DPA 2027 sudah tercatat, RKA belum.',
    'Kode "salah" pada DPA 2027 tidak berbentuk seperti biasanya. Periksa lagi dokumennya.',
  ])
  expect(await codeOf(link({ link: 'dipa', amount: '1' }))).toBe('invalid')
  await link({ link: 'dpa' })
  const [source] = (await money()).funding
  await fund({ id: source!.id, pledged: '0' })
  expect((await money()).years).toEqual([{ year: 2027, pledged: 100, allocated: 0, spent: 95 }])
  expect(await codeOf(fund({ id: source!.id, pledged: '1' }))).toBe('not-found')
  expect(await codeOf(fund({}))).toBe('invalid')
})

test('each page asks a fixed number of queries', async () => {
  const counts = async () => [
    await countedQueries(db, (db) => planPage(db, author, { code, now })),
    await countedQueries(db, (db) => budgetPage(db, author, { code, rules, now, today })),
    await countedQueries(db, (db) => headBoard(db, cast.head, { rules, today })),
  ]
  expect(await counts()).toEqual([3, 2, 1])
  await commit()
  await commit({ number: '900/14/2026' })
  await link({ link: 'dpa', amount: '5' })
  await fund({ pledged: '10' })
  expect(await counts()).toEqual([3, 2, 1])
})

import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { factsForm, forumForm, milestoneForm, startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { takeClaimStep } from '../claims/take-claim-step.ts'
import { claimsOf } from '../spread/spread.queries.ts'
import { recordForum } from './forum.commands.ts'
import { forumPage } from './forum.queries.ts'
import { saveMilestone } from './milestone.commands.ts'
import { recommend } from './recommend.commands.ts'
import { saveFacts } from './replication-facts.commands.ts'
import { countReplications, replicationList } from './replication-list.queries.ts'
import { replicationPage } from './replication-page.queries.ts'
import { startReplication } from './replication-start.commands.ts'
import { takeReplicationStep } from './take-replication-step.ts'
import type { StepOfReplication } from './take-replication-step.ts'

const { db, owner, clear } = await testDb()
const { author, hub } = cast
const originAuthor = cast['author elsewhere']
let innovationId: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
  const given = {
    code: 'INV-7001',
    slug: 'antar-obat',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
  }
  innovationId = (await anInnovation(owner.db, given)).id
})

const start = (given: Record<string, string> = {}, actor: Actor = author) =>
  startReplication(db, actor, {
    innovationId,
    said: startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter', ...given }),
    now,
    updateMonth: 3,
  })
const take = (
  code: string,
  step: StepOfReplication['step'],
  given: Partial<StepOfReplication> = {},
  actor: Actor = author,
) => takeReplicationStep(db, actor, { code, step, now, updateMonth: 3, ...given })
const page = (code: string, actor: Actor = cast.public) => replicationPage(db, actor, { code, now, today })
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)
const told = (name: 'author' | 'author elsewhere' | 'local admin') =>
  owner.db
    .selectFrom('notice')
    .select('kind')
    .where('person_id', '=', cast[name].personId)
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ kind }) => kind))

test('by a letter of interest: it is public, dated, and the origin is told', async () => {
  const code = await start({
    letterNumber: '500/1/2026',
    letterOn: '2026-02-01',
    localName: 'Obat Tiba',
    year: '2027',
  })
  const shown = await page(code)
  expect([shown.state, shown.localName, shown.region, shown.year]).toEqual([
    'preparing',
    'Obat Tiba',
    'Kabupaten 35.10',
    2027,
  ])
  expect(shown.milestones.filter(({ reachedOn }) => reachedOn !== null)).toMatchObject([
    { kind: 'interest_letter', reachedOn: '2026-02-01', number: '500/1/2026' },
  ])
  expect([await told('author elsewhere'), await told('author')]).toEqual([['replication_interest'], []])
  expect(await events()).toEqual(['replication.start'])
})

test('from preparation to a footing of its own, each step by who may, the claim beside it', async () => {
  const code = await start()
  await take(code, 'begin', { day: '2026-02-10' })
  await take(code, 'run', { day: '2026-02-20' })
  const [claim] = await claimsOf(db, cast.public, innovationId)
  expect([claim?.strength, claim?.earliest, (await page(code)).claimId]).toEqual([
    'declared',
    '2026-02-20',
    claim?.id,
  ])
  const seen = { reason: 'Perbup, DPA dan SOP dilihat', day: '2026-02-25' }
  expect(await codeOf(take(code, 'institutionalise', seen, hub))).toBe('invalid')
  const { revision } = await page(code)
  const facts = { revision, legalBasis: 'Perbup 4/2026', budgetLine: '1.02.02.2.02', procedure: 'SOP 7/2026' }
  await saveFacts(db, author, { code, said: factsForm.parse(facts), now })
  expect(await codeOf(take(code, 'institutionalise', seen))).toBe('forbidden')
  await take(code, 'institutionalise', seen, hub)
  expect((await page(code)).state).toBe('institutionalised')
  expect(await events()).toEqual([
    'replication.start',
    'replication.begin',
    'claim.start',
    'replication.run',
    'replication.facts',
    'replication.institutionalise',
  ])
})

test('what already runs is entered with its day, and claimed', async () => {
  const code = await start({ route: 'running', start: '2024-05', form: 'adoption' })
  const [claim] = await claimsOf(db, cast.public, innovationId)
  expect([(await page(code)).state, claim?.earliest, claim?.latest]).toEqual([
    'running',
    '2024-05-01',
    '2024-05-31',
  ])
})

test('a stop stops the claim, and the reason is for those involved', async () => {
  const code = await start({ route: 'running', start: '2024-05' })
  await take(code, 'stop', { cause: 'budget', day: '2026-01-05' })
  const [forAll, forOrigin] = await Promise.all([page(code), page(code, originAuthor)])
  expect([forAll.state, forAll.stoppedOn, forAll.stopReason]).toEqual(['stopped', '2026-01-05', null])
  expect(forOrigin.stopReason).toBe('budget')
  expect(forAll.history.map(({ step, day, reasonCode }) => [step, day, reasonCode])).toEqual([
    ['start', null, null],
    ['stop', '2026-01-05', null],
  ])
  await take(code, 'resume')
  const [claim] = await claimsOf(db, cast.public, innovationId)
  expect([(await page(code)).state, claim?.stoppedOn]).toEqual(['running', null])
})

test('a stop said on the page of the claim is one of the replication', async () => {
  const code = await start({ route: 'running', start: '2024-05' })
  const { claimId } = await page(code)
  const common = { link: null, legalBasis: null, budgetLine: null, now, updateMonth: 3 }
  await takeClaimStep(db, author, { id: claimId!, step: 'stop', code: 'staff', day: '2026-01-05', ...common })
  expect((await page(code)).state).toBe('stopped')
  await takeClaimStep(db, author, { id: claimId!, step: 'resume', ...common })
  expect((await page(code)).state).toBe('running')
})

test('one unit takes an innovation over once at a time, never its own, and only by its own people', async () => {
  const code = await start()
  expect(await codeOf(start())).toBe('conflict')
  await take(code, 'cancel', { reason: 'Anggaran dialihkan' })
  expect(await codeOf(start())).toBe('done')
  expect(await codeOf(start({ organisation: agencies.otherOffice }, originAuthor))).toBe('invalid')
  expect(await codeOf(start({ organisation: agencies.clinic }, originAuthor))).toBe('forbidden')
  expect(await codeOf(start({ organisation: agencies.clinic, region: '99.99' }))).toBe('invalid')
})

test('what is recommended waits for its adopter and is not public; declined it stays so', async () => {
  const said = {
    innovation: 'antar-obat',
    organisations: ['Dinas Kesehatan Sukamaju', 'puskesmas-sukamaju'],
    why: 'Kesenjangan obat rutin',
    answerBy: '2026-04-01',
    year: 2027,
  }
  const [first, second] = await recommend(db, hub, { said, now })
  expect(await told('author')).toEqual(['replication_for_you', 'replication_for_you'])
  expect(await codeOf(page(first!))).toBe('not-found')
  expect((await page(first!, author)).recommendedWhy).toBe('Kesenjangan obat rutin')
  await take(first!, 'accept')
  expect((await page(first!)).recommendedWhy).toBe(null)
  expect(await codeOf(take(second!, 'decline'))).toBe('invalid')
  await take(second!, 'decline', { reason: 'Sudah ada layanan serupa' })
  expect(await codeOf(page(second!))).toBe('not-found')
  const unknown = { ...said, organisations: ['Dinas Kesehatan Sukamaju', 'Dinas Entah'] }
  expect(await codeOf(recommend(db, hub, { said: unknown, now }))).toBe('invalid')
  expect(await codeOf(recommend(db, author, { said, now }))).toBe('forbidden')
})

test('a forum decides for many at once, or for none', async () => {
  const said = (decisions: string) =>
    forumForm.parse({
      hub: 'pemerintah-provinsi-lintang',
      title: 'Forum JIPP triwulan pertama',
      heldOn: '2026-02-03',
      minuteNumber: 'BA/1/2026',
      minute: 'Disepakati bersama.',
      year: '2027',
      decisions,
    })
  const both = 'Dinas Kesehatan Sukamaju | Antar Obat | Obat Tiba\nPuskesmas Sukamaju | Antar Obat'
  expect(
    await codeOf(recordForum(db, hub, { said: said(`${both}\nKementerian Urusan Contoh|antar-obat`), now })),
  ).toBe('invalid')
  expect(await events()).toEqual([])
  const id = await recordForum(db, hub, { said: said(both), now })
  const shown = await forumPage(db, cast.public, id)
  expect(shown.decisions.map(({ adopter, localName, state }) => [adopter, localName, state])).toEqual([
    ['Dinas Kesehatan Sukamaju', 'Obat Tiba', 'preparing'],
    ['Puskesmas Sukamaju', null, 'preparing'],
  ])
  const { milestones } = await page(shown.decisions[0]!.code)
  expect(milestones.find(({ kind }) => kind === 'choice')).toMatchObject({
    reachedOn: '2026-02-03',
    number: 'BA/1/2026',
  })
  expect(await events()).toEqual(['replication.start', 'replication.start', 'forum.record'])
  expect(await codeOf(recordForum(db, author, { said: said(both), now }))).toBe('forbidden')
})

test('two people at the same second: one saves, the other is told and nothing is overwritten', async () => {
  const code = await start()
  const save = (localName: string, actor: Actor) =>
    saveFacts(db, actor, { code, said: factsForm.parse({ revision: 0, localName }), now })
  const outcomes = await Promise.all([codeOf(save('Satu', author)), codeOf(save('Dua', cast['local admin']))])
  expect(outcomes.toSorted()).toEqual(['conflict', 'done'])
  expect((await page(code)).localName).toBe(outcomes[0] === 'done' ? 'Satu' : 'Dua')
})

test('a milestone is planned, reached and cleared, by the adopter or a mentor, never by the origin', async () => {
  const code = await start()
  const save = (given: Record<string, string>, actor: Actor = author) =>
    saveMilestone(db, actor, { code, said: milestoneForm.parse({ kind: 'plan', ...given }), now })
  await save({ plannedOn: '2026-02-28' })
  expect((await page(code)).warnings.map(({ says }) => says.en)).toEqual([
    'Action plan: 2 days behind its plan.',
  ])
  await save({ plannedOn: '2026-02-28', reachedOn: '2026-03-01', number: 'RA/1' }, cast.mentor)
  const plan = async () => (await page(code)).milestones.find(({ kind }) => kind === 'plan')
  expect(await plan()).toMatchObject({ reachedOn: '2026-03-01', number: 'RA/1' })
  expect(await codeOf(save({ reachedOn: '2026-03-03' }))).toBe('invalid')
  expect(await codeOf(save({ plannedOn: '2026-05-01' }, originAuthor))).toBe('forbidden')
  await save({})
  expect(await plan()).toMatchObject({ plannedOn: null, reachedOn: null })
})

test('lists and counts show what a person may see, page by page, at a fixed number of queries', async () => {
  const codes = [await start(), await start({ organisation: agencies.clinic })]
  await take(codes[1]!, 'cancel', { reason: 'Anggaran dialihkan' })
  const rows = async (actor: Actor) => (await replicationList(db, actor)).rows.map(({ code }) => code)
  expect(await rows(cast.public)).toEqual([codes[0]])
  expect((await rows(author)).toSorted()).toEqual(codes)
  expect((await rows(cast['author elsewhere'])).toSorted()).toEqual(codes)
  expect(await rows(cast['sector ministry'])).toEqual([codes[0]])
  const counts = await countReplications(db, author)
  expect([counts.preparing, counts.cancelled, counts.running]).toEqual([1, 1, 0])
  const first = await replicationList(db, author, { limit: 1 })
  const second = await replicationList(db, author, { limit: 1, after: first.next! })
  expect([...first.rows, ...second.rows].map(({ code }) => code).toSorted()).toEqual(codes)
  expect([
    await countedQueries(db, (db) => replicationList(db, author)),
    await countedQueries(db, (db) => replicationPage(db, author, { code: codes[0]!, now, today })),
  ]).toEqual([1, 2])
})

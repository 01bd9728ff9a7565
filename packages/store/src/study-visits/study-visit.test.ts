import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { startForm } from '@semai/domain/replications/replication.form'
import { slotForm, visitReportForm, visitRequestForm } from '@semai/domain/study-visits/study-visit.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { emptyPlan } from '@semai/domain/action-plans/plan'
import { demoNeeds } from '@semai/testkit/demo-needs'
import { savePlan } from '../action-plans/plan.commands.ts'
import { planPage } from '../action-plans/plan.queries.ts'
import { replicationPage } from '../replications/replication-page.queries.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { openSlot, requestVisit } from './study-visit-ask.commands.ts'
import { saveReport, takeVisitStep } from './study-visit-step.commands.ts'
import { visitsOfReplication } from './visits-of-replication.ts'
import { studyVisitHost, studyVisitPage, studyVisitsTo, visitingReplications } from './study-visit.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const host = cast['author elsewhere']
let code: string

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
  await anInnovation(owner.db, {
    code: 'INV-7001',
    slug: 'antar-obat',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
  })
  code = await replicate('dinas-kesehatan-sukamaju')
})

const replicate = async (organisation: string) => {
  const { id } = await owner.db.selectFrom('innovation').select('id').executeTakeFirstOrThrow()
  return startReplication(db, author, {
    innovationId: id,
    said: startForm.parse({ organisation, route: 'letter' }),
    now,
    updateMonth: 3,
  })
}
const open = (given: Record<string, string> = {}, actor: Actor = host) =>
  openSlot(db, actor, {
    slug: 'antar-obat',
    said: slotForm.parse({
      heldOn: '2026-03-20',
      mode: 'both',
      place: 'Aula dinas',
      capacity: '5',
      ...given,
    }),
    now,
  })
const ask = (slot: string, given: Record<string, string> = {}, actor: Actor = author) =>
  requestVisit(db, actor, {
    said: visitRequestForm.parse({
      slot,
      replication: code,
      people: '3',
      questions: 'Bagaimana perahu dibayai?',
      ...given,
    }),
    now,
  })
const told = async (name: 'author' | 'author elsewhere') =>
  (
    await owner.db
      .selectFrom('notice')
      .select('kind')
      .where('person_id', '=', cast[name].personId)
      .where('kind', 'in', ['study_visit_asked', 'study_visit_moved'])
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind)
const later = new Date('2026-03-21T05:00:00Z')

test('a host opens a day, somebody asks, is accepted, reports; the milestone is there with its day', async () => {
  const id = await ask(await open())
  expect([await told('author elsewhere'), await told('author')]).toEqual([['study_visit_asked'], []])
  await takeVisitStep(db, host, { id, step: 'accept', now })
  expect(await told('author')).toEqual(['study_visit_moved'])
  const report = { id, step: 'report', day: '2026-03-20', now: later } as const
  expect(await codeOf(takeVisitStep(db, author, report))).toBe('invalid')
  await saveReport(db, author, {
    id,
    said: visitReportForm.parse({ cost: 'Rp40 juta setahun, sewa perahu.' }),
    now: later,
  })
  await takeVisitStep(db, author, report)
  const visit = await studyVisitPage(db, author, { id, now: later })
  expect([visit.state, visit.visitedOn, visit.cost]).toEqual([
    'reported',
    '2026-03-20',
    'Rp40 juta setahun, sewa perahu.',
  ])
  const { milestones } = await replicationPage(db, author, { code, now: later, today: '2026-03-21' })
  expect(milestones.find(({ kind }) => kind === 'study_visit')).toMatchObject({
    plannedOn: '2026-03-20',
    reachedOn: '2026-03-20',
  })
  const events = await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()
  expect(events.map(({ what }) => what)).toEqual([
    'replication.start',
    'study_visit.open',
    'study_visit.request',
    'study_visit.accept',
    'study_visit.write',
    'study_visit.report',
  ])
})

test('several come on one day until it is full; two accepted in the same second never exceed it', async () => {
  const slot = await open()
  const first = await ask(slot)
  code = await replicate('puskesmas-sukamaju')
  const second = await ask(slot)
  const answers = await Promise.all(
    [first, second].map((id) => codeOf(takeVisitStep(db, host, { id, step: 'accept', now }))),
  )
  expect(answers.toSorted()).toEqual(['done', 'invalid'])
  const { slots, accepted, waiting } = await studyVisitHost(db, cast.public, { slug: 'antar-obat', today })
  expect([slots.map(({ placesLeft }) => placesLeft), accepted, waiting]).toEqual([[2], 1, 1])
})

test('a refusal says why and leaves nothing behind', async () => {
  const slot = await open()
  expect(await codeOf(open({}, author))).toBe('forbidden')
  expect(await codeOf(open({ heldOn: '2026-03-01' }))).toBe('invalid')
  expect(await codeOf(ask(slot, { people: '6' }))).toBe('invalid')
  expect(await codeOf(ask(slot, {}, host))).toBe('forbidden')
  expect(await codeOf(ask(await open({ mode: 'on_site' }), { isVirtual: 'on' }))).toBe('invalid')
  expect(await codeOf(ask('00000000-0000-4000-8000-000000000000'))).toBe('invalid')
  const id = await ask(slot)
  expect(await codeOf(ask(slot))).toBe('conflict')
  expect(await codeOf(takeVisitStep(db, author, { id, step: 'accept', now }))).toBe('forbidden')
  expect(await codeOf(takeVisitStep(db, host, { id, step: 'decline', now }))).toBe('invalid')
  expect(await codeOf(saveReport(db, author, { id, said: visitReportForm.parse({ cost: 'x' }), now }))).toBe(
    'conflict',
  )
  expect(await owner.db.selectFrom('study_visit').select(['state', 'people']).execute()).toEqual([
    { state: 'requested', people: 3 },
  ])
})

test('who reads a visit: both sides, those who guide, and the ministries; nobody else', async () => {
  const id = await ask(await open())
  const reads: string[] = []
  for (const [name, actor] of Object.entries(cast)) {
    if ((await codeOf(studyVisitPage(db, actor, { id, now }))) === 'done') reads.push(name)
  }
  expect(reads).toEqual([
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'head',
    'inspectorate',
    'hub',
    'mentor',
    'co-manager',
    'secretariat',
    'auditor',
  ])
})

test('only those who write for a replication are offered to ask for it', async () => {
  const offered = async (actor: Actor) =>
    (await visitingReplications(db, actor, 'antar-obat')).map((one) => one.code)
  expect([
    await offered(author),
    await offered(host),
    await offered(cast.hub),
    await offered(cast.public),
  ]).toEqual([[code], [], [], []])
})

test('the page of a host asks as many questions for three visits as for one', async () => {
  const asked = () =>
    countedQueries(db, async (db) => {
      await studyVisitHost(db, host, { slug: 'antar-obat', today })
      await studyVisitsTo(db, host, 'antar-obat')
      await visitingReplications(db, host, 'antar-obat')
    })
  await ask(await open())
  const one = await asked()
  for (const heldOn of ['2026-03-22', '2026-03-23']) await ask(await open({ heldOn }))
  expect([one, await asked()]).toEqual([4, 4])
})

/** A visit that was reported, with what was learned. */
async function aReportedVisit(found: Record<string, string>): Promise<string> {
  const id = await ask(await open())
  await takeVisitStep(db, host, { id, step: 'accept', now })
  await saveReport(db, author, { id, said: visitReportForm.parse(found), now: later })
  await takeVisitStep(db, author, { id, step: 'report', day: '2026-03-20', now: later })
  return id
}

test('a finding becomes a row of the plan together with what was being typed, on the newest text only', async () => {
  const visit = await aReportedVisit({ cost: 'Sewa perahu Rp40 juta setahun.', failures: 'Musim barat.' })
  const finding = { visit, part: 'failures', kind: 'risk' } as const
  const typed = planContent.parse({ ...emptyPlan(2027), support: 'Contoh SOP' })
  const save = (given: object = {}) =>
    savePlan(db, author, { code, revision: 0, content: typed, finding, now: later, ...given })
  expect(await codeOf(save({ finding: { ...finding, part: 'staff' } }))).toBe('invalid')
  expect(await save()).toBe(1)
  expect(await codeOf(save())).toBe('conflict')
  const { draft, visits } = await planPage(db, author, { code, now: later })
  expect([draft?.support, draft?.risks]).toEqual(['Contoh SOP', [{ risk: 'Musim barat.', response: null }]])
  expect(visits.map(({ id, findings }) => [id, findings?.cost])).toEqual([
    [visit, 'Sewa perahu Rp40 juta setahun.'],
  ])
})

test('a finding of another replication, or one not handed in, is taken into no plan', async () => {
  const visit = await aReportedVisit({ cost: 'Rp40 juta' })
  const mine = code
  code = await replicate('puskesmas-sukamaju')
  const draft = await ask(await open({ heldOn: '2026-03-25' }))
  await takeVisitStep(db, host, { id: draft, step: 'accept', now })
  await saveReport(db, author, { id: draft, said: visitReportForm.parse({ cost: 'Belum pasti' }), now })
  const save = (visit: string) => {
    const finding = { visit, part: 'cost', kind: 'activity' } as const
    return codeOf(savePlan(db, author, { code, revision: 0, content: emptyPlan(2027), finding, now }))
  }
  expect([mine === code, await save(visit), await save(draft)]).toEqual([false, 'invalid', 'invalid'])
  const [shown] = await visitsOfReplication(db, author, code)
  expect([shown?.state, shown?.findings]).toEqual(['accepted', null])
})

test('the visits of a replication are read by both sides and those who guide, by nobody else', async () => {
  await aReportedVisit({ cost: 'Rp40 juta' })
  const reads: string[] = []
  for (const [name, actor] of Object.entries(cast)) {
    if ((await visitsOfReplication(db, actor, code)).length > 0) reads.push(name)
  }
  expect(reads).toEqual([
    'author',
    'author elsewhere',
    'local admin',
    'local admin elsewhere',
    'head',
    'inspectorate',
    'hub',
    'mentor',
    'co-manager',
    'secretariat',
    'auditor',
  ])
})

test('questions begin with the need behind the replication, and the visit leads back to it', async () => {
  const needId = await demoNeeds(db, now)
  await owner.db
    .updateTable('replication')
    .set({ route: 'need', need_id: needId })
    .where('code', '=', code)
    .execute()
  const [offered] = await visitingReplications(db, author, 'antar-obat')
  expect(offered?.need?.id).toBe(needId)
  expect(offered?.need?.questions.split('\n')[0]).toBe(
    'Kebutuhan kami: Obat pasien menahun tidak sampai ke pulau kecil.',
  )
  const id = await ask(await open(), { questions: offered!.need!.questions })
  expect((await studyVisitPage(db, host, { id, now })).needId).toBe(needId)
  const { slots } = await studyVisitHost(db, cast.public, { slug: 'antar-obat', today })
  expect(slots.map(({ placesLeft, peopleWaiting }) => [placesLeft, peopleWaiting])).toEqual([[5, 3]])
})

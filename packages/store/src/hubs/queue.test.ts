import { beforeEach, expect, test } from 'vitest'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import type { Actor } from '@semai/domain/people/actor'
import { milestoneForm, startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aHub, aMember, anEngagement, aTeam, castHub } from '@semai/testkit/mentored-hub'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { uuidv7 } from '../db/uuid.ts'
import { lateEngagements } from '../mentoring/engagement.queries.ts'
import { saveStages } from '../mentoring/mentoring-rules.commands.ts'
import { keepReport, takeReportStep } from '../monitoring/report.commands.ts'
import { confirmForm } from '../replications/form-confirm.commands.ts'
import { saveMilestone } from '../replications/milestone.commands.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { milestoneClocks } from './milestone-clocks.queries.ts'
import { hubNamed } from './named-hub.ts'
import { hubQueue, hubQueueKinds } from './queue.queries.ts'
import { stageClocks } from './stage-clocks.queries.ts'
import { stuckReplications } from './stuck.queries.ts'

const { db, owner, clear } = await testDb()
const { author, hub, mentor } = cast
const daysAgo = (n: number) => new Date(now.getTime() - n * 86_400_000)
const dayAgo = (n: number) => daysAgo(n).toISOString().slice(0, 10)

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aHub(owner.db)
  for (const [id, region_code] of [
    [agencies.regency, '35.10'],
    [agencies.province, '35'],
  ] as const) {
    await owner.db.updateTable('organisation').set({ region_code }).where('id', '=', id).execute()
  }
})

let made = 0
async function innovation(): Promise<string> {
  made += 1
  const code = `INV-8${String(made).padStart(3, '0')}`
  return (await anInnovation(owner.db, { code, organisation_id: agencies.otherOffice })).id
}
type Started = { innovationId?: string; organisation?: string; at?: Date; actor?: Actor; form?: string }
async function start({ innovationId, organisation, at = now, actor = author, form }: Started = {}) {
  const typed = { organisation: organisation ?? 'dinas-kesehatan-sukamaju', route: 'letter', region: '35.10' }
  const said = startForm.parse(form === undefined ? typed : { ...typed, form })
  const id = innovationId ?? (await innovation())
  return startReplication(db, actor, { innovationId: id, said, now: at, updateMonth: 3 })
}
const step = (code: string, name: 'begin' | 'run', ago: number) =>
  takeReplicationStep(db, author, { code, step: name, day: dayAgo(ago), now: daysAgo(ago), updateMonth: 3 })
const mark = (code: string, said: Record<string, string>) =>
  saveMilestone(db, author, { code, said: milestoneForm.parse(said), now })
const queue = async (actor: Actor = hub) =>
  hubQueue(db, actor, { hub: await hubNamed(db, actor, castHub), today })
const counts = async (actor: Actor = hub) => {
  const found = await queue(actor)
  return Object.fromEntries(hubQueueKinds.map((kind) => [kind, found[kind].count]))
}

test('a report, a declared form, a claim and a late milestone wait for the hub until it has seen to them', async () => {
  expect(await counts()).toEqual({ reports: 0, forms: 0, claims: 0, corrections: 0, milestones: 0 })
  const code = await start({ form: 'adaptation', at: daysAgo(30) })
  await mark(code, { kind: 'plan', plannedOn: dayAgo(5) })
  await step(code, 'begin', 20)
  const report = {
    key: uuidv7(),
    replication: code,
    year: '2025',
    quarter: '4',
    activities: 'Pelatihan kader.',
  }
  const { id } = await keepReport(db, author, { said: reportForm.parse(report), now })
  await takeReportStep(db, author, { id, step: 'submit', now })
  expect(await counts()).toEqual({ reports: 1, forms: 1, claims: 0, corrections: 0, milestones: 1 })
  const { reports, milestones } = await queue()
  expect(reports.rows).toEqual([
    {
      id,
      title: 'Inovasi INV-8001',
      note: 'Dinas Kesehatan Sukamaju',
      since: today,
      path: `/replikasi/${code}/laporan/${id}`,
      detail: '4/2025',
    },
  ])
  expect(milestones.rows.map(({ since, detail }) => [since, detail])).toEqual([[dayAgo(5), 'plan']])
  await takeReportStep(db, mentor, { id, step: 'verify', now })
  await confirmForm(db, mentor, { code, form: 'adaptation', now })
  await mark(code, { kind: 'plan', plannedOn: dayAgo(5), reachedOn: today })
  await step(code, 'run', 0)
  expect(await counts()).toEqual({ reports: 0, forms: 0, claims: 1, corrections: 0, milestones: 0 })
})

test('a hub verifies nothing of its own, and what lies elsewhere is not in its queue', async () => {
  const own = {
    ...author,
    grants: [{ role: 'author' as const, organisationId: agencies.province, provinceCode: null }],
  }
  const innovationId = await innovation()
  const said = startForm.parse({
    organisation: castHub,
    route: 'letter',
    region: '35',
    form: 'adoption',
  })
  await startReplication(db, own, { innovationId, said, now, updateMonth: 3 })
  expect((await counts()).forms).toBe(0)
  expect((await queue(cast.secretariat)).forms.count).toBe(0)
})

test('a correction stands there by its record, without a word of who sent it', async () => {
  const innovationId = await innovation()
  await owner.db
    .insertInto('correction')
    .values({
      id: uuidv7(),
      subject_kind: 'innovation',
      innovation_id: innovationId,
      region_code: null,
      subject_organisation_id: null,
      organisation_id: agencies.otherOffice,
      state: 'received',
      wrong: 'kata rahasia pengirim',
      right: 'lain',
      source: 'surat',
      change_path: null,
      is_public: false,
      received_at: now,
      moved_at: now,
    })
    .execute()
  const found = await queue()
  expect([found.corrections.count, found.corrections.rows[0]!.note]).toEqual([1, 'Dinas Sosial Tirtasari'])
  expect(JSON.stringify(found)).not.toContain('rahasia')
})

test('the longest waiting stand first, five of them, and all are counted', async () => {
  const code = await start({ at: daysAgo(60) })
  const kinds = ['need', 'choice', 'agreement', 'team', 'plan', 'commitment', 'training']
  for (const [i, kind] of kinds.entries()) await mark(code, { kind, plannedOn: dayAgo(10 + i) })
  const { milestones } = await queue()
  expect([milestones.count, milestones.rows.map(({ detail }) => detail)]).toEqual([
    7,
    ['training', 'commitment', 'plan', 'team', 'agreement'],
  ])
})

test('engagements beyond their promised time stand there, the furthest first', async () => {
  const stages = [{ key: 'gap_mapping', id: 'Pemetaan', en: 'Mapping', promisedDays: 5 }]
  await saveStages(db, cast.secretariat, { stages, now })
  const team = await aTeam(db)
  await aMember(db, team)
  await anEngagement(db, team, { startedOn: dayAgo(20) })
  await anEngagement(db, team, { startedOn: dayAgo(40), organisation: 'dinas-sosial-tirtasari' })
  await anEngagement(db, team, { startedOn: dayAgo(3), organisation: 'puskesmas-sukamaju' })
  const late = await lateEngagements(db, hub, { hubId: agencies.province, today })
  expect(late.map(({ organisation }) => organisation)).toEqual([
    'Dinas Sosial Tirtasari',
    'Dinas Kesehatan Sukamaju',
  ])
})

test('who was stuck at the same stage over the same milestone and moved on comes before who was merely quick', async () => {
  const innovationId = await innovation()
  for (const days of [20, 22, 24, 26, 28, 30, 30, 30]) {
    await step(await start({ at: daysAgo(400 + days) }), 'begin', 400)
  }
  const way = async (organisation: string, days: number) => {
    const code = await start({ innovationId, organisation, at: daysAgo(300 + days) })
    await step(code, 'begin', 300)
    await step(code, 'run', 200)
    return code
  }
  const quick = await way('puskesmas-sukamaju', 10)
  const solver = await start({ at: daysAgo(500), organisation: 'puskesmas-sukamaju' })
  await mark(solver, { kind: 'plan', plannedOn: dayAgo(450), reachedOn: dayAgo(360) })
  await step(solver, 'begin', 350)
  await step(solver, 'run', 200)
  const stuck = await start({ innovationId, at: daysAgo(120) })
  await mark(stuck, { kind: 'plan', plannedOn: dayAgo(60) })
  const clocks = await stageClocks(db)
  const scope = { provinceCode: '35', organisationId: null }
  const { rows } = await stuckReplications(db, hub, { scope, clocks, today, page: 1 })
  expect(
    rows.map(({ code, solvedBy }) => [code, solvedBy.map((one) => [one.code, one.wasStuck, one.shared])]),
  ).toEqual([
    [
      stuck,
      [
        [solver, true, ['plan']],
        [quick, false, []],
      ],
    ],
  ])
})

test('a milestone has a clock from those that reached it, and one that is late against it is named', async () => {
  for (let i = 0; i < 8; i += 1) {
    const code = await start({ at: daysAgo(300) })
    await mark(code, { kind: 'choice', reachedOn: dayAgo(290 - i) })
  }
  const clocks = await milestoneClocks(db)
  const like = { innovationId: uuidv7(), placeKind: 'regency' }
  expect(clocks.of('choice', like)).toMatchObject({
    likeness: 'place',
    cases: 8,
    lower: 11.75,
    median: 13.5,
    upper: 15.25,
  })
  expect(clocks.of('plan', like)).toBe(null)
})

test('the queue asks one question, however much waits', async () => {
  const asked = async () => {
    const found = await hubNamed(db, hub, castHub)
    return countedQueries(db, (db) => hubQueue(db, hub, { hub: found, today }))
  }
  const one = await asked()
  for (let i = 0; i < 3; i += 1) await start({ form: 'adoption' })
  expect([one, await asked()]).toEqual([1, 1])
  expect((await counts()).forms).toBe(3)
})

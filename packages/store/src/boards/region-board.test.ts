import { lateKinds } from '@semai/domain/boards/region-board'
import { isReportLate } from '@semai/domain/monitoring/reporting-quarter'
import { milestoneForm, startForm } from '@semai/domain/replications/replication.form'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { aClaim, aRegion, aSource, anInnovation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { placeMoney } from '../action-plans/place-money.queries.ts'
import { yearsOfPlace } from '../continuity/place-years.queries.ts'
import { uuidv7 } from '../db/uuid.ts'
import { keepReport, takeReportStep } from '../monitoring/report.commands.ts'
import { saveMilestone } from '../replications/milestone.commands.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { boardRegion, regionsBeside } from './region-board.queries.ts'
import { regionLate } from './region-late.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const daysAgo = (n: number) => new Date(now.getTime() - n * 86_400_000)
const dayAgo = (n: number) => daysAgo(n).toISOString().slice(0, 10)
let innovationId: string
let code: string

beforeEach(async () => {
  await clear()
  for (const place of ['35', '35.09', '35.10', '35.78']) await aRegion(owner.db, { code: place })
  await castAgencies(owner.db)
  await castPlaces(owner.db)
  await castPeople(owner.db)
  const government = { region_code: '35.10', kind: 'government' as const }
  await owner.db.updateTable('organisation').set(government).where('id', '=', agencies.regency).execute()
  innovationId = (await anInnovation(owner.db, { code: 'INV-8101', organisation_id: agencies.otherOffice }))
    .id
  const said = startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter', region: '35.10' })
  code = await startReplication(db, author, { innovationId, said, now: daysAgo(200), updateMonth: 3 })
})

const begin = (days: number) =>
  takeReplicationStep(db, author, {
    code,
    step: 'begin',
    day: dayAgo(days),
    now: daysAgo(days),
    updateMonth: 3,
  })
const lateCounts = async (place = '35.10', day = today) => {
  const late = await regionLate(db, cast['local admin'], { code: place, today: day })
  return Object.fromEntries(lateKinds.flatMap((kind) => (late[kind].count ? [[kind, late[kind].count]] : [])))
}

test('a region is opened by its own people, its hub and the ministries, not by people of another', async () => {
  const readers: string[] = []
  for (const [name, actor] of Object.entries(cast)) {
    if ((await boardRegion(db, actor, 'daerah-35-10')).readsBoard) readers.push(name)
  }
  expect(readers).toEqual([
    'author',
    'local admin',
    'head',
    'inspectorate',
    'hub',
    'mentor',
    'co-manager',
    'secretariat',
  ])
  await expect(boardRegion(db, author, 'tidak-ada')).rejects.toMatchObject({ code: 'not-found' })
})

test('a milestone behind its plan and a report that is late stand there until somebody sees to them', async () => {
  expect(await lateCounts()).toEqual({})
  const plan = { kind: 'plan', plannedOn: dayAgo(5) }
  await saveMilestone(db, author, { code, said: milestoneForm.parse(plan), now })
  await begin(150)
  expect(await lateCounts()).toEqual({ milestones: 1, reports: 1 })
  expect([await lateCounts('35'), await lateCounts('35.09')]).toEqual([{ milestones: 1, reports: 1 }, {}])
  const { reports, milestones } = await regionLate(db, author, { code: '35.10', today })
  expect([reports.rows[0]!.path, milestones.rows[0]!.path]).toEqual([
    `/replikasi/${code}/laporan`,
    `/replikasi/${code}`,
  ])
  const said = { key: uuidv7(), replication: code, year: '2025', quarter: '4', activities: 'Pelatihan.' }
  const { id } = await keepReport(db, author, { said: reportForm.parse(said), now })
  await takeReportStep(db, author, { id, step: 'submit', now })
  await saveMilestone(db, author, { code, said: milestoneForm.parse({ ...plan, reachedOn: today }), now })
  expect(await lateCounts()).toEqual({})
})

test('a report is late on the days on which the rule says so', async () => {
  await begin(150)
  const days = ['2025-10-02', '2025-10-15', '2026-01-14', '2026-01-15', '2026-04-14', '2026-04-15']
  const found = []
  for (const day of days) found.push(((await lateCounts('35.10', day))['reports'] ?? 0) > 0)
  expect(found).toEqual(days.map((day) => isReportLate(day, { since: dayAgo(150), reported: [] })))
})

test('a claim past its validity is unanswered; of a stopped or opened one nobody is asked', async () => {
  const source = await aSource(owner.db)
  const base = { innovation_id: innovationId, organisation_id: agencies.regency, source_id: source.id }
  const state = { kind: 'state' as const, happening: 'running' as const, valid_until: '2025-03-31' }
  const { id } = await aClaim(owner.db, { ...base, ...state, region_code: '35.10' })
  await aClaim(owner.db, { ...base, ...state, region_code: '35.10', stopped_on: '2024-01-01' })
  await aClaim(owner.db, { ...base, region_code: '35.10' })
  expect(await lateCounts()).toEqual({ claims: 1 })
  const { claims } = await regionLate(db, author, { code: '35.10', today })
  expect(claims.rows.map(({ path, since }) => [path, since])).toEqual([[`/klaim/${id}`, '2025-03-31']])
  const years = await yearsOfPlace(db, author, { code: '35.10', today })
  expect(years.at(-1)!.states).toMatchObject({ not_updated: 1, stopped: 1, opened: 1 })
  expect(await regionsBeside(db, author, ['35.09', '35.10'])).toEqual([
    { code: '35.09', created: 0, runs: 0, stopped: 0, underway: 0 },
    { code: '35.10', created: 0, runs: 1, stopped: 1, underway: 1 },
  ])
})

test('money is told by year: the promise signed last, what was allocated and spent, and verified reports only', async () => {
  const { id } = await owner.db
    .selectFrom('replication')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  await owner.pool.query(
    `insert into commitment (id, replication_id, signer, post, signed_on, number, recorded_at)
     select x::uuid, $1, 'Kepala', 'Bupati', d::date, 'K', now() from (values ($2, '2025-01-01'), ($3, '2025-02-01')) v (x, d)`,
    [id, uuidv7(), uuidv7()],
  )
  await owner.pool.query(
    `insert into commitment_amount select id, 2025, case when signed_on > '2025-01-15' then 90 else 50 end from commitment`,
  )
  await owner.pool.query(
    `insert into budget_link (replication_id, year, link, amount, saved_at) values ($1, 2025, 'rka', 7, now()), ($1, 2025, 'dpa', 80, now()),
     ($1, 2025, 'realisation', 60, now())`,
    [id],
  )
  await owner.pool.query(
    `insert into quarterly_report (id, replication_id, year, quarter, state, content, realisation, revision, created_at, saved_at, moved_at)
     select gen_random_uuid(), $1, 2025, q, s, '{}', 20, 1, now(), now(), now() from (values (1, 'verified'), (2, 'submitted')) v (q, s)`,
    [id],
  )
  expect(await placeMoney(db, author, { code: '35.10' })).toEqual([
    { year: 2025, pledged: 90, allocated: 80, spent: 60, reported: 20 },
  ])
  expect(await placeMoney(db, author, { code: '35.09' })).toEqual([])
})

test('each read of the board is one question', async () => {
  for (const read of [
    (counting: typeof db) => boardRegion(counting, author, 'daerah-35-10'),
    (counting: typeof db) => yearsOfPlace(counting, author, { code: '35.10', today }),
    (counting: typeof db) => placeMoney(counting, author, { code: '35' }),
    (counting: typeof db) => regionLate(counting, author, { code: '35', today }),
    (counting: typeof db) => regionsBeside(counting, author, ['35.09', '35.10']),
  ]) {
    expect(await countedQueries(db, read)).toBe(1)
  }
})

import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { milestoneForm, startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, anOrganisation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { uuidv7 } from '../db/uuid.ts'
import { saveMilestone } from '../replications/milestone.commands.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import {
  boardCounts,
  memberCoverage,
  nationalCounts,
  openReplications,
  provinceNames,
} from './board.queries.ts'
import { hubList } from './hub.queries.ts'
import { hubNamed } from './named-hub.ts'
import { stageClocks } from './stage-clocks.queries.ts'
import { countStuck, stuckReplications } from './stuck.queries.ts'

const { db, owner, clear } = await testDb()
const { author, hub, secretariat } = cast
const day = 86_400_000
const daysAgo = (n: number) => new Date(now.getTime() - n * day)
const tree = { provinceCode: null, organisationId: agencies.province }
let innovationId: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await aRegion(owner.db, { code: '35.11' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  for (const [id, region_code] of [
    [agencies.regency, '35.10'],
    [agencies.otherRegency, '35.11'],
  ] as const) {
    await owner.db.updateTable('organisation').set({ region_code }).where('id', '=', id).execute()
  }
  const source = await aSource(owner.db)
  await owner.db
    .insertInto('hub')
    .values({
      id: uuidv7(),
      region_code: '35',
      organisation_id: null,
      year: 2021,
      status: 'designated',
      source_id: source.id,
    })
    .execute()
  innovationId = await innovation('INV-7001')
})

const innovation = async (code: string) =>
  (await anInnovation(owner.db, { code, organisation_id: agencies.centre })).id
const start = (given: { innovationId?: string; at?: Date; organisation?: string; actor?: Actor } = {}) =>
  startReplication(db, given.actor ?? author, {
    innovationId: given.innovationId ?? innovationId,
    said: startForm.parse({
      organisation: given.organisation ?? 'dinas-kesehatan-sukamaju',
      route: 'letter',
    }),
    now: given.at ?? now,
    updateMonth: 3,
  })
const begin = (code: string, at: Date) =>
  takeReplicationStep(db, author, {
    code,
    step: 'begin',
    day: at.toISOString().slice(0, 10),
    now: at,
    updateMonth: 3,
  })
const run = (code: string, at: Date) =>
  takeReplicationStep(db, author, {
    code,
    step: 'run',
    day: at.toISOString().slice(0, 10),
    now: at,
    updateMonth: 3,
  })

/** Replications of other innovations that were prepared in so many days each. */
const past = async (lengths: readonly number[]) => {
  for (const [i, days] of lengths.entries()) {
    const code = await start({
      innovationId: await innovation(`INV-8${String(i).padStart(3, '0')}`),
      at: daysAgo(400),
    })
    await begin(code, daysAgo(400 - days))
    await run(code, daysAgo(1))
  }
}
const stuck = async (actor: Actor = hub) => {
  const clocks = await stageClocks(db)
  const asked = { scope: tree, clocks, today }
  return {
    ...(await countStuck(db, actor, asked)),
    ...(await stuckReplications(db, actor, { ...asked, page: 1 })),
  }
}

test('steps leave behind how long each state lasted; a day written down afterwards says nothing', async () => {
  const code = await start({ at: daysAgo(50) })
  await begin(code, daysAgo(20))
  const late = await start({ innovationId: await innovation('INV-7002'), at: daysAgo(5) })
  await takeReplicationStep(db, author, { code: late, step: 'begin', day: '2025-01-01', now, updateMonth: 3 })
  const stays = await owner.db
    .selectFrom('replication_stay as s')
    .innerJoin('replication as r', 'r.id', 's.replication_id')
    .select(['r.code', 's.state', 's.days', 's.place_kind'])
    .orderBy('r.code')
    .orderBy('s.step_id')
    .execute()
  expect(stays).toEqual([
    { code, state: 'preparing', days: 30, place_kind: 'regency' },
    { code, state: 'implementing', days: null, place_kind: 'regency' },
    { code: late, state: 'preparing', days: null, place_kind: 'regency' },
    { code: late, state: 'implementing', days: null, place_kind: 'regency' },
  ])
})

test('stuck is who waits longer than those before, with the cause and who solved it', async () => {
  await past([20, 25, 30, 30, 30, 30, 35, 40])
  const code = await start({ at: daysAgo(90) })
  await start({ innovationId: await innovation('INV-7003'), at: daysAgo(31) })
  await saveMilestone(db, author, {
    code,
    said: milestoneForm.parse({ kind: 'plan', plannedOn: '2026-02-01' }),
    now,
  })
  const { rows, ...counts } = await stuck()
  expect(counts).toEqual({ open: 2, unknown: 0, stuck: 1, hasMore: false })
  expect(rows).toMatchObject([
    {
      code,
      days: 90,
      clock: { likeness: 'place', cases: 8, lower: 28.75, median: 30, upper: 31.25 },
      solvedBy: [],
    },
  ])
  expect(rows[0]!.cause.en).toBe('Action plan: 29 days behind its plan.')
})

test('with too few before, nobody is called stuck and the board says for how many it cannot tell', async () => {
  await past([20, 25, 30, 30, 30, 30, 35])
  await start({ at: daysAgo(300) })
  expect(await stuck()).toMatchObject({ open: 1, unknown: 1, stuck: 0, rows: [] })
})

test('who solved it before took over the same innovation and passed the same stage', async () => {
  await past([20, 25, 30, 30, 30, 30, 35, 40])
  const solved = await start({
    at: daysAgo(200),
    organisation: 'dinas-sosial-tirtasari',
    actor: cast['author elsewhere'],
  })
  for (const [step, at] of [
    ['begin', 150],
    ['run', 100],
  ] as const) {
    const said = {
      code: solved,
      step,
      day: daysAgo(at).toISOString().slice(0, 10),
      now: daysAgo(at),
      updateMonth: 3,
    }
    await takeReplicationStep(db, cast['author elsewhere'], said)
  }
  await start({ at: daysAgo(120) })
  const { rows } = await stuck()
  expect(rows.map(({ solvedBy }) => solvedBy)).toEqual([
    [
      {
        code: solved,
        adopter: 'Dinas Sosial Tirtasari',
        innovation: 'Inovasi INV-7001',
        days: 50,
        wasStuck: true,
        isSameInnovation: true,
        shared: [],
      },
    ],
  ])
})

test('the ten-thousandth replication has a code of its own', async () => {
  const first = await start()
  await owner.pool.query(`select setval('replication_number', 9999)`)
  const later = await start({ innovationId: await innovation('INV-7008') })
  expect([first.length, later]).toEqual([8, 'REP-10000'])
})

test('members without any replication stand on the board with zeros', async () => {
  await start()
  const { rows } = await memberCoverage(db, hub, { scope: tree })
  expect(rows.map(({ name, states }) => [name, states.preparing])).toEqual([
    ['Pemerintah Kabupaten Sukamaju', 1],
    ['Pemerintah Kabupaten Tirtasari', 0],
  ])
  const province = await memberCoverage(db, cast.public, {
    scope: { provinceCode: '35', organisationId: null },
  })
  expect(province.rows).toEqual(rows)
  const first = await memberCoverage(db, hub, { scope: tree, limit: 1 })
  const second = await memberCoverage(db, hub, { scope: tree, limit: 1, after: first.next })
  expect([first, second].map(({ rows, next }) => [rows[0]!.name, next === null])).toEqual([
    ['Pemerintah Kabupaten Sukamaju', false],
    ['Pemerintah Kabupaten Tirtasari', true],
  ])
})

test('the country is counted by province, state and route; what is not public is counted for nobody else', async () => {
  await start()
  const declined = await start({ innovationId: await innovation('INV-7004') })
  await takeReplicationStep(db, author, {
    code: declined,
    step: 'cancel',
    reason: 'Keliru',
    now,
    updateMonth: 3,
  })
  const seen = async (actor: Actor) => {
    const { total, provinces, routes } = await nationalCounts(db, actor)
    return [total.preparing, total.cancelled, provinces.get('35')?.preparing, routes.get('letter')]
  }
  expect(await seen(cast.public)).toEqual([1, 0, 1, 1])
  expect(await seen(secretariat)).toEqual([1, 1, 1, 2])
  expect((await provinceNames(db)).map(({ code, isHub }) => [code, isHub])).toEqual([['35', true]])
})

test('a hub goes by the address of its province, with what is known of it', async () => {
  expect((await hubList(db, cast.public)).rows).toMatchObject([
    { slug: 'daerah-35', name: 'Provinsi 35', year: 2021, status: 'designated' },
  ])
  const own = await hubNamed(db, cast.public, 'daerah-35')
  expect([own.provinceCode, own.readsBoard, own.facts.length]).toEqual(['35', false, 1])
  expect((await hubNamed(db, secretariat, 'daerah-35')).readsBoard).toBe(true)
  await expect(hubNamed(db, cast.public, 'lain')).rejects.toMatchObject({ code: 'not-found' })
})

test('a board asks as many questions for three replications as for one', async () => {
  const asked = async () => {
    return countedQueries(db, async (db) => {
      const clocks = await stageClocks(db)
      await countStuck(db, hub, { scope: tree, clocks, today })
      await stuckReplications(db, hub, { scope: tree, clocks, today, page: 1 })
      await memberCoverage(db, hub, { scope: tree })
      await openReplications(db, hub, { scope: tree })
      await boardCounts(db, hub, tree)
    })
  }
  await start()
  const one = await asked()
  await anOrganisation(owner.db, {
    name: 'Pemerintah Kota Contoh',
    kind: 'government',
    parent_id: agencies.province,
  })
  for (const code of ['INV-7005', 'INV-7006']) await start({ innovationId: await innovation(code) })
  expect([one, await asked()]).toEqual([6, 6])
})

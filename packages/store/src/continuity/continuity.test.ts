import { publicActor } from '@semai/domain/people/actor'
import { countedQueries, countingDb } from '@semai/testkit/counted-queries'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { continuity } from './continuity.queries.ts'
import { keptContinuity } from './kept-continuity.ts'

const { db, owner, clear } = await testDb()
let base: { organisation_id: string; source_id: string; innovation_id: string }

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await aRegion(owner.db, { code: '35.78', kind: 'city' })
  const ministry = await anOrganisation(owner.db)
  const source = await aSource(owner.db)
  const innovation = await anInnovation(owner.db, { code: 'INV-1', organisation_id: ministry.id })
  base = { organisation_id: ministry.id, source_id: source.id, innovation_id: innovation.id }
})

type Seen = { region?: string; began: string; seen: string[]; stopped?: string; reason?: string }

/** A claim of running that somebody spoke of on some days. */
async function aRun({ region = '35.10', began, seen, stopped, reason }: Seen) {
  const { id } = await aClaim(owner.db, {
    ...base,
    region_code: region,
    kind: 'state',
    happening: 'running',
    earliest: began,
    latest: began,
    strength: 'declared',
    valid_until: '2027-03-31',
    stopped_on: stopped ?? null,
    stop_reason: reason ?? null,
  })
  for (const acted_on of seen) {
    const act = { id: uuidv7(), claim_id: id, act: 'declared' as const, acted_on }
    await owner.db
      .insertInto('claim_act')
      .values({ ...act, organisation_id: null, source_id: base.source_id, note: null })
      .execute()
  }
}

const picture = () => continuity(db, publicActor, { today })

test('runnings are counted as they stand; an opening and a lapsed one are not running', async () => {
  await aRun({ began: '2020-01-01', seen: ['2020-01-01', '2026-01-01'] })
  await aRun({ began: '2020-01-01', seen: ['2020-01-01'], stopped: '2022-01-01', reason: 'budget' })
  await aClaim(owner.db, { ...base, region_code: '35.10' })
  await aClaim(owner.db, {
    ...base,
    region_code: '35.78',
    kind: 'state',
    happening: 'running',
    valid_until: '2025-03-31',
  })
  await aClaim(owner.db, { ...base, region_code: '35.78', withdrawn_at: now })
  const { states, unobserved, all } = await picture()
  expect(states).toEqual({ running: 1, unanswered: 0, not_updated: 1, opened: 1, stopped: 1 })
  expect([unobserved.noStart, unobserved.neverFollowed]).toEqual([0, 2])
  expect([all.runs, all.stopped, all.curve]).toEqual([2, 1, null])
})

test('two kinds of place with enough followed are drawn and compared; the rest is counted', async () => {
  for (let i = 0; i < 20; i++) {
    const began = '2020-01-01'
    const seen = [began, '2025-01-01']
    await aRun({ began, seen, ...(i < 15 && { stopped: `2021-0${(i % 9) + 1}-01`, reason: 'budget' }) })
    await aRun({ region: '35.78', began, seen, ...(i < 5 && { stopped: '2024-01-01', reason: 'staff' }) })
    if (i < 3) await aRun({ region: '35', began, seen })
  }
  const { groups, test: difference } = (await picture()).comparisons.place
  expect(groups.map(({ key, runs, stopped, curve }) => [key, runs, stopped, curve !== null])).toEqual([
    ['city', 20, 5, true],
    ['regency', 20, 15, true],
    ['province', 3, 0, false],
  ])
  const after = (key: string, month: number) =>
    groups.find((group) => group.key === key)!.curve!.points.find((point) => point.month === month)!.share
  expect([after('city', 36), after('city', 49), after('regency', 24)]).toEqual([
    1,
    0.75,
    expect.closeTo(0.25, 12),
  ])
  expect(difference!.df).toBe(1)
  expect(difference!.p).toBeLessThan(0.001)
})

test('reasons are told by year, but not of a year with one or two stops', async () => {
  for (const reason of ['budget', 'budget', 'staff']) {
    await aRun({ began: '2020-01-01', seen: ['2020-01-01'], stopped: '2022-05-01', reason })
  }
  await aRun({ began: '2020-01-01', seen: ['2020-01-01'], stopped: '2023-05-01', reason: 'vendor' })
  expect((await picture()).reasons).toEqual([
    { year: 2022, reason: 'budget', count: 2 },
    { year: 2022, reason: 'staff', count: 1 },
    { year: 2023, reason: null, count: 1 },
  ])
})

test('of one innovation, in one query', async () => {
  await aRun({ began: '2020-01-01', seen: ['2020-01-01', '2025-01-01'] })
  await anInnovation(owner.db, { code: 'INV-2', organisation_id: base.organisation_id })
  const asked = { today, innovation: 'INV-2' }
  expect(await countedQueries(db, (counted) => continuity(counted, publicActor, asked))).toBe(1)
  const { all, comparisons } = await continuity(db, publicActor, asked)
  expect([all.runs, comparisons.form.groups]).toEqual([0, []])
})

test('a picture is kept: nothing is asked again within its minute', async () => {
  await aRun({ began: '2020-01-01', seen: ['2020-01-01', '2025-01-01'] })
  const counting = countingDb(db)
  const asked = { by: 'place', today } as const
  const first = await keptContinuity(counting.db, publicActor, asked)
  expect([
    counting.queries(),
    await keptContinuity(counting.db, publicActor, asked),
    counting.queries(),
  ]).toEqual([2, first, 2])
  // Compared in another way it is the same picture.
  const { groups } = await keptContinuity(counting.db, publicActor, { ...asked, by: 'form' })
  expect([groups.map(({ key }) => key), counting.queries()]).toEqual([['unknown'], 2])
})

test('how it stood at the end of each year ends with how it stands', async () => {
  await aRun({ began: '2023-01-01', seen: ['2023-01-01', '2026-01-01'] })
  await aRun({ began: '2024-01-01', seen: ['2024-01-01'], stopped: '2025-01-01', reason: 'budget' })
  const { states, past } = await picture()
  expect(past.at(-1)).toEqual({ day: today, states })
  expect(past.map(({ day, states }) => [day.slice(0, 4), states.running, states.stopped])).toEqual([
    ['2023', 1, 0],
    ['2024', 2, 0],
    ['2025', 1, 1],
    [today.slice(0, 4), 1, 1],
  ])
})

import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { demonstrateResults, resultsSlug as slug } from '@semai/testkit/demo-results'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { innovationResults, resultsCsv } from './results.queries.ts'

const { db, owner } = await testDb()
const results = (regions = 20) => innovationResults(db, publicActor, { slug, regions })

beforeAll(async () => {
  for (const region of ['35', '35.10']) await aRegion(owner.db, { code: region })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await demonstrateResults(owner.db, now)
})

test('replicas lie beside each other by the key of the indicator; who is silent is counted', async () => {
  const { replicas, indicators } = await results()
  const [waiting, desks] = indicators
  expect(replicas).toBe(36)
  expect(waiting!.counts).toEqual({ compared: 24, no_baseline: 0, not_started: 8, other_unit: 1, silent: 3 })
  expect(waiting!.finding?.moved).toEqual({ better: 23, same: 0, worse: 1 })
  expect(waiting!.groups.map(({ group, replicas }) => [group, replicas])).toEqual([
    ['women', 8],
    ['disability', 8],
    ['remote', 8],
  ])
  expect(desks!.counts).toEqual({ compared: 0, no_baseline: 2, not_started: 8, other_unit: 0, silent: 26 })
  expect([desks!.finding, desks!.groups]).toEqual([null, []])
})

test('the effect needs enough regions, by configuration', async () => {
  const effectFrom = async (regions: number) => (await results(regions)).indicators[0]!.effect
  const [found, more] = [await effectFrom(20), await effectFrom(30)]
  if (!found.isFound) throw new Error('not enough')
  expect(found.overall.lower < found.overall.effect && found.overall.upper < 0).toBe(true)
  expect([found.begun, found.notYet, more.isFound, more.begun]).toEqual([24, 24, false, 24])
})

test('only verified reports and agreed plans count, whoever asks', async () => {
  const before = await results()
  const [{ id }] = (await owner.db
    .selectFrom('quarterly_report')
    .select('id')
    .orderBy('year', 'desc')
    .orderBy('quarter', 'desc')
    .limit(1)
    .execute()) as [{ id: string }]
  await owner.db.updateTable('quarterly_report').set({ state: 'returned' }).where('id', '=', id).execute()
  const after = await results()
  expect(after).not.toEqual(before)
  expect(await innovationResults(db, cast.hub, { slug, regions: 20 })).toEqual(after)
  await owner.db.updateTable('quarterly_report').set({ state: 'verified' }).where('id', '=', id).execute()
  expect(await results()).toEqual(before)
})

test('the sheet has every replica for every indicator, at as many questions as the page', async () => {
  const lines = (await resultsCsv(db, publicActor, slug)).trimEnd().split('\r\n')
  expect(lines.length).toBe(1 + 2 * 37)
  expect(lines[1]).toBe(
    'INV-S9401,Antre Singkat (peragaan),waktu-tunggu,Waktu tunggu di loket,menit,lower,,Dinas Kesehatan Sukamaju,,,asal,84,,31,,30,,,,,,,,',
  )
  expect([
    await countedQueries(db, (db) => innovationResults(db, publicActor, { slug, regions: 20 })),
    await countedQueries(db, (db) => resultsCsv(db, publicActor, slug)),
  ]).toEqual([2, 2])
  await expect(resultsCsv(db, publicActor, 'tidak-ada')).rejects.toMatchObject({ code: 'not-found' })
})

import { beforeAll, expect, test } from 'vitest'
import { pulseRecord } from '@semai/domain/exchange/pulse-record'
import { resultRecord } from '@semai/domain/exchange/result-record'
import { spotCheckRecord } from '@semai/domain/exchange/spot-check-record'
import { publicActor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { demonstratePulses } from '@semai/testkit/demo-pulse'
import { demonstrateResults } from '@semai/testkit/demo-results'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aPulse } from '@semai/testkit/pulse-scene'
import { castReplication } from '@semai/testkit/replication-scene'
import { aRegion, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { answerPulse } from '../pulse/pulse.commands.ts'
import { pulseRecords } from './pulse-records.queries.ts'
import { resultRecords } from './result-records.queries.ts'
import { spotCheckRecords } from './spot-check-records.queries.ts'

const { db, owner } = await testDb()
const code = 'INV-S9401'
const results = (after: string | null = null, limit = 50) =>
  resultRecords(db, publicActor, { code, after, limit })
const pulses = async (given: { innovation?: string; replication?: string } = {}) =>
  (await pulseRecords(db, { after: null, limit: 50, today, ...given })).map(({ record }) => record)
const samples = async () =>
  (await spotCheckRecords(db, { after: null, limit: 50 })).map(({ record }) => record)

beforeAll(async () => {
  for (const region of ['35', '35.10']) await aRegion(owner.db, { code: region })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('slug', '=', 'dinas-kesehatan-sukamaju')
    .execute()
  await demonstratePulses(db, now)
  await demonstrateResults(owner.db, now)
})

test('pulses tell when was asked and what was answered, silence too, and name nobody', async () => {
  const found = await pulses()
  expect(found.map((one) => pulseRecord.parse(one))).toEqual(found)
  expect(found.map(({ state, answer, way }) => [state, answer, way])).toEqual([
    ['answered', 'grown', 'account'],
    ['answered', 'weakened', 'link'],
    ['due', null, null],
    ['lapsed', null, null],
  ])
  expect(JSON.stringify(found)).not.toMatch(/Rina|Kepala|pindah/)
  const [first, second] = found
  expect(await pulses({ replication: second!.replication })).toEqual([second])
  expect(await pulses({ innovation: first!.innovation.code })).toEqual([first])
})

test('a pulse that says it stopped gives no reason', async () => {
  const innovation = { code: 'INV-7120', slug: 'henti', name: 'Henti', localName: 'Henti' }
  const id = await aPulse(db, { code: await castReplication(db, now, innovation), now })
  const typed = { running: 'stopped', stoppedOn: today, cause: 'budget' }
  await answerPulse(db, cast.author, { id, typed, now, updateMonth: 3 })
  const [stopped] = await pulses({ innovation: innovation.code })
  expect([
    stopped!.answer,
    Object.keys(stopped!).filter((name) => /reason|note|name|post/.test(name)),
  ]).toEqual(['stopped', []])
})

test('spot checks give seed and codes at once, and what was found once it is published', async () => {
  const [sample] = await samples()
  expect(spotCheckRecord.parse(sample)).toEqual(sample)
  expect(sample!.drawn.map(({ result }) => result).toSorted()).toEqual(['confirmed', 'unreachable'])
  expect([sample!.seed, sample!.confirmed_share?.share]).toEqual(['Peragaan 481516', 0.5])
  await owner.db.updateTable('pulse_sample').set({ published_at: null }).execute()
  const [closed] = await samples()
  expect([closed!.drawn.length, closed!.drawn.map(({ result }) => result), closed!.confirmed_share]).toEqual([
    2,
    [null, null],
    null,
  ])
  expect(JSON.stringify(closed)).not.toMatch(/mentor/)
})

test('results go on from page to page, the silent among them, at two questions', async () => {
  const all = await results()
  expect(all.map((one) => resultRecord.parse(one))).toEqual(all)
  const first = await results(null, 20)
  const second = await results(first.at(-1)!.replication, 20)
  expect([...first, ...second]).toEqual(all)
  const standings = all.map(({ indicators }) => indicators[0]!.standing)
  expect([all.length, standings.filter((one) => one === 'silent').length]).toEqual([36, 3])
  expect(
    await countedQueries(db, (db) => resultRecords(db, publicActor, { code, after: null, limit: 5 })),
  ).toBe(2)
})

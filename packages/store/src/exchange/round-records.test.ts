import { roundLocusRecord, roundRecord } from '@semai/domain/exchange/round-record'
import { countedQueries } from '@semai/testkit/counted-queries'
import { demonstrateRounds } from '@semai/testkit/demo-rounds'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { roundLocusRecords, roundRecords } from './round-records.queries.ts'

const { db, owner } = await testDb()
let rounds: { published: string; open: string }
const loci = async (round: string | null = null, after: string | null = null, limit = 50) =>
  roundLocusRecords(db, { round, after, limit })

beforeAll(async () => {
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  rounds = await demonstrateRounds(db, now)
})

test('a published round tells how many it asked, who answered and honours; an open one is not there', async () => {
  const found = await roundRecords(db, { after: null, limit: 50 })
  expect(found.map((one) => roundRecord.parse(one))).toEqual(found)
  expect(found.map(({ code, asked, answered }) => [code, asked, answered])).toEqual([
    [rounds.published, 8, 7],
  ])
  expect(found[0]!.groups.map(({ of, asked, honoured }) => [of, asked, honoured])).toEqual([
    ['innovation', 6, 3],
    ['organisation', 2, 1],
  ])
  expect(await roundRecords(db, { after: rounds.published, limit: 50 })).toEqual([])
})

test('whom it asked goes on from page to page, with who is honoured and why, and nothing of what was answered', async () => {
  const all = await loci()
  expect(all.map(({ record }) => roundLocusRecord.parse(record))).toEqual(all.map(({ record }) => record))
  const first = await loci(null, null, 5)
  expect([...first, ...(await loci(null, first.at(-1)!.id, 5))]).toEqual(all)
  const honoured = all.filter(({ record }) => record.honoured)
  expect([all.length, honoured.length]).toEqual([8, 4])
  expect(honoured.filter(({ record }) => record.reason !== null)).toHaveLength(1)
  expect([await loci(rounds.published), await loci(rounds.open)]).toEqual([all, []])
  expect(JSON.stringify(all)).not.toMatch(/answer|score|nilai/)
})

test('each is one question', async () => {
  expect(await countedQueries(db, (db) => roundRecords(db, { after: null, limit: 5 }))).toBe(1)
  expect(
    await countedQueries(db, (db) => roundLocusRecords(db, { round: null, after: null, limit: 5 })),
  ).toBe(1)
})

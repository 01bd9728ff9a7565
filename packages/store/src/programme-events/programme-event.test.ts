import { silent } from '@semai/store/db/environment'
import { publicActor } from '@semai/domain/people/actor'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { programmeEventRecord } from '@semai/domain/exchange/programme-event-record'
import { programmeEventRecords } from '../exchange/programme-event-records.queries.ts'
import { loadShippedData } from '../exchange/shipped-data.ts'
import { programmeEventList } from './programme-event.queries.ts'

const { db, owner } = await testDb()

beforeAll(() => loadShippedData(owner.db, silent))

test('the eight of 2019, the two recommendations, the child card and the hubs are there, each with a source', async () => {
  const all = await programmeEventList(db, publicActor)
  const byKind = Map.groupBy(all, ({ kind }) => kind)
  expect(Object.fromEntries([...byKind].map(([kind, rows]) => [kind, rows.length]))).toEqual({
    named_for_national_replication: 8,
    recommended: 2,
    became_national_policy: 1,
    hub_designated: 13,
    hub_invited: 7,
  })
  expect(all.filter(({ source }) => source.trim() === '')).toEqual([])
  const codes = (kind: 'named_for_national_replication' | 'recommended') =>
    byKind.get(kind)!.map(({ innovationCode }) => innovationCode)
  const { rows: awarded } = await owner.pool.query<{ code: string }>(
    `select i.code from innovation_award a join innovation i on i.id = a.innovation_id
     where a.competition = 'scaling_up' order by 1`,
  )
  expect(codes('named_for_national_replication')).toEqual(awarded.map(({ code }) => code))
  expect(codes('recommended')).toEqual(['INV-0011', 'INV-0012'])
})

test('no event is a claim: nothing that was named, recommended or made a policy runs because of it', async () => {
  const { rows } = await owner.pool.query<{ n: number }>(
    `select count(*)::int as n from claim c join programme_event e on e.innovation_id = c.innovation_id`,
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('events of an innovation, of its region, of a province that is a hub', async () => {
  const keys = async (of: Parameters<typeof programmeEventList>[2]) =>
    (await programmeEventList(db, publicActor, of)).map(({ key }) => key)
  expect(await keys({ innovationCode: 'INV-0013' })).toEqual(['policy-2016-INV-0013'])
  expect(await keys({ regionCode: '33.72' })).toEqual(['policy-2016-INV-0013'])
  expect(await keys({ regionCode: '33' })).toEqual([
    'recommended-2024-INV-0012',
    'hub-33-2020',
    'policy-2016-INV-0013',
  ])
  expect(await keys({ regionCode: '94' })).toEqual([])
})

test('loaded again they are the same, and the open records follow their shape page by page', async () => {
  const before = await programmeEventRecords(db, { after: null, limit: 500 })
  await owner.pool.query(`delete from import_run where kind = 'shipped'`)
  await loadShippedData(owner.db, silent)
  expect(await programmeEventRecords(db, { after: null, limit: 500 })).toEqual(before)
  expect(before.map((record) => programmeEventRecord.safeParse(record).error ?? null)).toEqual(
    before.map(() => null),
  )
  const paged = []
  for (let after: string | null = null; ;) {
    const page = await programmeEventRecords(db, { after, limit: 7 })
    paged.push(...page)
    if (page.length < 7) break
    after = page.at(-1)!.key
  }
  expect(paged).toEqual(before)
})

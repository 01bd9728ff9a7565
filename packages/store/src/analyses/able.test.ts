import { publicActor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { aKeptAnalysis, aNextAdopter, nextAdoptersOf } from '@semai/testkit/analyses-scene'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aReplication } from '@semai/testkit/replication-scene'
import { aClaim, anInnovation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { ableInHub, ableOfOwn } from './able.queries.ts'
import { hasNextInnovations, nextInnovations, nextRegions } from './next-adopter.queries.ts'
import { nextInnovationsCsv, nextRegionsCsv } from './next-adopter-sheets.queries.ts'
import { keptAnalysis } from './analysis.queries.ts'

const { db, owner, clear } = await testDb()
const hub = { provinceCode: '35', ownerPath: [agencies.province], organisationId: agencies.province }
const elsewhere = { provinceCode: '99', ownerPath: [agencies.ministry], organisationId: agencies.ministry }
/** INV-7001 is being prepared in 35.10 already; INV-1 is not. */
const rows = [
  aNextAdopter({
    innovation: 'INV-1',
    region: '35.10',
    rank: 1,
    rankInRegion: 1,
    chance: 0.3,
    ableBefore: true,
  }),
  aNextAdopter({
    innovation: 'INV-1',
    region: '35.09',
    rank: 2,
    rankInRegion: 1,
    chance: 0.25,
    ableBefore: true,
  }),
  aNextAdopter({ innovation: 'INV-1', region: '35', rank: 3, rankInRegion: 1, chance: 0.2 }),
  aNextAdopter({ innovation: 'INV-7001', region: '35.10', rank: 1, rankInRegion: 2, ableBefore: true }),
  aNextAdopter({ innovation: 'INV-2', region: '35.10', rank: 1, rankInRegion: 3 }),
]
let innovationId: string

beforeEach(async () => {
  await clear()
  await owner.db.deleteFrom('next_adopter').execute()
  await aReplication(owner.db, db, now)
  await aRegion(owner.db, { code: '35.09' })
  const places = { '35': agencies.province, '35.09': agencies.otherRegency }
  for (const [region_code, id] of Object.entries(places))
    await owner.db.updateTable('organisation').set({ region_code }).where('id', '=', id).execute()
  const given = { code: 'INV-1', name: 'Obat Sampai', organisation_id: agencies.otherOffice }
  innovationId = (await anInnovation(owner.db, given)).id
  await aKeptAnalysis(db, 'next_adopters', nextAdoptersOf(rows), now)
})

const named = (found: { rows: { code: string; regionCode: string }[] }) =>
  found.rows.map(({ code, regionCode }) => `${code} ${regionCode}`)

test('a hub sees what looked able in its province and is not moving; what is being replicated is moving', async () => {
  const found = await ableInHub(db, cast.hub, { hub, page: 1 })
  expect(named(found)).toEqual(['INV-1 35.10', 'INV-1 35.09'])
  expect(found.hasMore).toBe(false)
  expect((await ableInHub(db, cast.hub, { hub, page: 2 })).rows).toEqual([])
})

test('nobody but the hub itself sees that of a hub, whatever else they may do', async () => {
  const seen: CastName[] = []
  for (const [name, actor] of Object.entries(cast)) {
    const asked = ableInHub(db, actor, { hub, page: 1 })
    const refused = await asked.then(
      () => false,
      (problem: { code: string }) => problem.code === 'forbidden',
    )
    if (!refused) seen.push(name as CastName)
  }
  expect(seen).toEqual(['hub'])
  await expect(ableInHub(db, cast.hub, { hub: elsewhere, page: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('of their own government people see theirs, of another nothing, and the public nothing at all', async () => {
  const seen = new Map<string, string[]>()
  for (const [name, actor] of Object.entries(cast)) {
    const found = named(await ableOfOwn(db, actor, { page: 1 }))
    if (found.length > 0) seen.set(name, found)
  }
  expect(Object.fromEntries(seen)).toEqual({
    'local admin': ['INV-1 35.10'],
    'local admin elsewhere': ['INV-1 35.09'],
    head: ['INV-1 35.10'],
  })
})

test('a claim ends it, even one without a day, and so does a need for which it was chosen', async () => {
  const { id: source_id } = await aSource(owner.db)
  const claim = { innovation_id: innovationId, organisation_id: agencies.otherRegency, source_id }
  await aClaim(owner.db, { ...claim, region_code: '35.09', earliest: null, precision: 'by' })
  expect(named(await ableInHub(db, cast.hub, { hub, page: 1 }))).toEqual(['INV-1 35.10'])
  await owner.pool.query(
    `with w as (insert into need (id, organisation_id, region_code, province_code, state, title, sector, content, priority_rule, origin, started_at, saved_at, stated_at, moved_at)
       values (gen_random_uuid(), $1, '35.10', '35', 'decided', 'Obat', 'health', '{}', '1', 'form', now(), now(), now(), now()) returning id)
     insert into need_decision (id, need_id, innovation_id, held_on, present, reason, content, at)
     select gen_random_uuid(), w.id, $2, '2026-01-05', 'Kepala dinas', 'Paling cocok', '{}', now() from w`,
    [agencies.regency, innovationId],
  )
  expect(named(await ableInHub(db, cast.hub, { hub, page: 1 }))).toEqual([])
})

test('regions of an innovation and innovations of a region come in their order, by pages, and as files', async () => {
  const inputs = (await keptAnalysis(db, 'next_adopters')).inputs!
  const first = await nextRegions(db, { inputs, innovation: 'INV-1', after: 0, limit: 2 })
  expect([first.rows.map(({ code }) => code), first.total]).toEqual([['35.10', '35.09'], 3])
  const rest = await nextRegions(db, { inputs, innovation: 'INV-1', after: 2, limit: 2 })
  expect(rest.rows.map(({ code, rank }) => [code, rank])).toEqual([['35', 3]])
  const own = await nextInnovations(db, publicActor, { inputs, region: '35.10', after: 0, limit: 9 })
  expect(own.rows.map(({ code }) => code)).toEqual(['INV-1', 'INV-7001'])
  expect(await nextRegionsCsv(db, { inputs, innovation: 'INV-1' })).toContain(
    '\r\n2,35.09,Kabupaten 35.09,Provinsi 35,0.25,0.1,0.3,neighbours more: raises,product more: raises,poverty more: lowers\r\n',
  )
  expect(await nextInnovationsCsv(db, publicActor, { inputs, region: '35.10' })).toContain(
    '\r\n1,INV-1,Obat Sampai,0.3,',
  )
  expect(Object.keys({ ...first.rows[0], ...own.rows[0] })).not.toContain('ableBefore')
})

test('whether three or more are ranked for a region; each question is one query', async () => {
  expect(await hasNextInnovations(db, '35.10')).toBe(true)
  expect(await hasNextInnovations(db, '35.09')).toBe(false)
  const queries = await countedQueries(db, async (db) => {
    await hasNextInnovations(db, '35.09')
    await ableInHub(db, cast.hub, { hub, page: 1 })
    await ableOfOwn(db, cast.head, { page: 1 })
  })
  expect(queries).toBe(3)
})

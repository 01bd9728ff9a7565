import type { RequestEvent } from '@sveltejs/kit'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { loadShippedData } from '@semai/store/exchange/shipped-data'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { countingDb } from '@semai/testkit/counted-queries'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { testDb } from '@semai/testkit/test-db'

const { db, owner, pool } = await testDb()
const counted = countingDb(db)
const locals = {
  lang: 'id',
  now: new Date('2026-03-02T03:04:05Z'),
  today: '2026-03-02',
  actor: publicActor,
  db: counted.db,
  origin: 'https://contoh.test',
  operator: { name: null, url: null, contact: null },
}

/** Each page that reads records: its route, an address, and how many questions it asks of the database. */
const pages: readonly [route: string, address: string, queries: number][] = [
  ['', '/', 10],
  ['katalog', '/katalog?baris=50', 1],
  ['katalog', '/katalog?q=antrean&baris=50', 3],
  ['katalog', '/katalog?tampilan=peta', 3],
  ['inovasi/[slug]', '/inovasi/mal-pelayanan-publik', 8],
  ['inovasi/[slug]/rancang-bangun', '/inovasi/antar-obat-pulau/rancang-bangun', 1],
  ['inovasi/[slug]/rancang-bangun/banding', '/inovasi/antar-obat-pulau/rancang-bangun/banding', 2],
  ['inovasi/[slug]/klaim', '/inovasi/mal-pelayanan-publik/klaim', 2],
  ['daerah', '/daerah', 1],
  ['daerah/[slug]', '/daerah/kabupaten-banyuwangi', 6],
  ['daerah/[slug]', '/daerah/jawa-timur', 6],
  ['instansi', '/instansi', 1],
  ['instansi/[slug]', '/instansi/pemerintah-kabupaten-banyuwangi', 5],
  ['koreksi', '/koreksi', 1],
  ['koreksi/baru', '/koreksi/baru?inovasi=mal-pelayanan-publik', 1],
  ['minta-akun', '/minta-akun?cari=banyuwangi', 1],
  ['penyebaran', '/penyebaran?inovasi=PRG-MPP', 6],
  ['program', '/program', 4],
  ['data', '/data', 3],
]

/** Loads a page and returns how many questions that took; asked twice, so that what is remembered is. */
async function queriesOf(route: string, address: string): Promise<number> {
  const { load } = (await import(join(import.meta.dirname, '../../routes', route, '+page.server.ts'))) as {
    load: (event: RequestEvent) => Promise<unknown>
  }
  const url = new URL(address, 'https://contoh.test')
  const params = { slug: url.pathname.split('/')[2] }
  const event = { url, params, locals, request: new Request(url) } as unknown as RequestEvent
  await load(event)
  const before = counted.queries()
  await load(event)
  return counted.queries() - before
}

let withMany: number[]

beforeAll(async () => {
  await loadShippedData(owner.db, () => undefined)
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin'])
  await demonstrateBlueprint(db, locals.now)
  withMany = []
  for (const [route, address] of pages) withMany.push(await queriesOf(route, address))
  await owner.pool.query(
    `update claim set withdrawn_at = now() where id <> (select min(id::text)::uuid from claim)`,
  )
})

test('a page asks the database so many questions, and as many for one claim as for hundreds', async () => {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*)::int as n from claim where withdrawn_at is null',
  )
  expect(rows[0]!.n).toBe(1)
  const withOne: number[] = []
  for (const [route, address] of pages) withOne.push(await queriesOf(route, address))
  const expected = pages.map(([, address, queries]) => [address, queries])
  expect(pages.map(([, address], i) => [address, withMany[i]])).toEqual(expected)
  expect(pages.map(([, address], i) => [address, withOne[i]])).toEqual(expected)
})

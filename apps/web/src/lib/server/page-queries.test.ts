import type { RequestEvent } from '@sveltejs/kit'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { inTransaction } from '@semai/store/db/transaction'
import { notify } from '@semai/store/notices/notify'
import { aKeptAnalysis, aNextAdopter, nextAdoptersOf } from '@semai/testkit/analyses-scene'
import { cast } from '@semai/testkit/cast'
import { loadShippedData } from '@semai/store/exchange/shipped-data'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { countingDb } from '@semai/testkit/counted-queries'
import { demoNeeds } from '@semai/testkit/demo-needs'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { castMaturity } from '@semai/testkit/hub-scene'
import { castMentoring } from '@semai/testkit/mentoring-scene'
import { castReplications } from '@semai/testkit/replications-scene'
import { castReplication } from '@semai/testkit/replication-scene'
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
  ['', '/', 11],
  ['katalog', '/katalog?baris=50', 1],
  ['katalog', '/katalog?q=antrean&baris=50', 3],
  ['katalog', '/katalog?tampilan=peta', 3],
  ['inovasi/[slug]', '/inovasi/mal-pelayanan-publik', 12],
  ['inovasi/[slug]/rancang-bangun', '/inovasi/antar-obat-pulau/rancang-bangun', 1],
  ['inovasi/[slug]/rancang-bangun/banding', '/inovasi/antar-obat-pulau/rancang-bangun/banding', 2],
  ['inovasi/[slug]/hasil', '/inovasi/antar-obat-pulau/hasil', 2],
  ['inovasi/[slug]/suara', '/inovasi/mal-pelayanan-publik/suara', 4],
  ['inovasi/[slug]/klaim', '/inovasi/mal-pelayanan-publik/klaim', 2],
  ['inovasi/[slug]/silsilah', '/inovasi/mal-pelayanan-publik/silsilah', 4],
  ['inovasi/[slug]/studi-tiru', '/inovasi/mal-pelayanan-publik/studi-tiru', 2],
  ['daerah', '/daerah', 1],
  ['daerah/[slug]', '/daerah/kabupaten-banyuwangi', 10],
  ['daerah/[slug]', '/daerah/jawa-timur', 10],
  ['daerah/[slug]/berikutnya', '/daerah/kabupaten-banyuwangi/berikutnya', 3],
  ['inovasi/[slug]/berikutnya', '/inovasi/mal-pelayanan-publik/berikutnya', 3],
  ['penyebaran/uji-ulang', '/penyebaran/uji-ulang', 2],
  ['daerah/[slug]/warga', '/daerah/kabupaten-banyuwangi/warga', 6],
  ['instansi', '/instansi', 1],
  ['instansi/[slug]', '/instansi/pemerintah-kabupaten-banyuwangi', 6],
  ['instansi/[slug]/pengelolaan', '/instansi/pemerintah-kabupaten-banyuwangi/pengelolaan', 3],
  ['instansi/pengelolaan', '/instansi/pengelolaan', 1],
  ['instansi/pengelolaan', '/instansi/pengelolaan?provinsi=jawa-timur', 2],
  ['kebutuhan', '/kebutuhan', 2],
  ['kebutuhan', '/kebutuhan?keadaan=unmet', 3],
  ['hub', '/hub', 1],
  ['penyebaran/jaringan', '/penyebaran/jaringan', 2],
  ['penyebaran/kelompok', '/penyebaran/kelompok', 2],
  ['penyebaran/riset', '/penyebaran/riset', 3],
  ['bertahan', '/bertahan', 3],
  ['pantauan', '/pantauan', 1],
  ['bertahan', '/bertahan?inovasi=PRG-MPP&menurut=category', 4],
  ['hub/[slug]', '/hub/jawa-timur', 5],
  ['papan', '/papan', 2],
  ['koreksi', '/koreksi', 1],
  ['koreksi/baru', '/koreksi/baru?inovasi=mal-pelayanan-publik', 1],
  ['minta-akun', '/minta-akun?cari=banyuwangi', 1],
  ['penyebaran', '/penyebaran', 2],
  ['penyebaran', '/penyebaran?inovasi=PRG-MPP', 2],
  ['penyebaran', '/penyebaran?inovasi=PRG-MPP&banding=PRG-112', 3],
  ['penyebaran', '/penyebaran?program=mal-pelayanan-publik', 2],
  ['uji-petik', '/uji-petik', 1],
  ['replikasi', '/replikasi', 2],
  ['replikasi/[code]', '/replikasi/REP-0001', 3],
  ['replikasi/[code]/rancang-bangun', '/replikasi/REP-0001/rancang-bangun', 1],
  ['metode', '/metode', 1],
  ['forum', '/forum', 1],
  ['program', '/program', 4],
  ['program/papan', '/program/papan', 4],
  ['program/peristiwa', '/program/peristiwa', 1],
  ['inovasi/[slug]/kesiapan', '/inovasi/mal-pelayanan-publik/kesiapan', 4],
  ['program/[slug]', '/program/mal-pelayanan-publik', 5],
  ['program/[slug]/daftar', '/program/mal-pelayanan-publik/daftar', 2],
  ['program/[slug]/daftar', '/program/mal-pelayanan-publik/daftar?isi=replikasi&letak=unknown', 2],
  ['data', '/data', 3],
]

/** Loads a page and returns how many questions that took; asked twice, so that what is remembered is. */
async function queriesOf(route: string, address: string, actor: Actor = publicActor): Promise<number> {
  const { load } = (await import(join(import.meta.dirname, '../../routes', route, '+page.server.ts'))) as {
    load: (event: RequestEvent) => Promise<unknown>
  }
  const url = new URL(address, 'https://contoh.test')
  const record = url.pathname.split('/')[2]
  const params = { slug: record, code: record, id: record, year: url.pathname.split('/')[4] }
  const event = {
    url,
    params,
    locals: { ...locals, actor },
    request: new Request(url),
  } as unknown as RequestEvent
  await load(event)
  const before = counted.queries()
  await load(event)
  return counted.queries() - before
}

let withMany: number[]

beforeAll(async () => {
  await loadShippedData(owner.db, () => undefined)
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await demonstrateBlueprint(db, locals.now)
  await castReplications(db, locals.now)
  await castReplication(db, locals.now)
  await castMentoring(owner.db, locals.now)
  await castMaturity(owner.db, locals.now)
  const row = aNextAdopter({ innovation: 'PRG-MPP', region: '35.10' })
  await aKeptAnalysis(db, 'next_adopters', nextAdoptersOf([row]), locals.now)
  const nothing = { day: null, eligible: 508, innovations: 0, together: null, alone: [] }
  await aKeptAnalysis(db, 'back_test', nothing, locals.now)
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

/** Pages of somebody who is signed in, with how many questions each asks beside the one for the session. */
const ownPages: readonly [
  route: string,
  address: string,
  name: 'author' | 'administrator' | 'head' | 'hub' | 'secretariat',
  queries: number,
][] = [
  ['kerja/suara', '/kerja/suara', 'hub', 1],
  ['kerja/mampu', '/kerja/mampu', 'head', 1],
  ['hub/[slug]/mampu', '/hub/pemerintah-provinsi-lintang/mampu', 'hub', 2],
  ['kebutuhan/aduan', '/kebutuhan/aduan', 'author', 2],
  ['kabar', '/kabar', 'author', 1],
  ['kerja', '/kerja', 'author', 16],
  ['program/[slug]/temuan', '/program/mal-pelayanan-publik/temuan', 'author', 2],
  ['kerja', '/kerja', 'hub', 14],
  ['akun/kabar', '/akun/kabar', 'author', 1],
  ['inovasi/[slug]/kelola/iga', '/inovasi/antar-obat-pulau/kelola/iga', 'author', 2],
  ['kelola/pekerjaan', '/kelola/pekerjaan', 'administrator', 2],
  ['kelola/instansi', '/kelola/instansi', 'administrator', 1],
  ['kelola/kesehatan', '/kelola/kesehatan', 'administrator', 1],
  ['kelola/alasan', '/kelola/alasan', 'administrator', 1],
  ['kelola/pendampingan', '/kelola/pendampingan', 'secretariat', 1],
  ['kelola/hub', '/kelola/hub', 'secretariat', 2],
  ['hub/[slug]/kematangan', '/hub/pemerintah-provinsi-lintang/kematangan', 'hub', 2],
  ['hub/[slug]/kematangan/[year]', '/hub/pemerintah-provinsi-lintang/kematangan/2025', 'hub', 2],
  ['kerja/pimpinan', '/kerja/pimpinan', 'head', 1],
  ['replikasi/[code]/rencana', '/replikasi/REP-0001/rencana', 'author', 3],
  ['pendampingan', '/pendampingan', 'hub', 2],
  ['hub/[slug]/pendampingan', '/hub/pemerintah-provinsi-lintang/pendampingan', 'hub', 5],
  ['hub/[slug]/papan', '/hub/pemerintah-provinsi-lintang/papan', 'hub', 9],
  ['daerah/[slug]/papan', '/daerah/kabupaten-banyuwangi/papan', 'secretariat', 6],
  ['hub/[slug]/waspada', '/hub/pemerintah-provinsi-lintang/waspada', 'hub', 2],
  ['replikasi/[code]/anggaran', '/replikasi/REP-0001/anggaran', 'author', 2],
  ['replikasi/[code]/laporan', '/replikasi/REP-0001/laporan', 'author', 3],
  ['replikasi/[code]/denyut', '/replikasi/REP-0001/denyut', 'author', 4],
  ['kelola/denyut', '/kelola/denyut', 'hub', 2],
  ['replikasi/[code]/serah-terima', '/replikasi/REP-0001/serah-terima', 'author', 15],
]

test('news, choices and jobs ask as many questions for one notice as for thirty', async () => {
  const tell = () =>
    inTransaction(db, (db) =>
      notify(db, { kind: 'recovery_link', detail: {}, to: [cast.author.personId!], at: locals.now }),
    )
  const asked = async () => {
    const found: [string, number][] = []
    for (const [route, address, name] of ownPages) {
      found.push([address, await queriesOf(route, address, cast[name])])
    }
    return found
  }
  const expected = ownPages.map(([, address, , queries]) => [address, queries])
  await tell()
  expect(await asked()).toEqual(expected)
  for (let i = 0; i < 30; i += 1) await tell()
  expect(await asked()).toEqual(expected)
})

test('pages of needs ask as many questions for three needs as for thirty', async () => {
  const id = await demoNeeds(db, locals.now)
  const asked = async () => {
    const found: [string, number][] = []
    for (const route of ['kebutuhan', 'kebutuhan/[id]', 'kebutuhan/[id]/padanan']) {
      found.push([route, await queriesOf(route, `/kebutuhan/${id}`, cast.author)])
    }
    return found
  }
  const expected = [
    ['kebutuhan', 4],
    ['kebutuhan/[id]', 1],
    ['kebutuhan/[id]/padanan', 8],
  ]
  expect(await asked()).toEqual(expected)
  for (let i = 0; i < 9; i += 1) await demoNeeds(db, locals.now)
  expect(await asked()).toEqual(expected)
})

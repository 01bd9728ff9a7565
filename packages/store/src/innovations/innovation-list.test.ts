import { innovationFilter, innovationFilterForm } from '@semai/domain/innovations/innovation-filter.form'
import type { InnovationFilterFields } from '@semai/domain/innovations/innovation-filter.form'
import { publicActor } from '@semai/domain/people/actor'
import { aClaim, aRegion, aSource, anInnovation, anOrganisation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { innovationList, openInnovationList } from './innovation-list.queries.ts'
import type { ShownListRow } from './list-row.ts'
import type { ListQuestion } from './list-question.ts'

const { db, owner, clear } = await testDb()
beforeEach(clear)

type Asked = Partial<Record<keyof InnovationFilterFields, string | string[]>>

function question(asked: Asked = {}, more: Partial<ListQuestion> = {}): ListQuestion {
  const filter = innovationFilter(innovationFilterForm.parse(asked))
  return { filter, tsquery: filter.text, ranked: [], today, after: null, limit: 20, ...more }
}
const codes = async (asked: Asked = {}, more: Partial<ListQuestion> = {}) =>
  (await innovationList(db, publicActor, question(asked, more), now)).rows.map((row) => row.code)

async function words(code: string, text: string) {
  await owner.pool.query(
    `update innovation_list set words = to_tsvector('simple', $2) where innovation_id = (select id from innovation where code = $1)`,
    [code, text],
  )
}

test('a row shows who, where, since when, the first award and replicas by their strongest claim', async () => {
  await aRegion(db, { code: '35' })
  const home = await aRegion(db, { code: '35.10' })
  const origin = await anOrganisation(db, {
    name: 'Pemerintah Contoh',
    kind: 'government',
    region_code: '35.10',
  })
  const source = await aSource(db)
  const record = await anInnovation(db, {
    code: 'INV-0001',
    organisation_id: origin.id,
    name: 'Warung Data',
    summary: 'Data di warung.',
    region_code: home.code,
    province_code: '35',
    started_from: '2019-01-01',
    started_to: '2019-12-31',
    replicas: 2,
  })
  const award = { innovation_id: record.id, competition: 'KIPP' as const, source_id: source.id }
  await db
    .insertInto('innovation_award')
    .values({ id: uuidv7(), label: 'Top 45 2021', year: 2021, ...award })
    .execute()
  await db
    .insertInto('innovation_award')
    .values({ id: uuidv7(), label: 'Top 99 2020', year: 2020, ...award })
    .execute()
  const place = { innovation_id: record.id, region_code: '35.10', source_id: source.id }
  const [one, other] = [await anOrganisation(db, { name: 'Satu' }), await anOrganisation(db, { name: 'Dua' })]
  await aClaim(db, { ...place, organisation_id: one.id, strength: 'reported' })
  await aClaim(db, { ...place, organisation_id: one.id, strength: 'confirmed' })
  const lapsed = { kind: 'state' as const, happening: 'running' as const, valid_until: '2025-03-31' }
  await aClaim(db, { ...place, organisation_id: other.id, strength: 'verified', ...lapsed })
  await aClaim(db, { ...place, organisation_id: other.id, strength: 'verified', withdrawn_at: now })
  const third = await anOrganisation(db, { name: 'Tiga' })
  await aClaim(db, { ...place, organisation_id: third.id, earliest: null, precision: 'by' })

  const { rows, total, facets } = await innovationList(db, publicActor, question(), now)
  const shown = {
    code: 'INV-0001',
    slug: 'inv-0001',
    kind: 'innovation',
    name: 'Warung Data',
    expansion: null,
    summary: 'Data di warung.',
    basis: 'source',
    origin: 'Pemerintah Contoh',
    origin_slug: 'pemerintah-contoh',
    region: 'Kabupaten 35.10',
    region_slug: 'daerah-35-10',
    started_earliest: '2019-01-01',
    started_latest: '2019-12-31',
    award: 'Top 99 2020',
    last_confirmed_on: null,
    replicas: 2,
    by_strength: { confirmed: 1, not_updated: 1 },
  }
  expect({ rows, total }).toEqual({ total: 1, rows: [shown] })
  const open = await openInnovationList(db, publicActor, question(), now)
  const told = { stage: null, category: null, region_code: '35.10', province_code: '35', batched: false }
  expect(JSON.parse(open.rows)).toEqual([{ ...shown, ...told }])
  expect([...facets.strengths]).toEqual([
    ['confirmed', 1],
    ['not_updated', 1],
    ['reported', 1],
  ])
})

describe('texts', () => {
  beforeEach(async () => {
    const { id: organisation_id } = await anOrganisation(db)
    const told = { organisation_id, summary: 'RINGKASAN', problem: 'MASALAH' }
    await anInnovation(db, { code: 'INV-1', name: 'a', ...told })
    await anInnovation(db, { code: 'INV-2', name: 'b', ...told, basis: 'general_knowledge' })
    const named = await anInnovation(db, { code: 'INV-3', name: 'c', organisation_id, basis: 'name_only' })
    await db
      .insertInto('innovation_hidden_words')
      .values({ innovation_id: named.id, words: 'TAFSIRAN' })
      .execute()
    for (const code of ['INV-1', 'INV-2', 'INV-3']) await words(code, 'tafsiran ringkasan')
  })
  const found = { q: 'tafsiran', urut: 'nama' }

  test('of general knowledge are shown on the page and are no open data', async () => {
    const shown = await innovationList(db, publicActor, question(found), now)
    expect(shown.rows.map((row) => row.summary)).toEqual(['RINGKASAN', 'RINGKASAN', null])
    const open = await openInnovationList(db, publicActor, question(found), now)
    expect(JSON.parse(open.rows).map((row: { summary: string | null }) => row.summary)).toEqual([
      'RINGKASAN',
      null,
      null,
    ])
  })

  test('a start of general knowledge is shown on the page and is no open data', async () => {
    await db
      .updateTable('innovation')
      .set({ started_from: '2011-01-01', started_to: '2011-12-31' })
      .set({ start_unconfirmed: sql<boolean>`code <> 'INV-1'` })
      .execute()
    const starts = (rows: readonly ShownListRow[]) =>
      rows.map((row) => [row.started_earliest, row.started_latest])
    const [year, none] = [
      ['2011-01-01', '2011-12-31'],
      [null, null],
    ]
    const shown = await innovationList(db, publicActor, question(found), now)
    expect(starts(shown.rows)).toEqual([year, year, year])
    const open = await openInnovationList(db, publicActor, question(found), now)
    expect(starts(JSON.parse(open.rows) as ShownListRow[])).toEqual([year, none, none])
  })

  test('that were only inferred leave neither way, also when they were what was found', async () => {
    const shown = JSON.stringify((await innovationList(db, publicActor, question(found), now)).rows)
    const open = (await openInnovationList(db, publicActor, question(found), now)).rows
    expect([shown.includes('INV-3'), open.includes('INV-3')]).toEqual([true, true])
    expect([shown, open].map((text) => text.includes('TAFSIRAN'))).toEqual([false, false])
  })
})

test.each([1, 3])(
  'a page costs one query with %i innovations, and one more a minute for sizes',
  async (count) => {
    const { id: organisation_id } = await anOrganisation(db)
    for (let n = 1; n <= count; n++)
      await anInnovation(db, { code: `INV-${n}`, organisation_id, replicas: 1 })
    let queries = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        queries += 1
        return result
      },
    })
    for (let page = 1; page <= 3; page++) {
      const list = await innovationList(counting, publicActor, question(), now)
      expect([list.rows.length, list.total, queries]).toEqual([count, count, 1 + page])
    }
  },
)

describe('orders', () => {
  beforeEach(async () => {
    const { id: organisation_id } = await anOrganisation(db)
    const day = (started: string | null) => ({ started_from: started, started_to: started })
    await anInnovation(db, {
      code: 'INV-1',
      organisation_id,
      name: 'Beta',
      replicas: 3,
      ...day('2020-01-01'),
    })
    await anInnovation(db, { code: 'INV-2', organisation_id, name: 'alfa', replicas: 9, ...day(null) })
    await anInnovation(db, {
      code: 'INV-3',
      organisation_id,
      name: 'Cita',
      last_confirmed_on: '2026-01-01',
      ...day('2024-05-01'),
    })
    for (const code of ['INV-1', 'INV-2', 'INV-3']) await words(code, 'data')
  })

  test.each([
    ['terbaru', ['INV-3', 'INV-1', 'INV-2']],
    ['replikasi', ['INV-2', 'INV-1', 'INV-3']],
    ['konfirmasi', ['INV-3', 'INV-2', 'INV-1']],
    ['nama', ['INV-2', 'INV-1', 'INV-3']],
  ])('%s', async (urut, order) => {
    expect(await codes({ urut })).toEqual(order)
  })

  test('best answer first; what is not ranked follows', async () => {
    const ranked = ['INV-2', 'INV-1']
    expect(await codes({ q: 'data' }, { ranked })).toEqual(['INV-2', 'INV-1', 'INV-3'])
  })
})

test('what changes beside an innovation is in the list at once', async () => {
  const organisation = await anOrganisation(db)
  const source = await aSource(db)
  await aRegion(db, { code: '35' })
  const record = await anInnovation(db, { code: 'INV-1', organisation_id: organisation.id })
  expect(await codes({ penghargaan: 'UNPSA 2018' })).toEqual([])
  const award = {
    id: uuidv7(),
    innovation_id: record.id,
    label: 'UNPSA 2018',
    competition: 'UNPSA' as const,
    year: 2018,
  }
  await db
    .insertInto('innovation_award')
    .values({ ...award, source_id: source.id })
    .execute()
  expect(await codes({ penghargaan: 'UNPSA 2018' })).toEqual(['INV-1'])
  await db.deleteFrom('innovation_award').execute()
  expect(await codes({ penghargaan: 'UNPSA 2018' })).toEqual([])
  await aClaim(db, {
    innovation_id: record.id,
    organisation_id: organisation.id,
    region_code: '35',
    source_id: source.id,
  })
  expect(await codes({ kekuatan: 'reported' })).toEqual(['INV-1'])
  await db.updateTable('claim').set({ stopped_on: '2025-01-01' }).execute()
  expect(await codes({ kekuatan: 'reported' })).toEqual([])
  await db.updateTable('organisation').set({ kind: 'police' }).execute()
  expect(await codes({ instansi: 'police' })).toEqual(['INV-1'])
})

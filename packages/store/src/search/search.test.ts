import { publicActor } from '@semai/domain/people/actor'
import { anInnovation, anOrganisation } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../db/transaction.ts'
import { recordMiss } from './demand.commands.ts'
import { topDemand } from './demand.queries.ts'
import { rebuildSearch } from './search-index.commands.ts'
import { parseSearch } from './search-plan.queries.ts'
import { searchInnovations } from './search.queries.ts'
import { similarInnovations } from './similar.queries.ts'

const { db, owner, clear } = await testDb()
let organisation_id: string

beforeEach(async () => {
  await clear()
  organisation_id = (await anOrganisation(owner.db, { name: 'Kementerian Contoh' })).id
  await anInnovation(owner.db, {
    organisation_id,
    code: 'INV-1',
    name: 'Klinik Hoaks',
    summary: 'Laman tempat warga meminta klarifikasi berita bohong.',
  })
  await anInnovation(owner.db, {
    organisation_id,
    code: 'INV-2',
    name: 'Panen Raya',
    summary: 'Koperasi membeli gabah petani di atas harga pasar.',
  })
  await anInnovation(owner.db, {
    organisation_id,
    code: 'INV-3',
    name: 'Pasar Tani',
    summary: 'Petani menjual hasil panen kepada koperasi secara daring.',
  })
  await inTransaction(owner.db, (db) => rebuildSearch(db, 'all'))
})

async function found(text: string): Promise<string[]> {
  return (await searchInnovations(db, publicActor, { text })).map(({ id }) => id)
}

test.each([
  ['hoaks', ['INV-1']],
  ['kabar palsu', ['INV-1']],
  ['koprasi', ['INV-2', 'INV-3']],
  ['pengoperasian koperasi petani', ['INV-3', 'INV-2']],
  ['klarif', ['INV-1']],
  ['di mana ya?', []],
  ['kapal selam nuklir', []],
  ['', []],
])('“%s” finds %j', async (text, codes) => expect((await found(text)).sort()).toEqual([...codes].sort()))

test('hidden words find a record and are not part of the answer', async () => {
  const { id } = await anInnovation(owner.db, { organisation_id, code: 'INV-4', name: 'Si Bulan' })
  await owner.db
    .insertInto('innovation_hidden_words')
    .values({ innovation_id: id, words: 'akta kelahiran' })
    .execute()
  await inTransaction(owner.db, (db) => rebuildSearch(db, [id]))
  const results = await searchInnovations(db, publicActor, { text: 'akte lahir' })
  expect(results.map(({ id, slug, name }) => [id, slug, name])).toEqual([['INV-4', 'inv-4', 'Si Bulan']])
  expect(Object.keys(results[0]!).sort()).toEqual(['id', 'name', 'score', 'slug'])
})

test('a record is found by its new text and no longer by its old one', async () => {
  const { id } = await owner.db
    .selectFrom('innovation')
    .select('id')
    .where('code', '=', 'INV-1')
    .executeTakeFirstOrThrow()
  await inTransaction(owner.db, async (db) => {
    await db
      .updateTable('innovation')
      .set({ name: 'Bengkel Kapal', summary: null })
      .where('id', '=', id)
      .execute()
    await rebuildSearch(db, [id])
  })
  expect(await found('hoaks')).toEqual([])
  expect(await found('bengkel')).toEqual(['INV-1'])
})

test('an import that is undone leaves search as it was', async () => {
  const undone = inTransaction(owner.db, async (db) => {
    const { id } = await anInnovation(db, { organisation_id, code: 'INV-5', name: 'Bengkel Kapal' })
    await rebuildSearch(db, [id])
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await found('bengkel')).toEqual([])
})

test('the plan says what was read differently and when it demands less', async () => {
  const { readAs, isRelaxed } = await parseSearch(db, 'koprasi petani')
  expect({ readAs, isRelaxed }).toEqual({
    readAs: [{ typed: 'koprasi', read: 'koperasi' }],
    isRelaxed: false,
  })
  const { condition, ...plan } = await parseSearch(db, 'hoaks gabah')
  expect(plan.isRelaxed).toBe(true)
  expect(condition?.includes(' | ')).toBe(true)
})

test('every condition is a tsquery, whatever is typed', async () => {
  for (const text of [
    "o'; drop table",
    'a & b | !c',
    '(((',
    "'':*",
    'kartu\\',
    '\u0000x',
    '<->',
    '🙂 hutan',
    'x'.repeat(5_000),
  ]) {
    await searchInnovations(db, publicActor, { text })
  }
  expect(await found('hoaks')).toEqual(['INV-1'])
})

test('innovations that do the same are alike', async () => {
  const alike = await similarInnovations(db, publicActor, { code: 'INV-2' })
  expect(alike.map(({ id }) => id)).toEqual(['INV-3'])
  await expect(similarInnovations(db, publicActor, { code: 'INV-9' })).rejects.toThrow(
    'There is no innovation INV-9.',
  )
})

test('what was asked in vain is counted by day, as roots', async () => {
  await recordMiss(db, 'Pelatihan pesawat', '2026-03-01')
  await recordMiss(db, 'pesawat latihan?', '2026-03-02')
  await recordMiss(db, 'pesawat', '2026-03-02')
  expect(await topDemand(db)).toEqual([
    { asked: 'latih pesawat', times: 2, lastDay: '2026-03-02' },
    { asked: 'pesawat', times: 1, lastDay: '2026-03-02' },
  ])
  expect(await topDemand(db, { since: '2026-03-02', atLeast: 2 })).toEqual([])
})

test('what may name a person is not kept', async () => {
  for (const text of [
    '3510011234567890',
    '0812 3456 7890',
    'sari@example.org',
    'https://example.org/x',
    'Hasbullah',
  ]) {
    expect(await recordMiss(db, text, '2026-03-01')).toBe(false)
  }
  await recordMiss(db, 'ktp Zulfikri Hasbullah', '2026-03-01')
  expect((await topDemand(db)).map(({ asked }) => asked)).toEqual(['ktp'])
})

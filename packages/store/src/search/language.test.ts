import { publicActor } from '@semai/domain/people/actor'
import { anInnovation, anOrganisation } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { shippedLanguage } from './language-files.ts'
import { bringSearchUpToDate } from './search-index.commands.ts'
import { searchTables } from './schema.ts'
import { searchInnovations } from './search.queries.ts'

const { db, owner } = await testDb()

test('shipped language data has no row that says nothing', () => {
  const { tables } = shippedLanguage()
  expect(tables.synonyms.filter(({ words, alsoFinds }) => words.length + alsoFinds.length < 2)).toEqual([])
  expect(tables.synonyms.filter(({ weight }) => !(weight > 0 && weight < 1))).toEqual([])
  expect(tables.stopWords.filter(({ weight }) => !(weight >= 0 && weight < 1))).toEqual([])
  expect(tables.informal.filter(({ written, meant }) => !written || !meant || written === meant)).toEqual([])
  expect(tables.roots.filter((root) => !/^[a-z]{2,}$/.test(root))).toEqual([])
})

test('no word is listed twice as a root, stop word or informal spelling', () => {
  const { tables } = shippedLanguage()
  for (const words of [
    tables.roots,
    tables.stopWords.map(({ word }) => word),
    tables.informal.map(({ written }) => written),
  ]) {
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  }
})

test('search documents are built when the language changed, and only then', async () => {
  const { id } = await anOrganisation(owner.db)
  await anInnovation(owner.db, { organisation_id: id, code: 'INV-1', name: 'Kelong Apung' })
  expect(await bringSearchUpToDate(owner.db)).toBe(true)
  expect(await bringSearchUpToDate(owner.db)).toBe(false)
  await searchTables(owner.db).updateTable('search_index').set({ language: 'older' }).execute()
  expect(await bringSearchUpToDate(owner.db)).toBe(true)
})

test('building them anew keeps nobody waiting who reads the list meanwhile', async () => {
  await searchTables(owner.db).updateTable('search_index').set({ language: 'older' }).execute()
  await inTransaction(db, async (reader) => {
    const read = () => sql`select count(*) from innovation_list`.execute(reader)
    await read() // from here on, whoever wants the table for itself waits for this transaction
    expect(await bringSearchUpToDate(owner.db)).toBe(true)
    await read()
  })
})

test('where nobody else uses the database, the rows are put in order on disk', async () => {
  const { owner: alone, pool: readers } = await testDb()
  await expect(readers.query('reset role; select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow(
    'terminating',
  )
  const file = async () => {
    const { rows } = await alone.pool.query<{ node: number }>(
      `select pg_relation_filenode('innovation_list')::int as node`,
    )
    return rows[0]!.node
  }
  const others = async () => {
    const { rows } = await alone.pool.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename is not null
         and application_name <> current_setting('application_name')`,
    )
    return rows[0]!.n
  }
  while ((await others()) > 0) continue // a connection that was ended is listed for a moment longer
  const before = await file()
  expect(await bringSearchUpToDate(alone.db)).toBe(true)
  expect(await file()).not.toBe(before)
})

test("an administrator's synonym answers without building anything anew", async () => {
  await inTransaction(owner.db, async (tx) => {
    await searchTables(tx)
      .insertInto('search_synonym')
      .values({ id: uuidv7(), words: ['bagang', 'kelong'], also_finds: [], weight: 0.5, note: null })
      .execute()
  })
  const results = await searchInnovations(db, publicActor, { text: 'bagang' })
  expect(results.map(({ name }) => name)).toEqual(['Kelong Apung'])
})

import { trailFilter } from '@semai/domain/audit/trail-filter.form'
import { startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { takeLifeStep } from '../innovations/innovation-life.commands.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { addSynonym, addedWords, removeSynonym, setStopWord } from '../search/added-words.commands.ts'
import { notePersonalRead } from './personal-reads.ts'
import { readsPage, trailPage } from './trail.queries.ts'

const { db, owner, clear } = await testDb()
const { auditor, administrator } = cast
const all = trailFilter.parse({})

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'auditor', 'administrator'])
  await anInnovation(owner.db, {
    code: 'INV-1',
    slug: 'satu',
    name: 'Satu',
    organisation_id: agencies.healthOffice,
    stage: 'implemented',
  })
  await takeLifeStep(db, cast.author, { which: { code: 'INV-1' }, step: 'develop', now })
  await addSynonym(db, administrator, { words: ['posyandu', 'pos terpadu'], alsoFinds: [], now })
})

const outcome = (work: () => Promise<unknown>) =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'done',
      (problem: { code?: string; message: string }) => problem.code ?? problem.message,
    )

test('the trail is found by deed, record, person and day, newest first', async () => {
  const whats = async (given: object) =>
    (await trailPage(db, auditor, { filter: trailFilter.parse(given) })).rows.map(({ what }) => what)
  expect(await whats({})).toEqual(['search_synonym.add', 'innovation.develop'])
  expect(await whats({ apa: 'innovation.' })).toEqual(['innovation.develop'])
  expect(await whats({ perihal: 'inv-1' })).toEqual(['innovation.develop'])
  expect(await whats({ oleh: castEmail('administrator') })).toEqual(['search_synonym.add'])
  expect(await whats({ dari: '2026-03-02', sampai: '2026-03-02' })).toHaveLength(2)
  expect(await whats({ sampai: '2026-03-01' })).toEqual([])
  expect(await whats({ apa: '%' })).toHaveLength(2) // what does not fit is left out
})

test('a replication is named by its code and what is replicated, and found by that code', async () => {
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('parent_id', 'is', null)
    .execute()
  const { id } = await anInnovation(owner.db, {
    code: 'INV-2',
    name: 'Dua',
    organisation_id: agencies.otherOffice,
  })
  const said = startForm.parse({ organisation: agencies.healthOffice, route: 'letter' })
  const code = await startReplication(db, cast.author, { innovationId: id, said, now, updateMonth: 3 })
  const found = await trailPage(db, auditor, { filter: trailFilter.parse({ perihal: code }) })
  expect(found.rows.map(({ what, subject }) => [what, subject])).toEqual([
    ['replication.start', `${code} · Dua`],
  ])
})

test('it goes on by the number of its last line', async () => {
  const first = await trailPage(db, auditor, { filter: all, limit: 1 })
  expect(first.rows).toMatchObject([{ what: 'search_synonym.add', actor: 'Budi Santoso' }])
  const second = await trailPage(db, auditor, { filter: all, limit: 1, before: first.next! })
  expect(second).toMatchObject({ rows: [{ subject: 'Satu', actor: 'Sari Wulandari' }], next: null })
})

test('who read data about people is on record, without what they saw, and stays so', async () => {
  await notePersonalRead(db, administrator, { what: 'people', people: 3, now })
  await notePersonalRead(db, administrator, { what: 'people', people: 0, now })
  const { rows } = await readsPage(db, auditor, { filter: all })
  expect(rows).toMatchObject([{ what: 'people', people: 3, reader: 'Budi Santoso' }])
  await expect(owner.pool.query('delete from personal_read')).rejects.toThrow('append-only')
})

test.each(Object.keys(cast) as CastName[])('the trail, asked by: %s', async (name) => {
  const may: CastName[] = ['auditor', 'administrator']
  const expected = may.includes(name) ? 'done' : 'forbidden'
  expect(await outcome(() => trailPage(db, cast[name], { filter: all }))).toBe(expected)
  expect(await outcome(() => readsPage(db, cast[name], { filter: all }))).toBe(expected)
})

test('words of search are added and removed by the administrator only', async () => {
  await setStopWord(db, administrator, { word: 'inovasi', counts: false, now })
  const { synonyms, stopWords } = await addedWords(db)
  expect([synonyms.map(({ words }) => words), stopWords]).toEqual([
    [['posyandu', 'pos terpadu']],
    ['inovasi'],
  ])
  const id = synonyms[0]!.id
  expect(await outcome(() => removeSynonym(db, cast.author, { id, now }))).toBe('forbidden')
  await removeSynonym(db, administrator, { id, now })
  await setStopWord(db, administrator, { word: 'inovasi', counts: true, now })
  expect(await addedWords(db)).toEqual({ synonyms: [], stopWords: [] })
  expect(await outcome(() => removeSynonym(db, administrator, { id, now }))).toBe('not-found')
})

import { beforeEach, expect, test } from 'vitest'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import {
  importBlueprint,
  saveBlueprint,
  settleBlueprintCopy,
  showAtBlueprint,
  startBlueprintEdit,
  takeBlueprintStep,
} from './blueprint-edit.commands.ts'
import { blueprintEditList, blueprintEditPage, othersAtBlueprint } from './blueprint-edit.queries.ts'
import { blueprintPage, blueprintVersions } from './blueprint.queries.ts'
import { freshKey } from './fresh-key.ts'

const { db, owner, clear } = await testDb()
const { author, 'local admin': admin } = cast
const code = 'INV-0001'

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'author elsewhere', 'local admin', 'local admin elsewhere'])
  await anInnovation(owner.db, { code, organisation_id: agencies.healthOffice })
})

const start = () => startBlueprintEdit(db, author, { code, now })
const save = (id: string, revision: number, content: BlueprintContent, actor = author) =>
  saveBlueprint(db, actor, { id, revision, content, now })
const page = (id: string, actor = author) => blueprintEditPage(db, actor, { id, now })
const noted = (note: string) => ({ ...islandMedicine, note })
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

/** Publishes a version of the blueprint; gives its text's id. */
async function publish(content: BlueprintContent): Promise<string> {
  const id = await start()
  await save(id, 0, content)
  await takeBlueprintStep(db, admin, { id, step: 'publish', now })
  return id
}

test('a text is seen by the unit and its local administrator, and by nobody else', async () => {
  const id = await start()
  expect((await page(id, admin)).organisation).toBe('Dinas Kesehatan Sukamaju')
  expect((await blueprintEditList(db, author)).map((row) => row.id)).toEqual([id])
  const others: CastName[] = ['public', 'author elsewhere', 'local admin elsewhere', 'hub', 'head', 'auditor']
  for (const name of others) {
    expect(await codeOf(page(id, cast[name])), name).toBe('not-found')
    expect(await codeOf(save(id, 0, islandMedicine, cast[name])), name).toBe('not-found')
    expect(await codeOf(showAtBlueprint(db, cast[name], { id, now })), name).toBe('not-found')
    expect(await blueprintEditList(db, cast[name]), name).toEqual([])
  }
})

test.each([
  ['author', 'done'],
  ['local admin', 'done'],
  ['command line', 'done'],
  ['author elsewhere', 'forbidden'],
  ['administrator', 'forbidden'],
  ['hub', 'forbidden'],
  ['public', 'forbidden'],
] as const)('started by %s: %s', async (name, answer) => {
  expect(await codeOf(startBlueprintEdit(db, cast[name], { code, now }))).toBe(answer)
})

test('an innovation has one text at a time, also when two start it at once', async () => {
  const ids = await Promise.all(
    Array.from({ length: 5 }, (_, i) => startBlueprintEdit(db, i % 2 ? admin : author, { code, now })),
  )
  expect(new Set(ids).size).toBe(1)
  expect(await events()).toEqual(['blueprint_edit.start'])
})

test('what is not complete is not published, and nothing is written', async () => {
  const id = await start()
  await save(id, 0, { ...islandMedicine, note: null })
  expect(await codeOf(takeBlueprintStep(db, author, { id, step: 'submit', now }))).toBe('invalid')
  expect(await codeOf(takeBlueprintStep(db, admin, { id, step: 'publish', now }))).toBe('invalid')
  expect((await page(id)).state).toBe('draft')
  expect(await codeOf(blueprintPage(db, cast.public, { code }))).toBe('not-found')
  expect(await events()).toEqual(['blueprint_edit.start', 'blueprint_edit.save'])
})

test('submitted, returned, mended, published; then a second version with the same keys', async () => {
  const id = await start()
  await save(id, 0, islandMedicine)
  expect(await codeOf(takeBlueprintStep(db, author, { id, step: 'publish', now }))).toBe('forbidden')
  await takeBlueprintStep(db, author, { id, step: 'submit', now })
  expect(await codeOf(save(id, 1, noted('nanti')))).toBe('conflict')
  await takeBlueprintStep(db, admin, { id, step: 'return', reason: 'Jelaskan biayanya', now })
  await save(id, 1, noted('Versi pertama'))
  await takeBlueprintStep(db, author, { id, step: 'submit', now })
  expect(await takeBlueprintStep(db, admin, { id, step: 'publish', now })).toMatchObject({
    slug: 'inv-0001',
    version: 1,
  })

  const second = await start()
  expect((await page(second)).content).toEqual({ ...islandMedicine, note: null })
  await save(second, 0, islandMedicineLater)
  await takeBlueprintStep(db, admin, { id: second, step: 'publish', now })
  const shown = await blueprintPage(db, cast.public, { slug: 'inv-0001' })
  expect([shown.number, shown.content, shown.versions.map(({ number, note }) => [number, note])]).toEqual([
    2,
    islandMedicineLater,
    [
      [2, islandMedicineLater.note],
      [1, 'Versi pertama'],
    ],
  ])
  expect((await blueprintPage(db, cast.public, { code, version: 1 })).content).toEqual(noted('Versi pertama'))
  const two = await blueprintVersions(db, cast.public, { slug: 'inv-0001', from: 2, to: 1 })
  expect(two.map(({ number }) => number)).toEqual([2, 1])
  expect(await codeOf(blueprintVersions(db, cast.public, { slug: 'inv-0001', from: 1, to: 3 }))).toBe(
    'not-found',
  )
  expect(await codeOf(blueprintPage(db, cast.public, { code, version: 3 }))).toBe('not-found')
  expect(await events()).toEqual(
    ['start', 'save', 'submit', 'return', 'submit', 'publish', 'start', 'save', 'publish'].map(
      (step) => `blueprint_edit.${step}`,
    ),
  )
})

test('a published version can not be changed', async () => {
  await publish(islandMedicine)
  const change = owner.db.updateTable('blueprint_version').set({ note: 'lain' }).execute()
  await expect(change).rejects.toThrow('blueprint_version is immutable')
})

test('two editors: the second is told, both texts are there, and either can be used', async () => {
  const id = await start()
  await save(id, 0, noted('Dari Sari'))
  expect(await save(id, 0, noted('Dari Wayan'), admin)).toMatchObject({
    kind: 'conflict',
    revision: 1,
    content: { note: 'Dari Sari' },
  })
  const [copy] = (await page(id)).copies
  expect([copy!.name, copy!.content.note]).toEqual(['Wayan Sudarma', 'Dari Wayan'])
  await settleBlueprintCopy(db, admin, { id, copyId: copy!.id, isUsed: true, now })
  const after = await page(id)
  expect([after.content.note, after.copies.map(({ content }) => content.note)]).toEqual([
    'Dari Wayan',
    ['Dari Sari'],
  ])
  expect(await codeOf(settleBlueprintCopy(db, admin, { id, copyId: copy!.id, isUsed: true, now }))).toBe(
    'not-found',
  )
})

test('a file takes the place of the text, which is kept beside', async () => {
  const id = await start()
  await save(id, 0, noted('Catatan saya'))
  const content = { ...islandMedicineLater, note: null }
  expect(await importBlueprint(db, cast['command line'], { code, content, now })).toBe(id)
  const after = await page(id)
  expect(after.content).toEqual({ ...islandMedicineLater, note: 'Catatan saya' })
  expect(after.copies.map(({ content, name }) => [content, name])).toEqual([
    [noted('Catatan saya'), 'Sari Wulandari'],
  ])
  await takeBlueprintStep(db, author, { id, step: 'discard', now })
  const fresh = await page(await importBlueprint(db, author, { code, content, now }))
  expect([fresh.content, fresh.copies]).toEqual([content, []])
  expect(await codeOf(importBlueprint(db, cast['author elsewhere'], { code, content, now }))).toBe(
    'forbidden',
  )
  expect(await codeOf(importBlueprint(db, author, { code: 'INV-9', content, now }))).toBe('not-found')
  const steps = ['start', 'save', 'copy', 'import', 'discard', 'start', 'import']
  expect(await events()).toEqual(steps.map((step) => `blueprint_edit.${step}`))
})

test('who else has the editor open is shown', async () => {
  const id = await start()
  await showAtBlueprint(db, admin, { id, now })
  expect((await page(id)).others).toEqual([{ name: 'Wayan Sudarma' }])
  expect(await othersAtBlueprint(db, admin, { id, now })).toEqual([])
})

test('every page costs one query, with one version and with three', async () => {
  for (const count of [1, 3]) {
    while ((await blueprintPage(db, cast.public, { code }).catch(() => null))?.number !== count)
      await publish(islandMedicine)
    expect(await countedQueries(db, (db) => blueprintPage(db, cast.public, { code }))).toBe(1)
  }
  const id = await start()
  expect(await countedQueries(db, (db) => blueprintEditPage(db, author, { id, now }))).toBe(1)
  expect(await countedQueries(db, (db) => blueprintEditList(db, author))).toBe(1)
  const asked = { slug: 'inv-0001', from: 1, to: 2 }
  expect(await countedQueries(db, (db) => blueprintVersions(db, cast.public, asked))).toBe(1)
})

test('an address that names no text is not found, whatever stands there', async () => {
  for (const id of ['x', '', "'; drop table blueprint; --", '00000000-0000-4000-8000-000000000000']) {
    expect(await codeOf(page(id)), id).toBe('not-found')
    expect(await codeOf(save(id, 0, islandMedicine)), id).toBe('not-found')
    expect(await codeOf(othersAtBlueprint(db, author, { id, now })), id).toBe('not-found')
  }
})

test('keys do not repeat', () => {
  const keys = Array.from({ length: 2_000 }, () => freshKey('risk'))
  expect(new Set(keys).size).toBe(2_000)
})

import { beforeEach, expect, test } from 'vitest'
import { forkScene, changed, toldFacts } from '@semai/testkit/fork-scene'
import { islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { agencies, cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { countedQueries } from '@semai/testkit/counted-queries'
import { saveBlueprint, startBlueprintEdit } from '../blueprints/blueprint-edit.commands.ts'
import { originChoices, updatesPage } from '../blueprints/fork-choices.queries.ts'
import { blueprintPage } from '../blueprints/blueprint.queries.ts'
import { startFork, startOriginDraft } from './fork.commands.ts'
import { takeComponents, takeUpdates } from './fork-take.commands.ts'
import { outdatedForks } from './fork.queries.ts'

const { db, owner, clear } = await testDb()
const {
  author,
  'local admin': admin,
  'author elsewhere': originAuthor,
  'local admin elsewhere': originAdmin,
} = cast
const slug = 'inv-7001'
const first = { slug, version: 1 }
let scene: Awaited<ReturnType<typeof forkScene>>

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  scene = await forkScene(db, owner.db)
})

test('a component of a second origin keeps where it came from, also under a key that is taken here', async () => {
  await scene.originPublishes(islandMedicine)
  const other = await anInnovation(owner.db, { code: 'INV-7002', organisation_id: agencies.otherOffice })
  const otherId = await startBlueprintEdit(db, originAuthor, { slug: 'inv-7002', now })
  await saveBlueprint(db, originAuthor, { id: otherId, revision: 0, content: islandMedicineLater, now })
  await scene.step(otherId, 'publish', originAdmin)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  const taking = { slug: 'inv-7002', version: 1, keys: ['kabar', 'antar'] }
  expect(await codeOf(takeComponents(db, author, { id, ...taking, now }))).toBe('not-found')
  const { id: replicationId } = await owner.db
    .selectFrom('replication')
    .select('id')
    .executeTakeFirstOrThrow()
  await owner.db
    .insertInto('replication_origin')
    .values({ replication_id: replicationId, innovation_id: other.id, version: null, position: 2 })
    .execute()
  await takeComponents(db, author, { id, ...taking, now })
  const { content, fork } = await scene.text(id)
  expect(content.components).toHaveLength(19)
  expect(new Set(content.components.map(({ key }) => key)).size).toBe(19)
  expect([fork!.measured!.form, fork!.measured!.kept, fork!.basis.length]).toEqual(['adoption', 1, 19])
  await scene.write(id, content.components.map(changed('kabar')))
  expect((await scene.text(id)).fork!.measured).toMatchObject({ form: 'adaptation', kept: 18 / 19 })
})

test('what the origin brings later is told, taken or left in a working text, and never published unseen', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  await scene.write(id, islandMedicine.components.map(changed('antar')), { all: toldFacts, reason: 'Ombak.' })
  await scene.step(id, 'publish', admin)
  expect((await scene.page()).taken[0]!.newer).toBeNull()
  await scene.originPublishes(islandMedicineLater)
  expect((await scene.page()).taken[0]!.newer).toBe(2)
  const outdated = { code: scene.code, name: 'Inovasi INV-7001', origin: 'Inovasi INV-7001', newest: 2 }
  expect([await outdatedForks(db, author), await outdatedForks(db, originAuthor)]).toEqual([[outdated], []])
  expect(await scene.told('author')).toEqual(['origin_updated'])
  const next = await startFork(db, author, { code: scene.code, from: null, now })
  const { revision } = await scene.text(next)
  const taking = { id: next, keys: ['kabar'], revision, now }
  expect(await codeOf(takeUpdates(db, author, { ...taking, version: 1 }))).toBe('conflict')
  expect(await codeOf(takeUpdates(db, author, { ...taking, version: 2, revision: 9 }))).toBe('conflict')
  await takeUpdates(db, author, { ...taking, version: 2 })
  const { content, fork } = await scene.text(next)
  const keys = content.components.map(({ key }) => key)
  expect([keys.includes('kabar'), keys.includes('kotak'), content.components.length]).toEqual([
    true,
    true,
    18,
  ])
  expect(fork!.changes.map(({ change: { key, is } }) => [key, is])).toEqual([
    ['antar', 'changed'],
    ['kotak', 'added'],
  ])
  const shown = await scene.page()
  expect([shown.number, shown.taken[0]!.newer]).toEqual([1, 2])
  expect(await codeOf(takeUpdates(db, author, { ...taking, version: 2 }))).toBe('conflict')
})

test('without an origin blueprint the form can not be told; a draft that the origin endorses is its version 1', async () => {
  const id = await startOriginDraft(db, cast.mentor, { code: scene.code, now })
  expect((await scene.text(id, cast.mentor)).kind).toBe('origin_draft')
  await saveBlueprint(db, cast.mentor, { id, revision: 0, content: islandMedicine, now })
  expect(await codeOf(scene.text(id, originAdmin))).toBe('not-found')
  await scene.step(id, 'submit', cast.mentor)
  expect(await scene.told('local admin elsewhere')).toEqual(['origin_draft_submitted'])
  expect(await codeOf(scene.step(id, 'publish', admin))).toBe('forbidden')
  expect(await codeOf(scene.step(id, 'return', originAdmin))).toBe('invalid')
  await scene.step(id, 'return', originAdmin, 'Biayanya lain.')
  await scene.step(id, 'submit', author)
  await scene.step(id, 'publish', originAdmin)
  expect([await scene.told('mentor'), await scene.told('author')]).toEqual([
    ['origin_draft_returned'],
    ['origin_draft_endorsed'],
  ])
  const published = await blueprintPage(db, cast.public, { slug })
  expect([published.number, published.content]).toEqual([1, islandMedicine])
  expect((await scene.page()).number).toBeNull()
  expect(await codeOf(startOriginDraft(db, author, { code: scene.code, now }))).toBe('conflict')
})

test('an origin that writes its own while another drafts is not overwritten', async () => {
  const id = await startOriginDraft(db, author, { code: scene.code, now })
  await saveBlueprint(db, author, { id, revision: 0, content: islandMedicine, now })
  await scene.step(id, 'submit', author)
  await scene.originPublishes(islandMedicineLater)
  expect(await codeOf(scene.step(id, 'publish', originAdmin))).toBe('invalid')
  await scene.step(id, 'return', originAdmin, 'Sudah ada.')
  expect((await blueprintPage(db, cast.public, { slug })).content).toEqual(islandMedicineLater)
})

test('what can be taken, and what an origin brings, is asked in two queries, by the people of the replica only', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  const asked = { id, slug, version: 2 }
  for (const content of [islandMedicineLater, islandMedicine, islandMedicineLater]) {
    await scene.originPublishes(content)
    expect(await countedQueries(db, (db) => originChoices(db, author, asked))).toBe(2)
    expect(await countedQueries(db, (db) => updatesPage(db, author, id))).toBe(2)
  }
  const { choices, here } = await originChoices(db, author, asked)
  expect(choices.map(({ version, components }) => [version, components?.length ?? null])).toEqual([
    [4, null],
    [3, null],
    [2, 17],
    [1, null],
  ])
  expect(here).toEqual(islandMedicine.components.map(({ key }) => key))
  const { base, newest, updates } = await updatesPage(db, author, id)
  expect([base, newest!.number, updates.map(({ change: { key, is } }) => [key, is])]).toEqual([
    1,
    4,
    [
      ['antar', 'changed'],
      ['kabar', 'added'],
      ['kotak', 'removed'],
    ],
  ])
  for (const actor of [cast.public, cast.mentor, cast.hub, originAuthor, originAdmin]) {
    expect(await codeOf(originChoices(db, actor, asked))).toBe('not-found')
    expect(await codeOf(updatesPage(db, actor, id))).toBe('not-found')
    expect(await codeOf(takeUpdates(db, actor, { id, version: 4, keys: [], revision: 0, now }))).toBe(
      'not-found',
    )
  }
  const own = await startBlueprintEdit(db, originAuthor, { slug, now })
  expect(await codeOf(originChoices(db, originAuthor, { ...asked, id: own }))).toBe('not-found')
})

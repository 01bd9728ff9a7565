import { beforeEach, expect, test } from 'vitest'
import {
  blueprintRecord,
  fromBlueprintRecord,
  toBlueprintRecord,
} from '@semai/domain/exchange/blueprint-record'
import { forkScene, changed, toldFacts } from '@semai/testkit/fork-scene'
import { islandMedicine } from '@semai/testkit/blueprint-scene'
import { cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { importIntoText } from '../blueprints/blueprint-edit.commands.ts'
import { startFork } from './fork.commands.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const first = { slug: 'inv-7001', version: 1 }
let scene: Awaited<ReturnType<typeof forkScene>>
let id: string

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  scene = await forkScene(db, owner.db)
  await scene.originPublishes(islandMedicine)
  id = await startFork(db, author, { code: scene.code, from: first, now })
})

/** The text of the replica as a file, and what a file brings. */
async function file() {
  const { content } = await scene.text(id)
  const record = toBlueprintRecord(content, { innovation: null, version: null, published_at: null })
  return fromBlueprintRecord(blueprintRecord.parse(JSON.parse(JSON.stringify(record))))
}
const bring = (content: Awaited<ReturnType<typeof file>>, actor = author) =>
  importIntoText(db, actor, { id, content, now })

test('the file of a replica brought in again changes nothing of how it stands against its origin', async () => {
  const components = islandMedicine.components.map(changed('antar'))
  await scene.write(id, components, { all: toldFacts, reason: 'Laut kami lebih ganas.' })
  const before = await scene.text(id)
  await bring(await file())
  const after = await scene.text(id)
  expect([after.fork, after.content.components]).toEqual([before.fork, before.content.components])
  expect(after.copies.length).toBe(1)
})

test('a key that the file leaves out is lost, one of the origin that it brings back is no change, another is new', async () => {
  const whole = await file()
  const [gone, ...others] = whole.components
  const fresh = { ...gone!, key: 'baru-k3v9x2ab', title: 'Tambahan kami' }
  await bring({ ...whole, components: [...others, fresh] })
  const kinds = async () =>
    (await scene.text(id)).fork!.changes.map(({ change: { is, key } }) => `${is} ${key}`).toSorted()
  expect(await kinds()).toEqual(['added baru-k3v9x2ab', `removed ${gone!.key}`])
  await bring(whole)
  expect([await kinds(), (await scene.text(id)).fork!.measured?.form]).toEqual([[], 'adoption'])
})

test('a file is brought in by those who write for the replica, while it is being written', async () => {
  const content = await file()
  const tried: string[] = []
  for (const [name, actor] of Object.entries(cast)) {
    const done = await bring(content, actor).then(
      () => true,
      () => false,
    )
    if (done) tried.push(name)
  }
  expect(tried).toEqual(['command line', 'author', 'local admin'])
  await scene.write(id, islandMedicine.components)
  await scene.step(id, 'submit', author)
  await expect(bring(content)).rejects.toMatchObject({ code: 'conflict' })
})

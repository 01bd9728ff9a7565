import { beforeEach, expect, test } from 'vitest'
import { forkScene, changed, toldFacts } from '@semai/testkit/fork-scene'
import { islandMedicine } from '@semai/testkit/blueprint-scene'
import { cast } from '@semai/testkit/cast'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { Actor } from '@semai/domain/people/actor'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import { countedQueries } from '@semai/testkit/counted-queries'
import { saveBlueprint, settleBlueprintCopy } from '../blueprints/blueprint-edit.commands.ts'
import { blueprintEditList, blueprintEditPage } from '../blueprints/blueprint-edit.queries.ts'
import { confirmForm } from './form-confirm.commands.ts'
import { adoptFormRule } from './form-rule.commands.ts'
import { startFork } from './fork.commands.ts'
import { forkPage } from './fork.queries.ts'

const { db, owner, clear } = await testDb()
const { author, 'local admin': admin, 'local admin elsewhere': originAdmin } = cast
const slug = 'inv-7001'
const first = { slug, version: 1 }
let scene: Awaited<ReturnType<typeof forkScene>>

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  scene = await forkScene(db, owner.db)
})

test('a fork begins as a copy, which is an adoption with a kept share of 1', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  const { content, fork, kind, name } = await scene.text(id)
  expect([content.components, kind, name]).toEqual([islandMedicine.components, 'replica', 'Inovasi INV-7001'])
  expect(fork!.measured).toMatchObject({ form: 'adoption', kept: 1, changes: 0 })
  await scene.write(id, content.components)
  await scene.step(id, 'publish', admin)
  const shown = await scene.page()
  expect([shown.number, shown.measurement, shown.taken]).toEqual([
    1,
    { form: 'adoption', kept: 1, declaredForm: 'adoption', reason: null, rule: shippedFormRule },
    [{ slug, name: 'Inovasi INV-7001', version: 1, newer: null }],
  ])
})

test('a changed core asks for its eight facts and, declared otherwise, for the reason; then both stand there', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  const components = islandMedicine.components.map(changed('antar'))
  await scene.write(id, components)
  expect((await scene.text(id)).fork!.measured).toMatchObject({ form: 'modification', kept: 16 / 17 })
  expect(await codeOf(scene.step(id, 'publish', admin))).toBe('invalid')
  await scene.write(id, components, { all: toldFacts })
  expect(await codeOf(scene.step(id, 'publish', admin))).toBe('invalid')
  await scene.write(id, components, { all: toldFacts, reason: 'Laut kami lebih ganas.' })
  await scene.step(id, 'publish', admin)
  expect((await scene.page()).measurement).toEqual({
    form: 'modification',
    kept: 16 / 17,
    declaredForm: 'adoption',
    reason: 'Laut kami lebih ganas.',
    rule: shippedFormRule,
  })
  const rows = await owner.db.selectFrom('fork_change').selectAll().execute()
  expect(rows.map(({ blueprint_id: _, ...row }) => row)).toEqual([
    {
      version: 1,
      kind: 'process_step',
      key: 'antar',
      outcome: 'changed',
      standing: 'core',
      at_stage: 'preparation',
      planned: 'planned',
      decided_by: 'team',
      what: 'content',
      level: 'unit',
      nature: 'tailored',
      core: 'consistent',
      why: 'geography',
      words: null,
    },
  ])
  expect(await scene.told('author elsewhere')).toEqual(['replica_blueprint'])
})

test('a save can not change from where a fork took', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  const forged = { note: null, components: [], fork: { origins: [], sources: {} } } as BlueprintContent
  await saveBlueprint(db, author, { id, revision: 0, content: forged, now })
  const { fork } = await scene.text(id)
  expect([fork!.basis.length, fork!.changes.length, fork!.measured!.kept]).toEqual([17, 17, 0])
  expect(fork!.changes.filter(({ isLostCore }) => isLostCore)).toHaveLength(10)
})

test('another rule measures from its day on; what was measured before keeps its own', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  const components = islandMedicine.components.map(changed('antar'))
  await scene.write(id, components, { all: toldFacts, reason: 'Ombak.' })
  await scene.step(id, 'publish', admin)
  const rule = {
    ...shippedFormRule,
    version: 'share',
    tests: [{ form: 'modification' as const, keptBelow: 0.5 }],
  }
  await adoptFormRule(db, cast['command line'], { rule, now })
  await adoptFormRule(db, cast['command line'], { rule, now })
  const other = { ...rule, otherwise: 'modification' as const }
  expect(await codeOf(adoptFormRule(db, cast['command line'], { rule: other, now }))).toBe('conflict')
  const next = await startFork(db, author, { code: scene.code, from: null, now })
  await scene.write(next, components, { all: toldFacts })
  await scene.step(next, 'publish', admin)
  expect((await scene.page(cast.public, 1)).measurement).toMatchObject({
    form: 'modification',
    rule: shippedFormRule,
  })
  expect((await scene.page()).measurement).toMatchObject({ form: 'adoption', rule })
})

test('a replica of its own writing is published without a form', async () => {
  const id = await startFork(db, author, { code: scene.code, from: null, now })
  await scene.write(id, islandMedicine.components)
  await scene.step(id, 'publish', admin)
  expect((await scene.page()).measurement).toMatchObject({ form: null, kept: null, declaredForm: 'adoption' })
})

test('the declared form is confirmed by who guides, while it is the one declared', async () => {
  const confirm = (actor: Actor, form: ReplicationForm = 'adoption') =>
    codeOf(confirmForm(db, actor, { code: scene.code, form, now }))
  expect([
    await confirm(author),
    await confirm(admin),
    await confirm(originAdmin),
    await confirm(cast.head),
  ]).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden'])
  expect(await confirm(cast.mentor, 'modification')).toBe('conflict')
  expect((await scene.page(cast.mentor)).mayConfirm).toBe(true)
  expect(await confirm(cast.mentor)).toBe('done')
  expect(await scene.told('author')).toEqual(['form_confirmed'])
  expect((await scene.page()).confirmation).toMatchObject({ form: 'adoption', role: 'mentor' })
  expect((await scene.page(cast.mentor)).mayConfirm).toBe(false)
  await owner.db.updateTable('replication').set({ declared_form: 'adaptation' }).execute()
  expect((await scene.page()).confirmation).toBeNull()
  expect((await scene.page(cast.hub)).mayConfirm).toBe(true)
  expect(await confirm(cast.hub, 'adaptation')).toBe('done')
  expect((await scene.page()).confirmation).toMatchObject({ form: 'adaptation', role: 'hub' })
})

test.each([
  ['author', 'done'],
  ['local admin', 'done'],
  ['author elsewhere', 'forbidden'],
  ['hub', 'forbidden'],
  ['mentor', 'forbidden'],
  ['administrator', 'forbidden'],
  ['public', 'forbidden'],
] as const)('a fork started by %s: %s', async (name, answer) => {
  expect(await codeOf(startFork(db, cast[name], { code: scene.code, from: null, now }))).toBe(answer)
})

test('the text of a replica is seen by its unit and by nobody else, the origin included', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  expect((await blueprintEditList(db, author)).map((row) => [row.id, row.kind])).toEqual([[id, 'replica']])
  for (const name of [
    'public',
    'author elsewhere',
    'local admin elsewhere',
    'hub',
    'mentor',
    'head',
  ] as const) {
    expect(await codeOf(scene.text(id, cast[name])), name).toBe('not-found')
    expect(await blueprintEditList(db, cast[name]), name).toEqual([])
    expect((await scene.page(cast[name])).openText, name).toBeNull()
  }
})

test('two who write at once: both texts are there, with what was told about their changes', async () => {
  await scene.originPublishes(islandMedicine)
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  await scene.write(id, islandMedicine.components, { reason: 'Dari Sari' })
  const content = { note: 'Dari Wayan', components: islandMedicine.components }
  const toldToo = { all: toldFacts, facts: {}, reason: 'Dari Wayan' }
  expect(await saveBlueprint(db, admin, { id, revision: 0, content, told: toldToo, now })).toMatchObject({
    kind: 'conflict',
  })
  const [copy] = (await scene.text(id)).copies
  await settleBlueprintCopy(db, admin, { id, copyId: copy!.id, isUsed: true, now })
  expect((await scene.text(id)).content).toMatchObject({ fork: { all: toldFacts, reason: 'Dari Wayan' } })
})

test('every page costs one query, with one version and with three', async () => {
  await scene.originPublishes(islandMedicine)
  for (const count of [1, 3]) {
    while (((await scene.page()).number ?? 0) < count) {
      const id = await startFork(db, author, { code: scene.code, from: first, now })
      await scene.write(id, islandMedicine.components)
      await scene.step(id, 'publish', admin)
    }
    expect(await countedQueries(db, (db) => forkPage(db, author, { code: scene.code, now }))).toBe(1)
  }
  const id = await startFork(db, author, { code: scene.code, from: first, now })
  expect(await countedQueries(db, (db) => blueprintEditPage(db, author, { id, now }))).toBe(1)
})

import { analysisNames } from '@semai/domain/analyses/analysis'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { refreshAnalyses } from './analysis.commands.ts'
import type { RunAnalysis } from './analysis.commands.ts'
import { keptAnalysis } from './analysis.queries.ts'
import { runAnalysis } from './analyses.ts'

const { db, owner, clear } = await testDb()
let at = new Date('2026-03-02T03:04:05Z')
/** A minute later at each look. */
const clock = () => (at = new Date(at.getTime() + 60_000))
const here: RunAnalysis = (...given) => Promise.resolve(runAnalysis(...given))
let claim: (code: string, day: string) => Promise<unknown>

beforeEach(async () => {
  await clear()
  await owner.db.deleteFrom('analysis').execute()
  await aRegion(owner.db, { code: '35' })
  for (const code of ['35.01', '35.02', '35.03']) await aRegion(owner.db, { code })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  const { id: innovation_id } = await anInnovation(owner.db, { code: 'INV-1', organisation_id })
  const place = { organisation_id, source_id, innovation_id, precision: 'day' as const }
  claim = (region_code, day) => aClaim(owner.db, { ...place, region_code, earliest: day, latest: day })
})

test('an analysis is computed once for the same data, and again when a claim came', async () => {
  await claim('35.01', '2020-01-01')
  expect(await keptAnalysis(db, 'network')).toEqual({ answer: null, at: null, inputs: null, progress: null })
  expect(await refreshAnalyses(db, { run: here, clock })).toEqual([...analysisNames])
  expect(await refreshAnalyses(db, { run: here, clock })).toEqual([])
  const first = await keptAnalysis(db, 'network')
  expect([first.at! < at, first.progress]).toEqual([true, null])
  expect(first.answer).toEqual({ enough: false, innovations: 0, adoptions: 0, batched: 0 })
  await claim('35.02', '2020-02-01')
  expect(await refreshAnalyses(db, { run: here, clock })).toEqual([...analysisNames])
  expect((await keptAnalysis(db, 'network')).inputs).not.toBe(first.inputs)
})

test('while a newer one is computed the one before is shown, with how far the newer is', async () => {
  await claim('35.01', '2020-01-01')
  await refreshAnalyses(db, { run: here, clock })
  const before = await keptAnalysis(db, 'network')
  await claim('35.02', '2020-02-01')
  const seen: unknown[] = []
  const slow: RunAnalysis = async (name, input, tell) => {
    tell(0.5)
    if (name === 'network') seen.push(await keptAnalysis(db, 'network'))
    return here(name, input, tell)
  }
  await refreshAnalyses(db, { run: slow, clock })
  const [during] = seen as (typeof before)[]
  expect({ ...during, progress: null }).toEqual(before)
  expect([0, 0.5]).toContain(during!.progress)
})

test('one that fails is marked and tried again, and keeps no other from being computed', async () => {
  await claim('35.01', '2020-01-01')
  const failing: RunAnalysis = (name, input, tell) =>
    name === 'network' ? Promise.reject(new Error('out of memory')) : here(name, input, tell)
  await expect(refreshAnalyses(db, { run: failing, clock })).rejects.toThrow('out of memory')
  const states = await db.selectFrom('analysis').select(['name', 'state']).orderBy('name').execute()
  expect(states).toEqual([
    { name: 'back_test', state: 'done' },
    { name: 'clusters', state: 'done' },
    { name: 'network', state: 'failed' },
    { name: 'next_adopters', state: 'done' },
  ])
  expect((await keptAnalysis(db, 'network')).answer).toBe(null)
  expect(await refreshAnalyses(db, { run: here, clock })).toEqual(['network'])
})

test('a fault in telling how far it is fails that analysis alone, whether or not the work succeeds', async () => {
  await claim('35.01', '2020-01-01')
  const strange: RunAnalysis = async (name, input, tell) => {
    if (name === 'network' || name === 'clusters') tell(NaN)
    await new Promise((done) => setImmediate(done))
    if (name === 'clusters') throw new Error('out of memory')
    return here(name, input, tell)
  }
  await expect(refreshAnalyses(db, { run: strange, clock })).rejects.toThrow('analysis_progress_check')
  const failed = db.selectFrom('analysis').select('name').where('state', '=', 'failed').orderBy('name')
  expect(await failed.execute()).toEqual([{ name: 'clusters' }, { name: 'network' }])
})

test('who comes next is given the look back that is kept, for the same data only', async () => {
  await claim('35.01', '2020-01-01')
  const given: unknown[] = []
  const seeing: RunAnalysis = (name, input, tell, backTest) => {
    given.push([name, backTest ?? null])
    return here(name, input, tell, backTest)
  }
  await refreshAnalyses(db, { run: seeing, clock })
  const { answer } = await keptAnalysis(db, 'back_test')
  expect(given).toEqual(analysisNames.map((name) => [name, name === 'next_adopters' ? answer : null]))
  await claim('35.02', '2020-02-01')
  const failing: RunAnalysis = (name, ...rest) =>
    name === 'back_test' ? Promise.reject(new Error('stopped')) : seeing(name, ...rest)
  await expect(refreshAnalyses(db, { run: failing, clock })).rejects.toThrow('stopped')
  expect(given.at(-1)).toEqual(['next_adopters', null])
})

test('data that are as they were before are not computed again', async () => {
  await claim('35.01', '2020-01-01')
  await refreshAnalyses(db, { run: here, clock })
  const before = await keptAnalysis(db, 'clusters')
  await claim('35.02', '2020-02-01')
  await refreshAnalyses(db, { run: here, clock })
  await owner.db.deleteFrom('claim').where('region_code', '=', '35.02').execute()
  expect(await refreshAnalyses(db, { run: here, clock })).toEqual([])
  expect(await keptAnalysis(db, 'clusters')).toEqual(before)
})

test('only the newest answers are kept', async () => {
  for (const code of ['35.01', '35.02', '35.03']) {
    await claim(code, '2020-01-01')
    await refreshAnalyses(db, { run: here, clock })
  }
  const { n } = await db
    .selectFrom('analysis')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('name', '=', 'network')
    .executeTakeFirstOrThrow()
  expect(n).toBe(2)
})

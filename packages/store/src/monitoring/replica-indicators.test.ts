import { beforeAll, expect, test } from 'vitest'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { emptyPlan } from '@semai/domain/action-plans/plan'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import { cast } from '@semai/testkit/cast'
import { aComponent, islandMedicine } from '@semai/testkit/blueprint-scene'
import { aCategory } from '@semai/testkit/complete-content'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { demonstrateFork } from '@semai/testkit/fork-demonstration'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { planPage } from '../action-plans/plan.queries.ts'
import { savePlan } from '../action-plans/plan.commands.ts'
import { keepReport } from './report.commands.ts'
import { reportPage } from './report.queries.ts'

const { db, owner } = await testDb()
const adopter = cast['author elsewhere']
const name = 'Pasien yang menerima obat tepat waktu'
let code: string

beforeAll(async () => {
  for (const region of ['35', '35.10']) await aRegion(owner.db, { code: region })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aCategory(owner.db)
  code = await demonstrateFork(db, await demonstrateBlueprint(db, now), now)
})

const key = '00000000-0000-4000-8000-000000000001'
const keep = (given: Record<string, string>) => {
  const said = { key, replication: code, year: '2026', quarter: '1', activities: 'Mengantar', ...given }
  return keepReport(db, adopter, { said: reportForm.parse(said), now })
}
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (problem: { faults?: { field: string }[] }) => problem.faults?.map(({ field }) => field),
  )

test('a plan carries the indicators of the blueprint under their keys', async () => {
  const content = planContent.parse({
    ...emptyPlan(2026),
    indicators: [{ key: 'obat-diambil', name: 'apa saja', unit: 'kali', baseline: '62', target: '90' }],
  })
  const bad = { ...content, indicators: [{ ...content.indicators[0]!, target: 'banyak' }] }
  expect(await refused(savePlan(db, adopter, { code, revision: 0, content: bad, now }))).toEqual([
    'indicators.0.target',
  ])
  await savePlan(db, adopter, { code, revision: 0, content, now })
  const { draft, measured } = await planPage(db, adopter, { code, now })
  expect(measured.map(({ key, baseline, reached }) => [key, baseline, reached])).toEqual([
    ['obat-diambil', 59, 92],
  ])
  expect(draft?.indicators).toEqual([
    {
      key: 'obat-diambil',
      direction: 'higher',
      name,
      definition: measured[0]!.definition,
      unit: 'persen pasien terdaftar',
      baseline: '62',
      target: '90',
      post: null,
    },
  ])
})

test('a report asks for them, and keeps each value with the unit of the blueprint', async () => {
  const values = { 'values.obat-diambil.value': '81,5', 'values.obat-diambil.all': '120' }
  await keep(values)
  const report = await reportPage(db, adopter, { id: key, now })
  expect(report.asked.map(({ key, planned }) => [key, planned])).toEqual([
    ['obat-diambil', { baseline: '62', target: '90' }],
  ])
  expect(report.content.values).toEqual({
    'obat-diambil': {
      name,
      unit: 'persen pasien terdaftar',
      value: 81.5,
      all: { reached: 120, of: null },
      groups: {},
    },
  })
  expect((await keep(values)).outcome).toBe('already')
  expect((await keep({ ...values, 'values.obat-diambil.value': '82', revision: '1' })).revision).toBe(2)
  expect(await refused(keep({ 'values.lain.value': '1', revision: '2' }))).toEqual(['values.lain.value'])
})

test('a replica that measures otherwise in its own blueprint is asked for that', async () => {
  const components = islandMedicine.components.flatMap((one) =>
    one.kind === 'indicator' ? [{ ...one, unit: 'jiwa' }, aComponent('indicator', 'pulau')] : [one],
  )
  const own = await owner.db
    .selectFrom('blueprint')
    .select(['id', 'version'])
    .where('innovation_id', 'is', null)
    .executeTakeFirstOrThrow()
  await owner.db
    .insertInto('blueprint_version')
    .values({
      blueprint_id: own.id,
      number: 2,
      content: JSON.stringify({ note: 'x', components }),
      note: 'x',
      edit_id: null,
      published_by: cast.author.personId,
      published_at: now,
    })
    .execute()
  await owner.db.updateTable('blueprint').set({ version: 2 }).where('id', '=', own.id).execute()
  const { measured } = await planPage(db, adopter, { code, now })
  expect(measured.map(({ key, unit }) => [key, unit])).toEqual([
    ['obat-diambil', 'jiwa'],
    ['pulau', null],
  ])
})

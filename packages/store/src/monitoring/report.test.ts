import { beforeEach, expect, test } from 'vitest'
import { reportForm } from '@semai/domain/monitoring/quarterly-report.form'
import type { ReportStep } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { keepReport, takeReportStep } from './report.commands.ts'
import { reportList, reportPage } from './report.queries.ts'

const { db, owner, clear } = await testDb()
const { author, mentor } = cast
const localAdmin = cast['local admin']
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

const key = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
const keep = (n: number, given: Record<string, string> = {}, actor: Actor = author) =>
  keepReport(db, actor, {
    said: reportForm.parse({
      key: key(n),
      replication: code,
      year: '2026',
      quarter: '1',
      activities: 'Melatih 20 kader',
      realisation: '12.000.000',
      ...given,
    }),
    now,
  })
const take = (n: number, step: ReportStep, actor: Actor = author, reason?: string) =>
  takeReportStep(db, actor, { id: key(n), step, reason, now })
const list = async (actor: Actor) => (await reportList(db, actor, { code, now })).rows
const told = async ({ personId }: Actor) =>
  (
    await owner.db
      .selectFrom('notice')
      .select('kind')
      .where('person_id', '=', personId)
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind)
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

test('a report that is sent twice arrives once, also when both come at the same second', async () => {
  const outcomes = await Promise.all([keep(1), keep(1)])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'stored'])
  expect(await keep(1)).toEqual({ id: key(1), code, revision: 1, outcome: 'already' })
  expect(await events()).toEqual(['replication.start', 'quarterly_report.start'])
})

test('two copies of one quarter are both there, flagged, and one of them is handed in', async () => {
  await keep(1)
  expect((await keep(2, { activities: 'Ditulis di perangkat lain' })).outcome).toBe('duplicate')
  expect((await list(author)).map(({ id, others }) => [id, others])).toEqual([
    [key(2), 1],
    [key(1), 1],
  ])
  expect((await reportPage(db, author, { id: key(1), now })).duplicates.map(({ id }) => id)).toEqual([key(2)])
  await take(1, 'submit')
  expect(await codeOf(take(2, 'submit'))).toBe('invalid')
  await take(2, 'discard')
  expect((await list(author)).map(({ state, others }) => [state, others])).toEqual([
    ['discarded', 0],
    ['submitted', 0],
  ])
})

test('a changed report is taken on its revision only, and never under another replication', async () => {
  await keep(1)
  expect(await keep(1, { activities: 'Diperbaiki', revision: '1' })).toMatchObject({ revision: 2 })
  expect(await codeOf(keep(1, { activities: 'Dari revisi lama', revision: '1' }, localAdmin))).toBe(
    'conflict',
  )
  expect((await reportPage(db, author, { id: key(1), now })).content.activities).toBe('Diperbaiki')
  expect(await codeOf(keep(2, { quarter: '2' }))).toBe('invalid')
  expect(await codeOf(keep(2, { replication: 'REP-9999' }))).toBe('not-found')
  await take(1, 'submit')
  expect(await codeOf(keep(1, { activities: 'Terlambat', revision: '2' }))).toBe('conflict')
})

test('submitted, returned with a reason, mended, verified by the mentor, never by the adopter', async () => {
  await keep(1)
  expect(await codeOf(reportPage(db, mentor, { id: key(1), now }))).toBe('not-found')
  const mistyped = { id: 'laporan-1', step: 'submit', now } as const
  expect(await codeOf(takeReportStep(db, cast.author, mistyped))).toBe('not-found')
  await take(1, 'submit')
  expect((await list(mentor)).map(({ state }) => state)).toEqual(['submitted'])
  expect(await list(cast.public)).toEqual([])
  expect(await codeOf(take(1, 'verify'))).toBe('forbidden')
  expect(await codeOf(take(1, 'return', mentor))).toBe('invalid')
  await take(1, 'return', mentor, 'Tambahkan angka')
  await keep(1, { activities: 'Melatih 20 kader, 18 lulus', revision: '1' })
  await take(1, 'submit')
  await take(1, 'verify', mentor)
  const shown = await reportPage(db, cast.public, { id: key(1), now })
  expect([
    shown.state,
    shown.content.activities,
    shown.history.map(({ step, reason }) => [step, reason]),
  ]).toEqual([
    'verified',
    'Melatih 20 kader, 18 lulus',
    [
      ['start', null],
      ['submit', null],
      ['return', null],
      ['submit', null],
      ['verify', null],
    ],
  ])
  expect([
    await told(author),
    await told(mentor),
    await told(cast.hub),
    await told(cast['author elsewhere']),
  ]).toEqual([
    ['report_checked', 'report_checked'],
    ['report_submitted', 'report_submitted'],
    ['report_submitted', 'report_submitted'],
    ['replication_interest'],
  ])
})

test('a draft is its owner’s; lists go on page by page at a fixed number of queries', async () => {
  await keep(1)
  await keep(2, { quarter: '4', year: '2025' })
  await keep(3, { quarter: '3', year: '2025' })
  expect(await list(cast['author elsewhere'])).toEqual([])
  const first = await reportList(db, author, { code, limit: 2, now })
  const second = await reportList(db, author, { code, limit: 2, after: first.next!, now })
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual([key(1), key(2), key(3)])
  expect([
    await countedQueries(db, (db) => reportList(db, author, { code, now })),
    await countedQueries(db, (db) => reportPage(db, author, { id: key(1), now })),
  ]).toEqual([3, 3])
})

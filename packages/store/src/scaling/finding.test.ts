import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { readsFinding } from '@semai/domain/scaling/finding-parties'
import { findingForm, findingStepForm } from '@semai/domain/scaling/finding.form'
import { dutyWords, isLate } from '@semai/domain/duties/duty'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { dayIn } from '@semai/domain/time/clock'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { findingDuties } from '../duties/finding-duties.ts'
import { warnOfFindings } from '../duties/finding-deadlines.commands.ts'
import { recordFinding, takeFindingStep } from './finding.commands.ts'
import { findingCounts, findingList, findingPage } from './finding.queries.ts'
import { loadFinding } from './findings.ts'
import { saveProgramme } from './programme.commands.ts'

const { db, owner, clear } = await testDb()
const { author, 'sector ministry': ministry, 'local admin': admin } = cast
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let slug: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anInnovation(owner.db, { code: 'INV-7001', organisation_id: agencies.centre })
  const typed = { name: 'Obat Tiba Nasional', owner: 'kementerian-urusan-contoh', innovations: 'INV-7001' }
  slug = await saveProgramme(db, ministry, { slug: null, said: scalingProgrammeForm.parse(typed), now })
})

const record = (given: Record<string, string> = {}, actor: Actor = ministry) =>
  recordFinding(db, actor, {
    slug,
    said: findingForm.parse({
      organisation: 'dinas-kesehatan-sukamaju',
      kind: 'evaluation',
      foundOn: '2026-02-20',
      finding: 'SOP belum ditetapkan (rekaan)',
      ...given,
    }),
    now,
  })
const step = (id: string, actor: Actor, typed: Record<string, string>, at: Date = now) =>
  takeFindingStep(db, actor, {
    slug,
    id,
    said: findingStepForm.parse({ reason: 'Kata (rekaan)', ...typed }),
    now: at,
  })
const recommended = async (dueOn = '2026-03-31') => {
  const id = await record()
  await step(id, ministry, { step: 'recommend', dueOn })
  return id
}
const told = async () =>
  (
    await owner.db
      .selectFrom('notice')
      .select(['person_id', 'kind'])
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  ).map(({ person_id, kind }) => [
    Object.entries(cast).find(([, one]) => one.personId === person_id)![0],
    kind,
  ])
const duties = async (actor: Actor, at: Date) => {
  const asked = { now: at, today: dayIn(at), rules: undefined as never }
  return (await findingDuties(db, actor, asked)).map((duty) => [
    duty.kind,
    duty.on,
    isLate(duty, asked.today),
  ])
}

test('from finding to closed: both sides say their part, each is told of the other, and the trail holds every step', async () => {
  const id = await record()
  expect(await told()).toEqual([])
  await step(id, ministry, { step: 'recommend', dueOn: '2026-03-31', reason: 'Tetapkan SOP (rekaan)' })
  await step(id, author, { step: 'follow_up', reason: 'SOP 7/2026 terbit (rekaan)' })
  await step(id, ministry, { step: 'return', dueOn: '2026-04-15', reason: 'Lampirkan (rekaan)' })
  await step(id, admin, { step: 'follow_up', reason: 'Terlampir (rekaan)' })
  await step(id, ministry, { step: 'close' })
  const page = await findingPage(db, author, { slug, id, now })
  expect(page).toMatchObject({
    state: 'closed',
    recommendation: 'Tetapkan SOP (rekaan)',
    followUp: 'Terlampir (rekaan)',
    dueOn: '2026-04-15',
    steps: [],
  })
  expect(page.history.map(({ step, dueOn }) => [step, dueOn])).toEqual([
    ['find', null],
    ['recommend', '2026-03-31'],
    ['follow_up', null],
    ['return', '2026-04-15'],
    ['follow_up', null],
    ['close', null],
  ])
  expect(await told()).toEqual([
    ['author', 'finding_moved'],
    ['local admin', 'finding_moved'],
    ['sector ministry', 'finding_moved'],
    ['author', 'finding_moved'],
    ['local admin', 'finding_moved'],
    ['sector ministry', 'finding_moved'],
    ['author', 'finding_moved'],
    ['local admin', 'finding_moved'],
  ])
  const { rows } = await owner.pool.query<{ what: string }>(
    `select what from audit_event where what like 'programme_finding.%' order by id`,
  )
  expect(rows.map(({ what }) => what.split('.')[1])).toEqual([
    'record',
    'recommend',
    'follow_up',
    'return',
    'follow_up',
    'close',
  ])
})

test('of the whole cast those read it whom the rule names, and only the ministry writes one down', async () => {
  const id = await record()
  const parties = await loadFinding(db, cast.secretariat, { slug, id })
  const all = Object.entries(cast)
  const open: string[] = []
  const listed: string[] = []
  const written: string[] = []
  for (const [name, actor] of all) {
    if ((await codeOf(findingPage(db, actor, { slug, id, now }))) === 'done') open.push(name)
    if ((await findingList(db, actor, { slug })).rows.length > 0) listed.push(name)
  }
  const readers = all.flatMap(([name, actor]) => (readsFinding.allows(actor, parties) ? [name] : []))
  expect(readers.length).toBeGreaterThan(5)
  expect([open, listed]).toEqual([readers, readers])
  for (const [name, actor] of all) if ((await codeOf(record({}, actor))) === 'done') written.push(name)
  expect(written).toEqual(['sector ministry', 'secretariat'])
})

test('without a deadline that can be met nothing is recommended, and what was typed is told where', async () => {
  const id = await record()
  for (const dueOn of ['', '2026-03-01']) {
    await expect(step(id, ministry, { step: 'recommend', dueOn })).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ field: 'dueOn' }],
    })
  }
  expect(await codeOf(step(id, author, { step: 'follow_up' }))).toBe('conflict')
  expect(await codeOf(step(id, ministry, { step: 'follow_up' }))).toBe('forbidden')
  expect(await codeOf(step(id, cast['author elsewhere'], { step: 'follow_up' }))).toBe('not-found')
  expect((await findingPage(db, ministry, { slug, id, now })).history).toHaveLength(1)
  await expect(record({ foundOn: '2026-03-03' })).rejects.toMatchObject({ faults: [{ field: 'foundOn' }] })
  await expect(record({ organisation: 'tidak-ada' })).rejects.toMatchObject({
    faults: [{ field: 'organisation' }],
  })
})

test('an open recommendation stands on the desk of the unit, a late one on that of the ministry too, an answer on the ministry’s', async () => {
  const id = await recommended()
  expect(await duties(author, now)).toEqual([['finding_follow_up', '2026-03-31', false]])
  expect(await duties(ministry, now)).toEqual([])
  expect(await duties(author, later(40))).toEqual([['finding_follow_up', '2026-03-31', true]])
  expect(await duties(ministry, later(40))).toEqual([['finding_awaited', '2026-03-31', true]])
  expect(await duties(cast['author elsewhere'], later(40))).toEqual([])
  expect(await findingCounts(db, { slug, today: dayIn(later(40)) })).toEqual({ all: 1, closed: 0, late: 1 })
  await step(id, author, { step: 'follow_up' }, later(40))
  expect(await duties(author, later(41))).toEqual([])
  expect(await duties(ministry, later(41))).toEqual([['finding_check', dayIn(later(40)), false]])
  const [duty] = await findingDuties(db, ministry, { now, today: dayIn(now), rules: undefined as never })
  expect(dutyWords(duty!, false).link).toBe(`/program/${slug}/temuan/${id}`)
})

test('a deadline is told once when it is near and once when it has passed; a new one anew', async () => {
  const id = await recommended('2026-03-31')
  await owner.pool.query('delete from notice')
  await warnOfFindings(db, now)
  expect(await told()).toEqual([])
  for (const days of [25, 26, 30, 31]) await warnOfFindings(db, later(days))
  expect(await told()).toEqual([
    ['author', 'deadline_near'],
    ['local admin', 'deadline_near'],
    ['author', 'deadline_passed'],
    ['local admin', 'deadline_passed'],
    ['sector ministry', 'deadline_passed'],
  ])
  await owner.pool.query('delete from notice')
  await step(id, ministry, { step: 'extend', dueOn: '2026-04-10' }, later(31))
  await owner.pool.query('delete from notice')
  await warnOfFindings(db, later(33))
  expect(await told()).toEqual([
    ['author', 'deadline_near'],
    ['local admin', 'deadline_near'],
  ])
})

test('three findings cost as many questions as one', async () => {
  const asked = () =>
    countedQueries(db, async (db) => {
      await findingList(db, author, { slug })
      await findingDuties(db, author, { now, today: dayIn(now), rules: undefined as never })
    })
  await recommended()
  const one = await asked()
  for (const dueOn of ['2026-04-01', '2026-04-02']) await recommended(dueOn)
  expect([one, await asked()]).toEqual([2, 2])
})

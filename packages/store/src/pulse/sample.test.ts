import { beforeEach, expect, test } from 'vitest'
import { drawSample, readFrame } from '@semai/domain/pulse/sample-draw'
import { drawForm } from '@semai/domain/pulse/sample.form'
import { dayIn } from '@semai/domain/time/clock'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { outcome } from '@semai/testkit/file-scene'
import { aPulse } from '@semai/testkit/pulse-scene'
import { aReplication, castReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { answerPulse } from './pulse.commands.ts'
import { assignCheck, drawPulseSample, publishSample, recordCheck } from './sample.commands.ts'
import { sampleFrame, sampleList, samplePage } from './sample.queries.ts'
import { sha256 } from './sample-record.ts'

const { db, owner, clear } = await testDb()
const { hub, mentor, author, secretariat } = cast
const today = dayIn(now)
let codes: string[]

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  codes = [await aReplication(owner.db, db, now)]
  for (const n of [1, 2, 3]) {
    const given = { code: `INV-720${n}`, slug: `uji-${n}`, name: `Uji ${n}`, localName: `Uji ${n}` }
    codes.push(await castReplication(db, now, given))
  }
  for (const [i, code] of codes.entries()) {
    const id = await aPulse(db, { code, now })
    const stop = { running: 'stopped', cause: 'budget', stoppedOn: today }
    await answerPulse(db, author, { id, typed: i === 3 ? stop : { running: 'running' }, now, updateMonth: 3 })
  }
})

const typed = {
  title: 'Uji petik Maret',
  fromOn: today,
  toOn: today,
  size: '2',
  seed: '481516',
  seedSource: 'Pengumuman hub 2 Maret',
}
const draw = (actor = hub, given: Record<string, string> = {}) =>
  drawPulseSample(db, actor, { said: drawForm.parse({ ...typed, ...given }), now })
const page = (id: string, actor = cast.public as typeof hub) => samplePage(db, actor, { id, now })
const check = (
  id: string,
  pulse: string,
  result: 'confirmed' | 'not_found' | 'unreachable',
  actor = mentor,
) => recordCheck(db, actor, { id, said: { pulse, result, checkedOn: today, note: null }, now })

test('drawn from the answers that it runs, with a frame from which anybody draws the same', async () => {
  const id = await draw()
  const shown = await page(id)
  const frame = await sampleFrame(db, id)
  expect([sha256(frame), shown.frameSize]).toEqual([shown.frameHash, 3])
  expect(readFrame(frame).map(({ code }) => code)).toEqual(codes.slice(0, 3).toSorted())
  const again = drawSample(readFrame(frame), { size: 2, seed: shown.seed, isStratified: false }, sha256)
  expect(shown.units.map(({ code }) => code)).toEqual(again)
  const second = await page(await draw())
  expect(second.units.map(({ code }) => code)).toEqual(again)
})

test('who draws: hubs and the secretariat; more than there are can not be drawn', async () => {
  const who: string[] = []
  for (const [name, actor] of Object.entries(cast))
    if ((await outcome(draw(actor))) === 'done') who.push(name)
  expect(who).toEqual(['hub', 'secretariat'])
  expect(await outcome(draw(hub, { size: '4' }))).toBe('invalid')
  expect(await outcome(draw(hub, { fromOn: '2020-01-01', toOn: '2020-12-31' }))).toBe('invalid')
  expect((await sampleList(db, cast.public)).samples).toHaveLength(2)
})

test('assigned, checked and published; the share counts the unreachable as not confirmed', async () => {
  const id = await draw()
  const [first, second] = (await page(id)).units as { pulse: string }[] as [
    { pulse: string },
    { pulse: string },
  ]
  const assign = (pulse: string, actor = hub, who = mentor) =>
    assignCheck(db, actor, { id, pulse, mentor: who.personId!, now })
  expect(await outcome(check(id, first.pulse, 'confirmed'))).toBe('forbidden')
  expect(await outcome(assign(first.pulse, mentor))).toBe('forbidden')
  expect(await outcome(assign(first.pulse, hub, author))).toBe('invalid')
  for (const { pulse } of [first, second]) await assign(pulse)
  expect((await page(id, hub)).mentors.map((one) => one.id)).toEqual([mentor.personId])
  await check(id, first.pulse, 'confirmed')
  expect(await outcome(check(id, second.pulse, 'confirmed', author))).toBe('forbidden')
  expect(await outcome(publishSample(db, hub, { id, now }))).toBe('conflict')
  await check(id, second.pulse, 'unreachable')
  expect([(await page(id)).result, (await page(id)).units.map(({ result }) => result)]).toEqual([
    null,
    [null, null],
  ])
  await publishSample(db, hub, { id, now })
  const { result } = await page(id)
  expect(result).toMatchObject({ confirmed: 1, unreachable: 1, open: 0 })
  expect(result!.confirmedShare!.share).toBe(0.5)
  expect(await outcome(check(id, first.pulse, 'not_found'))).toBe('conflict')
  expect(await outcome(publishSample(db, secretariat, { id, now }))).toBe('conflict')
  const trail = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  expect(trail.map(({ what }) => what.replace('pulse_sample.', ''))).toEqual([
    'draw',
    'assign',
    'assign',
    'check',
    'check',
    'publish',
  ])
  const told = await owner.db
    .selectFrom('notice')
    .select('person_id')
    .where('kind', '=', 'pulse_check')
    .execute()
  expect(told.map((one) => one.person_id)).toEqual([mentor.personId, mentor.personId])
})

test('a day to come, and what was not drawn, are refused', async () => {
  const id = await draw()
  const { pulse } = (await page(id)).units[0]!
  await assignCheck(db, hub, { id, pulse, mentor: mentor.personId!, now })
  const said = { pulse, result: 'confirmed', checkedOn: '2030-01-01', note: null } as const
  expect(await outcome(recordCheck(db, mentor, { id, said, now }))).toBe('invalid')
  expect(await outcome(recordCheck(db, mentor, { id, said: { ...said, pulse: id }, now }))).toBe('not-found')
  expect(await outcome(page('x'))).toBe('not-found')
})

test('list and page ask constant questions', async () => {
  const id = await draw()
  expect(await countedQueries(db, (counted) => sampleList(counted, cast.public))).toBe(1)
  expect(await countedQueries(db, (counted) => samplePage(counted, hub, { id, now }))).toBe(3)
})

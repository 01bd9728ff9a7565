import { beforeEach, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { outcome } from '@semai/testkit/file-scene'
import { aPulse } from '@semai/testkit/pulse-scene'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { continuity } from '../continuity/continuity.queries.ts'
import { takeClaimStep } from '../claims/take-claim-step.ts'
import { signLink } from '../people/signed-link.ts'
import { shippedQuestions } from '@semai/domain/pulse/shipped-questions'
import { publishQuestions } from './questions.commands.ts'
import { newestQuestions } from './questions.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { openPulses } from './open-pulses.commands.ts'
import { answerPulse, answerPulseByLink, askedByPulseLink, makePulseLink } from './pulse.commands.ts'
import { pulseCounts, pulsesOf, waitingPulses } from './pulse.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
const today = dayIn(now)
const updateMonth = 3
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let code: string
let id: string

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  code = await aReplication(owner.db, db, now)
  id = await aPulse(db, { code, now })
})

const who = { name: 'Rina (peragaan)', post: 'Kepala Puskesmas' }
const said = { running: 'running', q_keeper: 'same', q_budget: 'yes', q_users: '120' }
const stop = { running: 'stopped', cause: 'budget', stoppedOn: dayIn(later(-20)) }
const linkOf = async (at = now) => (await makePulseLink(db, author, { id, now: at })).link
const byLink = async (given: Record<string, string> = {}, at = now) =>
  answerPulseByLink(db, {
    link: await linkOf(at),
    typed: { ...said, ...given },
    ...who,
    now: at,
    updateMonth,
  })
const answer = (typed: Record<string, string>, actor = author, at = now) =>
  answerPulse(db, actor, { id, typed, now: at, updateMonth })
const shown = async (actor = author, at = now) =>
  (await pulsesOf(db, actor, { code, now: at, today: dayIn(at) })).pulses[0]!
const claim = () =>
  owner.db
    .selectFrom('claim')
    .select(['strength', 'state', 'valid_until', 'stopped_on'])
    .executeTakeFirstOrThrow()
const states = async (at = now) => (await continuity(db, publicActor, { today: dayIn(at) })).states
const notices = async (kind: 'pulse_due' | 'pulse_near' | 'pulse_lapsed' | 'pulse_said_stopped') =>
  (
    await owner.db
      .selectFrom('notice as n')
      .innerJoin('person as p', 'p.id', 'n.person_id')
      .select('p.email')
      .where('n.kind', '=', kind)
      .orderBy('p.email')
      .execute()
  ).map(({ email }) => email)

test('a pulse is opened once when it is due; its people are told, and again before it lapses', async () => {
  expect((await shown()).round).toBe('m6')
  expect(await notices('pulse_due')).toEqual(['author@contoh.test', 'local.admin@contoh.test'])
  expect(await openPulses(db, { now, updateMonth })).toEqual({ opened: 0, told: 0 })
  await openPulses(db, { now: later(32), updateMonth })
  expect(await notices('pulse_near')).toEqual(['author@contoh.test', 'local.admin@contoh.test'])
  await openPulses(db, { now: later(46), updateMonth })
  expect(await notices('pulse_lapsed')).toEqual(['hub@contoh.test', 'local.admin@contoh.test'])
  expect(await openPulses(db, { now: later(46), updateMonth })).toEqual({ opened: 0, told: 0 })
})

test('who renewed the claim since then, or stopped, is not reminded', async () => {
  const step = { code, now: later(20), updateMonth }
  await takeReplicationStep(db, author, { ...step, step: 'stop', cause: 'budget', day: today })
  await openPulses(db, { now: later(32), updateMonth })
  expect([await notices('pulse_near'), (await waitingPulses(db, author, { today })).rows]).toEqual([[], []])
  await takeReplicationStep(db, author, { ...step, now: later(33), step: 'resume' })
  const { id: claimId } = await owner.db.selectFrom('claim').select('id').executeTakeFirstOrThrow()
  const renewed = { link: null, legalBasis: null, budgetLine: null, updateMonth }
  await takeClaimStep(db, author, { ...renewed, id: claimId, step: 'renew', now: later(34) })
  await openPulses(db, { now: later(46), updateMonth })
  expect([await notices('pulse_near'), await notices('pulse_lapsed')]).toEqual([[], []])
})

test('where nobody has an account it is due, until somebody makes the link', async () => {
  await owner.db.updateTable('pulse').set({ asked_at: null }).execute()
  expect((await shown()).state).toBe('due')
  await linkOf()
  expect((await shown()).state).toBe('asked')
})

test('opening a link shows the question and changes nothing; its answer is declared by link, once', async () => {
  const link = await linkOf()
  const asked = await askedByPulseLink(db, link, now)
  expect([asked.code, asked.adopterName, asked.isAnswered]).toEqual([code, 'Dinas Kesehatan Sukamaju', false])
  expect(asked.questions.map(({ key }) => key)).toEqual(['keeper', 'budget', 'users', 'changes', 'help'])
  expect((await shown()).answeredAt).toBeNull()
  const before = await claim()
  await byLink()
  expect(await shown()).toMatchObject({ state: 'answered', answer: 'running', way: 'link', name: who.name })
  expect(await claim()).toEqual(before)
  expect(await outcome(answerPulseByLink(db, { link, typed: said, ...who, now, updateMonth }))).toBe(
    'conflict',
  )
  expect(await outcome(answer({ running: 'running' }))).toBe('conflict')
  expect(await outcome(makePulseLink(db, author, { id, now }))).toBe('conflict')
  const trail = await owner.db
    .selectFrom('audit_event')
    .select('what')
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute()
  expect(trail.map(({ what }) => what)).toEqual(['pulse.open', 'pulse.ask', 'pulse.ask', 'pulse.answer'])
})

test('a link is for its purpose, its record and its time', async () => {
  const link = await linkOf()
  const other = await signLink(db, { purpose: 'still-running', subject: id, expires: later(9) }, now)
  for (const bad of [other, `${link}A`, link.slice(1), 'x']) {
    expect(await outcome(askedByPulseLink(db, bad, now))).toBe('not-found')
    expect(await outcome(answerPulseByLink(db, { link: bad, typed: said, ...who, now, updateMonth }))).toBe(
      'not-found',
    )
  }
  expect(await outcome(askedByPulseLink(db, link, later(47)))).toBe('not-found')
  const nowhere = await signLink(db, { purpose: 'pulse', subject: 'x', expires: later(9) }, now)
  expect(await outcome(askedByPulseLink(db, nowhere, now))).toBe('not-found')
})

test('a stop through a link moves no record; /bertahan counts it as stopped, and its people are told', async () => {
  await byLink(stop)
  expect([(await claim()).state, (await claim()).stopped_on]).toEqual(['stands', null])
  expect(await states()).toMatchObject({ running: 0, stopped: 1 })
  expect(await notices('pulse_said_stopped')).toEqual(['hub@contoh.test', 'local.admin@contoh.test'])
  const seen = await shown(publicActor)
  expect([seen.answer, seen.stoppedOn, seen.stopReason, seen.name, seen.answers]).toEqual([
    'stopped',
    stop.stoppedOn,
    null,
    null,
    {},
  ])
})

test('a stop that cannot be is refused, the link stays good, and nothing is written', async () => {
  for (const bad of [{ cause: 'nonsense' }, { stoppedOn: dayIn(later(1)) }, { stoppedOn: '2001-01-01' }]) {
    expect(await outcome(byLink({ ...stop, ...bad }))).toBe('invalid')
  }
  expect((await shown()).answeredAt).toBeNull()
  await byLink()
})

test('signed in, an answer is also the step of the record: renewed, stopped, resumed', async () => {
  await owner.db.updateTable('claim').set({ strength: 'verified', valid_until: '2026-03-31' }).execute()
  const source = await owner.db.selectFrom('source').select('id').executeTakeFirstOrThrow()
  const { id: claimId } = await owner.db.selectFrom('claim').select('id').executeTakeFirstOrThrow()
  const seen = { id, claim_id: claimId, act: 'verified', acted_on: today, source_id: source.id } as const
  await owner.db
    .insertInto('claim_act')
    .values({ ...seen, organisation_id: null, note: null })
    .execute()
  await answer({ running: 'grown', q_users: '90' })
  expect(await claim()).toMatchObject({ strength: 'verified', valid_until: '2027-03-31' })
  await owner.db
    .updateTable('pulse')
    .set({ answered_at: null, answer: null, way: null, holds_until: null })
    .execute()
  await answer({ ...stop, note: 'Anggaran habis' })
  expect(await claim()).toMatchObject({ state: 'stopped', stopped_on: stop.stoppedOn })
  const back = { answered_at: null, answer: null, way: null, stopped_on: null, stop_reason: null }
  await owner.db.updateTable('pulse').set(back).execute()
  await answer({ running: 'revived' })
  expect((await claim()).state).toBe('stands')
})

test('no answer is silence: shown as such, not running, and counted apart', async () => {
  const after = later(46)
  await owner.db.updateTable('claim').set({ valid_until: '2029-01-01' }).execute()
  expect([(await shown(publicActor, after)).state, (await states(after)).unanswered]).toEqual(['lapsed', 1])
  expect((await states(after)).running).toBe(0)
  const since = dayIn(later(-300))
  const counts = (at: Date) => pulseCounts(db, cast.hub, { since, today: dayIn(at) })
  expect(await counts(now)).toEqual({ due: 0, asked: 1, answered: 0, lapsed: 0, stopped: 0 })
  expect(await counts(after)).toEqual({ due: 0, asked: 0, answered: 0, lapsed: 1, stopped: 0 })
  expect(await outcome(answer({ running: 'running' }, author, after))).toBe('conflict')
})

test('an answer by link is news for /bertahan after the claim lapsed, and leaves its strength as it is', async () => {
  await owner.db
    .updateTable('claim')
    .set({ valid_until: dayIn(later(-1)) })
    .execute()
  expect(await states()).toMatchObject({ running: 0, not_updated: 1 })
  await byLink()
  expect(await states()).toMatchObject({ running: 1, not_updated: 0 })
  expect(await claim()).toMatchObject({ strength: 'declared', valid_until: dayIn(later(-1)) })
})

test('who asks and answers: the adopter; a hub asks; others neither', async () => {
  const allowed = async (work: (actor: typeof author) => Promise<unknown>) => {
    const names: string[] = []
    for (const [name, actor] of Object.entries(cast)) {
      if (['done', 'conflict'].includes(await outcome(work(actor)))) names.push(name)
    }
    return names
  }
  expect(await allowed((actor) => makePulseLink(db, actor, { id, now }))).toEqual([
    'author',
    'local admin',
    'hub',
    'mentor',
  ])
  expect(await allowed((actor) => answer({ running: 'running' }, actor))).toEqual(['author', 'local admin'])
})

test('the board shows what waits in its scope, in constant queries', async () => {
  const board = (actor: typeof author) => waitingPulses(db, actor, { today })
  expect((await board(cast.hub)).rows.map((row) => row.code)).toEqual([code])
  expect((await board(cast['local admin elsewhere'])).rows).toEqual([])
  const { untilOn } = (await board(author)).rows[0]!
  expect((await waitingPulses(db, author, { today, after: { untilOn, id } })).rows).toEqual([])
  expect(await countedQueries(db, (counted) => waitingPulses(counted, author, { today }))).toBe(1)
  expect(await countedQueries(db, (counted) => pulsesOf(counted, author, { code, now, today }))).toBe(2)
})

test('new questions are asked from then on; who was asked before keeps theirs', async () => {
  const questions = [{ ...shippedQuestions[0]!, text: { id: 'Siapa kini?', en: 'Who now?' } }]
  expect(await outcome(publishQuestions(db, cast.hub, { questions, now }))).toBe('forbidden')
  expect(await publishQuestions(db, cast.secretariat, { questions, now })).toBe(2)
  expect((await shown()).questions).toHaveLength(5)
  expect(await newestQuestions(db)).toMatchObject({ version: 2, questions })
  await openPulses(db, { now: later(200), updateMonth })
  expect((await shown(author, later(200))).questions).toEqual(questions)
})

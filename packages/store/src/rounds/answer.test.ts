import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { extendForm } from '@semai/domain/rounds/round.form'
import { readsLocus } from '@semai/domain/rounds/round-parties'
import { dayIn } from '@semai/domain/time/clock'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { aPulse } from '@semai/testkit/pulse-scene'
import { aLocus, aRound, wholeAnswers } from '@semai/testkit/round-scene'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { uuidv7 } from '../db/uuid.ts'
import { answerPulse } from '../pulse/pulse.commands.ts'
import { saveAnswers, takeAnswerStep } from './answer.commands.ts'
import { answerPage } from './answer.queries.ts'
import { extendLocus } from './locus.commands.ts'
import { loadLocus } from './loci.ts'
import { takeRoundStep } from './round.commands.ts'
import { lociList } from './round.queries.ts'
import { addGroup } from './round-setup.commands.ts'

const { db, owner, clear } = await testDb()
const { secretariat, author, 'local admin': admin } = cast
const deadline = new Date('2026-04-01T09:00:00Z')
let code: string
let id: string
let replica: string

beforeEach(async () => {
  await clear()
  replica = await aReplication(owner.db, db, new Date(now.getTime() - 300 * 86_400_000))
  await anInnovation(owner.db, {
    code: 'INV-7101',
    organisation_id: agencies.healthOffice,
    started_from: '2019-05-01',
    started_to: '2019-05-31',
  })
  await anInnovation(owner.db, { code: 'INV-7102', organisation_id: agencies.otherOffice })
  const { group, ...made } = await aRound(db, { now })
  code = made.code
  await aLocus(db, { code, group, record: 'INV-7101', now })
  await aLocus(db, { code, group, record: 'INV-7102', now })
  await takeRoundStep(db, secretariat, { code, step: 'open', now })
  id = (await lociList(db, author, { code })).rows[0]!.id
})

const save = (typed: Record<string, string>, given: { revision?: number; actor?: Actor; at?: Date } = {}) =>
  saveAnswers(db, given.actor ?? author, {
    code,
    id,
    revision: given.revision ?? 0,
    typed,
    now: given.at ?? now,
  })
const step = (name: 'submit' | 'take_back', at: Date = now, actor: Actor = author) =>
  takeAnswerStep(db, actor, { code, id, step: name, now: at })
const open = (actor: Actor = author, at: Date = now) =>
  answerPage(db, actor, { code, id, now: at, today: dayIn(at) })
const written = async () =>
  (
    await owner.pool.query<{ what: string }>(
      `select what from audit_event where what like 'round_answer%' order by id`,
    )
  ).rows.map(({ what }) => what)

test('a draft may be poor, what is missing is named, and only whole answers are submitted', async () => {
  await save({ q1: 'c1', q6: 'banyak' })
  const { progress, answers, revision } = await open()
  expect([progress.answered, progress.required, revision, answers]).toEqual([
    1,
    9,
    1,
    { q1: 'c1', q6: 'banyak' },
  ])
  await expect(step('submit')).rejects.toMatchObject({
    code: 'invalid',
    faults: ['q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q9', 'q10'].map((field) => ({ field })),
  })
  await save(wholeAnswers, { revision: 1 })
  await step('submit')
  expect(await open()).toMatchObject({ state: 'submitted', submittedAt: now, mayWrite: false })
  expect(await written()).toEqual(['round_answer.save', 'round_answer.save', 'round_answer.submit'])
})

test('submitting ends with the hour of the deadline, and what was typed late is still kept', async () => {
  await save(wholeAnswers)
  await expect(step('submit', deadline)).rejects.toMatchObject({ code: 'invalid', faults: [] })
  await save({ ...wholeAnswers, q3: 'Ditulis terlambat (rekaan)' }, { revision: 1, at: deadline })
  expect(await open(author, deadline)).toMatchObject({ isLate: true, state: 'draft', revision: 2 })
  expect(await codeOf(step('submit', new Date(deadline.getTime() - 1)))).toBe('done')
  expect(await codeOf(step('take_back', deadline))).toBe('invalid')
})

test('with an extension it is submitted late, and the reason stands on the page', async () => {
  await save(wholeAnswers)
  const said = extendForm.parse({
    locus: id,
    extendedDay: '2026-04-03',
    extendedHour: '12',
    reason: 'Banjir (rekaan)',
  })
  await extendLocus(db, secretariat, { code, said, now })
  const end = new Date('2026-04-03T05:00:00Z')
  expect(await codeOf(step('submit', end))).toBe('invalid')
  await step('submit', new Date(end.getTime() - 1))
  const { extensions, locus } = await open()
  expect([extensions.map(({ reason }) => reason), locus.closesAt]).toEqual([['Banjir (rekaan)'], end])
})

test('until the deadline answers can be taken back, mended and submitted again', async () => {
  await save(wholeAnswers)
  await step('submit')
  expect(await codeOf(save({ q1: 'c4' }, { revision: 1 }))).toBe('conflict')
  await step('take_back')
  await save({ ...wholeAnswers, q1: 'c4' }, { revision: 1 })
  await step('submit')
  expect((await open()).answers['q1']).toBe('c4')
})

test('two who write at a time lose nothing; what both answered is left to them', async () => {
  await save({ q3: 'Satu', q4: 'Dua' })
  await save({ q3: 'Satu', q4: 'Dua dari admin', q6: '10' }, { revision: 1, actor: admin })
  await save({ q3: 'Satu dari penulis', q4: 'Dua' }, { revision: 1 })
  expect((await open()).answers).toEqual({ q3: 'Satu dari penulis', q4: 'Dua dari admin', q6: '10' })
  await expect(save({ q3: 'Lain lagi', q4: 'Dua' }, { revision: 1, actor: admin })).rejects.toMatchObject({
    code: 'invalid',
    faults: [{ field: 'q3' }],
  })
  await save({ q3: 'Lain lagi', q4: 'Dua dari admin', q6: '10' }, { revision: 3, actor: admin })
  const { rows } = await owner.pool.query<{ n: number }>('select count(*)::int as n from round_answer_text')
  expect([(await open()).answers['q3'], rows[0]!.n]).toEqual(['Lain lagi', 4])
})

test('of the whole cast those read it whom the rule names, and only its authors and administrators answer', async () => {
  const parties = await loadLocus(db, secretariat, { code, id })
  const all = Object.entries(cast)
  const readers: string[] = []
  const writers: string[] = []
  for (const [name, actor] of all) {
    if ((await codeOf(open(actor))) === 'done') readers.push(name)
    const { revision } = await open()
    if ((await codeOf(save({ q3: name }, { revision, actor }))) === 'done') writers.push(name)
  }
  expect(readers).toEqual(all.flatMap(([name, actor]) => (readsLocus.allows(actor, parties) ? [name] : [])))
  expect(writers).toEqual(['author', 'local admin'])
  expect(await codeOf(step('submit', now, secretariat))).toBe('forbidden')
  expect(await codeOf(answerPage(db, author, { code, id: uuidv7(), now, today: dayIn(now) }))).toBe(
    'not-found',
  )
})

test('what nobody asked is not kept', async () => {
  await save({ q1: 'c1', q77: 'lain', revision: '3' })
  expect((await open()).answers).toEqual({ q1: 'c1' })
})

test('what the records say stands beside the question and is filled in nowhere', async () => {
  const { known, answers } = await open()
  expect([known, answers]).toEqual([
    { pulse: null, spending: null, claims: 0, replicas: 0, started: '2019-05' },
    {},
  ])
})

test('of a replication its own pulse, verified reports and claim are shown, of an organisation nothing', async () => {
  const pulse = await aPulse(db, { code: replica, now })
  await answerPulse(db, author, { id: pulse, typed: { running: 'grown' }, now, updateMonth: 3 })
  await aReport('verified', 1, 500)
  await aReport('verified', 2, 250)
  await aReport('submitted', 3, 9_000)
  const round = await aRound(db, { now, name: 'Putaran replikasi (peragaan)' })
  const knownOf = async (objects: 'replication' | 'organisation', record: string) => {
    const group = await addGroup(db, secretariat, { code: round.code, said: groupOf(objects), now })
    await aLocus(db, { code: round.code, group, record, now })
    const [locus] = (await lociList(db, secretariat, { code: round.code, group })).rows
    const asked = { code: round.code, id: locus!.id, now, today: dayIn(now) }
    return (await answerPage(db, secretariat, asked)).known
  }
  expect(await knownOf('replication', replica)).toEqual({
    pulse: { answer: 'grown', on: '2026-03-02' },
    spending: { year: 2025, rupiah: 750, quarters: 2 },
    claims: 0,
    replicas: null,
    started: expect.stringMatching(/^2025-/),
  })
  const nothing = { pulse: null, spending: null, claims: null, replicas: null, started: null }
  expect(await knownOf('organisation', 'dinas-kesehatan-sukamaju')).toEqual(nothing)
})

const groupOf = (objects: 'replication' | 'organisation') => ({
  nameId: `Kelompok ${objects}`,
  nameEn: `Group ${objects}`,
  objects,
  awards: 1,
  presentationPerCent: 0,
  criteria: [{ key: 'a', name: { id: 'A', en: 'A' }, weight: 100 }],
})

async function aReport(state: 'verified' | 'submitted', quarter: number, realisation: number): Promise<void> {
  await owner.pool.query(
    `insert into quarterly_report (id, replication_id, year, quarter, state, content, realisation, revision, created_at, saved_at, moved_at)
     select $1, id, 2025, $2, $3, '{}', $4, 1, $5, $5, $5 from replication where code = $6`,
    [uuidv7(), quarter, state, realisation, now, replica],
  )
}

test('the page costs six questions, with one saved text or three', async () => {
  await save({ q1: 'c1' })
  const asked = () => countedQueries(db, (db) => answerPage(db, author, { code, id, now, today: dayIn(now) }))
  const one = await asked()
  for (const revision of [1, 2]) await save({ q1: 'c1', q3: `Teks ${revision}` }, { revision })
  expect([one, await asked()]).toEqual([6, 6])
})

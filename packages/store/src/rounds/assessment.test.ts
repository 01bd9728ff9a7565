import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import { presentationForm } from '@semai/domain/rounds/round.form'
import { dayIn } from '@semai/domain/time/clock'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aLocus, anEvaluator, answered, aRound, assessed, locusCalled } from '@semai/testkit/round-scene'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { answerPage } from './answer.queries.ts'
import { saveScores, scorePresentation, takeAssessmentStep } from './assess.commands.ts'
import { assessmentPage } from './assessment.queries.ts'
import { assignAssessor, assignBalanced, planPresentation, unassign } from './assign.commands.ts'
import { assessorsOf } from './assessors.ts'
import { takeRoundStep } from './round.commands.ts'
import { lociList, roundList } from './round.queries.ts'

const { db, owner, clear } = await testDb()
const { secretariat, author, 'author elsewhere': other, evaluator } = cast
const later = new Date('2026-04-10T03:00:00Z')
let code: string
let first: string
let second: string
let people: { own: Actor; third: Actor }

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anInnovation(owner.db, { code: 'INV-7101', organisation_id: agencies.healthOffice })
  await anInnovation(owner.db, { code: 'INV-7102', organisation_id: agencies.otherOffice })
  const made = await aRound(db, { now, presentationPerCent: '40' })
  code = made.code
  for (const record of ['INV-7101', 'INV-7102']) await aLocus(db, { ...made, record, now })
  first = await locusCalled(db, { code, name: 'Inovasi INV-7101' })
  second = await locusCalled(db, { code, name: 'Inovasi INV-7102' })
  people = {
    own: await anEvaluator(owner.db, { now, name: 'Penilai Sukamaju', organisation: agencies.clinic }),
    third: await anEvaluator(owner.db, { now, name: 'Penilai Ketiga' }),
  }
  await takeRoundStep(db, secretariat, { code, step: 'open', now })
  await answered(db, author, { code, id: first, now })
  await answered(db, other, { code, id: second, now })
})

const round = (step: 'assess' | 'present') => takeRoundStep(db, secretariat, { code, step, now })
const assign = (actor: Actor, locus = first, by: Actor = secretariat) =>
  assignAssessor(db, by, { code, locus, person: actor.personId!, now })
const score = (typed: Record<string, { score: string; reason: string }>, actor: Actor = evaluator) =>
  saveScores(db, actor, { code, id: first, typed, now })
const open = (actor: Actor = evaluator, id = first) =>
  assessmentPage(db, actor, { code, id, now, today: dayIn(now) })
const fine = { score: '80', reason: 'Bukti memadai (rekaan)' }

test('only the ministry names assessors, and nobody of the institution that is assessed', async () => {
  for (const [name, actor] of Object.entries(cast)) {
    const outcome = await codeOf(assign(evaluator, first, actor))
    expect([name, outcome]).toEqual([
      name,
      name === 'secretariat'
        ? 'done'
        : ['author', 'local admin', 'head', 'inspectorate'].includes(name)
          ? 'forbidden'
          : 'not-found',
    ])
  }
  await expect(assign(people.own)).rejects.toMatchObject({
    code: 'invalid',
    faults: [{ field: 'person' }],
    message:
      'This person is of an institution that is assessed: a conflict of interest. Choose another assessor.',
  })
  expect(await codeOf(assign(people.own, second))).toBe('done')
  expect(await codeOf(assign(evaluator))).toBe('conflict')
  expect(await codeOf(assign(author))).toBe('invalid')
})

test('loci are shared out evenly without conflicts, and again only what is missing', async () => {
  await assign(people.third, second)
  expect(await assignBalanced(db, secretariat, { code, now })).toBe(3)
  expect(await assignBalanced(db, secretariat, { code, now })).toBe(0)
  const of = async (id: string) => (await assessorsOf(db, [id])).map(({ name }) => name)
  expect([await of(first), await of(second)]).toEqual([
    ['Penilai Ketiga', 'Prof. Siti Rahma'],
    ['Penilai Ketiga', 'Penilai Sukamaju'],
  ])
  expect(await codeOf(assignBalanced(db, author, { code, now }))).toBe('forbidden')
})

test('too few evaluators are said, and nobody is named', async () => {
  await owner.pool.query(
    `update role_grant set revoked_at = $1 where role = 'evaluator' and person_id <> $2`,
    [now, evaluator.personId],
  )
  expect(await codeOf(assignBalanced(db, secretariat, { code, now }))).toBe('invalid')
  expect(await assessorsOf(db, [first, second])).toEqual([])
})

test('an assessor reads only what was named, once it is assessed, and never the answers of the own institution', async () => {
  await assign(evaluator)
  expect((await roundList(db, evaluator)).map((row) => row.code)).toEqual([code])
  expect((await open()).read).toBeNull()
  expect((await lociList(db, evaluator, { code })).rows).toEqual([])
  await round('assess')
  expect((await open()).read?.answers['q1']).toBe('c2')
  expect((await lociList(db, evaluator, { code })).rows.map(({ id }) => id)).toEqual([first])
  expect(await codeOf(open(evaluator, second))).toBe('not-found')
  expect(await codeOf(open(secretariat))).toBe('not-found')
  await owner.pool.query('update person set organisation_id = $1 where id = $2', [
    agencies.clinic,
    evaluator.personId,
  ])
  expect(await open()).toMatchObject({ hasConflict: true, read: null, mayScore: false })
  expect((await lociList(db, evaluator, { code })).rows).toEqual([])
  const asked = { code, id: first, now, today: dayIn(now) }
  expect(await codeOf(answerPage(db, evaluator, asked))).toBe('not-found')
  expect(await codeOf(score({ keberlanjutan: fine }))).toBe('forbidden')
  const recuse = { code, id: first, step: 'recuse', reason: 'Seinstansi (rekaan)', now } as const
  expect(await codeOf(takeAssessmentStep(db, evaluator, recuse))).toBe('done')
})

test('the words of a draft that was never submitted are not read by who assesses', async () => {
  await assign(evaluator)
  await round('assess')
  const draft = `update round_answer set state = 'draft', submitted_at = null where locus_id = $1`
  expect((await owner.pool.query(draft, [first])).rowCount).toBe(1)
  const asked = { code, id: first, now, today: dayIn(now) }
  const seenBy = async (actor: Actor) => {
    const { answers, isWithheld } = await answerPage(db, actor, asked)
    return [answers['q1'], isWithheld]
  }
  expect(await seenBy(evaluator)).toEqual([undefined, true])
  expect([await seenBy(author), await seenBy(secretariat)]).toEqual([
    ['c2', false],
    ['c2', false],
  ])
})

test('each score needs its reason; what was sent is locked, in the database too', async () => {
  await assign(evaluator)
  expect(await codeOf(score({ keberlanjutan: fine }))).toBe('conflict')
  await round('assess')
  await expect(
    score({ keberlanjutan: { score: '101', reason: 'x' }, manfaat: { score: '', reason: 'Cukup (rekaan)' } }),
  ).rejects.toMatchObject({
    faults: ['score_keberlanjutan', 'reason_keberlanjutan', 'score_manfaat'].map((field) => ({ field })),
  })
  await score({ keberlanjutan: fine, lain: fine })
  expect(Object.keys((await open()).scores)).toEqual(['keberlanjutan'])
  const send = { code, id: first, step: 'send', now } as const
  expect(await codeOf(takeAssessmentStep(db, evaluator, send))).toBe('invalid')
  await score({ manfaat: fine })
  await takeAssessmentStep(db, evaluator, send)
  expect(await codeOf(score({ manfaat: { ...fine, score: '10' } }))).toBe('conflict')
  await expect(owner.pool.query('update round_score set score = 1')).rejects.toThrow(
    'the assessment was sent',
  )
  const [named] = await assessorsOf(db, [first])
  const gone = { code, locus: first, assessment: named!.id, now }
  expect(await codeOf(unassign(db, secretariat, gone))).toBe('conflict')
})

test('who stands back says why, is not named again, and another takes the place', async () => {
  await assign(evaluator)
  const recuse = { code, id: first, step: 'recuse', now } as const
  expect(await codeOf(takeAssessmentStep(db, evaluator, recuse))).toBe('invalid')
  await takeAssessmentStep(db, evaluator, { ...recuse, reason: 'Pernah membimbing (rekaan)' })
  expect(await codeOf(open())).toBe('not-found')
  expect(await codeOf(assign(evaluator))).toBe('conflict')
  expect(await codeOf(assignBalanced(db, secretariat, { code, now }))).toBe('invalid')
  expect((await assessorsOf(db, [first])).map(({ state, recusedWhy }) => [state, recusedWhy])).toEqual([
    ['recused', 'Pernah membimbing (rekaan)'],
  ])
})

test('presentations are planned with a place, and scored once, after they began', async () => {
  for (const actor of [evaluator, people.third]) await assign(actor)
  for (const actor of [people.own, people.third]) await assign(actor, second)
  await round('assess')
  const plan = (given: Record<string, string>, at: string) =>
    planPresentation(db, secretariat, {
      code,
      said: presentationForm.parse({ locus: first, presentsOn: '2026-04-09', presentsAt: at, ...given }),
      now,
    })
  await expect(plan({}, '09:30')).rejects.toMatchObject({ faults: [{ field: 'place' }] })
  await plan({ place: 'Aula (rekaan)' }, '09:30')
  const readers = { [first]: [evaluator, people.third], [second]: [people.own, people.third] }
  for (const [id, actors] of Object.entries(readers)) {
    for (const actor of actors) await assessed(db, actor, { code, id, scores: [80, 70], now })
  }
  await round('present')
  const present = (at: Date) =>
    scorePresentation(db, people.third, {
      code,
      id: first,
      said: { score: 90, reason: 'Jelas (rekaan)' },
      now: at,
    })
  expect(await codeOf(present(new Date('2026-04-09T02:29:00Z')))).toBe('conflict')
  expect(await codeOf(present(later))).toBe('done')
  expect(await codeOf(present(later))).toBe('conflict')
  expect((await open(people.third)).assessment.startsAt?.toISOString()).toBe('2026-04-09T02:30:00.000Z')
})

test('the page of an assessor costs six questions', async () => {
  await assign(evaluator)
  await round('assess')
  expect(
    await countedQueries(db, (db) =>
      assessmentPage(db, evaluator, { code, id: first, now, today: dayIn(now) }),
    ),
  ).toBe(6)
})

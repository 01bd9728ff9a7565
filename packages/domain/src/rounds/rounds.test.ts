import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { now } from '@semai/testkit/scene'
import { decide } from '../lifecycle.ts'
import { assessmentLifecycle } from './assessment.lifecycle.ts'
import type { AssessmentLife } from './assessment.lifecycle.ts'
import { hasConflict, readsLocus } from './round-parties.ts'
import { roundAnswerLifecycle } from './round-answer.lifecycle.ts'
import type { RoundAnswerLife } from './round-answer.lifecycle.ts'
import { roundLifecycle } from './round.lifecycle.ts'
import type { RoundLife } from './round.lifecycle.ts'
import { closesAt, weightedScore } from './round.ts'

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const parties = {
  respondent: { ownerPath: [agencies.healthOffice, agencies.regency, agencies.province], provinceCode: '35' },
  institutionIds: [agencies.regency],
}
const round = (state: RoundLife['state'], given: Partial<RoundLife> = {}): RoundLife => ({
  state,
  questions: 3,
  groups: 1,
  emptyGroups: 0,
  answersUntil: hours(1),
  lastUntil: hours(1),
  waiting: 0,
  underRead: 0,
  unscored: 0,
  undecided: 0,
  ...given,
})
const answers = (state: RoundAnswerLife['state'], given: Partial<RoundAnswerLife> = {}): RoundAnswerLife => ({
  respondent: parties.respondent,
  state,
  round: 'answering',
  closesAt: hours(1),
  missing: 0,
  ...given,
})
const assessment = (state: AssessmentLife['state'], given: Partial<AssessmentLife> = {}): AssessmentLife => ({
  ...parties,
  assessor: { personId: cast.evaluator.personId!, institutionIds: [] },
  state,
  round: 'assessing',
  incomplete: 0,
  ...given,
})
const outcome = (decision: { ok: boolean; code?: string }) => (decision.ok ? 'done' : decision.code)

test('who may do what with a round, its answers and its assessments, in every state', () => {
  expect(goldenMatrix(roundLifecycle, round)).toMatchInlineSnapshot(`
    "draft --open--> answering: secretariat
    draft --cancel--> cancelled: secretariat
    answering --assess--> assessing: secretariat
    answering --cancel--> cancelled: secretariat
    assessing --present--> presenting: secretariat
    assessing --decide--> decided: secretariat
    assessing --cancel--> cancelled: secretariat
    presenting --decide--> decided: secretariat
    presenting --cancel--> cancelled: secretariat
    decided --reconsider--> presenting: secretariat
    decided --publish--> published: secretariat"
  `)
  expect(goldenMatrix(roundAnswerLifecycle, answers)).toMatchInlineSnapshot(`
    "draft --submit--> submitted: author, local admin
    submitted --take_back--> draft: author, local admin"
  `)
  expect(goldenMatrix(assessmentLifecycle, assessment)).toMatchInlineSnapshot(`
    "open --send--> sent: evaluator
    open --recuse--> recused: evaluator"
  `)
})

test('every state can be reached, and all but the last ones can be left', () => {
  const none = { unreachable: [], stuck: [] }
  expect(deadEnds(roundLifecycle, ['published', 'cancelled'])).toEqual(none)
  expect(deadEnds(roundAnswerLifecycle, [])).toEqual(none)
  expect(deadEnds(assessmentLifecycle, ['sent', 'recused'])).toEqual(none)
})

test.each([
  ['open', 'draft', { questions: 0 }],
  ['open', 'draft', { emptyGroups: 1 }],
  ['open', 'draft', { groups: 0 }],
  ['open', 'draft', { answersUntil: now }],
  ['assess', 'answering', { waiting: 1 }],
  ['present', 'assessing', { underRead: 1 }],
  ['decide', 'presenting', { unscored: 1 }],
  ['decide', 'presenting', { undecided: 1 }],
  ['decide', 'assessing', { underRead: 1 }],
] as const)('the step %s from %s waits for what is missing: %j', (step, state, given) => {
  const asked = { actor: cast.secretariat, now }
  expect(outcome(decide(roundLifecycle, step, { subject: round(state, given), ...asked }))).toBe('invalid')
  expect(outcome(decide(roundLifecycle, step, { subject: round(state), ...asked }))).toBe('done')
})

test('assessing begins once the last extended deadline has passed, though some never answered', () => {
  const subject = round('answering', { waiting: 1, answersUntil: hours(-30), lastUntil: hours(5) })
  const asked = { actor: cast.secretariat, subject }
  expect(outcome(decide(roundLifecycle, 'assess', { ...asked, now }))).toBe('invalid')
  expect(outcome(decide(roundLifecycle, 'assess', { ...asked, now: hours(5) }))).toBe('done')
})

test('answers are submitted until the very millisecond of the deadline, and whole', () => {
  const at = (moment: Date, given: Partial<RoundAnswerLife> = {}) =>
    outcome(
      decide(roundAnswerLifecycle, 'submit', {
        subject: answers('draft', given),
        actor: cast.author,
        now: moment,
      }),
    )
  const end = hours(1)
  expect([at(new Date(end.getTime() - 1)), at(end), at(new Date(end.getTime() + 1))]).toEqual([
    'done',
    'invalid',
    'invalid',
  ])
  expect([at(now, { missing: 1 }), at(now, { round: 'assessing' })]).toEqual(['invalid', 'invalid'])
  expect([closesAt(end, hours(2)), closesAt(end, now), closesAt(end, null)]).toEqual([hours(2), end, end])
})

test('a named assessor of the same institution neither scores nor sends, and may still stand back', () => {
  const own = assessment('open', {
    assessor: { personId: cast.evaluator.personId!, institutionIds: [agencies.regency] },
  })
  expect([hasConflict(own), hasConflict(assessment('open'))]).toEqual([true, false])
  const asked = { subject: own, actor: cast.evaluator, now, reason: 'Seinstansi' }
  expect(outcome(decide(assessmentLifecycle, 'send', asked))).toBe('forbidden')
  expect(outcome(decide(assessmentLifecycle, 'recuse', asked))).toBe('done')
})

test('an assessor who lost the role scores nothing', () => {
  const actor = { ...cast.evaluator, grants: [] }
  expect(outcome(decide(assessmentLifecycle, 'send', { subject: assessment('open'), actor, now }))).toBe(
    'forbidden',
  )
})

test('who reads the answers of a locus before anything is published', () => {
  const readers = Object.entries(cast).flatMap(([name, actor]) =>
    readsLocus.allows(actor, parties) ? [name] : [],
  )
  expect(readers).toEqual(['author', 'local admin', 'head', 'inspectorate', 'secretariat'])
})

test('a weighted score lies between the least and the greatest of its scores', () => {
  const scored = fc.array(
    fc.record({ weight: fc.integer({ min: 1, max: 100 }), score: fc.integer({ min: 0, max: 100 }) }),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(scored, (rows) => {
      const criteria = rows.map(({ weight }, i) => ({ key: `k${i}`, weight }))
      const scores = Object.fromEntries(rows.map(({ score }, i) => [`k${i}`, score]))
      const whole = weightedScore(criteria, scores)
      const all = rows.map(({ score }) => score)
      expect(whole).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
      expect(whole).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
    }),
  )
  expect(() => weightedScore([{ key: 'a', weight: 1 }], {})).toThrow(RangeError)
  expect(() => weightedScore([], {})).toThrow(RangeError)
})

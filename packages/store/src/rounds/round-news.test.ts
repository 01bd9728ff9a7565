import { beforeEach, expect, test } from 'vitest'
import { dutyWords } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import { awardForm, extendForm, presentationForm } from '@semai/domain/rounds/round.form'
import { answersLocus } from '@semai/domain/rounds/round-parties'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aLocus, answered, aRound, assessed, locusCalled } from '@semai/testkit/round-scene'
import { anInnovation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { dayIn } from '@semai/domain/time/clock'
import { roundDuties } from '../duties/round-duties.ts'
import { assignAssessor, assignBalanced, planPresentation } from './assign.commands.ts'
import { decideAward } from './award.commands.ts'
import { extendLocus } from './locus.commands.ts'
import { loadLocus } from './loci.ts'
import { remindAssessors, warnOfRounds } from './round-deadlines.commands.ts'
import { takeRoundStep } from './round.commands.ts'

const { db, owner, clear } = await testDb()
const { secretariat, author, 'author elsewhere': other, evaluator } = cast
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let code: string
let group: string

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anInnovation(owner.db, { code: 'INV-7101', organisation_id: agencies.healthOffice })
  await anInnovation(owner.db, { code: 'INV-7102', organisation_id: agencies.otherOffice })
  ;({ code, group } = await aRound(db, { now, assessors: '1' }))
  await aLocus(db, { code, group, record: 'INV-7101', now })
})

const step = (name: 'open' | 'assess' | 'decide' | 'publish', at: Date = now) =>
  takeRoundStep(db, secretariat, { code, step: name, now: at })
const locus = (record: string) => locusCalled(db, { code, name: `Inovasi ${record}` })

/** Whom of the cast which news reached since the last time, by name. */
async function told(): Promise<string[]> {
  const { rows } = await owner.pool.query<{ person_id: string; kind: string }>(
    'with gone as (delete from notice returning person_id, kind, id) select person_id, kind from gone order by id',
  )
  const nameOf = (id: string) => Object.entries(cast).find(([, one]) => one.personId === id)![0]
  return rows.map(({ person_id, kind }) => `${nameOf(person_id)}: ${kind}`)
}

test('whoever may answer is told that a round is open, and nobody else', async () => {
  await step('open')
  const parties = await loadLocus(db, secretariat, { code, id: await locus('INV-7101') })
  const allowed = Object.entries(cast).flatMap(([name, actor]) =>
    answersLocus.allows(actor, parties) ? [`${name}: round_asked`] : [],
  )
  expect(await told()).toEqual(allowed)
  expect(allowed).toHaveLength(2)
})

test('a deadline is told once when it is near, a later one of a locus anew, to who did not submit', async () => {
  await aLocus(db, { code, group, record: 'INV-7102', now })
  await step('open')
  await told()
  const id = await locus('INV-7101')
  for (const days of [20, 24, 25]) await warnOfRounds(db, later(days))
  expect(await told()).toEqual([
    'author: round_near',
    'author elsewhere: round_near',
    'local admin: round_near',
    'local admin elsewhere: round_near',
  ])
  const said = { locus: id, extendedDay: '2026-04-10', extendedHour: '16', reason: 'Banjir (rekaan)' }
  await extendLocus(db, secretariat, { code, said: extendForm.parse(said), now: later(26) })
  expect(await told()).toEqual(['author: round_extended', 'local admin: round_extended'])
  await answered(db, other, { code, id: await locus('INV-7102'), now: later(27) })
  for (const days of [27, 33, 34]) await warnOfRounds(db, later(days))
  expect(await told()).toEqual(['author: round_near', 'local admin: round_near'])
  await warnOfRounds(db, later(50))
  expect(await told()).toEqual([])
})

test('assessors are told what they were named for; once it is published all who took part are told', async () => {
  const id = await locus('INV-7101')
  await step('open')
  await answered(db, author, { code, id, now })
  await told()
  await assignAssessor(db, secretariat, { code, locus: id, person: evaluator.personId!, now })
  await assignBalanced(db, secretariat, { code, now })
  expect(await told()).toEqual(['evaluator: round_assigned'])
  await step('assess')
  await assessed(db, evaluator, { code, id, scores: [80, 90], now })
  await decideAward(db, secretariat, { code, said: awardForm.parse({ locus: id, awarded: 'yes' }), now })
  await step('decide')
  expect(await told()).toEqual([])
  await step('publish')
  expect(await told()).toEqual([
    'author: round_published',
    'local admin: round_published',
    'evaluator: round_published',
  ])
})

test('when a locus presents is told to who answers and who assesses, and again once it is moved', async () => {
  const held = await aRound(db, {
    now,
    name: 'PKRI 2027 (rekaan)',
    assessors: '1',
    presentationPerCent: '40',
  })
  await aLocus(db, { ...held, record: 'INV-7101', now })
  const id = await locusCalled(db, { code: held.code, name: 'Inovasi INV-7101' })
  await takeRoundStep(db, secretariat, { code: held.code, step: 'open', now })
  await answered(db, author, { code: held.code, id, now })
  await assignAssessor(db, secretariat, { code: held.code, locus: id, person: evaluator.personId!, now })
  await takeRoundStep(db, secretariat, { code: held.code, step: 'assess', now })
  await told()
  const plan = async (presentsAt: string) => {
    const typed = { locus: id, presentsOn: '2026-05-04', presentsAt, place: 'Aula (rekaan)', link: '' }
    await planPresentation(db, secretariat, { code: held.code, said: presentationForm.parse(typed), now })
    return told()
  }
  const everyone = ['author: round_presents', 'local admin: round_presents', 'evaluator: round_presents']
  expect((await plan('09:00')).toSorted()).toEqual(everyone.toSorted())
  expect(await plan('09:00')).toEqual([])
  expect((await plan('13:30')).toSorted()).toEqual(everyone.toSorted())
  const { presentsAt, presentsIn } = await loadLocus(db, author, { code: held.code, id })
  expect([presentsAt?.toISOString(), presentsIn]).toEqual(['2026-05-04T06:30:00.000Z', 'Aula (rekaan)'])
})

test('an assessor is reminded of what is not sent: once in the week before the day, once on it, never when all is sent', async () => {
  const held = await aRound(db, { now, name: 'PKRI 2028 (rekaan)', assessors: '1', days: 30, assessDays: 20 })
  const named = async (record: string) => {
    await aLocus(db, { ...held, record, now })
    const id = await locusCalled(db, { code: held.code, name: `Inovasi ${record}` })
    return id
  }
  const [own, others] = [await named('INV-7101'), await named('INV-7102')]
  await takeRoundStep(db, secretariat, { code: held.code, step: 'open', now })
  await answered(db, author, { code: held.code, id: own, now })
  await answered(db, other, { code: held.code, id: others, now })
  for (const locus of [own, others])
    await assignAssessor(db, secretariat, { code: held.code, locus, person: evaluator.personId!, now })
  await takeRoundStep(db, secretariat, { code: held.code, step: 'assess', now: later(31) })
  await told()
  await remindAssessors(db, later(42))
  expect(await told()).toEqual([])
  for (const days of [43, 44, 49]) await remindAssessors(db, later(days))
  expect(await told()).toEqual(['evaluator: round_assess_near'])
  await assessed(db, evaluator, { code: held.code, id: own, scores: [80, 90], now: later(49) })
  for (let again = 0; again < 2; again++) await remindAssessors(db, later(50))
  const { rows } = await owner.pool.query('select detail from notice')
  expect(rows.map(({ detail }) => detail)).toEqual([
    { code: held.code, round: 'PKRI 2028 (rekaan)', count: 1, until: dayIn(later(50)) },
  ])
  await told()
  await assessed(db, evaluator, { code: held.code, id: others, scores: [70, 60], now: later(50) })
  await remindAssessors(db, later(50))
  await remindAssessors(db, later(51))
  expect(await told()).toEqual([])
})

test('what waits stands on the desk: of who answers with its last day, of an assessor once it is assessed', async () => {
  const id = await locus('INV-7101')
  const duties = async (actor: Actor) =>
    (await roundDuties(db, actor)).map((duty) => [duty.kind, duty.on, dutyWords(duty, false).link])
  expect(await duties(author)).toEqual([])
  await step('open')
  expect(await duties(author)).toEqual([['round_answer', '2026-04-01', `/pantauan/${code}/jawab/${id}`]])
  expect([await duties(other), await duties(cast.head), await duties(secretariat)]).toEqual([[], [], []])
  await answered(db, author, { code, id, now })
  await assignAssessor(db, secretariat, { code, locus: id, person: evaluator.personId!, now })
  expect([await duties(author), await duties(evaluator)]).toEqual([[], []])
  await step('assess')
  expect(await duties(evaluator)).toEqual([['round_assess', '2026-03-02', `/pantauan/${code}/nilai/${id}`]])
  await assessed(db, evaluator, { code, id, scores: [80, 90], now })
  expect(await duties(evaluator)).toEqual([])
})

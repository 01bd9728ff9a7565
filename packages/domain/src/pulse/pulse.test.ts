import { expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { keeperLeft, pulseQuestions } from './pulse-questions.ts'
import type { PulseQuestion } from './pulse-questions.ts'
import { monthsLater, pulseRounds, roundToOpen } from './pulse-rounds.ts'
import { asksPulse, pulseState } from './pulse.ts'
import { pulseForm } from './pulse.form.ts'

const asked = { updateMonth: 3, today: '2027-03-01' }
const due = (startedOn: string) =>
  pulseRounds(startedOn, asked).map(({ round, dueOn }) => `${round} ${dueOn}`)

test('at six and twelve months, then in the update month, not within three months of the twelfth', () => {
  expect(due('2024-01-31')).toEqual(['m6 2024-07-31', 'm12 2025-01-31', '2026 2026-03-01', '2027 2027-03-01'])
  expect(due('2025-06-15')).toEqual(['m6 2025-12-15', 'm12 2026-06-15', '2027 2027-03-01'])
  expect(due('2026-08-30')).toEqual(['m6 2027-02-28'])
  expect(due('2026-10-01')).toEqual([])
  expect(() => pulseRounds('2024-01-31', { ...asked, updateMonth: 0 })).toThrow(RangeError)
})

test('only the newest round is opened, and never one that is long past', () => {
  expect(roundToOpen('2020-05-05', asked)).toEqual({ round: '2027', dueOn: '2027-03-01' })
  expect(roundToOpen('2020-05-05', { ...asked, today: '2027-04-15' })?.round).toBe('2027')
  expect(roundToOpen('2020-05-05', { ...asked, today: '2027-04-16' })).toBeNull()
  expect(roundToOpen('2027-01-01', asked)).toBeNull()
})

test('a month that has no such day ends earlier', () => {
  expect([monthsLater('2023-08-31', 6), monthsLater('2024-01-15', 12)]).toEqual(['2024-02-29', '2025-01-15'])
})

test('it lapses by itself at the end of its last day; an answer stays', () => {
  const at = (today: string, given = {}) =>
    pulseState({ askedAt: null, answeredAt: null, untilOn: '2026-04-15', ...given }, today)
  expect([at('2026-04-15'), at('2026-04-16')]).toEqual(['due', 'lapsed'])
  expect([at('2026-04-15', { askedAt: 1 }), at('2026-04-16', { askedAt: 1 })]).toEqual(['asked', 'lapsed'])
  expect(at('2030-01-01', { answeredAt: 1 })).toBe('answered')
})

const label = (key: string) => ({ key, label: { id: key, en: key } })
const text = { id: 'Tanya', en: 'Ask' }
const questions: PulseQuestion[] = [
  { key: 'keeper', kind: 'choice', text, choices: ['same', 'other', 'nobody'].map(label) },
  { key: 'users', kind: 'number', text },
  { key: 'changes', kind: 'text', text },
]
const read = (given: Record<string, string>) => pulseForm(questions).safeParse(given)

test('an answer is read by its questions, which may be left out', () => {
  expect(
    read({ running: 'grown', q_keeper: 'other', q_users: '1.200', q_changes: ' SOP ', cause: '' }).data,
  ).toEqual({
    running: 'grown',
    cause: null,
    stoppedOn: null,
    answers: { keeper: 'other', users: 1200, changes: 'SOP' },
    note: null,
  })
  expect(read({ running: 'running', q_keeper: '', q_users: '' }).data?.answers).toEqual({})
  expect(read({ running: 'running', cause: 'budget', stoppedOn: '2026-01-01' }).data?.cause).toBeNull()
  expect(read({ running: 'running', q_keeper: 'me' }).success).toBe(false)
  expect(read({ running: 'running', q_users: 'banyak' }).success).toBe(false)
})

test('a stop says why and since when', () => {
  const faults = read({ running: 'stopped' }).error!.issues.map(({ path }) => path[0])
  expect(faults).toEqual(['cause', 'stoppedOn'])
  expect(read({ running: 'stopped', cause: 'budget', stoppedOn: '2026-01-31' }).data).toMatchObject({
    cause: 'budget',
    stoppedOn: '2026-01-31',
  })
})

test('a version of the questions keeps the one on who looks after it', () => {
  expect(pulseQuestions.safeParse(questions).success).toBe(true)
  expect(pulseQuestions.safeParse(questions.slice(1)).success).toBe(false)
  expect(pulseQuestions.safeParse([...questions, questions[0]]).success).toBe(false)
  expect([keeperLeft({ keeper: 'other' }), keeperLeft({ keeper: 'same' }), keeperLeft({})]).toEqual([
    'other',
    null,
    null,
  ])
})

test('its adopter and whoever guides it make the link that asks, nobody else', () => {
  const { author, hub } = cast
  const side = (actor: typeof author) => ({
    ownerPath: [actor.grants[0]!.organisationId!],
    institutionId: actor.grants[0]!.organisationId!,
    provinceCode: null,
  })
  const parties = { adopter: side(author), origin: side(cast['author elsewhere']), hasHub: true }
  const guided = { ...parties.adopter, ownerPath: [...parties.adopter.ownerPath, ...side(hub).ownerPath] }
  const who = Object.entries(cast).flatMap(([name, actor]) =>
    asksPulse.allows(actor, { ...parties, adopter: guided }) ? [name] : [],
  )
  expect(who).toEqual(['author', 'hub', 'mentor'])
})

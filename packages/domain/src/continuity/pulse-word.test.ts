import { expect, test } from 'vitest'
import { observedRun } from './observed-run.ts'
import { runState } from './lasting.ts'
import { withPulse } from './pulse-word.ts'
import type { PulseWord } from './pulse-word.ts'

const run = {
  earliest: '2020-01-01',
  latest: '2020-01-01',
  precision: 'day',
  firstSeen: '2020-01-01',
  lastSeen: '2025-03-10',
  stoppedOn: null as string | null,
  stopReason: null as string | null,
  kind: 'state' as 'state' | 'event',
  validUntil: '2026-03-31',
  strength: 'verified',
} as const
const silent: PulseWord = { ranOn: null, holdsUntil: null, stop: null, unansweredSince: null }
const heard = (word: Partial<PulseWord>, given = {}) =>
  withPulse({ ...run, stoppedOn: null as string | null, ...given }, { ...silent, ...word })
const today = '2026-06-01'
const stop = { saidOn: '2026-04-02', on: '2026-01-31', reason: 'budget' }

test('without a word it stands as it stood', () => {
  expect(heard({})).toEqual({ ...run, unansweredSince: null })
  expect(runState(heard({}), today)).toBe('not_updated')
})

test('an answer that it runs is news of it and holds for its time; its strength is untouched', () => {
  const told = heard({ ranOn: '2026-03-20', holdsUntil: '2027-03-31' })
  expect([told.lastSeen, told.validUntil, told.strength]).toEqual(['2026-03-20', '2027-03-31', 'verified'])
  expect([runState(told, today), runState(told, '2027-04-01')]).toEqual(['running', 'not_updated'])
})

test('an answer that it stopped ends it, unless it was said later that it runs', () => {
  const ended = heard({ stop })
  expect([ended.stoppedOn, ended.stopReason, runState(ended, today)]).toEqual([
    '2026-01-31',
    'budget',
    'stopped',
  ])
  expect(observedRun(ended)).toMatchObject({ stopped: true })
  expect(heard({ stop }, { lastSeen: '2026-04-03' }).stoppedOn).toBeNull()
  expect(heard({ stop }, { stoppedOn: '2025-12-01' }).stoppedOn).toBe('2025-12-01')
})

test('silence is silence: not running, not stopped, whatever validity is left; a later word ends it', () => {
  const quiet = heard({ unansweredSince: '2026-03-01' }, { validUntil: '2028-01-01' })
  expect(runState(quiet, today)).toBe('unanswered')
  expect(observedRun(quiet)).toMatchObject({ stopped: false })
  const word = { unansweredSince: '2026-03-01', ranOn: '2026-05-20', holdsUntil: '2027-03-31' }
  expect(runState(heard(word), today)).toBe('running')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serviceClock, workingDays } from './service-clock.ts'
import type { DaysOff } from './service-clock.ts'

const none: DaysOff = { holidays: new Set(), pauses: [] }

test.each([
  ['2026-03-02', '2026-03-02', none, 0],
  ['2026-03-02', '2026-03-03', none, 1],
  ['2026-02-27', '2026-03-03', none, 2],
  ['2026-03-03', '2026-03-02', none, 0],
  ['2026-03-02', '2026-03-09', none, 5],
  ['2026-03-02', '2026-03-09', { holidays: new Set(['2026-03-04', '2026-03-07']), pauses: [] }, 4],
  [
    '2026-03-02',
    '2026-03-09',
    { holidays: new Set<string>(), pauses: [{ from: '2026-03-04', until: '2026-03-06' }] },
    3,
  ],
  [
    '2026-03-02',
    '2026-03-09',
    { holidays: new Set<string>(), pauses: [{ from: '2026-03-04', until: null }] },
    1,
  ],
] as const)('from %s to %s without %j there are %i working days', (from, to, off, days) => {
  expect(workingDays(from, to, off)).toBe(days)
})

const stage = { enteredOn: '2026-03-02', leftOn: null, promisedDays: 3 }

test('a stage is within its promise until the last promised day, and over it from the next', () => {
  const on = (today: string) => serviceClock(stage, { ...none, today })
  expect(on('2026-03-05')).toEqual({ used: 3, promised: 3, dueOn: '2026-03-05', pace: 'within' })
  expect(on('2026-03-06')).toEqual({ used: 4, promised: 3, dueOn: '2026-03-05', pace: 'over' })
})

test('a pause stops the clock; when it ends is when the last day is known again', () => {
  const paused = { ...none, pauses: [{ from: '2026-03-04', until: null }], today: '2026-03-20' }
  expect(serviceClock(stage, paused)).toEqual({ used: 1, promised: 3, dueOn: null, pace: 'paused' })
  const resumed = { ...paused, pauses: [{ from: '2026-03-04', until: '2026-03-16' }] }
  expect(serviceClock(stage, resumed)).toEqual({ used: 6, promised: 3, dueOn: '2026-03-17', pace: 'over' })
})

test('a pause does not undo a promise that was broken before', () => {
  const late = { ...none, pauses: [{ from: '2026-03-10', until: null }], today: '2026-03-20' }
  expect(serviceClock(stage, late)).toEqual({ used: 5, promised: 3, dueOn: '2026-03-05', pace: 'over' })
})

test('what is finished was kept or missed, what has not begun is ahead', () => {
  const paceOf = (leftOn: string | null, enteredOn: string | null = '2026-03-02') =>
    serviceClock({ ...stage, enteredOn, leftOn }, { ...none, today: '2026-04-01' }).pace
  expect([paceOf('2026-03-05'), paceOf('2026-03-06'), paceOf(null, null)]).toEqual([
    'kept',
    'missed',
    'ahead',
  ])
})

test('days add up, and no holiday ever adds one', () => {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.tuple(day, day, day), fc.array(day, { maxLength: 5 }), (days, list) => {
      const [a, b, c] = days.toSorted() as [string, string, string]
      const off = { holidays: new Set(list), pauses: [] }
      expect(workingDays(a, b, off) + workingDays(b, c, off)).toBe(workingDays(a, c, off))
      expect(workingDays(a, c, off)).toBeLessThanOrEqual(workingDays(a, c, none))
    }),
  )
})

import { expect, test } from 'vitest'
import { lateMilestones } from './milestone-clock.ts'
import type { MilestoneKind } from './replication.ts'

const clock = (lower: number, median: number, upper: number, cases = 20) => ({
  cases,
  lower,
  median,
  upper,
  likeness: 'all' as const,
})
const clocks: Partial<Record<MilestoneKind, ReturnType<typeof clock>>> = {
  choice: clock(5, 10, 20),
  plan: clock(40, 60, 90),
  commitment: clock(100, 120, 150),
  training: clock(1, 2, 3, 7),
}
const late = (today: string, reached: MilestoneKind[] = []) =>
  lateMilestones(
    reached.map((kind) => ({ kind, plannedOn: null, reachedOn: '2026-01-05' })),
    { startedOn: '2026-01-01', today, clockOf: (kind) => clocks[kind] ?? null },
  ).map(({ kind, days, pace }) => [kind, days, pace])

test('what others had by now and this one has not is late, the furthest beyond its clock first', () => {
  expect(late('2026-04-11')).toEqual([
    ['choice', 100, 'stuck'],
    ['plan', 100, 'slow'],
  ])
})

test('what is there is not late, however long it took', () => {
  expect(late('2026-04-11', ['choice', 'plan'])).toEqual([])
})

test('nobody is late on a clock that rests on too few, or is not known', () => {
  expect(late('2026-01-15')).toEqual([])
})

import { expect, test } from 'vitest'
import type { ObservedRun } from '@semai/domain/continuity/observed-run'
import { lastingCurve } from './lasting-curve.ts'

const run = (entry: number, exit: number, stopped = false): ObservedRun => ({ entry, exit, stopped })
const shareAt = (curve: ReturnType<typeof lastingCurve>, month: number) =>
  curve!.points.find((point) => point.month === month)?.share

test('ten followed from the beginning, two stopping after one year and two after two: 8 of 10, then 6 of 8', () => {
  const stops = [run(0, 1, true), run(0, 1, true), run(0, 2, true), run(0, 2, true)]
  const curve = lastingCurve([...stops, ...Array.from({ length: 6 }, () => run(0, 3))])
  expect([0, 11, 12, 23, 24].map((month) => shareAt(curve, month))).toEqual([1, 1, 0.8, 0.8, 0.8 * (6 / 8)])
  expect(curve!.atRisk).toEqual([
    { year: 0, followed: 10 },
    { year: 1, followed: 8 },
    { year: 2, followed: 6 },
    { year: 3, followed: 0 },
  ])
})

test('those that entered late count from then on, never before', () => {
  const early = Array.from({ length: 5 }, () => run(0, 4))
  const late = Array.from({ length: 5 }, () => run(2, 4))
  const curve = lastingCurve([...early, ...late, run(0, 1, true), run(2, 3, true)])
  expect([shareAt(curve, 12), shareAt(curve, 36)]).toEqual([5 / 6, (5 / 6) * (10 / 11)])
})

test('it begins at the first age at which five are followed, among those that reached it', () => {
  const curve = lastingCurve(Array.from({ length: 6 }, (_, i) => run(i / 2, 5, i === 0)))
  expect(curve!.points[0]).toMatchObject({ month: 24, share: 1 })
  expect(lastingCurve(Array.from({ length: 6 }, (_, i) => run(i, i + 1)))).toBeNull()
})

test('it ends where fewer than five are followed, though one goes on for years', () => {
  const curve = lastingCurve([...Array.from({ length: 5 }, () => run(0, 1)), run(0, 9)])
  expect(curve!.points.at(-1)!.month).toBe(12)
})

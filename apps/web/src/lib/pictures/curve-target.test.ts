import { expect, test } from 'vitest'
import { endLabels } from './curve-labels.ts'
import { curveOf } from './curve.ts'

const size = { width: 400, height: 200, top: 10, right: 10, bottom: 20, left: 30 }
const events = ['2024-03-01', '2025-03-01'].map((day) => ({ code: day, earliest: day, latest: day }))
const official = [{ day: '2027-12-31', count: 6 }]
const lastX = (line: string) => Number(line.split('L').at(-1)!.split(' ')[0])

test('a target is called so, and nothing of it is missing a date', () => {
  const curve = curveOf(events, { size, until: '2027-12-31', official })
  const named = (as: 'official' | 'target') => {
    const { labels, missing } = endLabels(curve, 'id', 24, as)
    return [labels.map(({ figure, words }) => `${figure} ${words}`), missing]
  }
  expect(named('target')).toEqual([['6 sasaran', '2 bertanggal'], null])
  expect(named('official')).toEqual([['6 hitungan resmi', '2 bertanggal'], '4 belum bertanggal'])
})

test('what is known ends on its last day, where the axis goes on to the target', () => {
  const until = '2027-12-31'
  const whole = curveOf(events, { size, until, official })
  const known = curveOf(events, { size, until, official, drawnUntil: '2026-03-02' })
  expect(lastX(whole.line)).toBe(390)
  expect(lastX(known.line)).toBeCloseTo(known.x('2026-03-02'), 0)
  expect(lastX(known.line)).toBeLessThan(300)
})

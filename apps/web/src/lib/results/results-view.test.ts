import { expect, test } from 'vitest'
import type { NamedResult } from '@semai/store/monitoring/results.queries'
import { mostDrawn, resultLines, roundAbove, valueAxis } from './results-view.ts'

const indicator = {
  key: 'antre',
  name: 'Waktu tunggu',
  definition: null,
  unit: 'menit',
  direction: 'lower' as const,
  baseline: 84,
  target: 30,
  reached: 31,
}
const result = (code: string, after: number | null, quarter = 1): NamedResult => ({
  code,
  standing: after === null ? 'silent' : 'compared',
  before: { value: 80, quarter: null },
  after: after === null ? null : { value: after, quarter: { year: 2026, quarter }, all: null, groups: {} },
  target: 30,
  name: code,
  region: null,
  state: 'running',
})

test('the origin comes first, then the better value; who reports nothing is not drawn', () => {
  const results = [result('b', 60), result('silent', null), result('a', 40)]
  const { lines, all } = resultLines({ indicator, results }, 'Asal')
  expect([lines.map(({ code, after }) => [code, after]), all]).toEqual([
    [
      [null, 31],
      ['a', 40],
      ['b', 60],
    ],
    2,
  ])
  const higher = resultLines({ indicator: { ...indicator, direction: 'higher' }, results }, 'Asal')
  expect(higher.lines.map(({ code }) => code)).toEqual([null, 'b', 'a'])
  const unsaid = { ...indicator, baseline: null, reached: null }
  expect(resultLines({ indicator: unsaid, results }, 'Asal').lines.length).toBe(2)
})

test('of many the newest reports are drawn', () => {
  const old = Array.from({ length: mostDrawn }, (_, i) => result(`old ${i}`, i, 1))
  const fresh = Array.from({ length: mostDrawn }, (_, i) => result(`new ${i}`, i, 2))
  const { lines, all } = resultLines({ indicator, results: [...old, ...fresh] }, 'Asal')
  expect([lines.filter(({ code }) => code?.startsWith('new')).length, lines.length, all]).toEqual([
    mostDrawn,
    mostDrawn + 1,
    2 * mostDrawn,
  ])
})

test('the axis begins at zero and ends at a round number', () => {
  expect([0, 0.3, 1, 84, 100, 101, 2400].map(roundAbove)).toEqual([1, 0.5, 1, 100, 100, 200, 2500])
  const { lines } = resultLines({ indicator, results: [result('a', 40)] }, 'Asal')
  const axis = valueAxis(lines, 216)
  expect([axis.to, axis.x(0), axis.x(50), axis.x(100)]).toEqual([100, 8, 108, 208])
})

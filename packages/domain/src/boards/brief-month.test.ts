import { expect, test } from 'vitest'
import { briefMonth, briefMonths } from './brief-month.ts'

const today = '2026-03-02'

test.each([
  [null, '2026-03-02', { month: '2026-02', from: '2026-02-01', until: '2026-02-28' }],
  [null, '2026-01-15', { month: '2025-12', from: '2025-12-01', until: '2025-12-31' }],
  ['2024-02', today, { month: '2024-02', from: '2024-02-01', until: '2024-02-29' }],
  ['2026-03', today, { month: '2026-03', from: '2026-03-01', until: '2026-03-02' }],
] as const)('asked for %s on %s, the brief tells of these days', (asked, day, found) => {
  expect(briefMonth(asked, day)).toEqual(found)
})

test('a month that has not begun is refused, and the sentence says which to choose', () => {
  expect(() => briefMonth('2026-04', today)).toThrow(
    expect.objectContaining({
      code: 'invalid',
      says: {
        id: 'April 2026 belum tiba, jadi belum ada ringkasannya. Pilih Maret 2026 atau bulan sebelumnya.',
        en: 'April 2026 has not begun, so there is no brief of it. Choose March 2026 or a month before.',
      },
    }) as Error,
  )
})

test.each(['2026-13', '26-01', 'Maret', '', '2009-12', '2026-03-01'])('"%s" is no month', (asked) => {
  expect(() => briefMonth(asked, today)).toThrow('The month cannot be read')
})

test('two years of months can be chosen, the current one first', () => {
  const months = briefMonths(today)
  expect([months.length, months[0], months[2], months.at(-1)]).toEqual([24, '2026-03', '2026-01', '2024-04'])
})

import { expect, test } from 'vitest'
import { strengthRenewed, validUntil } from './validity.ts'

test.each([
  ['2026-03-02', 3, '2027-03-31'],
  ['2026-03-31', 3, '2027-03-31'],
  ['2026-04-01', 3, '2027-03-31'],
  ['2026-11-30', 3, '2027-03-31'],
  ['2026-12-01', 3, '2028-03-31'],
  ['2027-02-28', 3, '2028-03-31'],
  ['2026-06-15', 2, '2027-02-28'],
  ['2027-06-15', 2, '2028-02-29'],
  ['2026-03-02', 12, '2026-12-31'],
])('said on %s with update month %i it holds until %s', (today, updateMonth, until) => {
  expect(validUntil(today, { updateMonth, isSecured: false })).toBe(until)
})

test('regulation and budget line carry it 36 months, to the day', () => {
  const secured = (today: string) => validUntil(today, { updateMonth: 3, isSecured: true })
  expect(secured('2026-03-02')).toBe('2029-03-02')
  expect(secured('2024-02-29')).toBe('2027-02-28')
  expect(secured('2025-12-31')).toBe('2028-12-31')
})

test('a month that is none is refused', () => {
  expect(() => validUntil('2026-03-02', { updateMonth: 13, isSecured: false })).toThrow(RangeError)
})

test('renewed in time it stays as strong as it was, renewed too late it is declared', () => {
  const acts = [
    { act: 'declared', on: '2025-01-01' },
    { act: 'verified', on: '2025-06-01' },
  ] as const
  expect(strengthRenewed(acts, { today: '2026-03-02', hasLapsed: false })).toBe('verified')
  expect(strengthRenewed(acts, { today: '2026-03-02', hasLapsed: true })).toBe('declared')
  expect(strengthRenewed([], { today: '2026-03-02', hasLapsed: false })).toBe('declared')
})

test('evidence older than 36 months, or of no known day, no longer verifies; a confirmation stays', () => {
  const seen = (on: string | null) =>
    strengthRenewed(
      [
        { act: 'confirmed', on: null },
        { act: 'verified', on },
      ],
      {
        today: '2026-03-02',
        hasLapsed: false,
      },
    )
  expect([seen('2023-03-02'), seen('2023-03-01'), seen(null)]).toEqual(['verified', 'confirmed', 'confirmed'])
})

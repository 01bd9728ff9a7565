import { describe, expect, test } from 'vitest'
import { dateInterval, strengthOn, strongest } from './claim.ts'

describe('a date that is only partly known', () => {
  test.each([
    ['2017', { earliest: '2017-01-01', latest: '2017-12-31', precision: 'year' }],
    ['2024-02', { earliest: '2024-02-01', latest: '2024-02-29', precision: 'month' }],
    ['2023-02', { earliest: '2023-02-01', latest: '2023-02-28', precision: 'month' }],
    ['2024-12-12', { earliest: '2024-12-12', latest: '2024-12-12', precision: 'day' }],
  ])('%s is an interval', (text, interval) => {
    expect(dateInterval(text)).toEqual(interval)
  })

  test('an upper bound has no first possible day', () => {
    expect(dateInterval('2022-05', 'by')).toEqual({ earliest: null, latest: '2022-05-31', precision: 'by' })
  })

  test.each(['', '0000', '2023-13', '2023-02-29', '12-2023', '2023-2', 'kemarin'])(
    '%j is refused',
    (text) => {
      expect(() => dateInterval(text)).toThrow(RangeError)
    },
  )
})

describe('the strength of a claim', () => {
  test('is its strongest act', () => {
    expect(strongest(['declared', 'reported'])).toBe('declared')
    expect(strongest(['verified', 'reported'])).toBe('verified')
    expect(strongest([])).toBeNull()
  })

  test('a state fades when its validity has passed, an event never does', () => {
    const running = { kind: 'state', strength: 'verified', validUntil: '2026-03-31' } as const
    expect(strengthOn(running, '2026-03-31')).toBe('verified')
    expect(strengthOn(running, '2026-04-01')).toBe('not_updated')
    const opened = { kind: 'event', strength: 'confirmed', validUntil: null } as const
    expect(strengthOn(opened, '2099-01-01')).toBe('confirmed')
  })
})

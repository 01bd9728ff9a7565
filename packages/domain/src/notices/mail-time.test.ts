import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, onClock } from '../time/clock.ts'
import type { Zone } from '../time/clock.ts'
import { zoneOfProvince } from '../time/zone-of-province.ts'
import { afterQuiet, mailTime, nextDigest, usualQuietHours } from './mail-time.ts'

const at = (text: string) => new Date(text)
const zones = ['WIB', 'WITA', 'WIT'] as const

test.each([
  // 20.00–06.00 on the person's own clock
  ['2026-03-02T12:59:59Z', 'WIB', '2026-03-02T12:59:59.000Z'], // 19.59 WIB: at once
  ['2026-03-02T12:59:59Z', 'WITA', '2026-03-02T22:00:00.000Z'], // 20.59 WITA: at 06.00 of the next day
  ['2026-03-02T13:00:00Z', 'WIB', '2026-03-02T23:00:00.000Z'], // 20.00 WIB
  ['2026-03-02T16:59:00Z', 'WIB', '2026-03-02T23:00:00.000Z'], // 23.59, before midnight
  ['2026-03-02T17:01:00Z', 'WIB', '2026-03-02T23:00:00.000Z'], // 00.01, after it: the same morning
  ['2026-03-02T21:30:00Z', 'WIT', '2026-03-02T21:30:00.000Z'], // 06.30 WIT: the night is over in Papua
  ['2026-03-02T21:30:00Z', 'WITA', '2026-03-02T22:00:00.000Z'], // 05.30 WITA: half an hour more
  ['2026-03-02T21:30:00Z', 'WIB', '2026-03-02T23:00:00.000Z'], // 04.30 WIB: one and a half
  ['2026-12-31T14:00:00Z', 'WIB', '2026-12-31T23:00:00.000Z'], // over the end of the year
] as const)('what happens at %s is mailed to somebody in %s at %s', (moment, zone, mailed) => {
  expect(afterQuiet(at(moment), usualQuietHours, zone).toISOString()).toBe(mailed)
})

test('quiet hours within one day end on that day; none, and a night without length, delay nothing', () => {
  const noon = at('2026-03-02T05:30:00Z')
  expect(afterQuiet(noon, { from: 12, until: 13 }, 'WIB').toISOString()).toBe('2026-03-02T06:00:00.000Z')
  expect(afterQuiet(noon, { from: 13, until: 14 }, 'WIB')).toBe(noon)
  expect(afterQuiet(noon, null, 'WIB')).toBe(noon)
  expect(afterQuiet(noon, { from: 5, until: 5 }, 'WIB')).toBe(noon)
})

test('a delayed mail leaves at a full hour outside the quiet ones, less than a day later', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom<Zone>(...zones),
      (moment, from, until, zone) => {
        const mailed = afterQuiet(moment, { from, until }, zone)
        expect(afterQuiet(mailed, { from, until }, zone)).toEqual(mailed)
        expect(mailed.getTime() - moment.getTime()).toBeGreaterThanOrEqual(0)
        expect(mailed.getTime() - moment.getTime()).toBeLessThan(86_400_000)
        expect(mailed === moment || Number(onClock(mailed, zone)[1].slice(0, 2)) === until).toBe(true)
      },
    ),
  )
})

test.each([
  ['daily', '2026-03-01T23:59:59Z', 'WIB', '2026-03-02T00:00:00.000Z'],
  ['daily', '2026-03-02T00:00:00Z', 'WIB', '2026-03-03T00:00:00.000Z'], // at seven sharp: the next one
  ['daily', '2026-03-01T21:59:00Z', 'WIT', '2026-03-01T22:00:00.000Z'],
  ['daily', '2026-03-01T22:00:00Z', 'WITA', '2026-03-01T23:00:00.000Z'],
  ['weekly', '2026-03-01T23:59:59Z', 'WIB', '2026-03-02T00:00:00.000Z'], // 2 March 2026 is a Monday
  ['weekly', '2026-03-02T00:00:00Z', 'WIB', '2026-03-09T00:00:00.000Z'],
  ['weekly', '2026-03-01T22:30:00Z', 'WIT', '2026-03-08T22:00:00.000Z'], // Monday 07.30 WIT
  ['weekly', '2026-12-29T12:00:00Z', 'WIB', '2027-01-04T00:00:00.000Z'],
] as const)('the %s digest after %s in %s goes out at %s', (choice, now, zone, out) => {
  expect(nextDigest(choice, at(now), zone).toISOString()).toBe(out)
})

test('digests go out at seven on the own clock, within a day or a week, on Mondays', () => {
  fc.assert(
    fc.property(
      fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2040-01-01T00:00:00Z'), noInvalidDate: true }),
      fc.constantFrom('daily' as const, 'weekly' as const),
      fc.constantFrom<Zone>(...zones),
      (now, choice, zone) => {
        const out = nextDigest(choice, now, zone)
        expect(onClock(out, zone)[1]).toBe('07:00')
        const days = (out.getTime() - now.getTime()) / 86_400_000
        expect(days > 0 && days <= (choice === 'daily' ? 1 : 7)).toBe(true)
        expect(choice === 'daily' || new Date(dayIn(out, zone)).getUTCDay() === 1).toBe(true)
      },
    ),
  )
})

test('a warning is mailed at night, other news in the morning, a digest after quiet hours that cover seven', () => {
  const night = at('2026-03-02T16:30:00Z')
  const habits = { zone: 'WIB', quiet: usualQuietHours } as const
  expect(mailTime('now', true, habits, night)).toBe(night)
  expect(mailTime('now', false, habits, night)?.toISOString()).toBe('2026-03-02T23:00:00.000Z')
  expect(mailTime('off', true, habits, night)).toBeNull()
  const sleepsLong = { zone: 'WIB', quiet: { from: 22, until: 9 } } as const
  expect(mailTime('daily', false, sleepsLong, night)?.toISOString()).toBe('2026-03-03T02:00:00.000Z')
})

test.each([
  ['35', 'WIB'],
  ['61', 'WIB'],
  ['51', 'WITA'],
  ['64', 'WITA'],
  ['76', 'WITA'],
  ['81', 'WIT'],
  ['96', 'WIT'],
  [null, 'WIB'],
] as const)('the clock of province %s is %s', (code, zone) => {
  expect(zoneOfProvince(code)).toBe(zone)
})

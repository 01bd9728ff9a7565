import { expect, test } from 'vitest'
import { dayIn, onClock } from './clock.ts'

test('a day begins at midnight on the clock of its zone', () => {
  const midnight = new Date('2024-12-11T17:00:00Z')
  const before = new Date(midnight.getTime() - 1)
  expect([dayIn(before), dayIn(midnight), dayIn(before, 'WIT')]).toEqual([
    '2024-12-11',
    '2024-12-12',
    '2024-12-12',
  ])
  expect(onClock(midnight, 'WITA')).toEqual(['2024-12-12', '01:00'])
})

import { expect, test } from 'vitest'
import { fromWarningCursor, toWarningCursor } from './warning-cursor.ts'

test('a place in the list comes back from its link, and anything else starts the list again', () => {
  const place = { signs: 2, code: 'REP-0007' }
  expect(fromWarningCursor(toWarningCursor(place))).toEqual(place)
  expect([null, '', '2', 'x.REP-1', "1.'; drop"].map(fromWarningCursor)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

import { expect, test } from 'vitest'
import { errorKind } from './errors.ts'

test.each([
  [400, 'invalid'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [405, 'notTaken'],
  [411, 'noLength'],
  [413, 'tooLarge'],
  [415, 'notForm'],
  [422, 'invalid'],
  [429, 'busy'],
  [500, 'trouble'],
  [418, 'trouble'],
] as const)('status %i is told as %s', (status, kind) => {
  expect(errorKind(status)).toBe(kind)
})

import { expect, test } from 'vitest'
import { codingFor } from './compression.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['gzip', 'gzip'],
  ['identity', null],
  ['', null],
  ['gzip;q=0', null],
] as const)('a reader accepting "%s" is sent %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding)
})

import { expect, test } from 'vitest'
import { strengthFilter } from './strength-filter.ts'

test.each([
  ['', null],
  ['?kekuatan=verified', 'verified'],
  ['?kekuatan=not_updated', 'not_updated'],
  ['?kekuatan=Verified', null],
  ['?kekuatan=', null],
  ['?kekuatan=reported&kekuatan=verified', 'reported'],
])('%j asks for %j', (search, strength) => {
  expect(strengthFilter(new URL(`https://contoh.test/inovasi/mpp${search}`))).toBe(strength)
})

import { expect, test } from 'vitest'
import { isAskedAgain } from './asked-again.ts'

test.each([
  ['https://contoh.test/dicari', true],
  ['https://contoh.test/en/dicari', true],
  ['https://contoh.test/dicari#isi', true],
  ['https://contoh.test/katalog?q=dicari', false],
  ['https://lain.test/dicari', false],
  ['/dicari', false],
  ['', false],
  [null, false],
])('a search that comes from %j is asked again: %s', (referrer, expected) => {
  expect(isAskedAgain(referrer, 'https://contoh.test')).toBe(expected)
})

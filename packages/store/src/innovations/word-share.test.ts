import { expect, test } from 'vitest'
import { wordShare } from './word-share.ts'

const shares = new Map([
  ['ktp', 0.5],
  ['kia', 0.2],
  ["jum'at", 0.1],
])

test.each([
  ["'ktp'", 0.5],
  ['ktp', 0.5],
  ["'ktp' & !'kia'", 0.4],
  ["'ktp' | 'kia'", 0.6],
  ["'ktp' <-> 'kia'", 0.1],
  ["('ktp' | 'kia') & 'kia'", 0.12],
  ["'jum''at'", 0.1],
  ["'kia':*", 0.8],
  ["'ktp':*AB", 1],
  ["'lain'", 0.01],
  ['', 0],
])('%s is answered by a share of %d', (tsquery, share) => {
  expect(wordShare(tsquery, shares, 0.01)).toBeCloseTo(share, 10)
})

test.each(["'ktp' &", "('ktp'", "'ktp' 'kia'", '& kia'])('%s is refused', (text) => {
  expect(() => wordShare(text, shares, 0.01)).toThrow(RangeError)
})

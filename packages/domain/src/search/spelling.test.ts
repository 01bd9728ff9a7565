import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corrections, slipsBetween, splitWord } from './spelling.ts'

test.each([
  ['koprasi', 'koperasi', 1],
  ['bohon', 'bohong', 1],
  ['pertanahn', 'pertanahan', 1],
  ['sakti', 'sakit', 1],
  ['sama', 'sama', 0],
  ['desa', 'kota', 3],
])('from %s to %s it takes %i', (one, other, slips) =>
  expect(slipsBetween(one, other, 2)).toBe(Math.min(slips, 3)),
)

test('slips are the same in both directions', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(slipsBetween(one, other, 9)).toBe(slipsBetween(other, one, 9))
    }),
  )
})

test('one slip in a long word of the vocabulary is put right', () => {
  const vocabulary = new Map([
    ['koperasi', 4],
    ['kooperatif', 1],
    ['operasi', 2],
  ])
  expect(corrections('koprasi', vocabulary)[0]?.word).toBe('koperasi')
})

test('among equally near words the more frequent one comes first', () => {
  const vocabulary = new Map([
    ['sakti', 1],
    ['sakit', 40],
  ])
  expect(corrections('sakt', vocabulary).map(({ word }) => word)).toEqual(['sakit', 'sakti'])
})

test('of three letters only a dropped one is believable', () => {
  const vocabulary = new Map([
    ['jkn', 3],
    ['izin', 9],
    ['rizn', 2],
  ])
  expect(corrections('jkm', vocabulary)).toEqual([])
  expect(corrections('izn', vocabulary).map(({ word }) => word)).toEqual(['izin'])
})

test('two words written as one are split', () => {
  const known = new Set(['kartu', 'keluarga'])
  expect(splitWord('kartukeluarga', (word) => known.has(word))).toEqual(['kartu', 'keluarga'])
  expect(splitWord('kartuku', (word) => known.has(word))).toBe(undefined)
})

import { expect, test } from 'vitest'
import { bordersFilter, bordersQuery, joinedQuery } from './borders.ts'

test.each([
  ['', 'now'],
  ['?batas=saat-itu', 'past'],
  ['?batas=lain', 'now'],
  ['?inovasi=PRG-MPP&batas=saat-itu', 'past'],
] as const)('%j counts by provinces of %s', (search, borders) => {
  expect(bordersFilter(new URL(`https://contoh.test/penyebaran${search}`))).toBe(borders)
})

test('what an address says of the provinces is read back as the same choice', () => {
  for (const borders of ['now', 'past'] as const) {
    expect(bordersFilter(new URL(`https://contoh.test/?${bordersQuery(borders)}`))).toBe(borders)
  }
})

test('choices that say nothing leave no trace in an address', () => {
  expect(joinedQuery('inovasi=PRG-MPP', bordersQuery('now'), null, 'kekuatan=reported')).toBe(
    'inovasi=PRG-MPP&kekuatan=reported',
  )
  expect(joinedQuery(null, '')).toBe('')
})

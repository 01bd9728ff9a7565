import { expect, test } from 'vitest'
import { marksIn } from './prose.ts'

test('a sentence is cut at its marks and keeps every space', () => {
  expect(marksIn('Lihat [daftar](/katalog), **bukan** yang lain.')).toEqual([
    { kind: 'text', text: 'Lihat ' },
    { kind: 'link', text: 'daftar', address: '/katalog' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'bukan' },
    { kind: 'text', text: ' yang lain.' },
  ])
})

test('a sentence without marks stays whole', () => {
  expect(marksIn('508 + 38 = 546')).toEqual([{ kind: 'text', text: '508 + 38 = 546' }])
})

import { expect, test } from 'vitest'
import { wordsOf } from './words.ts'

const informal = new Map([
  ['dmn', ['di', 'mana']],
  ['yg', ['yang']],
])

test.each([
  ['Warga MISKIN, desa', ['warga', 'miskin', 'desa']],
  ['emak-emak jualan', ['emak', 'jualan']],
  ['anak2 sekolah', ['anak', 'sekolah']],
  ['anak-anaknya', ['anaknya']],
  ['tolong-menolong', ['menolong']],
  ['jual-beli', ['jual', 'beli']],
  ['KTP-el', ['ktp', 'el']],
  ["Si N'duk", ['si', 'nduk']],
  ['yg dmn?', ['yang', 'di', 'mana']],
  ['COVID-19', ['covid', '19']],
  ['café', ['cafe']],
  ['?!', []],
  ['a'.repeat(61), ['a'.repeat(60), 'a']],
])('the words of “%s”', (text, words) => expect(wordsOf(text, informal)).toEqual(words))

import { expect, test } from 'vitest'
import { demandText } from './demand.ts'
import { buildLanguage } from './language.ts'

const language = buildLanguage({
  roots: ['antre', 'sakit', 'rumah'],
  informal: [],
  synonyms: [],
  stopWords: [{ word: 'di', weight: 0 }],
})

test.each([
  ['antrean di rumah sakit', 'antre rumah sakit'],
  ['rumah sakit Wijayakusuma', 'rumah sakit'],
  ['Wijayakusuma', null],
  ['antrean 3510 1234 5678', null],
  ['antre budi@contoh.id', null],
  ['https://contoh.id antre', null],
  ['', null],
])('of %j is kept %j', (asked, kept) => {
  expect(demandText(language, asked)).toBe(kept)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLanguage } from './language.ts'
import { asVector, fromVector, searchDocument } from './search-document.ts'
import type { SearchedText } from './search-document.ts'

const language = buildLanguage({
  roots: ['layan', 'desa', 'sehat'],
  informal: [],
  synonyms: [],
  stopWords: [{ word: 'dan', weight: 0 }],
})

const nothing: SearchedText = {
  name: '',
  aliases: [],
  expansion: null,
  summary: null,
  problem: null,
  hiddenWords: null,
  category: null,
  awards: [],
  organisation: null,
  region: null,
  province: null,
}

test('roots carry their part, and texts are never neighbours', () => {
  const document = searchDocument(language, {
    ...nothing,
    name: 'Layanan Desa',
    summary: 'Kesehatan dan pelayanan.',
    province: 'Bali',
  })
  expect(asVector(document)).toBe("'layan':1A,9B 'desa':2A 'sehat':8B 'bali':15D")
})

test('a vector read back is the same document', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'k', 'u', 's', '7'), minLength: 2, maxLength: 6 })
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, text, (name, summary, province) => {
      const document = searchDocument(language, { ...nothing, name, summary, province })
      expect(fromVector(asVector(document))).toEqual(document)
    }),
  )
})

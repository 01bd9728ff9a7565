import { expect, test } from 'vitest'
import { buildLanguage } from './language.ts'
import { characteristicConcepts } from './resemblance.ts'
import { fromVector } from './search-document.ts'

const language = buildLanguage({
  roots: [],
  informal: [],
  synonyms: [{ words: ['putus sekolah', 'drop out'], alsoFinds: [], weight: 0.5 }],
  stopWords: [],
})
const collection = { records: 100, recordsWith: (root: string) => (root === 'warga' ? 60 : 4) }

function typed(vector: string): string[] {
  return characteristicConcepts(language, fromVector(vector), { collection, names: new Set(['gresik']) }).map(
    (concept) => concept.typed,
  )
}

test('a record is known by its rare words, not by frequent ones, its region or its owner', () => {
  expect(typed("'nelayan':3B 'warga':2B 'gresik':1A 'dinas':9")).toEqual(['nelayan'])
})

test('thesaurus phrases in its text come first', () => {
  expect(typed("'anak':1B 'putus':2B 'sekolah':3B")[0]).toBe('putus sekolah')
})

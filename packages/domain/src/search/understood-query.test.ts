import { expect, test } from 'vitest'
import { buildLanguage } from './language.ts'
import { understoodQuery, unknownWords } from './understood-query.ts'
import type { WordKnowledge } from './understood-query.ts'

const language = buildLanguage({
  roots: ['kartu', 'keluarga', 'sekolah', 'putus', 'hutan', 'desa', 'naik', 'kelas', 'tinggal'],
  informal: [{ written: 'dmn', meant: 'di mana' }],
  synonyms: [
    { words: ['kk', 'kartu keluarga'], alsoFinds: ['dokumen kependudukan'], weight: 0.5 },
    { words: ['tinggal kelas', 'tidak naik kelas'], alsoFinds: [], weight: 0.5 },
  ],
  stopWords: [
    { word: 'di', weight: 0 },
    { word: 'mana', weight: 0 },
    { word: 'tidak', weight: 0.05 },
  ],
})
const known: WordKnowledge = {
  isIndexed: (root) => ['kartu', 'keluarga', 'puskesmas'].includes(root),
  corrections: (word) => (word === 'kluarga' ? [{ word: 'keluarga', weight: 0.9 }] : []),
  continuations: (word) => (word === 'puskes' ? ['puskesmas'] : []),
}
const ways = (text: string) =>
  understoodQuery(language, text, known).map(({ typed, alternatives }) => [
    typed,
    alternatives.map(({ roots, how }) => `${roots.join(' ')} (${how})`),
  ])

test('an abbreviation finds its words, and what answers it', () => {
  expect(ways('dmn KK?')).toEqual([
    ['kk', ['kk (typed)', 'kartu keluarga (same)', 'dokumen penduduk (also)']],
  ])
})

test('a phrase of the thesaurus is one concept, its words are weaker ones', () => {
  const concepts = understoodQuery(language, 'murid tidak naik kelas', known)
  expect(concepts.map(({ typed, importance }) => [typed, importance])).toEqual([
    ['murid', 1],
    ['tidak naik kelas', 1],
    ['naik', 0.35],
    ['kelas', 0.35],
  ])
})

test('a slip of the pen is put right before phrases are looked for', () => {
  expect(ways('kartu kluarga')[0]).toEqual([
    'kartu keluarga',
    ['kartu keluarga (typed)', 'kk (same)', 'dokumen penduduk (also)'],
  ])
})

test('a word that stops early is continued', () => {
  expect(ways('puskes')).toEqual([['puskesmas', ['puskesmas (prefix)']]])
})

test('two words written as one are read as two', () => {
  expect(ways('kartukeluarga')[0]?.[0]).toBe('kartu keluarga')
})

test('only words that neither language nor collection knows are unknown', () => {
  expect(unknownWords(language, 'puskesmas hutan kluarga 112', known.isIndexed)).toEqual(['kluarga'])
})

test('a query of stop words alone asks nothing', () => {
  expect(understoodQuery(language, 'di mana', known)).toEqual([])
})

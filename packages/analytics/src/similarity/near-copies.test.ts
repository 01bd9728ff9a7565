import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { copyPairs } from './copy-pairs.ts'
import type { CopyLanguage, CopySource } from './copy-collection.ts'
import { nearCopies } from './near-copies.ts'

/** A small English: every word is its own root. */
const language: CopyLanguage = {
  read: (text) =>
    (text.toLowerCase().match(/[a-z]+/g) ?? []).map((written) => ({
      written,
      root: written,
      weight: ['the', 'a', 'of', 'to', 'and', 'with', 'by', 'in'].includes(written) ? 0 : 1,
    })),
  concepts: [
    { words: ['midwife', 'birth helper'], suggests: ['birth'], weight: 0.5, worth: 1 },
    { words: ['birth', 'delivery'], suggests: [], weight: 0.5, worth: 1 },
    { words: ['boat', 'vessel', 'ship'], suggests: [], weight: 0.5, worth: 1 },
    { words: ['lessons', 'school', 'classes'], suggests: [], weight: 0.5, worth: 1 },
    { words: ['alarm', 'bell', 'reminder'], suggests: [], weight: 0.5, worth: 1 },
    { words: ['queue', 'waiting line'], suggests: [], weight: 0.5, worth: 0.6 },
  ],
  frames: [
    { signs: ['birth alarm', 'birth'], hints: ['bell', 'lamp', 'midwife', 'mother', 'neighbours', 'date'] },
    { signs: ['lessons', 'boat'], hints: ['children', 'sea', 'fishing', 'teacher', 'father', 'nets'] },
    { signs: ['ticket', 'queue'], hints: ['phone', 'hospital', 'number', 'clinic', 'online'] },
  ],
  cues: [
    { words: 'but', role: 'contrast' },
    { words: 'was tried', role: 'tried' },
    { words: 'replicates', role: 'copies' },
    { words: 'owned', role: 'origin' },
    { words: 'others replicate', role: 'onward' },
    { words: 'not', role: 'negates' },
  ],
}

const sources: CopySource[] = [
  {
    id: 'alarm',
    does: 'A bell and a lamp remind midwife and neighbours of the date of birth.',
    problem: 'Mothers die.',
    names: ['Birth Alarm'],
    places: ['Siak'],
  },
  {
    id: 'boats',
    does: 'Lessons for children who go fishing, given on the boat.',
    problem: 'Children leave school to fish.',
    names: ['Boat Class'],
  },
  {
    id: 'tickets',
    does: 'A number for the clinic queue by phone.',
    problem: 'Long queue.',
    names: ['TIKET'],
  },
]

const finder = nearCopies(sources, language)
const retold =
  'Father and children pull the nets on a vessel far at sea. A teacher follows with classes for the children.'

describe('finding the source of a text', () => {
  test('a source is its own copy, and first', () => {
    for (const { id, does } of sources) {
      const { copy, results } = finder.find({ text: does })
      expect([id, copy, results[0]?.id]).toEqual([id, true, id])
    }
  })

  test('a retelling in other words is traced to its source', () => {
    expect(finder.find({ text: retold }).results[0]?.id).toBe('boats')
  })

  test('an unlike text is no copy', () => {
    const { copy, results } = finder.find({ text: 'Painters cover old walls with bright colours.' })
    expect({ copy, above: results.filter(({ score }) => score > 0.1) }).toEqual({ copy: false, above: [] })
  })

  test('scores and shares lie from 0 to 1, and the best comes first', () => {
    const words = fc.constantFrom(
      ...sources.flatMap(({ does }) => does.split(' ')),
      'wall',
      'but',
      'not',
      '.',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (picked) => {
        const { results } = finder.find({ text: picked.join(' ') })
        const numbers = results.flatMap(({ score, doing, kind, problem }) => [score, doing, kind, problem])
        expect(numbers.filter((number) => !(number >= 0 && number <= 1))).toEqual([])
        expect(results.map(({ score }) => score)).toEqual(
          results.map(({ score }) => score).toSorted((a, b) => b - a),
        )
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  test('a source is still copied where more is said around it', () => {
    const more = 'Painters cover old walls. Bright colours please tourists. Rain washes streets in winter.'
    for (const { id, does } of sources) {
      const { copy, results } = finder.find({ text: `${more} ${does}` })
      expect([id, copy, results[0]?.id]).toEqual([id, true, id])
    }
  })
})

describe('what a text turns away from', () => {
  const score = (text: string) =>
    finder.find({ text }, { limit: 3 }).results.find(({ id }) => id === 'alarm')?.score ?? 0

  test('a way that was tried and given up counts less', () => {
    const told = 'A bell for the date of birth was tried'
    expect(score(`${told}, but nobody heard it.`)).toBeLessThan(score(`${told}.`))
  })

  test('what is denied counts less', () => {
    expect(score('Not a bell and a lamp for the birth.')).toBeLessThan(
      score('A bell and a lamp for the birth.'),
    )
  })
})

describe('a text that says where it comes from', () => {
  const text = `Our town replicates Birth Alarm owned by Siak. ${sources[0]!.does}`

  test('is no copy, but is traced', () => {
    const { copy, disclosed, results } = finder.find({ text })
    expect({ copy, disclosed, first: results[0]?.id, named: results[0]?.named }).toEqual({
      copy: false,
      disclosed: 'Our town replicates Birth Alarm owned by Siak.',
      first: 'alarm',
      named: true,
    })
  })

  test('is traced to the one it names, even if it tells little of it', () => {
    expect(finder.find({ text: 'It replicates Boat Class owned elsewhere.' }).results[0]?.id).toBe('boats')
  })

  test('that others replicate it is no disclosure', () => {
    const { copy, disclosed } = finder.find({ text: `Others replicate Birth Alarm. ${sources[0]!.does}` })
    expect({ copy, disclosed }).toEqual({ copy: true, disclosed: null })
  })

  test('a name of one word counts only as it is written', () => {
    const named = (of: string) => finder.find({ text: of }, { limit: 3 }).results.some((one) => one.named)
    expect([named('The tiket is sold.'), named('The TIKET is sold.')]).toEqual([false, true])
  })
})

test('passages stand beside what they retell, with the words that mean the same', () => {
  const [first] = finder.aligned({ text: retold }, 'boats')
  expect(first).toMatchObject({ source: sources[1]!.does, of: 'does' })
  const words = finder.aligned({ text: retold }, 'boats').flatMap((one) => one.words)
  expect(words).toEqual(
    expect.arrayContaining([
      ['vessel', 'boat'],
      ['classes', 'lessons'],
    ]),
  )
})

describe('pairs among texts', () => {
  const texts = [
    { id: 'x', text: 'Painters cover old walls with bright colours in winter.' },
    { id: 'y', text: retold },
    { id: 'z', text: 'Painters cover old walls with bright colours in winter.' },
  ]

  test('the same text twice is a pair, others are none', () => {
    expect(copyPairs(texts, language).map(({ a, b }) => [a, b])).toEqual([['x', 'z']])
  })

  test('a higher threshold never adds pairs', () => {
    const at = (threshold: number) => copyPairs(texts, language, { threshold }).length
    expect([at(0), at(0.5), at(1)]).toEqual([1, 1, 0])
  })
})

describe('refusals', () => {
  test('of a collection', () => {
    expect(() => nearCopies([], language)).toThrow(new RangeError('copyCollection: there are no sources'))
    expect(() => nearCopies([sources[0]!, sources[0]!], language)).toThrow(
      new RangeError('copyCollection: id alarm comes twice'),
    )
    expect(() => nearCopies([{ id: 'e', does: 'of the' }], language)).toThrow(
      new RangeError('copyCollection: e says nothing that counts'),
    )
  })

  test('of a threshold or an id', () => {
    expect(() => finder.find({ text: 'x' }, { threshold: 1.5 })).toThrow(
      new RangeError('nearCopies: the threshold must lie from 0 to 1, got 1.5'),
    )
    expect(() => finder.aligned({ text: 'x' }, 'gone')).toThrow(
      new RangeError('nearCopies: no source with id gone'),
    )
    expect(() => copyPairs([{ id: 'a', text: 'x' }], language, { threshold: -1 })).toThrow(
      new RangeError('copyPairs: the threshold must lie from 0 to 1, got -1'),
    )
  })
})

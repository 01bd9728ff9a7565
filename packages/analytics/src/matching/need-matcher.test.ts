import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needMatcher } from './need-matcher.ts'
import type { MatchLanguage, MatchSource } from './need-matcher.ts'

const read: MatchLanguage['read'] = (text) =>
  text.split(/\s+/).flatMap((written) => (written ? [{ written, root: written, weight: 1 }] : []))
const language: MatchLanguage = {
  read,
  concepts: [{ words: ['latrine', 'privy'], suggests: [], weight: 0, worth: 1 }],
  topics: [
    { rows: [{ name: 'sanitation', signs: ['latrine'], hints: ['river', 'diarrhoea'] }], isNamed: true },
  ],
}
function source(id: string, text: string, isShown = true): MatchSource {
  return { id, parts: [{ text, weight: 1, told: 1, isShown }] }
}
const sources = [
  source('wash', 'latrine for every house'),
  source('bus', 'bus with tickets'),
  source('hidden', 'malaria nets', false),
]
const matcher = needMatcher(sources, language)

test('a need is found by another word for the same concept', () => {
  expect(matcher.match('no privy here').map(({ id }) => id)).toEqual(['wash'])
  expect(matcher.reasons('no privy here', 'wash')).toEqual({
    terms: [{ need: 'privy', source: 'latrine' }],
    topics: [],
  })
})

test('a need that shares no word is found by what it tells of', () => {
  const [best] = matcher.match('river diarrhoea')
  expect({ id: best?.id, words: best?.words }).toEqual({ id: 'wash', words: 0 })
  expect(matcher.reasons('river diarrhoea', 'wash')).toEqual({ terms: [], topics: ['sanitation'] })
})

test('what may not be shown helps to find and is never a reason', () => {
  expect(matcher.match('malaria').map(({ id }) => id)).toEqual(['hidden'])
  expect(matcher.reasons('malaria', 'hidden')).toEqual({ terms: [], topics: [] })
})

test('only those let through are found', () => {
  expect(matcher.match('latrine', { among: (id) => id !== 'wash' })).toEqual([])
})

test('scores lie between 0 and 1, fall, and never depend on the order of the sources', () => {
  const word = fc.constantFrom('latrine', 'privy', 'river', 'bus', 'tickets', 'malaria', 'nets', 'x')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const found = matcher.match(words.join(' '))
      const turned = needMatcher(sources.toReversed(), language).match(words.join(' '))
      const scores = found.map(({ score }) => score)
      expect(scores.every((score) => score > 0 && score < 1)).toBe(true)
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      expect(new Map(turned.map(({ id, score }) => [id, score]))).toEqual(
        new Map(found.map(({ id, score }) => [id, score])),
      )
    }),
    { numRuns: 100 },
  )
})

test('no sources, an id twice, an unknown id: each is refused', () => {
  expect(() => needMatcher([], language)).toThrow(RangeError)
  expect(() => needMatcher([source('a', 'x'), source('a', 'y')], language)).toThrow(RangeError)
  expect(() => matcher.reasons('x', 'nobody')).toThrow(RangeError)
})

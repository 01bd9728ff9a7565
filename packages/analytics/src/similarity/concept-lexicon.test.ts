import { expect, test } from 'vitest'
import { conceptLexicon } from './concept-lexicon.ts'
import type { WordReader } from './concept-lexicon.ts'

/** Takes off -s and -ing; small words never count. */
const read: WordReader = (text) =>
  text.split(' ').map((written) => ({
    written,
    root: written.replace(/(s|ing)$/, ''),
    weight: written === 'the' ? 0 : 1,
  }))

const lexicon = conceptLexicon(read, [
  { words: ['boat', 'ship'], suggests: ['sea'], weight: 0.5, worth: 1 },
  { words: ['fishing boat'], suggests: [], weight: 0, worth: 1 },
  { words: ['sea', 'ocean'], suggests: [], weight: 0, worth: 0.8 },
  { words: ['fishing'], suggests: [], weight: 0, worth: 1 },
])

function meaningOf(text: string): Map<number, number> {
  const [whole] = lexicon.expressions(read(text))
  const { ids, strengths } = lexicon.features(whole!.type)
  return new Map([...ids].map((id, i) => [id, Number(strengths[i]!.toFixed(2))]))
}

/** How much two expressions mean the same: their strongest common feature. */
function likeness(one: string, other: string): number {
  const meant = meaningOf(other)
  return Math.max(0, ...[...meaningOf(one)].map(([id, strength]) => strength * (meant.get(id) ?? 0)))
}

test('an expression means itself, its concept, and less what the concept suggests', () => {
  expect(likeness('boat', 'boat')).toBe(1)
  expect(likeness('boats', 'ship')).toBeCloseTo(0.81, 10)
  expect(likeness('boat', 'ocean')).toBeCloseTo(0.45 * 0.9, 10)
  expect(likeness('boat', 'wall')).toBe(0)
})

test('a phrase also means what its words mean', () => {
  expect(likeness('fishing boat', 'ship')).toBeCloseTo(0.8 * 0.9 * 0.9, 6)
})

test('the longest phrase is read first, its words count less', () => {
  const found = lexicon.expressions(read('the fishing the boats'))
  expect(found.map(({ at, length }) => [at, length])).toEqual([
    [1, 3],
    [1, 1],
    [3, 1],
  ])
  expect(found.map(({ weight }) => weight)).toEqual([1, 0.35, 0.35])
})

test('a listed form is not reduced to its root', () => {
  expect(likeness('fishing', 'fishs')).toBe(0)
})

test('what a row says its kind is worth, its words are worth; others 0.75', () => {
  const weights = ['boat', 'sea', 'wall'].map((text) => lexicon.expressions(read(text))[0]!.weight)
  expect(weights).toEqual([1, 0.8, 0.75])
})

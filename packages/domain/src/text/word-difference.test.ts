import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from './word-difference.ts'

const side = (changes: ReturnType<typeof wordDifference>, kind: 'added' | 'removed') =>
  changes.flatMap((change) => (change.kind === 'same' || change.kind === kind ? [change.text] : [])).join('')

test('both texts can be read back out of the difference', () => {
  const text = fc
    .array(fc.constantFrom('antre', 'loket', 'rumah', ' ', '\n', 'di'))
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordDifference(before, after)
      expect([side(changes, 'removed'), side(changes, 'added')]).toEqual([before, after])
      expect(changes.every(({ kind }, i) => kind !== changes[i - 1]?.kind)).toBe(true)
    }),
  )
})

test('what is the same stays the same', () => {
  expect(wordDifference('satu dua', 'satu dua')).toEqual([{ kind: 'same', text: 'satu dua' }])
  expect(wordDifference('', '')).toEqual([])
})

test('a changed middle is one run taken out and one put in', () => {
  expect(wordDifference('antre di loket sejak pagi', 'antre dari rumah sejak pagi')).toEqual([
    { kind: 'same', text: 'antre ' },
    { kind: 'removed', text: 'di loket ' },
    { kind: 'added', text: 'dari rumah ' },
    { kind: 'same', text: 'sejak pagi' },
  ])
})

import { expect, test } from 'vitest'
import { conceptLexicon } from './concept-lexicon.ts'
import { frameReader } from './frames.ts'
import { cuesOf, passagesOf } from './passages.ts'

const lexicon = conceptLexicon(
  (text) => text.split(' ').map((written) => ({ written, root: written, weight: 1 })),
  [{ words: ['boat', 'ship'], suggests: [], weight: 0, worth: 1 }],
)
const read = frameReader(lexicon, [
  { signs: ['harbour'], hints: ['boat', 'net', 'water'] },
  { signs: ['well'], hints: ['water'] },
])
const framesIn = (text: string) => read(passagesOf(lexicon, cuesOf([]), { text }))

test('a sign tells of its frame by itself; minus the log of the doubt left', () => {
  expect(framesIn('harbour').get(0)).toBeCloseTo(-Math.log(1 - 0.35), 6)
  expect(framesIn('harbour').has(1)).toBe(false)
})

test('another word for the same concept tells half as much', () => {
  expect(framesIn('boat').get(0)).toBeCloseTo(-Math.log(1 - 0.3), 6)
  expect(framesIn('ship').get(0)).toBeCloseTo(-Math.log(1 - 0.15), 6)
})

test('a hint of several frames tells less of each', () => {
  expect(framesIn('water').get(0)!).toBeLessThan(framesIn('net').get(0)!)
  expect(framesIn('water').get(1)).toBeCloseTo(framesIn('water').get(0)!, 12)
})

test('signs and hints add up, each of them once', () => {
  const both = framesIn('harbour').get(0)! + framesIn('net').get(0)!
  expect(framesIn('harbour net').get(0)).toBeCloseTo(both, 6)
  expect(framesIn('harbour net net').get(0)).toBeCloseTo(both, 6)
  expect(framesIn('boat ship').get(0)).toBeCloseTo(framesIn('boat').get(0)!, 12)
})

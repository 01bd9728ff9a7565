import { expect, test } from 'vitest'
import { indonesianCopyLanguage } from './copy-language.ts'

const { read, concepts, cues, frames } = indonesianCopyLanguage()

test('every concept has words, a known kind and a weight from 0 to 1', () => {
  const faulty = concepts.filter(
    ({ words, worth, weight }) => words.length === 0 || !(worth > 0) || !(weight >= 0 && weight <= 1),
  )
  expect(faulty).toEqual([])
})

test('every cue has a known role', () => {
  expect([...new Set(cues.map(({ role }) => role))].sort()).toEqual(
    'contrast copies echoes fails lacks negates onward origin switches tried'.split(' '),
  )
})

test('every frame has signs and hints', () => {
  expect(frames.filter(({ signs, hints }) => signs.length === 0 || hints.length === 0)).toEqual([])
})

test('words come with roots; what never counts is kept with weight 0', () => {
  expect(read('mendekap di rumah')).toEqual([
    { written: 'mendekap', root: 'dekap', weight: 1 },
    { written: 'di', root: 'di', weight: 0 },
    { written: 'rumah', root: 'rumah', weight: 0.6 },
  ])
})

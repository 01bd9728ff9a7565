import { expect, test } from 'vitest'
import { wordThemes } from './word-themes.ts'

const road = ['road hole', 'hole road deep', 'road hole rain', 'rain hole road', 'rain road hole']
const water = ['water dry tap', 'tap dry water', 'water tap brown', 'dry tap water']
const texts = [...road, ...water, 'cat lost'].map((text) => text.split(' '))

test('texts of the same are together, and what stands alone is in no theme', () => {
  const { themes, alone } = wordThemes(texts)
  expect(themes.map(({ members }) => members)).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6, 7, 8],
  ])
  expect(alone).toEqual([9])
  expect(themes.map(({ words }) => words.toSorted())).toEqual([
    ['hole', 'rain', 'road'],
    ['dry', 'tap', 'water'],
  ])
})

test('the order of the texts changes nothing', () => {
  const order = [8, 3, 5, 9, 0, 7, 2, 6, 1, 4]
  const { themes } = wordThemes(order.map((i) => texts[i]!))
  const back = themes.map(({ members, words }) => ({
    members: members.map((i) => order[i]!).toSorted(),
    words,
  }))
  expect(back).toEqual(wordThemes(texts).themes)
})

test('a word of one text never names a theme', () => {
  const { themes } = wordThemes([...texts, ['road', 'hole', 'somebody']])
  expect(themes.flatMap(({ words }) => words)).not.toContain('somebody')
})

test('nothing gives nothing, and texts without shared words give no theme', () => {
  expect(wordThemes([])).toEqual({ themes: [], alone: [] })
  expect(wordThemes([['a'], ['b'], ['c']])).toEqual({ themes: [], alone: [0, 1, 2] })
})

test('options outside their range are refused', () => {
  expect(() => wordThemes(texts, { least: 1 })).toThrow(RangeError)
  expect(() => wordThemes(texts, { likeness: 0 })).toThrow(RangeError)
})

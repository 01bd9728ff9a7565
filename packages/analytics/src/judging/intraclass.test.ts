import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { fisherUpper } from '../numbers/tails.ts'
import { crossedEffects } from './crossed-effects.ts'
import { intraclass } from './intraclass.ts'
import type { Reading } from './readings.ts'

const table = (scores: readonly (readonly number[])[]): Reading[] =>
  scores.flatMap((row, i) => row.map((score, j) => ({ entry: `e${i}`, judge: `j${j}`, score })))

const scores = [
  [1, 2, 6],
  [4, 4, 7],
  [3, 6, 9],
  [2, 5, 8],
]

test('by hand: sums of squares of a table of four entries and three judges', () => {
  // row means 3, 5, 6, 5; column means 2.5, 4.25, 7.5; grand mean 4.75
  const { meanSquares, forms } = intraclass(table(scores))
  const entries = (3 * (1.75 ** 2 + 0.25 ** 2 + 1.25 ** 2 + 0.25 ** 2)) / 3
  const judges = (4 * (2.25 ** 2 + 0.5 ** 2 + 2.75 ** 2)) / 2
  const total = scores.flat().reduce((sum, x) => sum + (x - 4.75) ** 2, 0)
  const residual = (total - 3 * entries - 2 * judges) / 6
  const within = (total - 3 * entries) / 8
  expect(meanSquares.entries).toBeCloseTo(entries, 12)
  expect(meanSquares.judges).toBeCloseTo(judges, 12)
  expect(meanSquares.residual).toBeCloseTo(residual, 12)
  expect(meanSquares.within).toBeCloseTo(within, 12)
  expect(forms.icc1.icc).toBeCloseTo((entries - within) / (entries + 2 * within), 12)
  expect(forms.icc2.icc).toBeCloseTo(
    (entries - residual) / (entries + 2 * residual + (3 * (judges - residual)) / 4),
    12,
  )
  expect(forms.icc3.icc).toBeCloseTo((entries - residual) / (entries + 2 * residual), 12)
  expect(forms.icc1k.icc).toBeCloseTo((entries - within) / entries, 12)
  expect(forms.icc2k.icc).toBeCloseTo((entries - residual) / (entries + (judges - residual) / 4), 12)
  expect(forms.icc3k.icc).toBeCloseTo((entries - residual) / entries, 12)
  expect(forms.icc3.p).toBeCloseTo(fisherUpper(entries / residual, 3, 6), 12)
})

test('form 2 is the share of the entries in the variances of the crossed model', () => {
  const { variance } = crossedEffects(table(scores))
  const total = variance.entry + variance.judge + variance.residual
  expect(intraclass(table(scores)).forms.icc2.icc).toBeCloseTo(variance.entry / total, 7)
})

test('a lenient judge lowers agreement (1, 2) and leaves consistency (3) as it was', () => {
  const kinder = table(scores.map(([a, b, c]) => [a!, b!, c! + 5]))
  const [before, after] = [intraclass(table(scores)).forms, intraclass(kinder).forms]
  expect(after.icc3.icc).toBeCloseTo(before.icc3.icc, 12)
  expect(after.icc2.icc).toBeLessThan(before.icc2.icc)
  expect(after.icc1.icc).toBeLessThan(before.icc1.icc)
})

test('the interval of form 3 covers the true value as often as it says', () => {
  const random = seededRandom(5)
  let covered = 0
  for (let turn = 0; turn < 400; turn++) {
    const drawn = Array.from({ length: 8 }, () => {
      const quality = random.normal()
      return [0, 1, 2].map((j) => quality + j + random.normal())
    })
    const { low, high } = intraclass(table(drawn), { level: 0.8 }).forms.icc3
    if (low <= 0.5 && 0.5 <= high) covered++
  }
  expect(Math.abs(covered / 400 - 0.8)).toBeLessThan(0.05)
})

test('judges who agree to the last point', () => {
  const { forms } = intraclass(
    table([
      [1, 1],
      [2, 2],
      [5, 5],
    ]),
  )
  expect(Object.values(forms).map(({ icc, low, high }) => [icc, low, high])).toEqual(
    Array.from({ length: 6 }, () => [1, 1, 1]),
  )
})

test.each([
  [
    table([
      [1, 2],
      [3, 4],
    ]).slice(1),
    'entry e0, judge j0: no score',
  ],
  [
    [
      ...table([
        [1, 2],
        [3, 4],
      ]),
      { entry: 'e1', judge: 'j0', score: 1 },
    ],
    'entry e1, judge j0: 2 scores',
  ],
  [table([[1, 2]]), 'needs two entries and two judges, got 1 and 2'],
  [
    table([
      [3, 3],
      [3, 3],
    ]),
    'all scores are equal',
  ],
])('refuses %j', (readings, says) => {
  expect(() => intraclass(readings)).toThrow(says)
})

test('refuses a level that is no share', () => {
  expect(() => intraclass(table(scores), { level: 95 })).toThrow('the level must lie between 0 and 1, got 95')
})

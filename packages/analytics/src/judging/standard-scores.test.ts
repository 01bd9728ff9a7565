import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { zScores } from './standard-scores.ts'

const full = (scores: readonly (readonly number[])[]) =>
  scores.flatMap((row, i) => row.map((score, j) => ({ entry: `e${i}`, judge: `j${j}`, score })))

test('by hand: the distance from the judge in its own deviations', () => {
  const { z, entry, judges } = zScores(
    full([
      [2, 10],
      [4, 10],
      [6, 40],
    ]),
  )
  expect(judges[0]).toEqual({ judge: 'j0', criterion: null, mean: 4, sd: 2, count: 3 })
  const own = [-10 / Math.sqrt(300), -10 / Math.sqrt(300), 20 / Math.sqrt(300)]
  ;[-1, own[0]!, 0, own[1]!, 1, own[2]!].forEach((value, r) => expect(z[r]).toBeCloseTo(value, 12))
  expect(entry.z[0]).toBeCloseTo((own[0]! - 1) / 2, 12)
  expect(Array.from(entry.rawMean)).toEqual([6, 7, 23])
})

test('a judge may shift and stretch all its scores without moving an entry', () => {
  const random = seededRandom(3)
  const scores = Array.from({ length: 25 }, () => [random.normal(), random.normal(), random.normal()])
  const before = zScores(full(scores))
  const after = zScores(full(scores.map(([a, b, c]) => [a!, 50 + 3 * b!, c!])))
  before.entry.z.forEach((value, i) => expect(after.entry.z[i]).toBeCloseTo(value, 10))
  expect(before.warnings).toEqual([])
})

test('criteria have scales of their own', () => {
  const readings = ['a', 'b', 'c'].flatMap((entry, i) => [
    { entry, judge: 'x', criterion: 'cost', score: 100 * i },
    { entry, judge: 'x', criterion: 'reach', score: 2 - i },
  ])
  const { entry, judges } = zScores(readings)
  expect(judges.map(({ criterion, sd }) => [criterion, sd])).toEqual([
    ['cost', 100],
    ['reach', 1],
  ])
  entry.z.forEach((value) => expect(value).toBeCloseTo(0, 12))
})

test('a judge without a scale is named and left out; every doubt is said', () => {
  const { z, entry, warnings } = zScores([
    { entry: 'a', judge: 'x', score: 4 },
    { entry: 'b', judge: 'x', score: 8 },
    { entry: 'c', judge: 'y', score: 5 },
  ])
  expect(z[1]).toBeCloseTo(Math.SQRT1_2, 14)
  expect(z[2]).toBeNaN()
  expect(entry.z[2]).toBeNaN()
  expect(warnings).toEqual([
    'no scale of their own (one reading, or all equal): y; these readings are left out',
    'fewer than 20 readings, so that mean and deviation are themselves uncertain: x',
    'judges read different entries: fair only if entries were dealt at random; otherwise use additive or crossed effects',
    'some judges share no entry with the others: nothing in the scores can show that their lots are alike',
  ])
})

test('refuses nothing, and a score that is no number', () => {
  expect(() => zScores([])).toThrow('zScores: there is no reading')
  expect(() => zScores([{ entry: 'a', judge: 'x', score: Infinity }])).toThrow(
    'zScores: entry a, judge x: the score must be finite',
  )
})

import { expect, test } from 'vitest'
import { crossedEffects } from '@semai/analytics/judging/crossed-effects'
import { combinedScores } from './combined-scores.ts'
import type { Total } from './combined-scores.ts'

const totals = (table: Record<string, Record<string, number>>): Total[] =>
  Object.entries(table).flatMap(([locus, scores]) =>
    Object.entries(scores).map(([assessor, total]) => ({ locus, assessor, total })),
  )
/** The strict one reads a and b, the mild one b and c; a is as good as c. */
const uneven = totals({
  a: { strict: 60, fair: 72 },
  b: { strict: 50, mild: 71, fair: 60 },
  c: { mild: 80, fair: 70 },
  d: { strict: 41, mild: 60 },
})
const asked = { top: 1, seed: 'x' }

test('the mean counts where the round says so, with how far assessors lie apart', () => {
  const { byLocus, notCorrected, reliability } = combinedScores(uneven, { ...asked, combining: 'mean' })
  expect(byLocus.get('a')).toEqual({
    mean: 66,
    corrected: null,
    score: 66,
    assessors: 2,
    spread: 12,
    chance: null,
    places: null,
  })
  expect([notCorrected, reliability]).toEqual([null, null])
})

test('corrected, the scores are those of crossed effects, with the chance of each place', () => {
  const { byLocus, notCorrected, reliability } = combinedScores(uneven, { ...asked, combining: 'crossed' })
  const model = crossedEffects(
    uneven.map(({ locus, assessor, total }) => ({ entry: locus, judge: assessor, score: total })),
  )
  expect(notCorrected).toBeNull()
  expect(reliability).toBe(model.reliability!.corrected)
  expect(model.entry.names.map((name) => byLocus.get(name)!.score)).toEqual([...model.corrected])
  const a = byLocus.get('a')!
  const c = byLocus.get('c')!
  expect(c.mean - a.mean).toBe(9)
  expect(Math.abs(c.score - a.score)).toBeLessThan(5)
  expect([...byLocus.values()].reduce((sum, { chance }) => sum + chance!, 0)).toBeCloseTo(1, 10)
  expect(a.places![0]).toBeLessThanOrEqual(a.places![1])
})

test.each([
  ['few', { a: { x: 80 }, b: { y: 70 } }],
  ['few', { a: { x: 80, y: 90 } }],
  ['few', {}],
  ['alike', { a: { x: 50, y: 60, z: 70 }, b: { x: 70, y: 60, z: 50 }, c: { x: 60, y: 60, z: 60 } }],
] as const)(
  'where assessors or loci cannot be told apart (%s) the mean counts, and that is said',
  (why, table) => {
    const { byLocus, notCorrected } = combinedScores(totals(table), { ...asked, combining: 'crossed' })
    expect(notCorrected).toBe(why)
    expect(
      [...byLocus.values()].every(({ score, mean, corrected }) => score === mean && corrected === null),
    ).toBe(true)
  },
)

test('the same scores give the same chances', () => {
  const once = combinedScores(uneven, { ...asked, combining: 'crossed' })
  expect(combinedScores(uneven, { ...asked, combining: 'crossed' })).toEqual(once)
})

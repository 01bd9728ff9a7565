import { expect, test } from 'vitest'
import { keptEffect, regionEffect } from './region-effect.ts'

/** Twenty institutions that begin in two waves and gain 4 points on the others, of whom six never begin. */
const rows = Array.from({ length: 26 }, (_, unit) => {
  const first = unit < 10 ? 3 : unit < 20 ? 4 : null
  return [1, 2, 3, 4].map((time) => ({
    unit: `unit ${unit}`,
    time,
    first,
    outcome: time + ((unit * 7 + time * 3) % 5) / 10 + (first !== null && time >= first ? 4 : 0),
  }))
}).flat()

test('from enough institutions on, the effect is computed against those that had not begun', () => {
  const found = regionEffect(rows, 20)
  if (!found.isFound) throw new Error('not enough')
  const { overall, after, begun, notYet, needed } = found
  expect({ begun, notYet, needed }).toEqual({ begun: 20, notYet: 16, needed: { begun: 20, notYet: 5 } })
  expect(overall.effect).toBeCloseTo(4, 0)
  expect(overall.lower < 4 && 4 < overall.upper && overall.lower > 3).toBe(true)
  expect(after.map(({ eventTime, regions }) => [eventTime, regions])).toEqual([
    [-3, 10],
    [-2, 20],
    [0, 20],
    [1, 10],
  ])
})

test('with fewer it says how many there are and how many it takes', () => {
  expect(regionEffect(rows, 21)).toEqual({
    isFound: false,
    begun: 20,
    notYet: 16,
    needed: { begun: 21, notYet: 5 },
  })
})

test('those who began each at a time of their own can not be compared, nor those who all began together', () => {
  const begun = rows.filter(({ first }) => first !== null)
  expect(regionEffect(begun, 20)).toMatchObject({ isFound: false, begun: 10, notYet: 10 })
  expect(regionEffect(begun, 10)).toMatchObject({ isFound: true, begun: 10, notYet: 10 })
  const together = begun.map((row) => ({ ...row, first: 3 }))
  expect(regionEffect(together, 20)).toMatchObject({ isFound: false, begun: 0, notYet: 0 })
  const alone = Array.from({ length: 26 }, (_, unit) =>
    Array.from({ length: 26 }, (_, time) => ({
      unit: `${unit}`,
      time,
      first: unit + 2,
      outcome: (unit * time) % 7,
    })),
  ).flat()
  expect(regionEffect(alone, 20)).toMatchObject({ isFound: false, begun: 0, notYet: 25 })
})

test('an effect is computed once for the same values, and anew when one of them changes', () => {
  const first = keptEffect(rows, 20)
  expect(first).toEqual(regionEffect(rows, 20))
  expect(keptEffect(structuredClone(rows), 20)).toBe(first)
  const changed = rows.map((row, i) => (i === 0 ? { ...row, outcome: row.outcome + 1 } : row))
  expect(keptEffect(changed, 20)).toEqual(regionEffect(changed, 20))
  expect(keptEffect(rows, 21)).toEqual(regionEffect(rows, 21))
})

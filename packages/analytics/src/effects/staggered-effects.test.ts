import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { studentQuantile } from '../numbers/tails.ts'
import type { PanelRow } from './panel.ts'
import { staggeredEffects } from './staggered-effects.ts'

/** Units with an outcome in each of the periods 1, 2, …; a gap is null. */
function rowsOf(units: Record<string, { first: number | null; y: (number | null)[] }>): PanelRow[] {
  return Object.entries(units).flatMap(([unit, { first, y }]) =>
    y.map((outcome, i) => ({ unit, time: i + 1, first, outcome })),
  )
}

const small = { minimumTreated: 2, minimumComparisons: 2, replicates: 99 }

/** Twelve of each group: a level of each unit, a path common to all, noise, and `effect` since the start. */
function panel(
  firsts: readonly (number | null)[],
  { seed, noise, effect }: { seed: number; noise: number; effect: (since: number) => number },
): PanelRow[] {
  const random = seededRandom(seed)
  return firsts.flatMap((first, group) =>
    Array.from({ length: 12 }, (_, i) => ({
      unit: `${group}-${i}`,
      level: 5 * group + random.normal(),
    })).flatMap(({ unit, level }) =>
      Array.from({ length: 6 }, (_, i) => ({
        unit,
        time: 2001 + i,
        first,
        outcome:
          level +
          i * i +
          noise * random.normal() +
          (first !== null && 2001 + i >= first ? effect(2001 + i - first) : 0),
      })),
    ),
  )
}

const staggered = [2003, 2004, 2005, null]

/** Coefficient of treatment in a regression on units and periods, for a panel without gaps. */
function twoWayFixedEffects(rows: readonly PanelRow[]): number {
  const treated = ({ first, time }: PanelRow) => (first !== null && time >= first ? 1 : 0)
  const mean = (some: readonly PanelRow[]) => some.reduce((sum, row) => sum + treated(row), 0) / some.length
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  const byTime = Map.groupBy(rows, ({ time }) => time)
  const all = mean(rows)
  const rest = rows.map(
    (row) => treated(row) - mean(byUnit.get(row.unit)!) - mean(byTime.get(row.time)!) + all,
  )
  const products = rows.reduce((sum, { outcome }, i) => sum + rest[i]! * outcome!, 0)
  return products / rest.reduce((sum, value) => sum + value * value, 0)
}

test('two groups and two periods worked by hand: the plain difference, with the error of Welch', () => {
  const found = staggeredEffects(
    rowsOf({
      a: { first: 2, y: [1, 6] },
      b: { first: 2, y: [2, 9] },
      c: { first: null, y: [0, 1] },
      d: { first: null, y: [3, 6] },
    }),
    small,
  )
  // changes 5 and 7 against 1 and 3: 6 - 2, variances 2 / 2 + 2 / 2
  expect(found.overall.effect).toBe(4)
  expect(found.overall.se).toBeCloseTo(Math.SQRT2, 14)
  expect(found.overall.df).toBeCloseTo(2, 12)
  expect(found.overall.pointwise.upper - 4).toBeCloseTo(studentQuantile(0.975, 2) * Math.SQRT2, 10)
  expect(found.byGroup.map(({ effect, group, periods }) => [group, periods, effect])).toEqual([[2, 1, 4]])
  expect(found.byEventTime.map(({ eventTime, effect }) => [eventTime, effect])).toEqual([[0, 4]])
  expect(found.placebo).toBeNull()
})

const three = rowsOf({
  a: { first: 2, y: [0, 5, 8] },
  b: { first: 2, y: [1, 8, 9] },
  c: { first: 3, y: [2, 3, 9] },
  d: { first: 3, y: [4, 5, 15] },
  e: { first: null, y: [0, 2, 3] },
  f: { first: null, y: [1, 1, 2] },
})

test('three groups worked by hand, against those not yet treated', () => {
  const found = staggeredEffects(three, small)
  // group 2: at 2 changes 5, 7 against 1, 1, 2, 0 of c to f; at 3 changes 8, 8 against 3, 1 of e and f
  // group 3: at 1 changes -1, -1 against -2, 0 of e and f (a and b are treated at 2); at 3 changes 6, 10 against 1, 1
  const cells = found.groupTime.map(({ group, time, effect, comparisons }) => [
    group,
    time,
    effect,
    comparisons,
  ])
  expect(cells).toEqual([
    [2, 2, 5, 4],
    [2, 3, 6, 2],
    [3, 1, 0, 2],
    [3, 3, 7, 2],
  ])
  expect(found.byGroup.map(({ group, effect }) => [group, effect])).toEqual([
    [2, 5.5],
    [3, 7],
  ])
  expect(found.byEventTime.map(({ eventTime, effect, treated }) => [eventTime, effect, treated])).toEqual([
    [-2, 0, 2],
    [0, 6, 4],
    [1, 6, 2],
  ])
  expect(found.overall.effect).toBe(6.25)
  const [first] = found.groupTime
  expect(first!.se).toBeCloseTo(Math.sqrt(2 / 2 + 2 / 3 / 4), 14)
})

test('against those never treated only, the effect of the first group at 2 is 6 less 1', () => {
  const found = staggeredEffects(three, { ...small, comparison: 'never' })
  expect(found.groupTime.map(({ effect, comparisons }) => [effect, comparisons])).toEqual([
    [5, 2],
    [6, 2],
    [0, 2],
    [7, 2],
  ])
})

test('the error of an average over groups has the covariances of what they share, and of their sizes', () => {
  const found = staggeredEffects(three, small)
  // at event time 0, the mean of 5 and 7. By unit, half of both cells' influences and, as sizes are drawn, -1/4 or 1/4:
  // a, b: ±1/√8 - 1/4; c, d: ±1/√2 + 1/4; e, f: ±1/√48; their squares add up to 3/8 + 9/8 + 1/24
  expect(found.byEventTime[1]!.se).toBeCloseTo(Math.sqrt(37 / 24), 14)
})

test('rows in any order give the same to the last digit', () => {
  const rows = panel(staggered, { seed: 5, noise: 1, effect: () => 1 })
  const shuffled = seededRandom(9).shuffle([...rows])
  expect(staggeredEffects(shuffled, { replicates: 99 })).toEqual(staggeredEffects(rows, { replicates: 99 }))
})

test.each([
  ['constant', () => 3],
  ['growing', (since: number) => 1 + 2 * since],
])('a %s effect is recovered, without noise, at every time since the start', (_, effect) => {
  const { byEventTime, placebo } = staggeredEffects(panel(staggered, { seed: 3, noise: 0, effect }), {
    replicates: 99,
  })
  expect(byEventTime.map(({ eventTime }) => eventTime)).toEqual([-4, -3, -2, 0, 1, 2, 3])
  for (const { eventTime, effect: found } of byEventTime)
    expect(found).toBeCloseTo(eventTime < 0 ? 0 : effect(eventTime), 10)
  expect(placebo!.periods).toBe(3)
})

test('where the effect grows, two-way fixed effects miss the average that is recovered', () => {
  const effect = (since: number) => 1 + 2 * since
  const rows = panel([2003, 2004, 2005], { seed: 3, noise: 0, effect })
  const { overall, byEventTime, refused } = staggeredEffects(rows, { replicates: 99 })
  expect(
    byEventTime.filter(({ eventTime }) => eventTime >= 0).map(({ effect }) => Math.round(effect)),
  ).toEqual([1, 3])
  expect(overall.effect).toBeCloseTo((2 + 1) / 2, 10)
  expect(twoWayFixedEffects(rows)).toBeLessThan(0.5) // though every effect is at least 1
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['few-comparisons']))
})

test('without an effect 95 % intervals and bands cover nothing in about 95 % of 200 seeds', () => {
  let [overall, band] = [0, 0]
  for (let seed = 1; seed <= 200; seed++) {
    const rows = panel(staggered, { seed, noise: 1, effect: () => 0 })
    const found = staggeredEffects(rows, { replicates: 199, seed })
    const covers = ({ lower, upper }: { lower: number; upper: number }) => lower <= 0 && upper >= 0
    if (covers(found.overall.pointwise)) overall++
    if (found.byEventTime.every(({ simultaneous }) => covers(simultaneous))) band++
  }
  for (const share of [overall / 200, band / 200]) {
    expect(share).toBeGreaterThan(0.95 - 3 * Math.sqrt((0.95 * 0.05) / 200))
    expect(share).toBeLessThan(0.95 + 3 * Math.sqrt((0.95 * 0.05) / 200))
  }
})

test('a unit without a cell leaves only the differences that need it', () => {
  const rows = three.filter(({ unit, time }) => !(unit === 'e' && time === 3))
  const found = staggeredEffects(rows, small)
  expect(found.missing).toBe(1)
  expect(found.groupTime.map(({ group, time }) => [group, time])).toEqual([
    [2, 2],
    [3, 1],
  ])
  expect(found.refused).toEqual([
    { group: 2, time: 3, treated: 2, comparisons: 1, reason: 'few-comparisons' },
    { group: 3, time: 3, treated: 2, comparisons: 1, reason: 'few-comparisons' },
  ])
})

test('treated from the start, or without the period before: left out and named', () => {
  const more = rowsOf({
    z: { first: 1, y: [9, 9, 9] },
    y: { first: 0, y: [9, 9, 9] },
    x: { first: 2, y: [null, 5, 9] },
    w: { first: 7, y: [0, 1, 2] },
  })
  const found = staggeredEffects([...three, ...more], small)
  expect([found.alwaysTreated, found.withoutBase]).toEqual([['y', 'z'], ['x']])
  expect([found.units, found.neverTreated, found.missing]).toEqual([8, 3, 1])
  expect(found.overall.treated).toBe(4)
})

const both = (unit: string, first: number | null): PanelRow[] =>
  [1, 2].map((time) => ({ unit, time, first, outcome: time }))
const many = (count: number, first: number | null) =>
  Array.from({ length: count }, (_, i) => both(`${first}-${i}`, first)).flat()

test.each([
  [
    [...many(19, 2), ...many(9, null)],
    '19 treated units have an outcome in the period before their first; needs 20',
  ],
  [[...many(20, 2), ...many(4, null)], 'every treated period has fewer than 5 comparison units'],
  [[...many(20, 1), ...many(9, null)], 'no treated unit has an outcome in a period before its first'],
  [many(9, null), 'no treated unit has an outcome in a period before its first'],
  [[], 'no outcome is known'],
  [[...both('a', 2), ...both('a', 2)], 'unit a has two rows for 1'],
  [
    [...both('a', 2), { unit: 'a', time: 3, first: null, outcome: 1 }],
    'unit a has two first periods: 2 and none',
  ],
  [[{ unit: 'a', time: 1.5, first: 2, outcome: 1 }], 'row 1: the time must be a whole number, got 1.5'],
  [[{ unit: 'a', time: 1, first: 2, outcome: NaN }], 'row 1: the outcome must be finite, got NaN'],
])('refuses what can not be answered: %#', (rows, says) => {
  expect(() => staggeredEffects(rows)).toThrow(new RangeError(`staggeredEffects: ${says}`))
})

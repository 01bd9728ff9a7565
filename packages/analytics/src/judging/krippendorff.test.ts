import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { krippendorff } from './krippendorff.ts'
import type { AlphaMetric, Rating } from './krippendorff.ts'

const metrics: AlphaMetric[] = ['nominal', 'ordinal', 'interval', 'ratio']

function random(seed: number, { units = 8, raters = 4, values = 4, gaps = 0.2 } = {}): Rating[] {
  const draw = seededRandom(seed)
  return Array.from({ length: units * raters }, (_, i) => ({
    unit: `u${i % units}`,
    rater: `r${Math.floor(i / units)}`,
    value: draw.below(values) + 1,
  })).filter(() => draw.uniform() >= gaps)
}

test('two raters, two values: the closed form of Scott and Krippendorff', () => {
  const ratings = [
    ['a', 0, 0],
    ['b', 0, 1],
    ['c', 1, 1],
    ['d', 0, 0],
  ].flatMap(([unit, x, y]) => [
    { unit: String(unit), rater: 'x', value: Number(x) },
    { unit: String(unit), rater: 'y', value: Number(y) },
  ])
  // 5 zeros and 3 ones; one of four units disagrees: 1 - (8 - 1) * 2 / (2 * 5 * 3)
  expect(krippendorff(ratings, 'nominal').alpha).toBeCloseTo(1 - (7 * 2) / 30, 12)
})

test.each(metrics)('%s alpha does not depend on the order of ratings or the names of raters', (metric) => {
  for (let seed = 1; seed <= 20; seed++) {
    const ratings = random(seed)
    const { alpha } = krippendorff(ratings, metric)
    const renamed = ratings.map(({ unit, rater, value }) => ({ unit: `${unit}!`, rater: `${rater}?`, value }))
    seededRandom(seed).shuffle(renamed)
    expect(krippendorff(renamed, metric).alpha).toBeCloseTo(alpha!, 12)
  }
})

test('interval alpha survives a change of unit, ordinal any order-keeping change', () => {
  const ratings = random(3)
  const changed = (change: (value: number) => number) =>
    ratings.map((rating) => ({ ...rating, value: change(rating.value) }))
  const alpha = (list: Rating[], metric: AlphaMetric) => krippendorff(list, metric).alpha!
  expect(
    alpha(
      changed((v) => 32 + 1.8 * v),
      'interval',
    ),
  ).toBeCloseTo(alpha(ratings, 'interval'), 12)
  expect(
    alpha(
      changed((v) => Math.exp(v)),
      'ordinal',
    ),
  ).toBeCloseTo(alpha(ratings, 'ordinal'), 12)
  expect(
    alpha(
      changed((v) => 7 * v),
      'ratio',
    ),
  ).toBeCloseTo(alpha(ratings, 'ratio'), 12)
})

test('equal to the definition, pair by pair', () => {
  const ratings = random(9)
  const units = [...Map.groupBy(ratings, ({ unit }) => unit).values()].filter((own) => own.length > 1)
  const all = units.flat()
  let [within, between] = [0, 0]
  for (const own of units) {
    for (const a of own) for (const b of own) within += (a.value - b.value) ** 2 / (own.length - 1)
  }
  for (const a of all) for (const b of all) between += (a.value - b.value) ** 2
  const wanted = 1 - within / all.length / (between / (all.length * (all.length - 1)))
  expect(krippendorff(ratings, 'interval').alpha).toBeCloseTo(wanted, 12)
})

test('when every rating is the same, agreement by chance is undefined, and said so', () => {
  const same = ['x', 'y'].map((rater) => ({ unit: 'a', rater, value: 3 }))
  expect(krippendorff(same, 'nominal')).toEqual({
    alpha: null,
    observed: 0,
    expected: 0,
    units: 1,
    values: 2,
  })
})

test.each([
  [[{ unit: 'a', rater: 'x', value: 1 }], 'nominal', 'no unit has two ratings'],
  [[{ unit: 'a', rater: 'x', value: NaN }], 'nominal', 'unit a, rater x: the value must be finite'],
  [[{ unit: 'a', rater: 'x', value: -1 }], 'ratio', 'takes no negative value'],
  [
    [
      { unit: 'a', rater: 'x', value: 1 },
      { unit: 'a', rater: 'x', value: 2 },
    ],
    'nominal',
    'rated twice',
  ],
] as const)('refuses %j', (ratings, metric, says) => {
  expect(() => krippendorff(ratings, metric)).toThrow(says)
})

import { expect, test } from 'vitest'
import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
import { seededRandom } from '../numbers/random.ts'
import { additiveEffects } from './additive-effects.ts'
import type { Reading } from './readings.ts'

/** A design with gaps and repeats; three criteria when asked for. */
function drawn(seed: number, { entries = 7, judges = 4, criteria = 0 } = {}): Reading[] {
  const random = seededRandom(seed)
  return Array.from({ length: entries * 4 }, (_, r) => ({
    entry: `e${r % entries}`,
    judge: `j${(r + random.below(3)) % judges}`,
    ...(criteria > 0 ? { criterion: `c${random.below(criteria)}` } : {}),
    score: 50 + 10 * random.normal(),
  }))
}

/** The same by the textbook: columns that code each sum to zero, and the normal equations whole. */
function dense(readings: readonly Reading[]) {
  const kinds = [(r: Reading) => r.entry, (r: Reading) => r.judge, (r: Reading) => r.criterion]
  const levels = kinds.map((of) => [...new Set(readings.map(of))]).filter((names) => names[0] !== undefined)
  const rows = readings.map((reading) => [
    1,
    ...levels.flatMap((names, kind) => {
      const own = kinds[kind]!(reading)
      return names.slice(1).map((name) => (own === name ? 1 : own === names[0] ? -1 : 0))
    }),
  ])
  const p = rows[0]!.length
  const xx = Array.from({ length: p * p }, (_, k) =>
    rows.reduce((sum, x) => sum + x[Math.floor(k / p)]! * x[k % p]!, 0),
  )
  const factor = cholesky(xx, p)!
  const coef = choleskySolve(
    factor,
    p,
    Array.from({ length: p }, (_, k) => rows.reduce((sum, x, r) => sum + x[k]! * readings[r]!.score, 0)),
  )
  const rss = readings.reduce(
    (sum, { score }, r) => sum + (score - rows[r]!.reduce((s, x, k) => s + x * coef[k]!, 0)) ** 2,
    0,
  )
  const variance = rss / (readings.length - p)
  const inverse = choleskyInverse(factor, p)
  /** Value and standard error of a combination of coefficients. */
  const combined = (weights: readonly number[]) => ({
    value: weights.reduce((sum, w, k) => sum + w * coef[k]!, 0),
    se: Math.sqrt(
      variance *
        weights.reduce((s, a, k) => s + weights.reduce((t, b, l) => t + a * b * inverse[k * p + l]!, 0), 0),
    ),
  })
  let from = 1
  const effects = levels.map((names) => {
    const start = from
    from += names.length - 1
    return names.map((name, k) => ({
      name,
      ...combined(
        Array.from({ length: p }, (_, c) =>
          c < start || c >= from ? 0 : k === 0 ? -1 : c === start + k - 1 ? 1 : 0,
        ),
      ),
    }))
  })
  return { effects, rss, intercept: combined(Array.from({ length: p }, (_, k) => (k === 0 ? 1 : 0))) }
}

test.each([0, 3])('equal to dense least squares, with standard errors (%i criteria)', (criteria) => {
  for (let seed = 1; seed <= 10; seed++) {
    const readings = drawn(seed, { criteria })
    const found = additiveEffects(readings)
    const { effects, rss, intercept } = dense(readings)
    expect(found.residualSumOfSquares).toBeCloseTo(rss, 8)
    expect(found.intercept.value).toBeCloseTo(intercept.value, 9)
    expect(found.intercept.se).toBeCloseTo(intercept.se, 9)
    effects.forEach((levels, kind) => {
      const own = [found.entry, found.judge, found.criterion][kind]!
      levels.forEach(({ name, value, se }, k) => {
        expect(own.names[k]).toBe(name)
        expect(own.effect[k]).toBeCloseTo(value, 9)
        expect(own.se[k]).toBeCloseTo(se, 9)
      })
    })
  }
})

test('a balanced table gives differences of means, and the F test of the two-way layout', () => {
  const scores = [
    [1, 2, 6],
    [4, 4, 7],
    [3, 6, 9],
    [2, 5, 8],
  ]
  const readings = scores.flatMap((row, i) =>
    row.map((score, j) => ({ entry: `e${i}`, judge: `j${j}`, score })),
  )
  const { entry, judge, judgeTest, corrected, rawMean } = additiveEffects(readings)
  const grand = scores.flat().reduce((sum, x) => sum + x, 0) / 12
  const columns = [0, 1, 2].map((j) => scores.reduce((sum, row) => sum + row[j]! / 4, 0))
  columns.forEach((mean, j) => expect(judge.effect[j]).toBeCloseTo(mean - grand, 12))
  scores.forEach((row, i) =>
    expect(entry.effect[i]).toBeCloseTo((row[0]! + row[1]! + row[2]!) / 3 - grand, 12),
  )
  corrected.forEach((value, i) => expect(value).toBeCloseTo(rawMean[i]!, 12))
  const between = columns.reduce((sum, mean) => sum + 4 * (mean - grand) ** 2, 0) / 2
  const rest = scores.reduce(
    (sum, row, i) =>
      sum + row.reduce((s, x, j) => s + (x - grand - entry.effect[i]! - judge.effect[j]!) ** 2, 0),
    0,
  )
  expect(judgeTest).toMatchObject({ df1: 2, df2: 6 })
  expect(judgeTest.f).toBeCloseTo(between / (rest / 6), 10)
})

test('a judge who gives everybody five points more changes no corrected comparison', () => {
  const readings = drawn(3)
  const kinder = readings.map((reading) =>
    reading.judge === 'j1' ? { ...reading, score: reading.score + 5 } : reading,
  )
  const [before, after] = [additiveEffects(readings), additiveEffects(kinder)]
  before.entry.effect.forEach((effect, i) => expect(after.entry.effect[i]).toBeCloseTo(effect, 9))
  const place = before.judge.names.indexOf('j1')
  expect(after.judge.effect[place]! - before.judge.effect[place]!).toBeCloseTo(5 * (3 / 4), 9)
})

test('without a degree of freedom the effects stand and their errors are not a number', () => {
  const scores = [
    ['a', 'x', 5],
    ['a', 'y', 3],
    ['b', 'x', 8],
  ] as const
  const found = additiveEffects(scores.map(([entry, judge, score]) => ({ entry, judge, score })))
  expect(Array.from(found.corrected)).toEqual([4, 7])
  expect([found.residualDf, found.residualVariance, found.judge.se[0], found.judgeTest.p]).toEqual([
    0,
    NaN,
    NaN,
    NaN,
  ])
})

test('parts that share neither judge nor entry are named, and not compared', () => {
  const readings = [
    { entry: 'a', judge: 'x', score: 1 },
    { entry: 'b', judge: 'x', score: 2 },
    { entry: 'c', judge: 'y', score: 3 },
  ]
  expect(() => additiveEffects(readings)).toThrow(
    'additiveEffects: the readings fall into 2 parts that share neither judge nor entry, so that across them severity can ' +
      'not be told from quality and nothing is gained over plain means (part 1: judges x with entries a, b; part 2: judges y with entries c)',
  )
})

test('criteria that belong to one judge each can not be told from judges', () => {
  const readings = ['a', 'b', 'c'].flatMap((entry, i) =>
    ['x', 'y'].map((judge) => ({ entry, judge, criterion: `${judge}!`, score: i })),
  )
  expect(() => additiveEffects(readings)).toThrow('criteria can not be told from those of judges')
})

test.each([
  [[], 'there is no reading'],
  [[{ entry: 'a', judge: 'x', score: NaN }], 'entry a, judge x: the score must be finite'],
  [
    [
      { entry: 'a', judge: 'x', criterion: 'c', score: 1 },
      { entry: 'b', judge: 'x', score: 1 },
    ],
    'entry b, judge x: the criterion is missing',
  ],
] as const)('refuses %j', (readings, says) => {
  expect(() => additiveEffects(readings)).toThrow(says)
})

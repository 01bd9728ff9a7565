import { expect, test } from 'vitest'
import { cholesky, choleskyInverse, choleskyLogDeterminant } from '../numbers/cholesky.ts'
import { seededRandom } from '../numbers/random.ts'
import { crossedCriterion } from './crossed-criterion.ts'
import { crossedEffects } from './crossed-effects.ts'
import { codedReadings } from './readings.ts'
import type { Reading } from './readings.ts'

type Sds = {
  entries?: number
  judges?: number
  each?: number
  entrySd?: number
  judgeSd?: number
  sd?: number
  criteria?: number
}

function drawn(
  seed: number,
  { entries = 9, judges = 4, each = 3, entrySd = 2, judgeSd = 1, sd = 1, criteria = 0 }: Sds = {},
): Reading[] {
  const random = seededRandom(seed)
  const severity = Array.from({ length: judges }, () => judgeSd * random.normal())
  return Array.from({ length: entries }, (_, i) => i).flatMap((i) => {
    const quality = entrySd * random.normal()
    return random
      .shuffle(Array.from({ length: judges }, (_, j) => j))
      .slice(0, each)
      .flatMap((j) =>
        Array.from({ length: Math.max(1, criteria) }, (_, c) => ({
          entry: `e${i}`,
          judge: `j${j}`,
          ...(criteria > 0 ? { criterion: `c${c}` } : {}),
          score: 70 + quality + severity[j]! + c + sd * random.normal(),
        })),
      )
  })
}

/** -2 log restricted likelihood by its definition: V whole, its determinant, and the generalised residual. */
function byDefinition(
  readings: readonly Reading[],
  variance: { entry: number; judge: number; residual: number },
) {
  const n = readings.length
  const criteria = [...new Set(readings.map(({ criterion }) => criterion))]
  const x = readings.map(({ criterion }) => [
    1,
    ...criteria.slice(1).map((name) => (name === criterion ? 1 : 0)),
  ])
  const p = criteria.length
  const v = readings.flatMap((a, i) =>
    readings.map(
      (b, j) =>
        (a.entry === b.entry ? variance.entry : 0) +
        (a.judge === b.judge ? variance.judge : 0) +
        (i === j ? variance.residual : 0),
    ),
  )
  const factor = cholesky(v, n)!
  const inverse = choleskyInverse(factor, n)
  const form = (a: (i: number) => number, b: (j: number) => number) => {
    let sum = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += a(i) * b(j) * inverse[i * n + j]!
    return sum
  }
  const y = (i: number) => readings[i]!.score
  const column = (k: number) => (i: number) => x[i]![k]!
  const xvx = Array.from({ length: p * p }, (_, k) => form(column(Math.floor(k / p)), column(k % p)))
  const fixedFactor = cholesky(xvx, p)!
  const fixedInverse = choleskyInverse(fixedFactor, p)
  const xvy = Array.from({ length: p }, (_, k) => form(column(k), y))
  const beta = xvy.map((_, k) => xvy.reduce((sum, value, l) => sum + fixedInverse[k * p + l]! * value, 0))
  const rest = (i: number) => y(i) - beta.reduce((sum, b, k) => sum + b * x[i]![k]!, 0)
  const weighted = readings.map((_, i) =>
    readings.reduce((sum, _, j) => sum + inverse[i * n + j]! * rest(j), 0),
  )
  const logs = choleskyLogDeterminant(factor, n) + choleskyLogDeterminant(fixedFactor, p)
  return {
    criterion: logs + (n - p) * Math.log(2 * Math.PI) + form(rest, rest),
    beta,
    betaSe: beta.map((_, k) => Math.sqrt(fixedInverse[k * (p + 1)]!)),
    blup: (entry: string) =>
      variance.entry * readings.reduce((sum, own, i) => sum + (own.entry === entry ? weighted[i]! : 0), 0),
  }
}

test.each([0, 2])(
  'criterion, coefficients and predictions equal their definition with all of V (%i criteria)',
  (criteria) => {
    for (let seed = 1; seed <= 6; seed++) {
      const readings = drawn(seed, { criteria })
      const found = crossedEffects(readings)
      const wanted = byDefinition(readings, found.variance)
      expect(found.criterion).toBeCloseTo(wanted.criterion, 8)
      wanted.beta.forEach((beta, k) => expect(found.fixed.value[k]).toBeCloseTo(beta, 8))
      wanted.betaSe.forEach((se, k) => expect(found.fixed.se[k]).toBeCloseTo(se, 8))
      found.entry.names.forEach((name, i) => expect(found.entry.effect[i]).toBeCloseTo(wanted.blup(name), 8))
    }
  },
)

test('no variances near those found have a lower criterion, by definition', () => {
  for (let seed = 1; seed <= 6; seed++) {
    const readings = drawn(seed, { judgeSd: seed % 2 })
    const { variance, criterion } = crossedEffects(readings)
    for (const by of [0.97, 1.03]) {
      for (const kind of ['entry', 'judge', 'residual'] as const) {
        const moved = { ...variance, [kind]: variance[kind] * by + (variance[kind] === 0 ? by / 100 : 0) }
        expect(byDefinition(readings, moved).criterion).toBeGreaterThan(criterion)
      }
    }
  }
})

test.each(['reml', 'ml'] as const)('the slope of the %s criterion is that of its differences', (method) => {
  const { entry, judge, score } = codedReadings(drawn(4), 'test')
  const fixed = [new Float64Array(score.length).fill(1)]
  const { at, slope } = crossedCriterion(
    { many: entry, few: judge, fixed, y: score.map((x) => x - 70) },
    method,
  )
  for (const [x, y] of [
    [0.3, 1.2],
    [2, 0.1],
    [1, 1],
  ] as const) {
    const found = slope(at(x, y)!)
    const h = 1e-5
    expect(found[0]).toBeCloseTo((at(x + h, y)!.value - at(x - h, y)!.value) / (2 * h), 5)
    expect(found[1]).toBeCloseTo((at(x, y + h)!.value - at(x, y - h)!.value) / (2 * h), 5)
  }
})

test('a balanced table with all mean squares apart gives the variances of the analysis of variance', () => {
  const scores = [
    [1, 2, 6],
    [4, 4, 7],
    [3, 6, 9],
    [2, 5, 8],
  ]
  const readings = scores.flatMap((row, i) =>
    row.map((score, j) => ({ entry: `e${i}`, judge: `j${j}`, score })),
  )
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x / list.length, 0)
  const grand = mean(scores.flat())
  const rows = scores.map(mean)
  const columns = [0, 1, 2].map((j) => mean(scores.map((row) => row[j]!)))
  const entries = (3 * rows.reduce((sum, x) => sum + (x - grand) ** 2, 0)) / 3
  const judges = (4 * columns.reduce((sum, x) => sum + (x - grand) ** 2, 0)) / 2
  const rest =
    scores.reduce(
      (sum, row, i) => sum + row.reduce((s, x, j) => s + (x - rows[i]! - columns[j]! + grand) ** 2, 0),
      0,
    ) / 6
  const { variance } = crossedEffects(readings)
  expect(variance.residual).toBeCloseTo(rest, 7)
  expect(variance.entry).toBeCloseTo((entries - rest) / 3, 7)
  expect(variance.judge).toBeCloseTo((judges - rest) / 4, 7)
})

test('a variance of zero is an answer, and the model is then the one without that factor', () => {
  const scores = [
    [1, 5, 3],
    [5, 3, 1],
    [3, 1, 5],
  ] // all judges alike, all entries alike
  const readings = scores.flatMap((row, i) =>
    row.map((score, j) => ({ entry: `e${i}`, judge: `j${j}`, score })),
  )
  const { variance, singular, entry, reliability } = crossedEffects(readings)
  expect(variance.entry).toBe(0)
  expect(variance.judge).toBe(0)
  expect(variance.residual).toBeCloseTo(24 / 8, 9)
  expect(singular).toBe(true)
  expect(Array.from(entry.effect)).toEqual([0, 0, 0])
  expect(reliability).toBeNull()
})

test('more judges than entries: the same answer with the two exchanged', () => {
  const readings = drawn(8, { entries: 4, judges: 11, each: 8 })
  const turned = readings.map(({ entry, judge, score }) => ({ entry: judge, judge: entry, score }))
  const [found, mirrored] = [crossedEffects(readings), crossedEffects(turned)]
  expect(found.criterion).toBeCloseTo(mirrored.criterion, 9)
  expect(found.variance.entry).toBeCloseTo(mirrored.variance.judge, 6)
  const by = new Map(mirrored.judge.names.map((name, k) => [name, k]))
  found.entry.names.forEach((name, i) => {
    expect(found.entry.effect[i]).toBeCloseTo(mirrored.judge.effect[by.get(name)!]!, 6)
    expect(found.entry.se[i]).toBeCloseTo(mirrored.judge.se[by.get(name)!]!, 6)
    expect(found.entry.conditionalSd[i]).toBeCloseTo(mirrored.judge.conditionalSd[by.get(name)!]!, 6)
  })
})

test('a covariate moves the intercept as an uncentred column would', () => {
  const readings = drawn(5)
  const values = readings.map((_, r) => 2020 + (r % 4))
  const { fixed } = crossedEffects(readings, { fixed: [{ name: 'year', values }] })
  const shifted = crossedEffects(readings, {
    fixed: [{ name: 'year', values: values.map((x) => x - 2020) }],
  }).fixed
  expect(fixed.names).toEqual(['(Intercept)', 'year'])
  expect(fixed.value[1]).toBeCloseTo(shifted.value[1]!, 7)
  expect(fixed.value[0]).toBeCloseTo(shifted.value[0]! - 2020 * shifted.value[1]!, 5)
  expect(fixed.se[1]).toBeCloseTo(shifted.se[1]!, 7)
})

test('the variances that were put in come out of a large design', () => {
  const { variance, reliability } = crossedEffects(
    drawn(2, { entries: 1500, judges: 50, entrySd: 2, judgeSd: 1.5, sd: 1 }),
  )
  expect(Math.abs(variance.entry - 4)).toBeLessThan(0.5)
  expect(Math.abs(variance.judge - 2.25)).toBeLessThan(1)
  expect(Math.abs(variance.residual - 1)).toBeLessThan(0.1)
  expect(reliability!.corrected).toBeGreaterThan(reliability!.raw)
})

test('readings that do not overlap: fitted, with a warning that nothing is gained', () => {
  const readings = drawn(1, { judges: 2, each: 1, entries: 6, criteria: 3 })
  expect(crossedEffects(readings).warnings.join()).toMatch(
    /fall into 2 parts .* nothing is gained over plain means .* dealt at random/,
  )
})

/** 'ax1' is entry a, judge x, score 1. */
const read = (text: string) =>
  text.split(' ').map(([entry, judge, score]) => ({ entry: entry!, judge: judge!, score: Number(score) }))

test.each([
  ['ax1 ay2', 'needs at least two entries'],
  ['ax1 bx2', 'needs at least two judges'],
  ['ax1 by2 cx4', 'as many entries as readings (3)'],
  ['ax1 ay2 bx4 by5', 'explain the scores exactly'],
  ['ax3 ay3 bx3 by3', 'explain the scores exactly'],
])('refuses %s', (text, says) => {
  expect(() => crossedEffects(read(text))).toThrow(says)
})

test('refuses a fixed column that says nothing new', () => {
  const readings = drawn(1)
  const column = { name: 'one', values: readings.map(() => 7) }
  expect(() => crossedEffects(readings, { fixed: [column] })).toThrow('the fixed column one is constant')
})

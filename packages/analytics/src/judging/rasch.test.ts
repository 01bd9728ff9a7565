import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { rasch } from './rasch.ts'
import type { Rasch } from './rasch.ts'
import type { Reading } from './readings.ts'

type Design = {
  entries?: number
  judges?: number
  each?: number
  criteria?: number
  steps?: number[]
  entrySd?: number
}

/** Readings drawn from the model itself, with what was put in. */
function drawn(
  seed: number,
  { entries = 30, judges = 5, each = 4, criteria = 3, steps = [-1, 0, 1], entrySd = 1 }: Design = {},
) {
  const random = seededRandom(seed)
  const centred = (list: number[]) => list.map((x) => x - list.reduce((sum, y) => sum + y, 0) / list.length)
  const quality = Array.from({ length: entries }, () => entrySd * random.normal())
  const severity = centred(Array.from({ length: judges }, () => 0.7 * random.normal()))
  const hardness = centred(Array.from({ length: criteria }, () => 0.5 * random.normal()))
  const readings: Reading[] = quality.flatMap((own, i) =>
    random
      .shuffle(severity.map((_, j) => j))
      .slice(0, each)
      .flatMap((j) =>
        hardness.map((hard, c) => {
          const logs = steps.reduce<number[]>(
            (sums, step) => [...sums, sums.at(-1)! + own - severity[j]! - hard - step],
            [0],
          )
          let u = random.uniform() * logs.reduce((sum, x) => sum + Math.exp(x), 0)
          const score = logs.findIndex((x) => (u -= Math.exp(x)) < 0)
          return { entry: `e${i}`, judge: `j${j}`, ...(criteria > 1 ? { criterion: `c${c}` } : {}), score }
        }),
      ),
  )
  return { readings, quality, severity, hardness }
}

const measureOf = ({ names, measure }: Rasch['entry'], name: string) => measure[names.indexOf(name)]!

/** Expected category, from the answer alone. */
function expected(found: Rasch, { entry, judge, criterion }: Reading): { mean: number; chances: number[] } {
  const eta =
    measureOf(found.entry, entry) -
    measureOf(found.judge, judge) -
    (criterion ? measureOf(found.criterion, criterion) : 0)
  const logs = Array.from(found.thresholds.value).reduce<number[]>(
    (sums, step) => [...sums, sums.at(-1)! + eta - step],
    [0],
  )
  const total = logs.reduce((sum, x) => sum + Math.exp(x), 0)
  const chances = logs.map((x) => Math.exp(x) / total)
  return { mean: chances.reduce((sum, p, k) => sum + k * p, 0), chances }
}

test('joint: every element and every category is expected to get what it got', () => {
  for (let seed = 1; seed <= 5; seed++) {
    const { readings } = drawn(seed, { criteria: 1 + (seed % 3) })
    const found = rasch(readings)
    const used = readings.filter(
      ({ entry }) => found.entry.extreme[found.entry.names.indexOf(entry)] === null,
    )
    const off = (of: (reading: Reading) => string | undefined) =>
      [...Map.groupBy(used, of).values()].map((own) =>
        own.reduce((sum, r) => sum + r.score - expected(found, r).mean, 0),
      )
    for (const rest of [...off((r) => r.entry), ...off((r) => r.judge), ...off((r) => r.criterion)])
      expect(rest).toBeCloseTo(0, 8)
    found.values.forEach((value, k) => {
      const seen = used.filter(({ score }) => score === value).length
      expect(used.reduce((sum, r) => sum + expected(found, r).chances[k]!, 0)).toBeCloseTo(seen, 8)
    })
    for (const kind of [found.judge.measure, found.criterion.measure, found.thresholds.value]) {
      expect(kind.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 9)
    }
  }
})

test('joint: with two judges and two categories, twice the logarithm of the ratio of those who passed one only', () => {
  const entry = (i: number, x: number, y: number) => [
    { entry: `e${i}`, judge: 'x', score: x },
    { entry: `e${i}`, judge: 'y', score: y },
  ]
  const readings = Array.from({ length: 8 }, (_, i) => (i < 6 ? entry(i, 1, 0) : entry(i, 0, 1))).flat()
  const { judge } = rasch(readings)
  expect(judge.measure[1]! - judge.measure[0]!).toBeCloseTo(2 * Math.log(6 / 2), 9)
})

test('joint: errors are those of the inverse of the whole information', () => {
  const { readings } = drawn(3, { entries: 12, judges: 6, each: 6, criteria: 1, steps: [0] })
  const found = rasch(readings)
  const kept = found.entry.names.filter((_, i) => found.entry.extreme[i] === null)
  const used = readings.filter(({ entry }) => kept.includes(entry))
  const params = kept.length + 5 // the last judge is minus the sum of the others
  const row = ({ entry, judge }: Reading) => {
    const x = Array.from({ length: params }, () => 0)
    x[kept.indexOf(entry)] = 1
    const j = found.judge.names.indexOf(judge)
    if (j < 5) x[kept.length + j] = -1
    else x.fill(1, kept.length)
    return x
  }
  const info = Array.from({ length: params }, () => Array.from({ length: params }, () => 0))
  for (const reading of used) {
    const [x, p] = [row(reading), expected(found, reading).mean]
    for (let a = 0; a < params; a++)
      for (let b = 0; b < params; b++) info[a]![b]! += x[a]! * x[b]! * p * (1 - p)
  }
  const inverse = inverted(info)
  kept.forEach((name, k) =>
    expect(found.entry.se[found.entry.names.indexOf(name)]).toBeCloseTo(Math.sqrt(inverse[k]![k]!), 8),
  )
  expect(found.judge.se[0]).toBeCloseTo(Math.sqrt(inverse[kept.length]![kept.length]!), 8)
})

function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let k = 0; k < n; k++) {
    const pivot = work[k]![k]!
    work[k] = work[k]!.map((x) => x / pivot)
    for (let i = 0; i < n; i++) if (i !== k) work[i] = work[i]!.map((x, j) => x - work[i]![k]! * work[k]![j]!)
  }
  return work.map((row) => row.slice(n))
}

test('marginal: likelihood is that of brute integration, and highest where it says', () => {
  const { readings } = drawn(2, { entries: 25, criteria: 2 })
  const found = rasch(readings, { method: 'marginal' })
  const brute = (change: Partial<{ judge: number; step: number; mean: number; sd: number }> = {}) => {
    const { judge = 0, step = 0, mean = 0, sd = 0 } = change
    const [m, s] = [found.population!.mean + mean, found.population!.sd + sd]
    const moved: Rasch = {
      ...found,
      judge: {
        ...found.judge,
        measure: found.judge.measure.map((x, j) => x + (j === 0 ? judge : j === 1 ? -judge : 0)),
      },
      thresholds: {
        ...found.thresholds,
        value: found.thresholds.value.map((x, k) => x + (k === 0 ? step : k === 1 ? -step : 0)),
      },
    }
    return [...Map.groupBy(readings, ({ entry }) => entry)].reduce((sum, [name, own]) => {
      let integral = 0
      for (let z = -8; z <= 8; z += 0.02) {
        const names = moved.entry.names
        const at = {
          ...moved,
          entry: {
            ...moved.entry,
            measure: moved.entry.measure.map((x, i) => (names[i] === name ? m + s * z : x)),
          },
        }
        integral +=
          ((0.02 * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)) *
          own.reduce((product, r) => product * expected(at, r).chances[r.score]!, 1)
      }
      return sum + Math.log(integral)
    }, 0)
  }
  expect(found.logLikelihood).toBeCloseTo(brute(), 7)
  for (const change of [{ judge: 0.02 }, { step: 0.02 }, { mean: 0.02 }, { sd: 0.02 }]) {
    const [key, by] = Object.entries(change)[0]!
    expect(brute(change)).toBeLessThan(found.logLikelihood)
    expect(brute({ [key]: -by })).toBeLessThan(found.logLikelihood)
  }
})

test('both methods recover what was put in; with three readings an entry the joint one stretches it', () => {
  const design = { entries: 1200, judges: 12, each: 3, criteria: 1 }
  const { readings, severity } = drawn(6, design)
  const [joint, marginal] = [rasch(readings), rasch(readings, { method: 'marginal' })]
  const slope = (found: Rasch) => {
    const pairs = found.judge.names.map(
      (name, k) => [severity[Number(name.slice(1))]!, found.judge.measure[k]!] as const,
    )
    return pairs.reduce((sum, [x, y]) => sum + x * y, 0) / pairs.reduce((sum, [x]) => sum + x * x, 0)
  }
  expect(Math.abs(slope(marginal) - 1)).toBeLessThan(0.1)
  expect(slope(joint)).toBeGreaterThan(1.2) // about L / (L - 1) = 1.5 for L = 3
  expect(Math.abs(marginal.population!.sd - 1)).toBeLessThan(4 * marginal.population!.sdSe)
  const long = drawn(6, { entries: 150, judges: 12, each: 12, criteria: 3 })
  const { entry } = rasch(long.readings)
  const errors = entry.names.map(
    (name, i) => (entry.measure[i]! - long.quality[Number(name.slice(1))]!) / entry.se[i]!,
  )
  expect(Math.sqrt(errors.reduce((sum, z) => sum + z * z, 0) / errors.length)).toBeLessThan(1.3)
})

test('an entry at an end gets a flagged measure 0.3 points inside, and moves nobody else', () => {
  const { readings } = drawn(9, { criteria: 2 })
  const perfect = ['j0', 'j1', 'j2'].flatMap((judge) =>
    ['c0', 'c1'].map((criterion) => ({ entry: 'best', judge, criterion, score: 3 })),
  )
  const [without, found] = [rasch(readings), rasch([...readings, ...perfect])]
  const place = found.entry.names.indexOf('best')
  expect(found.entry.extreme[place]).toBe('high')
  expect(found.warnings).toContain('entry best: extreme, measured at 0.3 points inside')
  expect(perfect.reduce((sum, r) => sum + expected(found, r).mean, 0)).toBeCloseTo(6 * 3 - 0.3, 9)
  expect(found.entry.infit[place]).toBeNaN()
  without.entry.names.forEach((name, i) =>
    expect(measureOf(found.entry, name)).toBeCloseTo(without.entry.measure[i]!, 8),
  )
  const marginal = rasch([...readings, ...perfect], { method: 'marginal' })
  expect(marginal.entry.extreme[place]).toBe('high')
  expect(marginal.entry.measure[place]).toBeLessThan(found.entry.measure[place]!)
})

test('a judge at an end is set aside too, and scores only it gave have no step', () => {
  const { readings } = drawn(4, { criteria: 1, steps: [-1, 1] })
  const harsh = ['e0', 'e1', 'e2'].map((entry) => ({ entry, judge: 'harsh', score: -5 }))
  const found = rasch([...readings, ...harsh])
  expect(found.values).toEqual([0, 1, 2])
  expect(found.judge.extreme[found.judge.names.indexOf('harsh')]).toBe('low')
  expect(found.judge.measure.every(Number.isFinite)).toBe(true)
  expect(found.warnings[0]).toBe('scores -5 were given to extreme levels only and have no step of their own')
})

test('an entry that only judges at an end read has no measure, which is said', () => {
  const { readings } = drawn(4, { criteria: 1, steps: [-1, 1] })
  const harsh = ['e0', 'e1', 'alone'].map((entry) => ({ entry, judge: 'harsh', score: 0 }))
  const kind = ['e2', 'e3', 'alone'].map((entry) => ({ entry, judge: 'kind', score: 2 }))
  const found = rasch([...readings, ...harsh, ...kind])
  expect(measureOf(found.entry, 'alone')).toBeNaN()
  expect(found.warnings.at(-1)).toBe('entry alone: only read by extreme judges, who tell nothing; no measure')
  expect(measureOf(found.judge, 'harsh')).toBeGreaterThan(measureOf(found.judge, 'kind'))
})

test('readings from the model fit it: mean squares near one; a judge who rolls dice does not', () => {
  const { readings } = drawn(11, { entries: 200, judges: 5, each: 5, criteria: 1 })
  const random = seededRandom(1)
  const noisy = readings.map((r) => (r.judge === 'j2' ? { ...r, score: random.below(4) } : r))
  const [clean, dirty] = [rasch(readings), rasch(noisy)]
  clean.judge.infit.forEach((value) => expect(Math.abs(value - 1)).toBeLessThan(0.3))
  const place = dirty.judge.names.indexOf('j2')
  expect(dirty.judge.infit.every((value, j) => j === place || value < dirty.judge.infit[place]!)).toBe(true)
  expect(dirty.judge.infit[place]).toBeGreaterThan(1.5)
})

test('a fair score is the mean score of an average judge', () => {
  const { readings } = drawn(5, { criteria: 1, steps: [0] })
  const found = rasch(readings)
  found.fair.forEach((score, i) => expect(score).toBeCloseTo(1 / (1 + Math.exp(-found.entry.measure[i]!)), 9))
})

/** 'ax1' is entry a, judge x, score 1. */
const read = (text: string) =>
  text
    .split(' ')
    .map(([entry, judge, ...score]) => ({ entry: entry!, judge: judge!, score: Number(score.join('')) }))

test.each([
  ['ax1 bx1 ay1 by1', 'fewer than two different scores remain'],
  [
    'ax0 ay1 bx1 by0 cz0 cw1 dz1 dw0',
    /^rasch: the readings fall into 2 parts .*judges x, y with entries a, b/,
  ],
  ['ax0 bx0 ay1 by1', 'fewer than two different scores remain'], // judges separate completely
])('refuses %s', (text, says) => {
  expect(() => rasch(read(text))).toThrow(says)
})

test('refuses a hundred and one different scores, and entries that do not differ', () => {
  const fine = Array.from({ length: 202 }, (_, r) => ({
    entry: `e${r % 50}`,
    judge: `j${r % 3}`,
    score: r % 101,
  }))
  expect(() => rasch(fine)).toThrow('101, more than 100, different scores remain')
  const alike = read('ax0 ay1 az1 bx1 by0 bz1 cx1 cy1 cz0')
  expect(() => rasch(alike, { method: 'marginal' })).toThrow('no spread of entries beyond chance')
})

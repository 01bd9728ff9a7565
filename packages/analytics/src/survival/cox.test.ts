import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceOf } from '../hazards/links.ts'
import { discreteHazard } from '../hazards/discrete-hazard.ts'
import type { Column } from '../hazards/model-columns.ts'
import { seededRandom } from '../numbers/random.ts'
import { cox } from './cox.ts'
import type { CoxOptions } from './cox.ts'
import type { Ties } from './cox-likelihood.ts'
import { logRank } from './log-rank.ts'
import type { SurvivalRows } from './risk-order.ts'

const ties: Ties[] = ['efron', 'breslow']
const column = (name: string, values: ArrayLike<number>): Column => ({
  name,
  values: Float64Array.from(values),
})
const tight = { epsilon: 1e-14 }

/** Rows with late entry, ties, two columns and three strata. */
function simulated(seed: number, rows = 60) {
  const random = seededRandom(seed)
  const x = Array.from({ length: rows }, () => random.normal())
  const d = x.map(() => random.below(2))
  const start = x.map(() => random.below(4))
  const stop = start.map(
    (time, i) => time + 1 + Math.floor(-6 * Math.log(random.uniform()) * Math.exp(-0.5 * x[i]!)),
  )
  const event = x.map(() => (random.uniform() < 0.7 ? 1 : 0))
  const strata = x.map(() => 'abc'[random.below(3)]!)
  return { rows: { start, stop, event }, columns: [column('x', x), column('d', d)], strata }
}

/** The log partial likelihood row by row, from its definition; `weights` count a row more than once. */
function definition(
  { start, stop, event }: SurvivalRows,
  columns: readonly Column[],
  coef: readonly number[],
  { ties, strata, weights }: { ties: Ties; strata?: readonly string[]; weights?: readonly number[] },
): number {
  const eta = Array.from(stop, (_, i) =>
    columns.reduce((sum, { values }, j) => sum + coef[j]! * values[i]!, 0),
  )
  const weight = (i: number) => weights?.[i] ?? 1
  const risk = (i: number) => weight(i) * Math.exp(eta[i]!)
  const total = (list: number[], of: (i: number) => number) => list.reduce((sum, i) => sum + of(i), 0)
  const places = eta.map((_, i) => i)
  const deaths = Map.groupBy(
    places.filter((i) => event[i] === 1),
    (i) => `${strata?.[i] ?? ''}/${stop[i]}`,
  )
  let sum = 0
  for (const tied of deaths.values()) {
    const time = stop[tied[0]!]!
    const own = strata?.[tied[0]!]
    const atRisk = places.filter(
      (i) => strata?.[i] === own && (start?.[i] ?? -Infinity) < time && stop[i]! >= time,
    )
    const mean = total(tied, weight) / tied.length
    tied.forEach((i, k) => {
      const share = ties === 'efron' ? k / tied.length : 0
      sum += weight(i) * eta[i]! - mean * Math.log(total(atRisk, risk) - share * total(tied, risk))
    })
  }
  return sum
}

test.each(ties)('%s: the likelihood is that of the definition, with and without strata', (ties) => {
  for (let seed = 1; seed <= 5; seed++) {
    const { rows, columns, strata } = simulated(seed)
    for (const options of [{ ties }, { ties, strata }]) {
      const { coef, logLik, nullLogLik } = cox(rows, columns, options)
      expect(nullLogLik).toBeCloseTo(definition(rows, columns, [0, 0], options), 9)
      expect(logLik).toBeCloseTo(definition(rows, columns, Array.from(coef), options), 9)
    }
  }
})

test.each(ties)('%s: at the estimate the likelihood is level, and curved as the errors say', (ties) => {
  const { rows, columns, strata } = simulated(7)
  const { coef, vcov } = cox(rows, columns, { ties, strata, ...tight })
  const at = (a: number, b: number) =>
    definition(rows, columns, [coef[0]! + a, coef[1]! + b], { ties, strata })
  const h = 1e-4
  expect((at(h, 0) - at(-h, 0)) / (2 * h)).toBeCloseTo(0, 5)
  expect((at(0, h) - at(0, -h)) / (2 * h)).toBeCloseTo(0, 5)
  const curve = (at(h, 0) - 2 * at(0, 0) + at(-h, 0)) / h ** 2
  const cross = (at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h ** 2)
  expect(-(curve * vcov[0]! + cross * vcov[1]!)).toBeCloseTo(1, 4) // a row of information times covariances
})

test('without ties, the score test of two groups is the log-rank test', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { rows, columns, strata } = simulated(seed)
    const stop = Array.from(rows.stop, (time, i) => time + i / 1000)
    const group = Array.from(columns[1]!.values)
    const { score } = cox({ ...rows, stop }, [columns[1]!], { ties: 'breslow', strata })
    expect(score.chiSquare).toBeCloseTo(logRank({ ...rows, stop }, group, { strata }).chiSquare, 9)
  }
})

test('the tests agree on one column: Wald is z squared, likelihood ratio twice the gain', () => {
  const { rows, columns } = simulated(3)
  const { wald, z, likelihoodRatio, logLik, nullLogLik } = cox(rows, [columns[0]!])
  expect(wald.chiSquare).toBeCloseTo(z[0]! ** 2, 9)
  expect(likelihoodRatio.chiSquare).toBeCloseTo(2 * (logLik - nullLogLik), 12)
})

test('a stratum column says nothing beside its strata, and rows cut in two say the same', () => {
  const { rows, columns, strata } = simulated(5)
  const plain = cox(rows, columns, { strata })
  const own = column(
    'own',
    strata.map((label) => 'abc'.indexOf(label) / 10),
  )
  const beside = cox(rows, [own, ...columns], { strata })
  expect(beside.dropped).toEqual([{ name: 'own', says: 'does not vary within a stratum' }])
  expect(beside.coef).toEqual(plain.coef)
  const cut = rows.stop.map((stop, i) => (rows.start[i]! + stop) / 2)
  const halves = cox(
    {
      start: [...rows.start, ...cut],
      stop: [...cut, ...rows.stop],
      event: [...rows.event.map(() => 0), ...rows.event],
    },
    columns.map(({ name, values }) => column(name, [...values, ...values])),
    { strata: [...strata, ...strata] },
  )
  plain.coef.forEach((value, j) => expect(halves.coef[j]).toBeCloseTo(value, 9))
  expect(halves.concordance.concordance).toBeCloseTo(plain.concordance.concordance, 12)
})

test.each(ties)('%s: a row’s part of the robust error is what its weight does to the estimate', (ties) => {
  const { rows, columns, strata } = simulated(11, 30)
  const { coef, robust } = cox(rows, [columns[0]!], {
    ties,
    strata,
    cluster: strata.map((_, i) => i),
    ...tight,
  })
  const climb = (weights: number[]) => {
    let b = coef[0]!
    const at = (x: number) => definition(rows, [columns[0]!], [x], { ties, strata, weights })
    const h = 1e-3
    for (let turn = 0; turn < 4; turn++) {
      const [low, middle, high] = [at(b - h), at(b), at(b + h)]
      b -= ((high - low) * h) / (2 * (high - 2 * middle + low))
    }
    return b
  }
  const e = 1e-3
  const square = strata.reduce((sum, _, i) => {
    const [up, down] = [1 + e, 1 - e].map((weight) => climb(strata.map((_, k) => (k === i ? weight : 1))))
    return sum + ((up! - down!) / (2 * e)) ** 2
  }, 0)
  expect(Math.sqrt(square) / robust!.estimates.se[0]!).toBeCloseTo(1, 3)
})

test('concordance counts pairs as its definition does, and its error is the jackknife’s', () => {
  const { rows, columns, strata } = simulated(13)
  const { coef, concordance } = cox(rows, columns, { strata })
  const eta = strata.map((_, i) => columns.reduce((sum, { values }, j) => sum + coef[j]! * values[i]!, 0))
  const pairs = strata.flatMap((own, i) =>
    strata.flatMap((other, j) => {
      const time = rows.stop[i]!
      const later = rows.stop[j]! > time || (rows.stop[j] === time && rows.event[j] === 0)
      if (i === j || rows.event[i] === 0 || own !== other || !later || rows.start[j]! >= time) return []
      return [{ i, j, value: eta[i]! > eta[j]! ? 1 : eta[i] === eta[j] ? 0.5 : 0 }]
    }),
  )
  const share = (of: typeof pairs) => of.reduce((sum, { value }) => sum + value, 0) / of.length
  expect(concordance.concordance).toBeCloseTo(share(pairs), 12)
  expect(concordance.concordant + concordance.discordant + concordance.tiedPredictor).toBe(pairs.length)
  const square = strata.reduce((sum, _, row) => {
    const own = pairs.filter(({ i, j }) => i === row || j === row)
    return sum + (own.reduce((gap, { value }) => gap + value - share(pairs), 0) / pairs.length) ** 2
  }, 0)
  expect(concordance.se).toBeCloseTo(Math.sqrt(square), 12)
})

test('the baseline hazard sums, over all rows, to the events', () => {
  const { rows, columns, strata } = simulated(17)
  const { coef, baseline, names } = cox(rows, columns, { strata, ties: 'breslow' })
  expect(names).toEqual(['x', 'd'])
  const expected = strata.reduce((sum, own, i) => {
    const ratio = Math.exp(
      columns.reduce((s, { values }, j) => s + coef[j]! * (values[i]! - baseline.means[j]!), 0),
    )
    const within = baseline.time.map((time, k) =>
      baseline.stratum[k] === own && time > rows.start[i]! && time <= rows.stop[i]! ? baseline.hazard[k]! : 0,
    )
    return sum + ratio * within.reduce((s, hazard) => s + hazard, 0)
  }, 0)
  expect(expected).toBeCloseTo(
    rows.event.reduce<number>((sum, event) => sum + event, 0),
    9,
  )
})

test('grouped into periods, a proportional hazard is a complementary log-log regression', () => {
  const random = seededRandom(21)
  const x = Array.from({ length: 3000 }, () => random.normal())
  const time = x.map((value) => -Math.log(1 - random.uniform()) * 5 * Math.exp(-0.7 * value))
  const columns = [column('x', x)]
  const fine = cox({ stop: time, event: time.map(() => 1) }, columns)
  const rows = time.flatMap((end, i) =>
    Array.from({ length: Math.min(Math.ceil(end), 10) }, (_, k) => ({
      i,
      period: k + 1,
      event: end <= k + 1 ? 1 : 0,
    })),
  )
  const periods = Array.from({ length: 10 }, (_, k) =>
    column(
      `p${k + 1}`,
      rows.map(({ period }) => (period === k + 1 ? 1 : 0)),
    ),
  )
  const grouped = discreteHazard(
    {
      event: rows.map(({ event }) => event),
      columns: [
        column(
          'x',
          rows.map(({ i }) => x[i]!),
        ),
        ...periods,
      ],
    },
    { link: 'cloglog', intercept: false },
  )
  expect(Math.abs(grouped.coef[0]! - fine.coef[0]!)).toBeLessThan(2 * fine.se[0]!)
  expect(Math.abs(grouped.coef[0]! - 0.7)).toBeLessThan(3 * grouped.se[0]!)
  expect(chanceOf(grouped.coef[1]!, 'cloglog')).toBeCloseTo(1 - Math.exp(-0.2), 1)
})

test('a likelihood that rises for ever is told, with the column', () => {
  const rows = { stop: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 1, 1, 1] }
  const first = column('first', [1, 1, 0, 0, 0, 0])
  const { separation } = cox(rows, [first, column('x', [3, 1, 2, 5, 1, 4])])
  expect(separation).toMatchObject({ kind: 'diverging', columns: ['first'] })
  expect(cox(rows, [column('x', [3, 1, 2, 5, 1, 4])]).separation).toBeNull()
})

test('with fewer clusters than columns the joint robust test is not known, and the rest is', () => {
  const rows = { stop: [1, 2, 3, 4, 5, 6, 7, 8], event: [1, 1, 0, 1, 1, 1, 0, 1] }
  const columns = [
    column('x', [3, 1, 2, 5, 1, 4, 2, 2]),
    column('y', [1, 4, 2, 1, 3, 2, 5, 1]),
    column('z', [0, 1, 0, 0, 1, 1, 0, 1]),
  ]
  const { robust, separation } = cox(rows, columns, { cluster: [1, 1, 1, 1, 2, 2, 2, 2] })
  expect(separation).toBeNull()
  expect(robust?.wald).toEqual({ chiSquare: NaN, df: 3, p: NaN })
  expect(robust?.estimates.se.every((se) => se > 0)).toBe(true)
})

test('rows of which no two are at risk together tell nothing, whatever rounding leaves', () => {
  const alone = { start: [0, 1, 2, 3, 4], stop: [1, 2, 3, 4, 5], event: [1, 1, 1, 1, 1] }
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 5, maxLength: 5 }),
      (x) => {
        fc.pre(Math.max(...x) - Math.min(...x) > 1e-3)
        expect(() => cox(alone, [column('x', x)])).toThrow(
          'cox: nothing at risk together tells the columns apart',
        )
      },
    ),
  )
})

const three = { stop: [1, 2, 3], event: [1, 0, 1] }
const x = [column('x', [1, 5, 2])]
test.each<[SurvivalRows, Column[], CoxOptions, string]>([
  [{ ...three, start: [0, 2, 1] }, x, {}, 'cox: row 2: stop 2 is not after start 2'],
  [{ ...three, stop: [1, NaN, 3] }, x, {}, 'cox: row 2: the time must be finite'],
  [{ ...three, start: [0, Infinity, 1] }, x, {}, 'cox: row 2: the start must be finite'],
  [{ ...three, event: [1, 0, 2] }, x, {}, 'cox: row 3: the event must be 0 or 1, got 2'],
  [{ ...three, event: [0, 0, 0] }, x, {}, 'cox: there are no events'],
  [{ ...three, event: [1] }, x, {}, 'cox: times and events must have one entry a row'],
  [{ stop: [], event: [] }, [], {}, 'cox: there are no rows'],
  [three, [column('x', [1, Infinity, 2])], {}, 'cox: row 2, column x: the value must be finite'],
  [three, [column('x', [4, 4, 4])], {}, 'cox: no column varies within a stratum among the rows at risk'],
  [three, [...x, column('y', [1, 5, 2])], { collinear: 'refuse' }, 'cox: column y is made up by x'],
  [three, x, { strata: ['a'] }, 'cox: 1 strata labels for 3 rows'],
  [three, x, { cluster: ['a', 'a', 'a'] }, 'cox: all rows are in one cluster'],
])('refuses %j', (rows, columns, options, says) => {
  expect(() => cox(rows, columns, options)).toThrow(says)
})

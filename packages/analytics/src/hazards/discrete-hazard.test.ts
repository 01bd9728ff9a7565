import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { discreteHazard } from './discrete-hazard.ts'
import type { HazardOptions } from './discrete-hazard.ts'
import { chanceOf } from './links.ts'
import type { Link } from './links.ts'
import type { Column } from './model-columns.ts'

const links: Link[] = ['logit', 'cloglog']
const column = (name: string, values: ArrayLike<number>): Column => ({
  name,
  values: Float64Array.from(values),
})
const tight = { epsilon: 1e-14 }

/** Rows whose chance follows two columns, in groups of five. */
function simulated(seed: number, rows = 400) {
  const random = seededRandom(seed)
  const x = Array.from({ length: rows }, () => random.normal())
  const d = x.map(() => random.below(2))
  const event = x.map((value, i) =>
    random.uniform() < chanceOf(-1 + 0.8 * value - 0.5 * d[i]!, 'logit') ? 1 : 0,
  )
  return {
    event,
    columns: [column('x', x), column('d', d)],
    cluster: x.map((_, i) => `g${Math.trunc(i / 5)}`),
  }
}

test.each(links)('%s: on one factor the fitted chances are the shares observed', (link) => {
  const event = [1, 0, 0, 0, 1, 1, 0, 1]
  const columns = [column('b', [0, 0, 0, 0, 1, 1, 1, 1])]
  const { coef, deviance, aic, nullDeviance } = discreteHazard({ event, columns }, { link, ...tight })
  expect(chanceOf(coef[0]!, link)).toBeCloseTo(1 / 4, 10)
  expect(chanceOf(coef[0]! + coef[1]!, link)).toBeCloseTo(3 / 4, 10)
  const wanted = -2 * (2 * Math.log(1 / 4) + 6 * Math.log(3 / 4))
  expect(deviance).toBeCloseTo(wanted, 10)
  expect(aic).toBeCloseTo(wanted + 4, 10)
  expect(nullDeviance).toBeCloseTo(-16 * Math.log(1 / 2), 12)
})

test('the errors of a saturated logit are those of log odds: the sums of 1 / count', () => {
  const event = [1, 0, 0, 0, 1, 1, 0, 1]
  const { vcov } = discreteHazard({ event, columns: [column('b', [0, 0, 0, 0, 1, 1, 1, 1])] }, tight)
  expect(vcov[0]).toBeCloseTo(1 + 1 / 3, 9)
  expect(vcov[1]).toBeCloseTo(-(1 + 1 / 3), 9)
  expect(vcov[3]).toBeCloseTo(1 + 1 / 3 + (1 + 1 / 3), 9)
})

test.each(links)('%s: at the estimate no small move of a coefficient is better', (link) => {
  const { event, columns } = simulated(4)
  const { coef, logLik, se } = discreteHazard({ event, columns }, { link, ...tight })
  const at = (moved: readonly number[]) =>
    event.reduce<number>((sum, y, row) => {
      const eta = moved[0]! + columns.reduce((eta, { values }, j) => eta + moved[j + 1]! * values[row]!, 0)
      return sum + Math.log(y === 1 ? chanceOf(eta, link) : 1 - chanceOf(eta, link))
    }, 0)
  const best = Array.from(coef)
  expect(at(best)).toBeCloseTo(logLik, 8)
  best.forEach((value, j) => {
    const h = se[j]! / 100
    const [up, down] = [at(best.with(j, value + h)), at(best.with(j, value - h))]
    expect(Math.abs(up - down)).toBeLessThan(1e-5)
    expect(Math.max(up, down)).toBeLessThan(logLik)
  })
})

test('a change of unit changes coefficients by that unit and nothing else', () => {
  const { event, columns } = simulated(6)
  const plain = discreteHazard({ event, columns }, tight)
  const year = column(
    'x',
    columns[0]!.values.map((value) => 2000 + 10 * value),
  )
  const moved = discreteHazard({ event, columns: [year, columns[1]!] }, tight)
  expect(moved.logLik).toBeCloseTo(plain.logLik, 9)
  expect(moved.coef[1]! * 10).toBeCloseTo(plain.coef[1]!, 9)
  expect(moved.z[1]).toBeCloseTo(plain.z[1]!, 8)
  expect(moved.coef[0]! + 2000 * moved.coef[1]!).toBeCloseTo(plain.coef[0]!, 7)
})

test('with every row a cluster, robust errors are those of White, and G / (G - 1) is said apart', () => {
  const { event, columns } = simulated(8)
  const { coef, vcov, robust } = discreteHazard(
    { event, columns },
    { ...tight, cluster: event.map((_, i) => i) },
  )
  const rows = event.map((y, i) => {
    const x = [1, columns[0]!.values[i]!, columns[1]!.values[i]!]
    const gap =
      y -
      chanceOf(
        x.reduce((eta, value, j) => eta + value * coef[j]!, 0),
        'logit',
      )
    return [0, 1, 2].map((a) => x.reduce((sum, value, j) => sum + vcov[a * 3 + j]! * value * gap, 0))
  })
  for (let a = 0; a < 3; a++) {
    const variance = rows.reduce((sum, row) => sum + row[a]! ** 2, 0)
    expect(robust!.plain.se[a]).toBeCloseTo(Math.sqrt(variance), 9)
    expect(robust!.smallSample.se[a]).toBeCloseTo(Math.sqrt((variance * 400) / 399), 9)
  }
  expect(robust!.clusters).toBe(400)
})

test('rows copied within their cluster double nothing: robust errors stay', () => {
  const { event, columns, cluster } = simulated(9)
  const twice = <Value>(list: ArrayLike<Value>) => [...Array.from(list), ...Array.from(list)]
  const once = discreteHazard({ event, columns }, { ...tight, cluster })
  const copied = columns.map(({ name, values }) => column(name, twice(values)))
  const both = discreteHazard({ event: twice(event), columns: copied }, { ...tight, cluster: twice(cluster) })
  once.robust!.plain.se.forEach((se, j) => expect(both.robust!.plain.se[j]).toBeCloseTo(se, 9))
  once.se.forEach((se, j) => expect(both.se[j]).toBeCloseTo(se / Math.SQRT2, 9))
})

test('separation is found and named, and what is not separated is not', () => {
  const event = [0, 0, 0, 1, 1, 1, 0, 1]
  const other = column('other', [1, 4, 2, 3, 1, 4, 2, 2])
  const split = column('split', [1, 2, 2, 5, 6, 7, 3, 8])
  const { separation } = discreteHazard({ event, columns: [other, split] })
  expect(separation?.kind).toBe('diverging')
  expect(separation?.columns).toContain('split')
  const quasi = column('quasi', [0, 0, 0, 1, 0, 1, 0, 1]) // all who have it have the event
  expect(discreteHazard({ event, columns: [quasi] }).separation).toMatchObject({ columns: ['quasi'] })
  expect(discreteHazard({ event, columns: [other] }).separation).toBeNull()
})

test('a predictor beyond 15 is told even where estimates are finite', () => {
  const random = seededRandom(3)
  const x = Array.from({ length: 3000 }, (_, i) => (i === 0 ? 40 : random.normal()))
  const event = x.map((value, i) => (i === 0 || random.uniform() < chanceOf(value, 'logit') ? 1 : 0))
  expect(discreteHazard({ event, columns: [column('x', x)] }).separation).toMatchObject({
    kind: 'extreme',
    columns: ['x'],
  })
})

test('Firth gives finite estimates under separation: with one factor those of counts plus a half', () => {
  const event = [0, 0, 0, 0, 1, 1, 1, 0]
  const columns = [column('b', [0, 0, 0, 0, 1, 1, 1, 1])]
  const { coef, firth } = discreteHazard({ event, columns }, { firth: true })
  expect(coef[0]).toBeCloseTo(Math.log(0.5 / 4.5), 7)
  expect(coef[0]! + coef[1]!).toBeCloseTo(Math.log(3.5 / 1.5), 7)
  expect(firth!.lower[1]).toBeLessThan(coef[1]!)
  expect(firth!.upper[1]).toBeGreaterThan(coef[1]!)
  expect(firth!.p[1]).toBeLessThan(0.05)
  expect(firth!.lower[1]).toBeGreaterThan(0) // the profile leaves 0 out where its test does
})

test('the limits of a penalised profile are where twice the loss is the quantile of chi-square', () => {
  const { event, columns } = simulated(12, 60)
  const { coef, firth, se } = discreteHazard({ event, columns }, { firth: true })
  for (let j = 0; j < 3; j++) {
    expect(Math.abs((firth!.upper[j]! - coef[j]!) / se[j]! / 1.96 - 1)).toBeLessThan(0.35)
    expect(Math.abs((coef[j]! - firth!.lower[j]!) / se[j]! / 1.96 - 1)).toBeLessThan(0.35)
  }
  const half = discreteHazard({ event, columns }, { firth: true, confidence: 1 - firth!.p[1]! })
  const nearest = coef[1]! > 0 ? half.firth!.lower[1]! : half.firth!.upper[1]!
  expect(nearest).toBeCloseTo(0, 6) // at the confidence that its own p-value leaves, the limit is 0
})

test('columns that others make up are dropped and named, or refused', () => {
  const { event, columns } = simulated(2)
  const copy = column(
    'copy',
    columns[0]!.values.map((value) => 3 - 2 * value),
  )
  const fit = discreteHazard({ event, columns: [...columns, copy] })
  expect(fit.names).toEqual(['(Intercept)', 'x', 'd'])
  expect(fit.dropped).toEqual([{ name: 'copy', says: 'is made up by (Intercept), x' }])
  expect(fit.logLik).toBeCloseTo(discreteHazard({ event, columns }).logLik, 9)
  expect(() => discreteHazard({ event, columns: [...columns, copy] }, { collinear: 'refuse' })).toThrow(
    'discreteHazard: column copy is made up by (Intercept), x',
  )
})

const x = [column('x', [1, 2, 3])]
test.each<[number[], Column[], HazardOptions, string]>([
  [[0, 0, 0], x, {}, 'discreteHazard: there are no events'],
  [[1, 1, 1], x, {}, 'discreteHazard: every row has the event'],
  [[0, 2, 1], x, {}, 'discreteHazard: row 2: the event must be 0 or 1, got 2'],
  [[0, 1, 1], [column('x', [1, 2, NaN])], {}, 'discreteHazard: row 3, column x: the value must be finite'],
  [[0, 1, 1], [...x, ...x], {}, 'discreteHazard: two columns are called x'],
  [[0, 1], x, {}, 'discreteHazard: column x has 3 rows, the events have 2'],
  [[0, 1, 1], x, { firth: true, link: 'cloglog' }, 'discreteHazard: Firth is for the logit link only'],
  [[0, 1, 1], x, { cluster: ['a', 'a', 'a'] }, 'discreteHazard: all rows are in one cluster'],
  [[0, 1, 1], x, { cluster: ['a'] }, 'discreteHazard: 1 cluster labels for 3 rows'],
  [[0, 1, 1], [], { intercept: false }, 'discreteHazard: there is no column to fit'],
  [[0, 1, 1], x, { confidence: 1 }, 'discreteHazard: the confidence must lie between 0 and 1, got 1'],
])('refuses %j', (event, columns, options, says) => {
  expect(() => discreteHazard({ event, columns }, options)).toThrow(says)
})

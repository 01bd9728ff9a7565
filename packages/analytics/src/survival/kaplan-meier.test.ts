import { expect, test } from 'vitest'
import { normalQuantile } from '../numbers/tails.ts'
import { seededRandom } from '../numbers/random.ts'
import { kaplanMeier, survivalTime } from './kaplan-meier.ts'

/** Five units: events at 2 (two of them), 5 and 9, one left at 4. */
const five = { stop: [2, 2, 4, 5, 9], event: [1, 1, 0, 1, 1] }

test('worked by hand: shares left, numbers at risk, Greenwood, Nelson–Aalen', () => {
  const curve = kaplanMeier(five)
  expect(Array.from(curve.time)).toEqual([2, 4, 5, 9])
  expect(Array.from(curve.atRisk)).toEqual([5, 3, 2, 1])
  expect(Array.from(curve.events)).toEqual([2, 0, 1, 1])
  expect(Array.from(curve.censored)).toEqual([0, 1, 0, 0])
  ;[0.6, 0.6, 0.3, 0].forEach((left, i) => expect(curve.survival[i]).toBeCloseTo(left, 14))
  expect(curve.se[0]).toBeCloseTo(0.6 * Math.sqrt(2 / (5 * 3)), 14)
  expect(curve.se[2]).toBeCloseTo(0.3 * Math.sqrt(2 / 15 + 1 / 2), 14)
  expect(curve.se[3]).toBeNaN()
  expect(curve.cumulativeHazard[3]).toBeCloseTo(2 / 5 + 1 / 2 + 1, 14)
  expect(curve.cumulativeHazardSe[3]).toBeCloseTo(Math.sqrt(2 / 25 + 1 / 4 + 1), 14)
})

test('bands are symmetric on their own scale and stay from 0 to 1', () => {
  const { survival, se, bands } = kaplanMeier(five, 0.9)
  const z = normalQuantile(0.95)
  expect(bands.plain.lower[0]).toBeCloseTo(survival[0]! - z * se[0]!, 12)
  expect(bands.plain.upper[0]).toBeCloseTo(Math.min(1, survival[0]! + z * se[0]!), 12)
  expect(Math.log(bands.log.lower[0]!)).toBeCloseTo(Math.log(0.6) - (z * se[0]!) / 0.6, 12)
  const turned = (p: number) => Math.log(-Math.log(p))
  const half = (z * se[2]!) / (0.3 * Math.abs(Math.log(0.3)))
  expect(turned(bands.logLog.lower[2]!)).toBeCloseTo(turned(0.3) + half, 12)
  expect(turned(bands.logLog.upper[2]!)).toBeCloseTo(turned(0.3) - half, 12)
  expect(bands.logLog.lower[3]).toBeNaN()
})

test('without censoring it is the share of those who last longer, with the binomial error', () => {
  const random = seededRandom(4)
  const stop = Array.from({ length: 40 }, () => 1 + random.below(12))
  const { time, survival, se } = kaplanMeier({ stop, event: stop.map(() => 1) })
  expect(survival.at(-1)).toBe(0)
  time.slice(0, -1).forEach((at, i) => {
    const left = stop.filter((one) => one > at).length / 40
    expect(survival[i]).toBeCloseTo(left, 12)
    expect(se[i]).toBeCloseTo(Math.sqrt((left * (1 - left)) / 40), 12)
  })
})

test('who enters late is not at risk before, and cutting a row in two changes nothing', () => {
  const late = kaplanMeier({ start: [0, 0, 3], stop: [2, 6, 5], event: [1, 1, 1] })
  expect(Array.from(late.atRisk)).toEqual([2, 2, 1])
  const cut = kaplanMeier({
    start: [0, 0, 0, 0, 4, 3],
    stop: [2, 2, 4, 4, 9, 5],
    event: [1, 1, 0, 0, 1, 1],
  })
  const whole = kaplanMeier({ start: [0, 0, 0, 0, 3], stop: [2, 2, 4, 9, 5], event: [1, 1, 0, 1, 1] })
  expect(cut.survival).toEqual(whole.survival)
  expect(cut.atRisk).toEqual(whole.atRisk)
})

test('the median is the first time below a half, or the middle of the time at a half', () => {
  expect(survivalTime(kaplanMeier(five), 0.5).time).toBe(5)
  const four = kaplanMeier({ stop: [1, 2, 3, 4], event: [1, 1, 1, 1] })
  expect(survivalTime(four, 0.5).time).toBe(2.5)
  expect(survivalTime(four, 0.75).time).toBe(1.5)
  const short = kaplanMeier({ stop: [1, 2, 3, 4], event: [1, 0, 0, 0] })
  expect(survivalTime(short, 0.5).time).toBeNaN()
})

test('limits of the median are where the limits of the curve cross a half', () => {
  const random = seededRandom(6)
  const stop = Array.from({ length: 60 }, () => Math.ceil(-20 * Math.log(random.uniform())))
  const curve = kaplanMeier({ stop, event: stop.map((_, i) => (i % 4 === 0 ? 0 : 1)) })
  const { time, limits } = survivalTime(curve, 0.5)
  for (const scale of ['plain', 'log', 'logLog'] as const) {
    const { lower, upper } = limits[scale]
    expect(lower).toBeLessThanOrEqual(time)
    expect(upper).toBeGreaterThanOrEqual(time)
    const at = curve.time.indexOf(lower)
    expect(curve.bands[scale].lower[at]).toBeLessThan(0.5)
    expect(curve.bands[scale].lower[at - 1]).toBeGreaterThan(0.5)
  }
})

test.each([
  [{ stop: [1, 2], event: [1, 3] }, 0.95, 'kaplanMeier: row 2: the event must be 0 or 1, got 3'],
  [{ start: [0, 3], stop: [1, 2], event: [1, 1] }, 0.95, 'kaplanMeier: row 2: stop 2 is not after start 3'],
  [{ stop: [1, NaN], event: [1, 1] }, 0.95, 'kaplanMeier: row 2: the time must be finite'],
  [{ stop: [], event: [] }, 0.95, 'kaplanMeier: there are no rows'],
  [{ stop: [1], event: [1] }, 95, 'kaplanMeier: the confidence must lie between 0 and 1, got 95'],
])('refuses %j', (rows, confidence, says) => {
  expect(() => kaplanMeier(rows, confidence)).toThrow(says)
})

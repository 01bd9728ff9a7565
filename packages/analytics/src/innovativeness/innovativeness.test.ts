import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { shrinkShares } from './beta-binomial.ts'
import { innovativenessBootstrap } from './innovativeness-bootstrap.ts'
import { innovativeness } from './innovativeness.ts'
import type { Adoption } from './adoption-table.ts'
import { descendingRanks } from './ranks.ts'

/** Written as `region:time`, one innovation a key. */
function adoptions(given: Record<string, string[]>): Adoption[] {
  return Object.entries(given).flatMap(([innovation, list]) =>
    list.map((one) => {
      const [region = '', time] = one.split(':')
      return { region, innovation, time: Number(time) }
    }),
  )
}

const three = adoptions({
  MPP: ['a:2017', 'b:2018', 'c:2021'],
  call: ['b:2016', 'a:2018'],
  batch: ['a:2020', 'c:2020'],
})

test('the first adopter of an innovation scores 1, the last 0, and so does who never adopts', () => {
  const { regions, walker, walkerInnovations, undefinedWalker } = innovativeness(three)
  expect(regions).toEqual(['a', 'b', 'c'])
  // An innovation that all adopt in one year says nothing about who is early.
  expect([walkerInnovations, undefinedWalker]).toEqual([2, ['batch']])
  expect(Array.from(walker)).toEqual([(1 + 0) / 2, (3 / 4 + 1) / 2, 0])
})

test('at risk from the first adoption by anyone to the own one or the last, both ends included', () => {
  const { atRisk, adoptions, rate } = innovativeness(three)
  // a: 2017; 2016–2018; 2020. b: 2017–2018; 2016; 2020, never. c: 2017–2021; 2016–2018, never; 2020.
  expect(Array.from(atRisk)).toEqual([1 + 3 + 1, 2 + 1 + 1, 5 + 3 + 1])
  expect(Array.from(adoptions)).toEqual([3, 2, 2])
  expect(Array.from(rate)).toEqual([3 / 5, 2 / 4, 2 / 9])
})

test('equal to the definition, period by period', () => {
  const random = seededRandom(6)
  const list: Adoption[] = []
  for (let i = 0; i < 12; i++)
    for (let k = 0; k < 9; k++)
      if (random.uniform() < 0.5)
        list.push({ region: `r${i}`, innovation: `k${k}`, time: 2000 + random.below(8) })
  const { regions, atRisk, adoptions } = innovativeness(list)
  const window = innovativeness(list, { window: [2002, 2004] })
  const ended = innovativeness(list, { end: 2010 })
  regions.forEach((region, i) => {
    let [periods, inWindow, untilEnd] = [0, 0, 0]
    for (const own of Map.groupBy(list, ({ innovation }) => innovation).values()) {
      const times = own.map(({ time }) => time)
      const adopted = own.find((one) => one.region === region)?.time ?? Infinity
      for (let t = Math.min(...times); t <= Math.min(2010, adopted); t++) {
        untilEnd++
        if (t > Math.max(...times)) continue
        periods++
        if (t >= 2002 && t <= 2004) inWindow++
      }
    }
    expect([atRisk[i], window.atRisk[i], ended.atRisk[i]]).toEqual([periods, inWindow, untilEnd])
    const mine = list.filter((one) => one.region === region)
    expect(adoptions[i]).toBe(mine.length)
    expect(window.adoptions[i]).toBe(mine.filter(({ time }) => time >= 2002 && time <= 2004).length)
  })
})

test('a region that adopted nothing is at risk of everything when it is named', () => {
  const { walker, atRisk, adoptions, rate } = innovativeness(three, { regions: ['a', 'b', 'c', 'd'] })
  expect([walker[3], atRisk[3], adoptions[3], rate[3]]).toEqual([0, 5 + 3 + 1, 0, 0])
})

test('of repeated adoptions the earliest counts', () => {
  const again = innovativeness([...three, { region: 'a', innovation: 'MPP', time: 2019 }])
  expect(again.repeated).toBe(1)
  expect({ ...again, repeated: 0 }).toEqual(innovativeness(three))
})

test('moving all years moves nothing', () => {
  const moved = three.map((one) => ({ ...one, time: one.time - 3000 }))
  expect(innovativeness(moved)).toEqual(innovativeness(three))
})

test('when every innovation is adopted in one period by all, Walker is undefined', () => {
  const { walker, rate, shrunk } = innovativeness(adoptions({ x: ['a:1', 'b:1'], y: ['a:2', 'b:2'] }))
  expect(Array.from(walker)).toEqual([NaN, NaN])
  expect(Array.from(rate)).toEqual([1, 1])
  expect(shrunk).toBeNull()
})

test('ranks: 1 the highest, equal ones share, no value has none', () => {
  expect(Array.from(descendingRanks(Float64Array.of(0.2, 0.5, NaN, 0.5, 0.1)))).toEqual([3, 1, NaN, 1, 4])
})

test('limits can be drawn again, hold the score, and are points when all innovations agree', () => {
  const random = seededRandom(9)
  const list: Adoption[] = []
  for (let i = 0; i < 15; i++)
    for (let k = 0; k < 20; k++)
      if (random.uniform() < 0.6)
        list.push({ region: `r${i}`, innovation: `k${k}`, time: random.below(5) + Math.floor(i / 3) })
  const once = innovativenessBootstrap(list, { replicates: 300, seed: 2 })
  expect(innovativenessBootstrap(list, { replicates: 300, seed: 2 })).toEqual(once)
  expect(innovativenessBootstrap(list, { replicates: 300, seed: 3 })).not.toEqual(once)
  const { walker, rate } = innovativeness(list)
  walker.forEach((score, i) => {
    expect(once.walker.lower[i]).toBeLessThan(score)
    expect(once.walker.upper[i]).toBeGreaterThan(score)
    expect(once.rate.lower[i]).toBeLessThan(rate[i]!)
    expect(once.rate.upper[i]).toBeGreaterThan(rate[i]!)
  })
  const alike = adoptions({ x: ['a:1', 'b:2', 'c:3'], y: ['a:1', 'b:2', 'c:3'], z: ['a:1', 'b:2', 'c:3'] })
  const { walker: points, rank } = innovativenessBootstrap(alike, { replicates: 20 })
  expect(Array.from(points.lower)).toEqual([1, 0.5, 0])
  expect(points.upper).toEqual(points.lower)
  expect(Array.from(rank.upper)).toEqual([1, 2, 3])
})

test('shrinking finds the spread that shares were drawn with, and pulls small counts most', () => {
  const random = seededRandom(14)
  const exponential = () => -Math.log(1 - random.uniform())
  const sum = (count: number) => Array.from({ length: count }, exponential).reduce((a, b) => a + b, 0)
  const trials = Array.from({ length: 2000 }, () => 5 + random.below(60))
  const events = trials.map((count) => {
    const [a, b] = [sum(2), sum(12)]
    return Array.from({ length: count }, () => random.uniform()).filter((u) => u < a / (a + b)).length
  })
  const { mean, strength } = shrinkShares(events, trials)
  expect(mean).toBeCloseTo(2 / 14, 1)
  expect(strength).toBeGreaterThan(11)
  expect(strength).toBeLessThan(17)
  const { shares } = shrinkShares([0, 0, 5, 9, 40], [1, 40, 10, 10, 60])
  expect(shares[0]).toBeGreaterThan(shares[1]!)
})

test('the likelihood is at its top: the derivatives by mean and strength vanish', () => {
  const [events, trials] = [
    [0, 2, 5, 9, 3, 1],
    [10, 12, 9, 14, 20, 4],
  ]
  const { mean, strength, logLikelihood } = shrinkShares(events!, trials!)
  const at = (mu: number, s: number) =>
    events!.reduce((sum, count, i) => {
      for (let j = 0; j < count; j++) sum += Math.log(mu * s + j)
      for (let j = 0; j < trials![i]! - count; j++) sum += Math.log((1 - mu) * s + j)
      for (let j = 0; j < trials![i]!; j++) sum -= Math.log(s + j)
      return sum
    }, 0)
  expect(logLikelihood).toBeCloseTo(at(mean, strength), 10)
  expect((at(mean + 1e-4, strength) - at(mean - 1e-4, strength)) / 2e-4).toBeCloseTo(0, 4)
  expect((at(mean, strength + 1e-4) - at(mean, strength - 1e-4)) / 2e-4).toBeCloseTo(0, 6)
})

test('shares that do not differ beyond chance all become the common one', () => {
  const { strength, shares, sd } = shrinkShares([5, 5, 4, 6], [10, 10, 10, 10])
  expect(strength).toBe(Infinity)
  expect(Array.from(shares)).toEqual([0.5, 0.5, 0.5, 0.5])
  expect(Array.from(sd)).toEqual([0, 0, 0, 0])
})

test.each([
  [[], {}, 'there is no adoption'],
  [[{ region: 'a', innovation: 'x', time: 2020.5 }], {}, 'region a, innovation x: the time must be a whole'],
  [[{ region: 'a', innovation: 'x', time: Infinity }], {}, 'the time must be a whole period, got Infinity'],
  [three, { end: 2019 }, 'region c, innovation MPP: adopted at 2021, after the end 2019'],
  [three, { end: 2030.5 }, 'the end must be a whole period, got 2030.5'],
  [three, { regions: ['a', 'b'] }, 'region c, innovation MPP: the region is not among those given'],
  [three, { window: [2020, 2018] as const }, 'the window must go from a whole period to a later one'],
])('refuses %j with %j', (list, options, says) => {
  expect(() => innovativeness(list, options)).toThrow(`innovativeness: `)
  expect(() => innovativeness(list, options)).toThrow(says)
})

test('refuses what can not be drawn or shrunk', () => {
  expect(() => innovativenessBootstrap(three, { replicates: 1 })).toThrow(
    'replicates must be a whole number from 2, got 1',
  )
  expect(() => innovativenessBootstrap(three, { level: 2 })).toThrow(
    'the level must lie between 0 and 1, got 2',
  )
  expect(() => innovativenessBootstrap(adoptions({ x: ['a:1', 'b:2'] }))).toThrow(
    'needs at least 2 innovations',
  )
  expect(() => shrinkShares([1.5], [2])).toThrow('shrinkShares: entry 1 must be whole events of whole trials')
  expect(() => shrinkShares([3], [2])).toThrow('entry 1 must be whole events of whole trials, got 3 of 2')
  expect(() => shrinkShares([0], [0])).toThrow('shrinkShares: there is no trial')
  expect(() => shrinkShares([0, 0], [2, 3])).toThrow('shrinkShares: all trials end alike')
})

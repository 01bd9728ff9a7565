import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { fitLogistic, logisticBands, logisticBootstrap } from './logistic.ts'

const at = (x: number, [asym, xmid, scal]: readonly [number, number, number]) =>
  asym / (1 + Math.exp((xmid - x) / scal))
const codes = (fit: { warnings: { code: string }[] }) => fit.warnings.map(({ code }) => code)

test('Rat42 of the NIST Statistical Reference Datasets (pasture regrowth), to its certified digits', () => {
  const x = [9, 14, 21, 28, 42, 57, 63, 70, 79]
  const y = [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08]
  const { coef, se, rss, sigma, df } = fitLogistic(x, y)
  // Certified for b1 / (1 + exp(b2 - b3 x)).
  expect(coef.Asym).toBeCloseTo(72.462237576, 7)
  expect(coef.xmid / coef.scal).toBeCloseTo(2.6180768402, 8)
  expect(1 / coef.scal).toBeCloseTo(0.067359200066, 10)
  expect(se.Asym).toBeCloseTo(1.7340283401, 7)
  expect(rss).toBeCloseTo(8.0565229338, 9)
  expect(sigma).toBeCloseTo(1.1587725499, 9)
  expect(df).toBe(6)
})

test('a curve without error gives its own numbers back, rising or falling', () => {
  const random = seededRandom(2)
  for (let turn = 0; turn < 60; turn++) {
    const truth = [
      1 + 900 * random.uniform(),
      20 * random.uniform(),
      (random.uniform() < 0.5 ? -1 : 1) * (0.5 + 3 * random.uniform()),
    ] as const
    const x = Array.from({ length: 12 }, (_, i) => 2 * i)
    const { coef } = fitLogistic(
      x,
      x.map((one) => at(one, truth)),
    )
    expect(coef.Asym / truth[0]).toBeCloseTo(1, 5)
    expect(coef.xmid).toBeCloseTo(truth[1], 4)
    expect(coef.scal / truth[2]).toBeCloseTo(1, 4)
  }
})

test('moving and stretching x moves and stretches the middle and the scale alone', () => {
  const x = [1, 2, 3, 4, 5, 6]
  const y = [2, 5, 11, 19, 25, 28]
  const one = fitLogistic(x, y)
  const other = fitLogistic(
    x.map((value) => 2015 + 2 * value),
    y,
  )
  expect(other.coef.Asym).toBeCloseTo(one.coef.Asym, 6)
  expect(other.coef.xmid).toBeCloseTo(2015 + 2 * one.coef.xmid, 6)
  expect(other.se.scal).toBeCloseTo(2 * one.se.scal!, 6)
})

test('half of the ceiling is reached at the middle, and bands enclose it', () => {
  const fit = fitLogistic([1, 2, 3, 4, 5, 6], [2, 5, 11, 19, 25, 28])
  const { mean, lower, upper, predictionLower, predictionUpper } = logisticBands(fit, [fit.coef.xmid])
  expect(mean[0]).toBeCloseTo(fit.coef.Asym / 2, 12)
  expect(lower[0]).toBeLessThan(mean[0]!)
  expect(predictionLower[0]).toBeLessThan(lower[0]!)
  expect(predictionUpper[0]).toBeGreaterThan(upper[0]!)
})

test('points that end before the middle do not identify the ceiling, and say so; a ceiling helps', () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  const y = x.map((one, i) => at(one, [500, 14, 2]) + (i % 2 ? 0.6 : -0.6))
  const free = fitLogistic(x, y)
  expect(codes(free)).toEqual(['before-peak', 'ceiling-not-identified'])
  const held = fitLogistic(x, y, { ceiling: { most: 60 } })
  expect([held.ceiling, held.coef.Asym, held.se.Asym]).toEqual(['held', 60, 0])
  expect(codes(held)).toContain('ceiling-above-possible')
  const fixed = fitLogistic(x, y, { ceiling: { fixed: 500 } })
  expect(fixed.coef.xmid).toBeCloseTo(14, 0)
  expect(codes(fixed)).toEqual(['before-peak'])
})

test('the bootstrap can be drawn again and is near the standard errors', () => {
  const fit = fitLogistic([1, 2, 3, 4, 5, 6, 7, 8], [2, 5, 11, 19, 25, 28, 29, 31])
  const once = logisticBootstrap(fit, { replicates: 300, seed: 'a' })
  expect(logisticBootstrap(fit, { replicates: 300, seed: 'a' })).toEqual(once)
  expect(once.quantities['Asym']!.se / fit.se.Asym!).toBeCloseTo(1, 0)
})

test.each([
  [[1, 2, 3, 4], [1, 2, 3, 4], {}, 'needs at least 5 points, got 4'],
  [[1, 2, 3, 4, 5], [1, 2, 3, 4], {}, '5 x and 4 y'],
  [[1, 1, 2, 2, 3], [1, 2, 3, 4, 5], {}, 'needs at least 4 different x'],
  [[1, 2, 3, 4, 5], [2, 2, 2, 2, 2], {}, 'there is no growth to fit'],
  [[1, 2, 3, 4, 5], [1, 2, Infinity, 4, 5], {}, 'point 3: must be finite'],
  [[1, 2, 3, 4, 5], [-9, -2, 0, 1, 2], {}, 'y must be mostly positive'],
  [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], { ceiling: { most: 0 } }, 'the ceiling 0 must be positive'],
  [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], { level: 1 }, 'the level must lie between 0 and 1, got 1'],
])('refuses %j, %j with %j', (x, y, options, says) => {
  expect(() => fitLogistic(x, y, options)).toThrow(`fitLogistic: `)
  expect(() => fitLogistic(x, y, options)).toThrow(says)
})

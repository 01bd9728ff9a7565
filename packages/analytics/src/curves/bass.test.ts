import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { bassBands, bassBootstrap, fitBass } from './bass.ts'
import { bassQuadratic } from './bass-quadratic.ts'
import { bassCurve, bassShare } from './bass-search.ts'

/** Sales of video recorders 1980–1989 and of room air conditioners 1949–1961, thousands. */
const recorders = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]
const coolers = [96, 195, 238, 380, 1045, 1230, 1267, 1828, 1586, 1673, 1800, 1580, 1500]

/** Counts that follow the curve without error. */
function exact({ m, p, q, n = 12 }: { m: number; p: number; q: number; n?: number }): number[] {
  return Array.from({ length: n }, (_, i) => m * (bassShare(i + 1, p, q) - bassShare(i, p, q)))
}

const codes = (fit: { warnings: { code: string }[] }) => fit.warnings.map(({ code }) => code)

test('the share that has adopted grows by (p + q F) (1 - F)', () => {
  for (const t of [0, 0.5, 3, 9, 40]) {
    const [p, q, h] = [0.02, 0.4, 1e-5]
    const share = bassShare(t, p, q)
    const growth = (bassShare(t + h, p, q) - bassShare(t - h, p, q)) / (2 * h)
    expect(growth).toBeCloseTo((p + q * share) * (1 - share), 9)
  }
})

test('the derivatives are those of the curve', () => {
  const curve = bassCurve([3, 0], [4, 2])
  for (const [i, at] of [
    [0, [50, 0.01, 0.5]],
    [1, [9, 0.3, 0.02]],
  ] as const) {
    const slopes = new Float64Array(3)
    curve(i, Float64Array.from(at), slopes)
    at.forEach((value, j) => {
      const shifted = (by: number) => {
        const moved = Float64Array.from(at)
        moved[j] = value * (1 + by)
        return curve(i, moved, new Float64Array(3))
      }
      expect(slopes[j]).toBeCloseTo((shifted(1e-6) - shifted(-1e-6)) / (2e-6 * value), 6)
    })
  }
})

test('a series without error gives its own numbers back', () => {
  const random = seededRandom(4)
  for (let turn = 0; turn < 60; turn++) {
    const [m, p, q] = [
      20 + 5000 * random.uniform(),
      10 ** (-4 + 3 * random.uniform()),
      0.2 + random.uniform(),
    ]
    const { coef } = fitBass(exact({ m, p, q, n: 15 }))
    expect(Math.abs(coef.m / m - 1)).toBeLessThan(1e-5)
    expect(Math.abs(coef.p / p - 1)).toBeLessThan(1e-5)
    expect(Math.abs(coef.q / q - 1)).toBeLessThan(1e-5)
  }
})

test('room air conditioners: the estimates that R gives, as in Srinivasan and Mason 1986', () => {
  const { coef, converged } = fitBass(coolers)
  expect(converged).toBe(true)
  expect(coef.p).toBeCloseTo(0.0094421, 7)
  expect(coef.q).toBeCloseTo(0.374763, 6)
  expect(coef.m).toBeCloseTo(18712.7, 1)
})

test('at the optimum no small change of a parameter lowers the sum of squares', () => {
  const { coef, rss } = fitBass(recorders)
  const curve = bassCurve(
    [...recorders.keys()],
    [...recorders.keys()].map((i) => i + 1),
  )
  const rssAt = (m: number, p: number, q: number) =>
    recorders.reduce(
      (sum, y, i) => sum + (y - curve(i, Float64Array.of(m, p, q), new Float64Array(3))) ** 2,
      0,
    )
  for (const by of [0.9999, 1.0001]) {
    expect(rssAt(coef.m * by, coef.p, coef.q)).toBeGreaterThan(rss)
    expect(rssAt(coef.m, coef.p * by, coef.q)).toBeGreaterThan(rss)
    expect(rssAt(coef.m, coef.p, coef.q * by)).toBeGreaterThan(rss)
  }
})

test('counting in another unit changes the ceiling and its error alone', () => {
  const one = fitBass(recorders)
  const other = fitBass(recorders.map((count) => count / 1000))
  expect(other.coef.m).toBeCloseTo(one.coef.m / 1000, 5)
  expect(other.se.m).toBeCloseTo(one.se.m! / 1000, 5)
  expect(other.coef.q).toBeCloseTo(one.coef.q, 7)
  expect(other.se.q).toBeCloseTo(one.se.q!, 7)
})

test('periods of other lengths and gaps fit the same curve', () => {
  const truth = { m: 300, p: 0.02, q: 0.5 }
  const from = [0, 2, 3, 5, 6, 7, 10]
  const to = [2, 3, 4, 6, 7, 10, 11]
  const counts = from.map(
    (start, i) => truth.m * (bassShare(to[i]!, 0.02, 0.5) - bassShare(start, 0.02, 0.5)),
  )
  const { coef } = fitBass(counts, { from, to })
  expect(coef.m).toBeCloseTo(300, 4)
  expect(coef.q).toBeCloseTo(0.5, 6)
})

test('most adopt at the peak time; where q does not exceed p there is none', () => {
  const { peakTime, peakRate, sePeakTime } = fitBass(exact({ m: 100, p: 0.01, q: 0.5 }))
  const rate = (t: number) => (100 * (bassShare(t + 1e-4, 0.01, 0.5) - bassShare(t - 1e-4, 0.01, 0.5))) / 2e-4
  expect(rate(peakTime!)).toBeCloseTo(peakRate, 5)
  expect(rate(peakTime! + 0.1)).toBeLessThan(peakRate)
  expect(rate(peakTime! - 0.1)).toBeLessThan(peakRate)
  expect(sePeakTime).toBeLessThan(1e-4)
  const falling = fitBass([50, 30, 18, 11, 7, 4, 2, 1])
  expect(falling.peakTime).toBeNull()
  expect(falling.se.q).toBeNull()
  expect(codes(falling)).toEqual(['no-imitation'])
})

test('a series that only grows does not identify the ceiling, and says so', () => {
  const fit = fitBass([1, 2, 4, 8, 16, 32, 64, 128])
  expect(fit.se).toEqual({ m: null, p: null, q: null })
  expect(codes(fit)).toEqual(['before-peak', 'ceiling-not-identified'])
  const early = fitBass(exact({ m: 500, p: 0.001, q: 0.6, n: 9 }).map((count, i) => count + (i % 2) / 5))
  expect(codes(early)).toEqual(['before-peak'])
})

test('a ceiling above the possible is held at the number of regions; a known one is kept', () => {
  const counts = exact({ m: 900, p: 0.01, q: 0.3, n: 8 })
  const held = fitBass(counts, { ceiling: { most: 514 } })
  expect([held.ceiling, held.limit, held.coef.m, held.se.m]).toEqual(['held', 514, 514, 0])
  expect(codes(held)).toContain('ceiling-above-possible')
  expect(held.df).toBe(6)
  expect(held.estimated).toEqual(['p', 'q'])
  const within = fitBass(counts, { ceiling: { most: 1000 } })
  expect(within.ceiling).toBe('within')
  expect(within.coef.m).toBeCloseTo(900, 3)
  const fixed = fitBass(counts, { ceiling: { fixed: 900 } })
  expect([fixed.ceiling, fixed.coef.m]).toEqual(['fixed', 900])
  expect(fixed.coef.q).toBeCloseTo(0.3, 6)
  expect(codes(fixed)).not.toContain('ceiling-above-possible')
})

test('bands go through the fit, are wider for an observation, and widen with the level', () => {
  const fit = fitBass(recorders)
  const bands = bassBands(fit, fit.from, fit.to)
  expect(bands.mean).toEqual(fit.fitted)
  const wide = bassBands(fitBass(recorders, { level: 0.99 }), fit.from, fit.to)
  bands.mean.forEach((mean, i) => {
    expect(bands.lower[i]).toBeLessThan(mean)
    expect(bands.predictionLower[i]).toBeLessThan(bands.lower[i]!)
    expect(bands.predictionUpper[i]).toBeGreaterThan(bands.upper[i]!)
    expect(wide.upper[i]).toBeGreaterThan(bands.upper[i]!)
  })
})

test('intervals hold the truth about as often as they say', () => {
  const random = seededRandom(21)
  const truth = { m: 400, p: 0.01, q: 0.45, n: 16 }
  const mean = exact(truth)
  let [m, q, ahead] = [0, 0, 0]
  const next = 400 * (bassShare(17, 0.01, 0.45) - bassShare(16, 0.01, 0.45))
  for (let turn = 0; turn < 200; turn++) {
    const fit = fitBass(mean.map((count) => Math.max(0, count + 1.5 * random.normal())))
    if (fit.interval.m![0] < truth.m && truth.m < fit.interval.m![1]) m++
    if (fit.interval.q![0] < truth.q && truth.q < fit.interval.q![1]) q++
    const { lower, upper } = bassBands(fit, [16], [17])
    if (lower[0]! < next && next < upper[0]!) ahead++
  }
  for (const held of [m, q, ahead]) {
    expect(held).toBeGreaterThan(180)
    expect(held).toBeLessThan(199)
  }
})

test('the bootstrap can be drawn again, and agrees with the standard errors of a series that determines them', () => {
  const fit = fitBass(recorders)
  const once = bassBootstrap(fit, { replicates: 400, seed: 7, ahead: 2 })
  expect(bassBootstrap(fit, { replicates: 400, seed: 7, ahead: 2 })).toEqual(once)
  expect(bassBootstrap(fit, { replicates: 400, seed: 8, ahead: 2 })).not.toEqual(once)
  expect(Object.keys(once.quantities)).toEqual(['m', 'p', 'q', 'peakTime', 'mean1', 'mean2'])
  expect(once.failed).toBe(0)
  expect(once.quantities['m']!.se / fit.se.m!).toBeCloseTo(1, 0)
  const mean = bassBands(fit, [10], [11]).mean[0]!
  expect(once.quantities['mean1']!.lower).toBeLessThan(mean)
  expect(once.quantities['mean1']!.upper).toBeGreaterThan(mean)
})

test('the bootstrap keeps the ceiling of the fit', () => {
  const fit = fitBass(exact({ m: 900, p: 0.01, q: 0.3, n: 8 }), { ceiling: { most: 514 } })
  expect(bassBootstrap(fit, { replicates: 20 }).quantities['m']!.upper).toBe(514)
})

test("Bass's quadratic goes through points that lie on it", () => {
  const [a, b, c] = [10, 0.4, -0.001]
  const counts: number[] = []
  let sofar = 0
  for (let i = 0; i < 12; i++) {
    counts.push(a + b * sofar + c * sofar ** 2)
    sofar += counts.at(-1)!
  }
  const found = bassQuadratic(counts)
  expect(found.a).toBeCloseTo(a, 8)
  expect(found.b).toBeCloseTo(b, 10)
  expect(found.c).toBeCloseTo(c, 12)
  expect(found.r2).toBeCloseTo(1, 12)
  expect(found.p! + 0).toBeCloseTo(a / found.m!, 12)
  expect(a + b * found.m! + c * found.m! ** 2).toBeCloseTo(0, 6)
  expect(found.q! - found.p!).toBeCloseTo(b, 10)
})

test('growth that does not slow has no ceiling in the quadratic', () => {
  const { m, p, q } = bassQuadratic([1, 2, 4, 8, 17, 36, 80])
  expect([m, p, q]).toEqual([null, null, null])
})

test.each([
  [[1, 2, 3, 2], {}, 'needs at least 5 periods, got 4'],
  [[1, 2, -3, 2, 1], {}, 'period 3: the count must be 0 or more, got -3'],
  [[1, 2, NaN, 2, 1], {}, 'period 3: the count must be 0 or more, got NaN'],
  [[0, 0, 0, 0, 0], {}, 'only 0 of 5 periods have adoptions'],
  [[7, 0, 0, 0, 0], {}, 'no growth'],
  [[1, 2, 3, 2, 1], { ceiling: { fixed: 8 } }, 'the ceiling 8 is below the 9 that have adopted'],
  [[1, 2, 3, 2, 1], { ceiling: { most: 8 } }, 'the ceiling 8 is below the 9 that have adopted'],
  [[1, 2, 3, 2, 1], { level: 95 }, 'the level must lie between 0 and 1, got 95'],
  [[1, 2, 3, 2, 1], { from: [0, 1, 2, 3, 4], to: [1, 3, 3, 4, 5] }, 'period 3: must begin'],
  [[1, 2, 3, 2, 1], { from: [0, 1, 2] }, 'every period needs a start and an end'],
])('refuses %j with %j', (counts, options, says) => {
  expect(() => fitBass(counts, options)).toThrow(RangeError)
  expect(() => fitBass(counts, options)).toThrow(`fitBass: `)
  expect(() => fitBass(counts, options)).toThrow(says)
})

test('the quadratic refuses too little', () => {
  expect(() => bassQuadratic([1, 2, 3])).toThrow('bassQuadratic: needs at least 4 periods, got 3')
  expect(() => bassQuadratic([3, 0, 0, 0, 0])).toThrow('bassQuadratic: the adoptions so far take fewer')
  expect(() => bassBootstrap(fitBass(recorders), { replicates: 1 })).toThrow(
    'replicates must be a whole number from 2',
  )
})

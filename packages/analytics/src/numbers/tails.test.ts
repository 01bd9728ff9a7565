import { expect, test } from 'vitest'
import { betaLower, betaUpper, gammaLower, gammaUpper, logBeta, logGamma } from './special-functions.ts'
import {
  chiSquareCdf,
  chiSquareUpper,
  fisherQuantile,
  fisherUpper,
  normalCdf,
  normalQuantile,
  normalUpper,
  studentQuantile,
  studentUpper,
} from './tails.ts'

const expectNear = (found: number, wanted: number, relative: number) =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(Math.abs(wanted) * relative)

test('log gamma is the logarithm of factorials, and of √π at a half', () => {
  let factorial = 0
  for (let n = 1; n <= 170; n++) {
    expectNear(logGamma(n + 1), (factorial += Math.log(n)), 1e-14)
  }
  expectNear(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14)
})

test('log beta agrees with its integral of a power, small and large', () => {
  for (const b of [0.5, 3, 9.9, 10, 250, 1e6]) expectNear(logBeta(1, b), -Math.log(b), 1e-13)
  expectNear(logBeta(12, 2), -Math.log(12 * 13), 1e-13)
})

test('gamma tails of whole order are Poisson sums', () => {
  for (const order of [1, 3, 10, 40]) {
    for (const x of [0.1, 2, 9, 45]) {
      let term = Math.exp(-x)
      let sum = 0
      for (let k = 0; k < order; k++) {
        sum += term
        term *= x / (k + 1)
      }
      expectNear(gammaUpper(order, x), sum, 1e-12)
      expectNear(gammaLower(order, x) + gammaUpper(order, x), 1, 1e-14)
      expectNear(chiSquareUpper(2 * x, 2 * order), sum, 1e-12)
    }
  }
  expectNear(chiSquareCdf(1e-8, 2), 5e-9, 1e-8) // exact near nothing, where 1 - Q would be all rounding
})

test('beta tails: a power in one corner, symmetry in the other', () => {
  for (const x of [1e-6, 0.2, 0.5, 0.93]) {
    expectNear(betaLower(x, 3.5, 1), x ** 3.5, 1e-13)
    expectNear(betaUpper(x, 1, 2.5), (1 - x) ** 2.5, 1e-13)
    expectNear(betaLower(x, 4, 7) + betaUpper(x, 4, 7), 1, 1e-14)
  }
})

test.each([
  [1, 0.15865525393145707],
  [3, 0.0013498980316300933],
  [10, 7.619853024160593e-24],
  [25, 3.056696706382561e-138],
] as const)('a normal variable exceeds %f with the tabulated chance', (z, chance) => {
  expectNear(normalUpper(z), chance, 1e-13)
  expectNear(normalCdf(-z), chance, 1e-13)
})

test('the normal quantile undoes the distribution function', () => {
  for (const p of [1e-300, 1e-12, 0.001, 0.2, 0.5, 0.7, 0.975]) {
    const z = normalQuantile(p)
    expectNear(normalCdf(z), p, 1e-11)
  }
  expectNear(normalQuantile(0.975), 1.959963984540054, 1e-15)
  expect(normalQuantile(0)).toBe(-Infinity)
})

test("Student's t is Cauchy with one degree, and has a closed form with two", () => {
  for (const t of [-3, -0.5, 0, 0.7, 12, 1e6]) {
    expectNear(studentUpper(t, 1), t > 1 ? Math.atan(1 / t) / Math.PI : 0.5 - Math.atan(t) / Math.PI, 1e-12)
  }
  expectNear(studentUpper(2, 2), 0.5 - 2 / (2 * Math.sqrt(2 + 4)), 1e-13)
  expectNear(studentQuantile(0.975, 7), 2.3646242515927844, 1e-12) // published tables: 2.365
  expectNear(studentUpper(1.5, 1e7), normalUpper(1.5), 1e-6)
})

test("Fisher's F has a closed form with two degrees above", () => {
  for (const [f, df2] of [
    [0.3, 5],
    [4, 2],
    [2.5, 40],
  ] as const) {
    expectNear(fisherUpper(f, 2, df2), (1 + (2 * f) / df2) ** (-df2 / 2), 1e-13)
  }
  expectNear(fisherUpper(fisherQuantile(0.95, 5, 18), 5, 18), 0.05, 1e-12)
  expectNear(fisherQuantile(0.025, 3, 9), 1 / fisherQuantile(0.975, 9, 3), 1e-12)
})

test('what has no answer is refused with its name', () => {
  expect(() => normalQuantile(1.2)).toThrow(/^normalQuantile: /)
  expect(() => logGamma(0)).toThrow(/^logGamma: /)
  expect(() => studentUpper(1, 0)).toThrow(/^studentUpper: /)
  expect(() => betaLower(2, 1, 1)).toThrow(/^betaLower: /)
  expect(() => gammaUpper(1, -1)).toThrow(/^gammaUpper: /)
})

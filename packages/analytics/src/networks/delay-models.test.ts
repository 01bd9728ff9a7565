import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import {
  exponentialDelay,
  fitDelayModel,
  logNormalDelay,
  powerLawDelay,
  rayleighDelay,
} from './delay-models.ts'
import type { DelayModel, DelayName } from './delay-models.ts'

const models = [exponentialDelay(0.7), rayleighDelay(0.4), powerLawDelay(2.5, 0.5), logNormalDelay(0.3, 0.8)]

function logDensity(model: DelayModel, delay: number): number {
  const values = Float64Array.of(delay)
  model.logDensities(values, 1)
  return values[0]!
}

function logLikelihood(model: DelayModel, delays: readonly number[]): number {
  const values = Float64Array.from(delays)
  model.logDensities(values, values.length)
  return values.reduce((sum, value) => sum + value, 0)
}

test.each(models)('$name: the density between two delays is what survival loses', (model) => {
  const [from, to, steps] = [0.6, 4, 20_000]
  let area = 0
  for (let i = 0; i < steps; i++) {
    area += Math.exp(logDensity(model, from + ((i + 0.5) * (to - from)) / steps)) * ((to - from) / steps)
  }
  expect(area).toBeCloseTo(model.survival(from) - model.survival(to), 7)
  expect(model.survival(0)).toBe(1)
})

test.each(models)('$name: a very long gap has a finite log density', (model) => {
  expect(logDensity(model, 1e6)).toBeGreaterThan(-Infinity)
  expect(logDensity(model, 1e6)).toBeLessThan(logDensity(model, 1e5))
})

test('the formulas of the published programs, where these do not underflow', () => {
  expect(logDensity(exponentialDelay(2), 3)).toBeCloseTo(Math.log(2 * Math.exp(-6)), 12)
  expect(logDensity(rayleighDelay(2), 3)).toBeCloseTo(Math.log(2 * 3 * Math.exp(-9)), 12)
  expect(logDensity(powerLawDelay(3), 0.5)).toBeCloseTo(Math.log(2 * 0.5 ** -3), 12)
  const density = Math.exp(-((Math.log(3) - 1) ** 2) / 8) / (3 * 2 * Math.sqrt(2 * Math.PI))
  expect(logDensity(logNormalDelay(1, 2), 3)).toBeCloseTo(Math.log(density), 12)
})

test('below its shortest delay a power law is impossible', () => {
  expect(logDensity(powerLawDelay(2, 1), 0.99)).toBe(-Infinity)
  expect(logDensity(powerLawDelay(2, 1), 1)).toBe(0)
})

const names: DelayName[] = ['exponential', 'rayleigh', 'power-law', 'log-normal']

test.each(names)('%s: no other parameters make the delays more likely than the fitted ones', (name) => {
  const remade = (parameters: Record<string, number>): DelayModel => {
    if (name === 'exponential') return exponentialDelay(parameters['rate']!)
    if (name === 'rayleigh') return rayleighDelay(parameters['rate']!)
    if (name === 'power-law') return powerLawDelay(parameters['exponent']!, parameters['shortest'])
    return logNormalDelay(parameters['mu']!, parameters['sigma']!)
  }
  const delays = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 3, maxLength: 20 })
  fc.assert(
    fc.property(delays, (list) => {
      fc.pre(Math.max(...list) > 1.01 * Math.min(...list))
      const fitted = fitDelayModel(name, list)
      const best = logLikelihood(fitted, list)
      for (const parameter of Object.keys(fitted.parameters).filter((one) => one !== 'shortest')) {
        for (const step of [-1e-3, 1e-3]) {
          const moved = { ...fitted.parameters, [parameter]: fitted.parameters[parameter]! * (1 + step) }
          expect(logLikelihood(remade(moved), list)).toBeLessThanOrEqual(best + 1e-9 * Math.abs(best))
        }
      }
    }),
  )
})

test('parameters that made the delays are found again', () => {
  const random = seededRandom(5)
  const delays = Array.from({ length: 20_000 }, () => -Math.log(1 - random.uniform()) / 0.25)
  expect(fitDelayModel('exponential', delays).parameters['rate']).toBeCloseTo(0.25, 2)
  const logs = Array.from({ length: 20_000 }, () => Math.exp(1.5 + 0.5 * random.normal()))
  const { mu, sigma } = fitDelayModel('log-normal', logs).parameters
  expect([mu, sigma]).toEqual([expect.closeTo(1.5, 1), expect.closeTo(0.5, 1)])
})

test('parameters out of range, and delays that say nothing, are refused', () => {
  expect(() => exponentialDelay(0)).toThrow(
    new RangeError('exponentialDelay: the parameters are out of range: rate 0'),
  )
  expect(() => rayleighDelay(Infinity)).toThrow(RangeError)
  expect(() => powerLawDelay(1)).toThrow(RangeError)
  expect(() => powerLawDelay(2, -1)).toThrow(RangeError)
  expect(() => logNormalDelay(NaN, 1)).toThrow(RangeError)
  expect(() => logNormalDelay(0, 0)).toThrow(RangeError)
  expect(() => fitDelayModel('exponential', [])).toThrow(
    new RangeError('fitDelayModel: there is no delay to learn from'),
  )
  expect(() => fitDelayModel('exponential', [1, 0])).toThrow(
    new RangeError('fitDelayModel: every delay must be above 0'),
  )
  expect(() => fitDelayModel('log-normal', [2, 2])).toThrow(/sigma 0/)
  expect(() => fitDelayModel('power-law', [2, 2])).toThrow(/exponent Infinity/)
})

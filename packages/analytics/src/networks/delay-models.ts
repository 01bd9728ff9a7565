import { normalUpper } from '../numbers/tails.ts'

export type DelayName = 'exponential' | 'power-law' | 'rayleigh' | 'log-normal'

/** How long it takes from one node to the next. Delays are above 0, in the unit of the times. */
export type DelayModel = {
  name: DelayName
  parameters: Readonly<Record<string, number>>
  /** Replaces the first `count` delays by their log densities; no exponential is taken, so nothing underflows. */
  logDensities(delays: Float64Array, count: number): void
  /** The chance that a delay is longer. */
  survival(delay: number): number
}

/**
 * Density rate exp(-rate dt).
 * @throws RangeError unless rate > 0 and finite.
 */
export function exponentialDelay(rate: number): DelayModel {
  refuseUnless('exponentialDelay', { rate }, isPositive(rate))
  const start = Math.log(rate)
  return {
    name: 'exponential',
    parameters: { rate },
    logDensities(delays, count) {
      for (let i = 0; i < count; i++) delays[i] = start - rate * delays[i]!
    },
    survival: (delay) => Math.exp(-rate * delay),
  }
}

/**
 * Density rate dt exp(-rate dt² / 2). A Rayleigh scale s is the rate 1 / s².
 * @throws RangeError unless rate > 0 and finite.
 */
export function rayleighDelay(rate: number): DelayModel {
  refuseUnless('rayleighDelay', { rate }, isPositive(rate))
  const start = Math.log(rate)
  return {
    name: 'rayleigh',
    parameters: { rate },
    logDensities(delays, count) {
      for (let i = 0; i < count; i++) {
        const delay = delays[i]!
        delays[i] = start + Math.log(delay) - (rate * delay * delay) / 2
      }
    },
    survival: (delay) => Math.exp((-rate * delay * delay) / 2),
  }
}

/**
 * Density (exponent - 1) / shortest (dt / shortest)^-exponent from the shortest delay on, and 0 below it. Without a
 * shortest delay the same with 1 in its place and no end below: as SNAP computes it, and not a density when delays fall
 * below 1.
 * @throws RangeError unless exponent > 1 and the shortest delay > 0.
 */
export function powerLawDelay(exponent: number, shortest?: number): DelayModel {
  const unit = shortest ?? 1
  refuseUnless('powerLawDelay', { exponent, shortest: unit }, isPositive(exponent - 1) && isPositive(unit))
  const start = Math.log(exponent - 1) - Math.log(unit)
  const end = shortest ?? 0
  return {
    name: 'power-law',
    parameters: shortest === undefined ? { exponent } : { exponent, shortest },
    logDensities(delays, count) {
      for (let i = 0; i < count; i++) {
        const delay = delays[i]!
        delays[i] = delay < end ? -Infinity : start - exponent * Math.log(delay / unit)
      }
    },
    survival: (delay) => (delay < unit ? 1 : (delay / unit) ** (1 - exponent)),
  }
}

/**
 * The log of a delay is normal with mean mu and standard deviation sigma.
 * @throws RangeError unless mu is finite and sigma > 0.
 */
export function logNormalDelay(mu: number, sigma: number): DelayModel {
  refuseUnless('logNormalDelay', { mu, sigma }, Number.isFinite(mu) && isPositive(sigma))
  const start = -Math.log(sigma) - Math.log(2 * Math.PI) / 2
  return {
    name: 'log-normal',
    parameters: { mu, sigma },
    logDensities(delays, count) {
      for (let i = 0; i < count; i++) {
        const log = Math.log(delays[i]!)
        const z = (log - mu) / sigma
        delays[i] = start - log - (z * z) / 2
      }
    },
    survival: (delay) => (delay > 0 ? normalUpper((Math.log(delay) - mu) / sigma) : 1),
  }
}

/**
 * The model of this name that makes the delays most likely, in closed form. For the power law the shortest delay is the
 * given one, or else the shortest seen.
 * @throws RangeError when there is no delay, one is not above 0, or all are equal where a spread is needed.
 * @example fitDelayModel('exponential', [1, 3]).parameters.rate // 0.5
 */
export function fitDelayModel(name: DelayName, delays: ArrayLike<number>, shortest?: number): DelayModel {
  if (delays.length === 0) throw new RangeError('fitDelayModel: there is no delay to learn from')
  const mean = (of: (delay: number) => number) => {
    let sum = 0
    for (let i = 0; i < delays.length; i++) sum += of(delays[i]!)
    return sum / delays.length
  }
  if (!(mean((delay) => (delay > 0 ? 0 : 1)) === 0)) {
    throw new RangeError('fitDelayModel: every delay must be above 0')
  }
  if (name === 'exponential') return exponentialDelay(1 / mean((delay) => delay))
  if (name === 'rayleigh') return rayleighDelay(2 / mean((delay) => delay * delay))
  if (name === 'power-law') {
    const unit = shortest ?? Array.from(delays).reduce((least, delay) => Math.min(least, delay))
    return powerLawDelay(1 + 1 / mean((delay) => Math.log(delay / unit)), unit)
  }
  const mu = mean(Math.log)
  return logNormalDelay(mu, Math.sqrt(mean((delay) => (Math.log(delay) - mu) ** 2)))
}

function isPositive(value: number): boolean {
  return value > 0 && value < Infinity
}

function refuseUnless(where: string, parameters: Record<string, number>, fine: boolean): void {
  if (fine) return
  const got = Object.entries(parameters).map(([name, value]) => `${name} ${value}`)
  throw new RangeError(`${where}: the parameters are out of range: ${got.join(', ')}`)
}

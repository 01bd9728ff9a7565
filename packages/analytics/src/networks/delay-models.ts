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
  const start = Math.log(rate)
  return modelOf('exponentialDelay', { rate }, isPositive(rate), {
    name: 'exponential',
    log: (delay) => start - rate * delay,
    survival: (delay) => Math.exp(-rate * delay),
  })
}

/**
 * Density rate dt exp(-rate dt² / 2). A Rayleigh scale s is the rate 1 / s².
 * @throws RangeError unless rate > 0 and finite.
 */
export function rayleighDelay(rate: number): DelayModel {
  const start = Math.log(rate)
  return modelOf('rayleighDelay', { rate }, isPositive(rate), {
    name: 'rayleigh',
    log: (delay) => start + Math.log(delay) - (rate * delay * delay) / 2,
    survival: (delay) => Math.exp((-rate * delay * delay) / 2),
  })
}

/**
 * Density (exponent - 1) / shortest (dt / shortest)^-exponent from the shortest delay on, and 0 below it. Without a
 * shortest delay the same with 1 in its place and no end below: as SNAP computes it, and not a density when delays fall
 * below 1.
 * @throws RangeError unless exponent > 1 and the shortest delay > 0.
 */
export function powerLawDelay(exponent: number, shortest?: number): DelayModel {
  const unit = shortest ?? 1
  const parameters = shortest === undefined ? { exponent } : { exponent, shortest }
  const start = Math.log(exponent - 1) - Math.log(unit)
  const end = shortest ?? 0
  return modelOf('powerLawDelay', parameters, isPositive(exponent - 1) && isPositive(unit), {
    name: 'power-law',
    log: (delay) => (delay < end ? -Infinity : start - exponent * Math.log(delay / unit)),
    survival: (delay) => (delay < unit ? 1 : (delay / unit) ** (1 - exponent)),
  })
}

/**
 * The log of a delay is normal with mean mu and standard deviation sigma.
 * @throws RangeError unless mu is finite and sigma > 0.
 */
export function logNormalDelay(mu: number, sigma: number): DelayModel {
  const start = -Math.log(sigma) - Math.log(2 * Math.PI) / 2
  const z = (log: number) => (log - mu) / sigma
  return modelOf('logNormalDelay', { mu, sigma }, Number.isFinite(mu) && isPositive(sigma), {
    name: 'log-normal',
    log: (delay) => start - Math.log(delay) - z(Math.log(delay)) ** 2 / 2,
    survival: (delay) => (delay > 0 ? normalUpper(z(Math.log(delay))) : 1),
  })
}

type Density = { name: DelayName; log: (delay: number) => number; survival: (delay: number) => number }

function modelOf(
  method: string,
  parameters: Record<string, number>,
  fine: boolean,
  { name, log, survival }: Density,
): DelayModel {
  if (!fine) {
    const got = Object.entries(parameters).map(([name, value]) => `${name} ${value}`)
    throw new RangeError(`${method}: the parameters are out of range: ${got.join(', ')}`)
  }
  return {
    name,
    parameters,
    logDensities(delays, count) {
      for (let i = 0; i < count; i++) delays[i] = log(delays[i]!)
    },
    survival,
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

import {
  exponentialDelay,
  logNormalDelay,
  powerLawDelay,
  rayleighDelay,
} from '@semai/analytics/networks/delay-models'
import type { DelayModel, DelayName } from '@semai/analytics/networks/delay-models'
import { Refusal } from '@semai/domain/refusal'
import { numberOption, onlyOf } from './answer.ts'
import { analysed } from './table.ts'

/** The options that say how delays are distributed. */
export const delayOptions = {
  model: { type: 'string', default: 'exponential' },
  rate: { type: 'string' },
  scale: { type: 'string' },
  mu: { type: 'string' },
  sigma: { type: 'string' },
  'min-delay': { type: 'string' },
} as const

export type DelayValues = {
  model: string
  rate?: string | undefined
  scale?: string | undefined
  mu?: string | undefined
  sigma?: string | undefined
  'min-delay'?: string | undefined
}

const names: readonly DelayName[] = ['exponential', 'power-law', 'rayleigh', 'log-normal']

/** The model asked for; without its parameters they are to be learnt, which is `model` null. */
export function delayModelOf(values: DelayValues): {
  name: DelayName
  model: DelayModel | null
  shortest: number | undefined
} {
  const name = onlyOf(
    'model',
    values.model === 'powerlaw' ? 'power-law' : values.model === 'lognormal' ? 'log-normal' : values.model,
    names,
  )
  const number = (option: Exclude<keyof DelayValues, 'model'>) =>
    values[option] === undefined || values[option] === 'ml' ? undefined : numberOption(option, values[option])
  const shortest = number('min-delay')
  refuseStrange(name, values)
  const [scale, mu, sigma] = [number('scale'), number('mu'), number('sigma')]
  const rate = number('rate') ?? (scale === undefined ? undefined : rateOf(name, scale))
  if (name === 'log-normal') {
    if ((mu === undefined) !== (sigma === undefined))
      throw new Refusal('invalid', 'Give --mu and --sigma, or neither.')
    return { name, shortest, model: mu === undefined ? null : analysed(() => logNormalDelay(mu, sigma!)) }
  }
  if (rate === undefined) return { name, shortest, model: null }
  return {
    name,
    shortest,
    model: analysed(() => {
      if (name === 'exponential') return exponentialDelay(rate)
      return name === 'rayleigh' ? rayleighDelay(rate) : powerLawDelay(rate, shortest)
    }),
  }
}

function rateOf(name: DelayName, scale: number): number {
  return name === 'rayleigh' ? 1 / scale ** 2 : 1 / scale
}

const parametersOf: Record<DelayName, readonly (keyof DelayValues)[]> = {
  exponential: ['rate', 'scale'],
  rayleigh: ['rate', 'scale'],
  'power-law': ['rate', 'min-delay'],
  'log-normal': ['mu', 'sigma'],
}

function refuseStrange(name: DelayName, values: DelayValues): void {
  const strange = (['rate', 'scale', 'mu', 'sigma', 'min-delay'] as const).find(
    (option) =>
      values[option] !== undefined && values[option] !== 'ml' && !parametersOf[name].includes(option),
  )
  if (strange) {
    const own = parametersOf[name].map((option) => `--${option}`).join(' and ')
    throw new Refusal('invalid', `--${strange} is no parameter of the model ${name}; it has ${own}.`)
  }
  if (values.rate !== undefined && values.scale !== undefined) {
    throw new Refusal('invalid', 'Give --rate or --scale, not both.')
  }
}

import type { BackTest } from '@semai/analytics/adopters/back-test'
import type { LearningOptions } from '@semai/analytics/adopters/learn-hazard'
import type { Link } from '@semai/analytics/hazards/links'
import type { AdoptionInput } from './adoption-input.ts'
import { shownTime, usualHorizon } from './adoption-clock.ts'
import type { Clock } from './adoption-clock.ts'
import { numberOption, onlyOf } from './answer.ts'

/** Options of learning and looking back that both verbs have. */
export const learningOptions = {
  horizon: { type: 'string' },
  step: { type: 'string' },
  link: { type: 'string', default: 'logit' },
  penalty: { type: 'string', default: '1' },
  level: { type: 'string', default: '0.95' },
  until: { type: 'string' },
  splits: { type: 'string', default: '3' },
  k: { type: 'string', default: '10' },
  bootstrap: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

type Values = Record<'link' | 'penalty' | 'level', string> & Partial<Record<'horizon' | 'step', string>>

export function learningOf(values: Values, clock: Clock): LearningOptions & { horizon: number } {
  const span = (name: 'horizon' | 'step') =>
    values[name] === undefined ? undefined : numberOption(name, values[name], { min: 0 })
  return {
    horizon: span('horizon') ?? usualHorizon(clock),
    step: span('step'),
    link: onlyOf<Link>('link', values.link, ['logit', 'cloglog']),
    penalty: numberOption('penalty', values.penalty, { min: 0 }),
    level: numberOption('level', values.level, { min: 0, max: 1 }),
  }
}

/** The moments from which a horizon leads to an end, one horizon apart: as many as asked for, the last one nearest. */
export function splitsBefore(end: number, horizon: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => end - horizon * (count - i))
}

/** A back-test under the names of its rankings. */
export function backTestAnswer({ contests, splits, ...test }: BackTest, { clock }: AdoptionInput) {
  return {
    ...test,
    splits: splits.map((split) => ({ ...split, at: shownTime(split.at, clock) })),
    rankings: Object.fromEntries(contests.map(({ ranking, ...contest }) => [ranking, contest])),
  }
}

import type { Decision } from '@semai/analytics/decision/criteria'
import { ranksOf, weightedSums } from '@semai/analytics/decision/criteria'
import { promethee } from '@semai/analytics/decision/promethee'
import type { Preference } from '@semai/analytics/decision/promethee'
import { topsis } from '@semai/analytics/decision/topsis'
import { vikor } from '@semai/analytics/decision/vikor'
import { smart, weightedSum } from '@semai/analytics/decision/weighted-sum'
import type { Linear } from '@semai/analytics/decision/weighted-sum'
import { Refusal } from '@semai/domain/refusal'
import { numberOption, onlyOf } from './answer.ts'
import { namedOption } from './column-choice.ts'

export const scoringMethods = ['weighted-sum', 'smart', 'topsis', 'vikor', 'promethee'] as const
export type ScoringMethod = (typeof scoringMethods)[number]

/** The options of single methods. */
export const scoringOptions = {
  normalise: { type: 'string', default: 'none' },
  range: { type: 'string' },
  constant: { type: 'string', default: 'zero' },
  v: { type: 'string', default: '0.5' },
  preference: { type: 'string' },
} as const

type ScoringOptions = { normalise: string; range?: string; constant: string; v: string; preference?: string }

/** A method applied to a decision. */
export type Scores = {
  /** Greater is better; null where the method leaves them undefined. */
  score: Float64Array | null
  rank: Int32Array | null
  /** Scores at other weights; and what each criterion adds, where scores are linear in the weights. */
  scoreAt(weights: Float64Array): Float64Array
  partial: Float64Array | null
  /** What else the method says, under the names of the JSON answer. */
  more: Record<string, unknown>
}

/** @throws RangeError of the method, Refusal for an option that makes no sense. */
export function scoresOf(method: ScoringMethod, decision: Decision, options: ScoringOptions): Scores {
  switch (method) {
    case 'weighted-sum': {
      const normalisation = onlyOf('normalise', options.normalise, ['none', 'max', 'sum', 'vector'])
      const found = weightedSum(decision, normalisation)
      return linear(found, { normalisation, partial: rowsOf(found.partial, decision) })
    }
    case 'smart': {
      const constant = onlyOf('constant', options.constant, ['zero', 'drop'])
      const found = smart(decision, { ranges: rangesIn(options.range), constant })
      const { least, greatest, partial } = found
      return linear(found, { least, greatest, constant: found.constant, partial: rowsOf(partial, decision) })
    }
    case 'promethee': {
      const found = promethee(decision, preferencesIn(options.preference))
      return linear(found, { phi: found.score, phi_plus: found.leaving, phi_minus: found.entering })
    }
    case 'topsis':
      return topsisScores(decision)
    case 'vikor':
      return vikorScores(decision, numberOption('v', options.v, { min: 0, max: 1 }))
  }
}

function linear(found: Linear, more: Record<string, unknown>): Scores {
  const { score, rank, partial } = found
  return { score, rank, partial, scoreAt: (weights) => weightedSums(partial, weights), more }
}

function topsisScores(decision: Decision): Scores {
  const { closeness, rank, dPlus, dMinus, ideal, antiIdeal } = topsis(decision)
  const none = new Float64Array(decision.alternatives.length)
  return {
    score: closeness,
    rank,
    partial: null,
    scoreAt: (weights) => topsis(reweighted(decision, weights)).closeness ?? none,
    more: {
      d_plus: dPlus,
      d_minus: dMinus,
      closeness,
      ideal,
      anti_ideal: antiIdeal,
      ...(closeness
        ? {}
        : { undefined: 'all alternatives are equal on every criterion that has weight: 0/0' }),
    },
  }
}

function vikorScores(decision: Decision, v: number): Scores {
  const { s, r, q, rank, advantage, stable, compromise } = vikor(decision, v)
  return {
    score: q.map((own) => -own),
    rank,
    partial: null,
    scoreAt: (weights) => vikor(reweighted(decision, weights), v).q.map((own) => -own),
    more: {
      s,
      r,
      q,
      rank_s: ranksOf(s.map((own) => -own)),
      rank_r: ranksOf(r.map((own) => -own)),
      v,
      acceptable_advantage: advantage,
      acceptable_stability: stable,
      compromise: compromise.map((i) => decision.alternatives[i]!),
    },
  }
}

function reweighted(decision: Decision, weights: Float64Array): Decision {
  return { ...decision, criteria: decision.criteria.map((one, j) => ({ ...one, weight: weights[j]! })) }
}

function rowsOf(partial: Float64Array, { criteria, alternatives }: Decision): number[][] {
  const m = criteria.length
  return alternatives.map((_, i) => Array.from(partial.subarray(i * m, (i + 1) * m)))
}

/** `price=0:500, age=0:10` */
function rangesIn(text: string | undefined): Map<string, [number, number]> {
  return new Map(
    [...namedOption('range', text)].map(([name, range]): [string, [number, number]] => {
      const [low, high, ...rest] = range.split(':')
      if (high === undefined || rest.length > 0)
        throw new Refusal('invalid', `--range: "${range}" is not LOW:HIGH.`)
      return [name, [numberOption('range', low!), numberOption('range', high)]]
    }),
  )
}

/** `price=linear:5:20, age=gaussian:2, size=level:1:3, colour=usual` */
function preferencesIn(text: string | undefined): Map<string, Preference> {
  const number = (part: string | undefined) => numberOption('preference', part ?? '')
  return new Map(
    [...namedOption('preference', text)].map(([name, shape]): [string, Preference] => {
      const [word, first, second] = shape.split(':')
      const kind = onlyOf('preference', word!, ['usual', 'linear', 'level', 'gaussian'])
      if (kind === 'usual') return [name, { kind }]
      if (kind === 'gaussian') return [name, { kind, s: number(first) }]
      return [name, { kind, q: number(first), p: number(second) }]
    }),
  )
}

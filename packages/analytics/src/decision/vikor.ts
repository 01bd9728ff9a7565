import { checkedWeights, rangesOf, ranksOf } from './criteria.ts'
import type { Decision } from './criteria.ts'
import { refuseShare } from '../numbers/refusals.ts'

export type Vikor = {
  weights: Float64Array
  /** Group regret (weighted sum) and greatest single regret; 0 is the best of all criteria at once. */
  s: Float64Array
  r: Float64Array
  /** The compromise between both, from 0 (best) to 1; and ranks by it. */
  q: Float64Array
  rank: Int32Array
  /** Whether the best has an advantage of at least 1 / (n − 1), and is also best by S or R. */
  advantage: boolean
  stable: boolean
  /** Alternatives that the method proposes: the best alone only where both hold. By Q, best first. */
  compromise: number[]
}

/**
 * VIKOR: regrets are scaled by the range of each criterion; a criterion that does not vary counts 0.
 * @param v weight of the group against the greatest single regret, from 0 to 1.
 * @throws RangeError as `checkedWeights`, or when v is outside 0 … 1.
 * Source: Opricovic & Tzeng (2004), European Journal of Operational Research 156(2).
 * @example vikor({ alternatives: ['a', 'b', 'c'], values: Float64Array.of(3, 4, 8),
 *   criteria: [{ name: 'x', direction: 'cost', weight: 1 }] }).q // Float64Array [0, 0.2, 1]
 */
export function vikor(decision: Decision, v = 0.5): Vikor {
  const weights = checkedWeights('vikor', decision)
  refuseShare('vikor: v', v)
  const { alternatives, criteria, values } = decision
  const [n, m] = [alternatives.length, criteria.length]
  const { least, greatest } = rangesOf(decision)
  const [s, r] = [new Float64Array(n), new Float64Array(n)]
  values.forEach((value, k) => {
    const [i, j] = [Math.floor(k / m), k % m]
    const range = greatest[j]! - least[j]!
    if (range === 0) return
    const regret = criteria[j]!.direction === 'cost' ? value - least[j]! : greatest[j]! - value
    const weighted = (weights[j]! * regret) / range
    s[i]! += weighted
    r[i] = Math.max(r[i]!, weighted)
  })
  const [ofS, ofR] = [scaled(s), scaled(r)]
  const q = ofS.map((own, i) => v * own + (1 - v) * ofR[i]!)
  const order = [...q.keys()].sort((a, b) => q[a]! - q[b]!)
  const first = order[0]!
  const step = n > 1 ? 1 / (n - 1) : 0
  const ahead = (i: number) => q[i]! - q[first]! >= step - 1e-12
  const advantage = n < 2 || ahead(order[1]!)
  const stable = ofS[first] === 0 || ofR[first] === 0
  const compromise = !advantage
    ? order.filter((i) => i === first || !ahead(i))
    : order.slice(0, stable ? 1 : 2)
  return { weights, s, r, q, rank: ranksOf(q.map((own) => -own)), advantage, stable, compromise }
}

/** From 0 for the least to 1 for the greatest; 0 for all when they are equal. */
function scaled(values: Float64Array): Float64Array {
  const sorted = values.toSorted()
  const [low, high] = [sorted[0]!, sorted.at(-1)!]
  return values.map((value) => (high > low ? (value - low) / (high - low) : 0))
}

import { checkedWeights, rangesOf, ranksOf } from './criteria.ts'
import type { Decision } from './criteria.ts'

export type Topsis = {
  weights: Float64Array
  /** Best and worst weighted normalised value of each criterion. */
  ideal: Float64Array
  antiIdeal: Float64Array
  /** Distances of each alternative to these. */
  dPlus: Float64Array
  dMinus: Float64Array
  /** d− / (d+ + d−), and ranks by it; null when all alternatives are equal where it counts: 0/0. */
  closeness: Float64Array | null
  rank: Int32Array | null
}

/**
 * Closeness to the ideal: columns are divided by their length and weighted; the ideal has the best of each column, the
 * anti-ideal the worst. Adding or leaving out an alternative may turn the order of others round.
 * @throws RangeError as `checkedWeights`.
 * Source: Hwang & Yoon (1981), Multiple attribute decision making.
 * @example topsis({ alternatives: ['a', 'b'], values: Float64Array.of(3, 4),
 *   criteria: [{ name: 'x', direction: 'benefit', weight: 1 }] }).closeness // Float64Array [0, 1]
 */
export function topsis(decision: Decision): Topsis {
  const weights = checkedWeights('topsis', decision)
  const { alternatives, criteria, values } = decision
  const [n, m] = [alternatives.length, criteria.length]
  const length = new Float64Array(m)
  values.forEach((value, i) => (length[i % m] = Math.hypot(length[i % m]!, value)))
  const weighted = values.map((value, i) =>
    length[i % m] === 0 ? 0 : (weights[i % m]! * value) / length[i % m]!,
  )
  const { least, greatest } = rangesOf({ ...decision, values: weighted })
  const [ideal, antiIdeal] = (['cost', 'benefit'] as const).map((low) =>
    least.map((own, j) => (criteria[j]!.direction === low ? own : greatest[j]!)),
  ) as [Float64Array, Float64Array]
  const distance = (to: Float64Array) =>
    Float64Array.from({ length: n }, (_, i) => {
      let sum = 0
      for (let j = 0; j < m; j++) sum += (weighted[i * m + j]! - to[j]!) ** 2
      return Math.sqrt(sum)
    })
  const [dPlus, dMinus] = [distance(ideal), distance(antiIdeal)]
  const equal = dPlus.every((far, i) => far === 0 && dMinus[i] === 0)
  const closeness = equal ? null : dMinus.map((far, i) => far / (far + dPlus[i]!))
  return { weights, ideal, antiIdeal, dPlus, dMinus, closeness, rank: closeness && ranksOf(closeness) }
}

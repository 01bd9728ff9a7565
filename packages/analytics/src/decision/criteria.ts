/** A criterion of a decision: more is better (benefit) or less is better (cost). Weights count by their shares. */
export type Criterion = { name: string; direction: 'benefit' | 'cost'; weight: number }

/** A decision: values of alternatives on criteria, row by row, one row an alternative. */
export type Decision = {
  alternatives: readonly string[]
  criteria: readonly Criterion[]
  values: Float64Array
}

/** Scores of the alternatives, and their ranks: 1 for the best; equals share the better rank. */
export type Scored = { score: Float64Array; rank: Int32Array }

/**
 * The weights as shares of 1.
 * @throws RangeError starting with `method` when there is no alternative or criterion, a value is not finite, a weight is
 *   negative or not finite, or all weights are 0; the sentence names alternative and criterion.
 */
export function checkedWeights(method: string, { alternatives, criteria, values }: Decision): Float64Array {
  const m = criteria.length
  if (alternatives.length === 0) throw new RangeError(`${method}: no alternative`)
  if (m === 0) throw new RangeError(`${method}: no criterion`)
  values.forEach((value, i) => {
    if (Number.isFinite(value)) return
    throw new RangeError(
      `${method}: ${alternatives[Math.floor(i / m)]}, ${criteria[i % m]?.name}: the value must be finite`,
    )
  })
  let sum = 0
  for (const { name, weight } of criteria) {
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(`${method}: the weight of ${name} must be at least 0, got ${weight}`)
    }
    sum += weight
  }
  if (sum === 0) throw new RangeError(`${method}: all weights are 0`)
  return Float64Array.from(criteria, ({ weight }) => weight / sum)
}

/** Least and greatest value of each criterion. */
export function rangesOf({ criteria, values }: Decision): { least: Float64Array; greatest: Float64Array } {
  const m = criteria.length
  const least = new Float64Array(m).fill(Infinity)
  const greatest = new Float64Array(m).fill(-Infinity)
  values.forEach((value, i) => {
    least[i % m] = Math.min(least[i % m]!, value)
    greatest[i % m] = Math.max(greatest[i % m]!, value)
  })
  return { least, greatest }
}

/** Σ weight · partial for each alternative; `partial` row by row. */
export function weightedSums(partial: Float64Array, weights: ArrayLike<number>): Float64Array {
  const m = weights.length
  const score = new Float64Array(partial.length / m)
  partial.forEach((value, i) => (score[Math.floor(i / m)]! += weights[i % m]! * value))
  return score
}

/**
 * Ranks, 1 for the greatest score; scores that differ by no more than rounding (1e-12 of the greatest size) are equal and
 * share the better rank.
 * @example ranksOf([3, 5, 3]) // Int32Array [2, 1, 2]
 */
export function ranksOf(scores: ArrayLike<number>): Int32Array {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!)
  const tolerance = 1e-12 * order.reduce((size, i) => Math.max(size, Math.abs(scores[i]!)), 0)
  const ranks = new Int32Array(scores.length)
  order.forEach((own, i) => {
    const before = order[i - 1]
    ranks[own] = before !== undefined && scores[before]! - scores[own]! <= tolerance ? ranks[before]! : i + 1
  })
  return ranks
}

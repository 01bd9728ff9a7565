import { checkedWeights, rangesOf } from './criteria.ts'
import type { Decision } from './criteria.ts'
import { shares } from './pairwise.ts'

/**
 * Weights from the data alone: a criterion on which alternatives differ little says little. With p the shares of a
 * column, entropy is −Σ p ln p / ln n (0 ln 0 = 0), the weight the share of 1 − entropy. A column that does not vary, of
 * zeros too, has entropy 1 and weight 0. Directions and given weights play no part.
 * @throws RangeError for a negative value, fewer than two alternatives, or when no column varies: weights are then undefined.
 * Source: Shannon (1948); Zeleny (1982), Multiple criteria decision making, chapter 7.
 * @example entropyWeights({ alternatives: ['a', 'b'], values: Float64Array.of(1, 5, 0, 5),
 *   criteria: [{ name: 'x', direction: 'benefit', weight: 1 }, { name: 'y', direction: 'cost', weight: 1 }] }).weights // [1, 0]
 */
export function entropyWeights(decision: Decision): { entropy: Float64Array; weights: Float64Array } {
  const { alternatives, criteria, values } = decision
  const [n, m] = [alternatives.length, criteria.length]
  checkedWeights('entropyWeights', { ...decision, criteria: criteria.map((one) => ({ ...one, weight: 1 })) })
  if (n < 2) throw new RangeError('entropyWeights: needs at least two alternatives')
  const { least, greatest } = rangesOf(decision)
  const entropy = Float64Array.from(criteria, ({ name }, j) => {
    if (least[j]! < 0)
      throw new RangeError(`entropyWeights: ${name}: values must be at least 0, got ${least[j]}`)
    if (least[j] === greatest[j]) return 1
    let [sum, logs] = [0, 0]
    for (let i = 0; i < n; i++) sum += values[i * m + j]!
    for (let i = 0; i < n; i++) {
      const p = values[i * m + j]! / sum
      if (p > 0) logs += p * Math.log(p)
    }
    return (0 - logs) / Math.log(n)
  })
  if (entropy.every((one) => one === 1)) {
    throw new RangeError('entropyWeights: no criterion varies, so that weights are undefined (0/0)')
  }
  return { entropy, weights: shares(entropy.map((one) => 1 - one)) }
}

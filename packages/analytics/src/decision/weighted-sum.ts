import { checkedWeights, rangesOf, ranksOf, weightedSums } from './criteria.ts'
import type { Decision, Scored } from './criteria.ts'

/** How values become comparable: left as they are, or divided by the greatest, the sum or the length of their column. */
export type Normalisation = 'none' | 'max' | 'sum' | 'vector'

/** What each criterion adds, before weights, row by row: the method is linear in the weights. */
export type Linear = Scored & { partial: Float64Array; weights: Float64Array }

/**
 * Simple additive weighting: Σ weight · value. Costs count negatively when values are left as they are; otherwise by their
 * inverse, so that the cheapest alternative has the greatest value.
 * @throws RangeError as `checkedWeights`; and when a normalised column has a value below 0 (0 for a cost), or only zeros.
 * Source: Fishburn (1967); Hwang & Yoon (1981), Multiple attribute decision making.
 * @example weightedSum({ alternatives: ['a', 'b'], values: Float64Array.of(1, 2),
 *   criteria: [{ name: 'x', direction: 'benefit', weight: 1 }] }, 'none').rank // Int32Array [2, 1]
 */
export function weightedSum(decision: Decision, normalisation: Normalisation): Linear {
  const weights = checkedWeights('weightedSum', decision)
  const { criteria, values } = decision
  const m = criteria.length
  if (normalisation === 'none') {
    const partial = values.map((value, i) => (criteria[i % m]!.direction === 'cost' ? -value : value))
    return scored(partial, weights)
  }
  const partial = values.map((value, i) => {
    const { name, direction } = criteria[i % m]!
    if (value < 0 || (direction === 'cost' && value === 0)) {
      const least = direction === 'cost' ? 'above' : 'at least'
      throw new RangeError(
        `weightedSum: ${decision.alternatives[Math.floor(i / m)]}, ${name}: must be ${least} 0 to be normalised, got ${value}`,
      )
    }
    return direction === 'cost' ? 1 / value : value
  })
  const size = new Float64Array(m)
  partial.forEach((value, i) => {
    const own = size[i % m]!
    size[i % m] =
      normalisation === 'max' ? Math.max(own, value) : own + (normalisation === 'sum' ? value : value ** 2)
  })
  criteria.forEach(({ name }, j) => {
    if (size[j] === 0) throw new RangeError(`weightedSum: ${name}: only zeros can not be normalised`)
    if (normalisation === 'vector') size[j] = Math.sqrt(size[j]!)
  })
  return scored(
    partial.map((value, i) => value / size[i % m]!),
    weights,
  )
}

/**
 * SMART with linear value functions: 0 for the worst and 1 for the best end of each criterion's range, weights as shares.
 * A criterion whose range is a single value has value 0 for all ('zero'), or is left out and the other weights share its
 * part ('drop'); either way the order is the same.
 * @param ranges by criterion, from the data where not given; fixed ranges keep scores from moving when alternatives come.
 * @throws RangeError as `checkedWeights`; for a range that is empty or does not hold a value; when every criterion is dropped.
 * Source: Edwards (1977); Edwards & Barron (1994), SMARTS and SMARTER.
 * @example smart({ alternatives: ['a', 'b', 'c'], values: Float64Array.of(2, 3, 4),
 *   criteria: [{ name: 'x', direction: 'cost', weight: 1 }] }).score // Float64Array [1, 0.5, 0]
 */
export function smart(
  decision: Decision,
  {
    ranges = new Map(),
    constant = 'zero',
  }: { ranges?: ReadonlyMap<string, [number, number]>; constant?: 'zero' | 'drop' } = {},
): Linear & { least: Float64Array; greatest: Float64Array; constant: string[] } {
  let weights = checkedWeights('smart', decision)
  const { criteria, values, alternatives } = decision
  const m = criteria.length
  const { least, greatest } = rangesOf(decision)
  criteria.forEach(({ name }, j) => {
    const [low, high] = ranges.get(name) ?? [least[j]!, greatest[j]!]
    const outside = (i: number) => values[i * m + j]! < low || values[i * m + j]! > high
    const odd = alternatives.findIndex((_, i) => outside(i))
    if (!(low <= high)) throw new RangeError(`smart: ${name}: the range ${low} to ${high} is empty`)
    if (odd >= 0) {
      throw new RangeError(
        `smart: ${alternatives[odd]}, ${name}: ${values[odd * m + j]} is outside the range ${low} to ${high}`,
      )
    }
    least[j] = low
    greatest[j] = high
  })
  const flat = criteria.map((_, j) => least[j] === greatest[j])
  if (constant === 'drop' && flat.includes(true)) {
    const left = criteria.map((one, j) => (flat[j] ? { ...one, weight: 0 } : one))
    weights = checkedWeights('smart', { ...decision, criteria: left })
  }
  const partial = values.map((value, i) => {
    const j = i % m
    if (flat[j]) return 0
    const best = criteria[j]!.direction === 'cost' ? greatest[j]! - value : value - least[j]!
    return best / (greatest[j]! - least[j]!)
  })
  const names = criteria.filter((_, j) => flat[j]).map(({ name }) => name)
  return { ...scored(partial, weights), least, greatest, constant: names }
}

function scored(partial: Float64Array, weights: Float64Array): Linear {
  const score = weightedSums(partial, weights)
  return { score, rank: ranksOf(score), partial, weights }
}

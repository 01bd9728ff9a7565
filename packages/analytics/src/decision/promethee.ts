import { checkedWeights, ranksOf, weightedSums } from './criteria.ts'
import type { Decision } from './criteria.ts'
import type { Linear } from './weighted-sum.ts'

/**
 * How much a difference d > 0 counts, from 0 to 1: any at all (usual); nothing up to q and all from p on, a half between
 * (level) or rising evenly (linear); 1 − exp(−d² / 2s²) (gaussian). In units of the criterion.
 */
export type Preference =
  { kind: 'usual' } | { kind: 'linear' | 'level'; q: number; p: number } | { kind: 'gaussian'; s: number }

export type Promethee = Linear & {
  /** How much an alternative is preferred to the others on average, and they to it; the score is the difference. */
  leaving: Float64Array
  entering: Float64Array
}

/**
 * PROMETHEE II: every alternative against every other, by a preference function for each criterion. `partial` holds the net
 * flow of each criterion on its own.
 * @param preferences by criterion; usual where not given.
 * @throws RangeError as `checkedWeights`; with fewer than two alternatives; for thresholds other than 0 ≤ q ≤ p or s > 0.
 * Cost: O(n² m).
 * Source: Brans & Vincke (1985), Management Science 31(6).
 * @example promethee({ alternatives: ['a', 'b'], values: Float64Array.of(3, 4),
 *   criteria: [{ name: 'x', direction: 'benefit', weight: 1 }] }).score // Float64Array [-1, 1]
 */
export function promethee(
  decision: Decision,
  preferences: ReadonlyMap<string, Preference> = new Map(),
): Promethee {
  const weights = checkedWeights('promethee', decision)
  const { alternatives, criteria, values } = decision
  const [n, m] = [alternatives.length, criteria.length]
  if (n < 2) throw new RangeError('promethee: needs at least two alternatives')
  const [plus, minus] = [new Float64Array(n * m), new Float64Array(n * m)]
  criteria.forEach(({ name, direction }, j) => {
    const prefers = preferenceOf(name, preferences.get(name) ?? { kind: 'usual' })
    const sign = direction === 'cost' ? -1 : 1
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const difference = sign * (values[a * m + j]! - values[b * m + j]!)
        if (!(difference > 0)) continue
        const degree = prefers(difference) / (n - 1)
        plus[a * m + j]! += degree
        minus[b * m + j]! += degree
      }
    }
  })
  const partial = plus.map((own, i) => own - minus[i]!)
  const score = weightedSums(partial, weights)
  const [leaving, entering] = [weightedSums(plus, weights), weightedSums(minus, weights)]
  return { score, rank: ranksOf(score), partial, weights, leaving, entering }
}

function preferenceOf(name: string, preference: Preference): (difference: number) => number {
  if (preference.kind === 'usual') return () => 1
  if (preference.kind === 'gaussian') {
    const { s } = preference
    if (!(s > 0)) throw new RangeError(`promethee: ${name}: s must be above 0, got ${s}`)
    return (d) => -Math.expm1((-d * d) / (2 * s * s))
  }
  const { kind, q, p } = preference
  if (!(q >= 0 && q <= p)) throw new RangeError(`promethee: ${name}: needs 0 <= q <= p, got q=${q}, p=${p}`)
  return (d) =>
    d <= q ? 0 : d > p || (d === p && kind === 'linear') ? 1 : kind === 'level' ? 0.5 : (d - q) / (p - q)
}

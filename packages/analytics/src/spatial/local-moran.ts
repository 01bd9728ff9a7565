import { seededRandom } from '../numbers/random.ts'
import { spatialTest } from './cross-product.ts'
import { deviationsOf, lagOf, usableSums } from './moran.ts'
import { permutationTest, tally } from './permutation.ts'
import type { Shuffling } from './permutation.ts'
import type { Weights } from './weights.ts'
import { refuseCount } from '../numbers/refusals.ts'

/** The region's own value against the mean, then that of its neighbours. */
export type Quadrant = 'high-high' | 'low-low' | 'high-low' | 'low-high'

/** One entry a region, in their order; z and p are NaN for islands. */
export type LocalMoran = {
  I: Float64Array
  expected: Float64Array
  variance: Float64Array
  z: Float64Array
  /** Two-sided, by the normal distribution; and made larger for many regions (Benjamini & Hochberg 1995). */
  p: Float64Array
  pAdjusted: Float64Array
  /** null for islands. */
  quadrant: (Quadrant | null)[]
}

/**
 * Local Moran: I(i) = z(i) Σ w(i,j) z(j) / (Σ z² / n), with mean and variance given z(i), the other values being
 * shuffled over the other regions. n counts all regions, islands too.
 * @returns null for x that are all equal.
 * @throws RangeError as `moran`.
 * Cost: O(n log n + l) for l links.
 * Source: Anselin (1995), Geographical Analysis 27; conditional moments of Sauer, Oshan, Rey & Wolf (2022).
 */
export function localMoran(x: ArrayLike<number>, weights: Weights): LocalMoran | null {
  usableSums('localMoran', x, weights)
  const { z, squares } = deviationsOf(x)
  if (squares === 0) return null
  const { n, starts, values } = weights
  const m2 = squares / n
  const empty = () => new Float64Array(n)
  const found = { I: empty(), expected: empty(), variance: empty(), z: empty(), p: empty() }
  const quadrant: (Quadrant | null)[] = []
  for (let i = 0; i < n; i++) {
    const lag = lagOf(z, weights, i)
    let [sum, square] = [0, 0]
    for (let l = starts[i]!; l < starts[i + 1]!; l++) {
      sum += values[l]!
      square += values[l]! ** 2
    }
    const own = z[i]!
    found.I[i] = (own * lag) / m2
    found.expected[i] = -(own ** 2 * sum) / ((n - 1) * m2)
    found.variance[i] =
      (own / m2) ** 2 * (n / (n - 2)) * (square - sum ** 2 / (n - 1)) * (m2 - own ** 2 / (n - 1))
    const test = spatialTest(found.I[i]! - found.expected[i]!, found.variance[i]!)
    found.z[i] = test.z ?? NaN
    found.p[i] = test.pTwoSided ?? NaN
    quadrant.push(starts[i] === starts[i + 1] ? null : `${side(own)}-${side(lag)}`)
  }
  return { ...found, pAdjusted: adjusted(found.p), quadrant }
}

/**
 * Two-sided probabilities of the local I against seeded draws of its neighbours' values from all other regions. NaN for
 * islands. Each region draws from its own branch of the seed.
 * @throws RangeError as `moran`, or unless permutations is a whole number of at least 1.
 * Cost: O(n² + permutations · links).
 */
export function permutationLocalMoran(
  x: ArrayLike<number>,
  weights: Weights,
  { permutations = 999, seed = 1 }: Shuffling = {},
): Float64Array {
  usableSums('permutationLocalMoran', x, weights)
  refuseCount('permutationLocalMoran: permutations', permutations)
  const { z } = deviationsOf(x)
  const { n, starts, values } = weights
  const random = seededRandom(seed)
  return Float64Array.from({ length: n }, (_, i) => {
    const row = values.subarray(starts[i], starts[i + 1])
    if (row.length === 0) return NaN
    const own = random.branch(i)
    const others = z.filter((_, j) => j !== i)
    const seen = z[i]! * lagOf(z, weights, i)
    const counts = { above: 0, below: 0 }
    for (let r = 0; r < permutations; r++) {
      let lag = 0
      for (let k = 0; k < row.length; k++) {
        const drawn = k + own.below(others.length - k)
        const held = others[drawn]!
        others[drawn] = others[k]!
        others[k] = held
        lag += row[k]! * held
      }
      tally(counts, z[i]! * lag, seen)
    }
    return permutationTest(counts, permutations).pTwoSided
  })
}

function side(value: number): 'high' | 'low' {
  return value >= 0 ? 'high' : 'low'
}

/** Benjamini and Hochberg's step-up over the probabilities that are numbers. */
function adjusted(p: Float64Array): Float64Array {
  const order = Array.from(p.keys()).filter((i) => !Number.isNaN(p[i]))
  order.sort((a, b) => p[b]! - p[a]!)
  const out = new Float64Array(p.length).fill(NaN)
  let least = 1
  order.forEach((i, at) => {
    least = Math.min(least, (p[i]! * order.length) / (order.length - at))
    out[i] = least
  })
  return out
}

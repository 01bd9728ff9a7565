import { seededRandom } from '../numbers/random.ts'
import { coded, joinsBetween } from './join-counts.ts'
import { crossProduct, deviationsOf, usableSums } from './moran.ts'
import { endsOf } from './weights.ts'
import type { Weights } from './weights.ts'
import { refuseCount } from '../numbers/refusals.ts'

export type Shuffling = { permutations?: number; seed?: number | string }

/** (r + 1) / (R + 1), r of R shuffles being at least, or at most, what was seen; the smaller twice, up to 1. */
export type PermutationTest = { pGreater: number; pLess: number; pTwoSided: number }

/**
 * Moran's I and Geary's C against `permutations` seeded shuffles of x over all regions, islands included: exact whatever
 * the distribution of x. Tail of Geary's: pLess is the one of like by like.
 * @returns null for x that are all equal.
 * @throws RangeError as `moran`, or unless permutations is a whole number of at least 1.
 * Cost: O(permutations · links), about 40 ms for 999 on 514 regions with six each.
 */
export function permutationMoran(
  x: ArrayLike<number>,
  weights: Weights,
  { permutations = 999, seed = 1 }: Shuffling = {},
): { moran: PermutationTest; geary: PermutationTest } | null {
  usableSums('permutationMoran', x, weights)
  const { z, squares } = deviationsOf(x)
  if (squares === 0) return null
  // Σ w (z(i) - z(j))² = Σ e(i) z(i)² - 2 Σ w z z, with e the weights that end in i and begin there.
  const ends = endsOf(weights)
  const both = () => {
    const product = crossProduct(z, weights)
    return [product, ends.reduce((sum, end, i) => sum + end * z[i]! ** 2, 0) - 2 * product]
  }
  const [moran, geary] = shuffledTests(both, z, { permutations, seed, who: 'permutationMoran' })
  return { moran: moran!, geary: geary! }
}

/**
 * Join counts against seeded shuffles of the colours over all regions, by the names that `joinCounts` gives, with all
 * unlike joins under `unlike`.
 * @throws RangeError as `joinCounts`, or unless permutations is a whole number of at least 1.
 */
export function permutationJoins(
  colours: readonly string[],
  weights: Weights,
  { permutations = 999, seed = 1 }: Shuffling = {},
): Record<string, PermutationTest> {
  usableSums('permutationJoins', colours, weights)
  const { names, codes } = coded(colours)
  const k = names.length
  const places = names.flatMap((name, a) =>
    names.slice(0, a + 1).map((other, b) => [`${name}:${other}`, a * k + b] as const),
  )
  const counts = () => {
    const joins = joinsBetween(codes, k, weights)
    const unlike = joins.reduce((sum, join, at) => sum + (at % (k + 1) === 0 ? 0 : join), 0)
    return [...places.map(([, at]) => joins[at]!), unlike]
  }
  const tests = shuffledTests(counts, codes, { permutations, seed, who: 'permutationJoins' })
  return Object.fromEntries([...places.map(([name]) => name), 'unlike'].map((name, at) => [name, tests[at]!]))
}

/** Tests of each statistic that `look` gives of a list, against those of its shuffles; the list is left shuffled. */
function shuffledTests(
  look: () => number[],
  list: Float64Array | Int32Array,
  { permutations, seed, who }: Required<Shuffling> & { who: string },
): PermutationTest[] {
  refuseCount(`${who}: permutations`, permutations)
  const random = seededRandom(seed)
  const seen = look()
  const tallies = seen.map(() => ({ above: 0, below: 0 }))
  for (let r = 0; r < permutations; r++) {
    random.shuffle(list)
    look().forEach((value, s) => tally(tallies[s]!, value, seen[s]!))
  }
  return tallies.map((one) => permutationTest(one, permutations))
}

/** Counts a shuffle as above, below or, within rounding, as both: a tie must not be decided by the order of a sum. */
export function tally(counts: { above: number; below: number }, value: number, seen: number): void {
  const rounding = 1e-11 * (Math.abs(seen) + Math.abs(value))
  if (value >= seen - rounding) counts.above++
  if (value <= seen + rounding) counts.below++
}

/** The probabilities of counted shuffles. */
export function permutationTest(
  { above, below }: { above: number; below: number },
  permutations: number,
): PermutationTest {
  const pGreater = (above + 1) / (permutations + 1)
  const pLess = (below + 1) / (permutations + 1)
  return { pGreater, pLess, pTwoSided: Math.min(1, 2 * Math.min(pGreater, pLess)) }
}

import { crossProductMoments, spatialTest } from './cross-product.ts'
import type { LikenessSums, SpatialTest } from './cross-product.ts'
import { usableSums } from './moran.ts'
import type { Weights } from './weights.ts'

/** Joins between two colours, or between all unlike ones: half the weight of the links that join them. */
export type JoinCount = SpatialTest & { count: number; expected: number }

export type JoinCounts = {
  /** Colours in order: numerically if all are numbers, by character code otherwise; and regions of each. */
  colours: string[]
  sizes: number[]
  /** By name `a:a` for joins of like and `b:a` (the later first) for unlike. */
  pairs: Record<string, JoinCount>
  /** All joins of unlike colours together. */
  unlike: JoinCount
}

/**
 * Join counts with their moments under non-free sampling: the colours at hand shuffled over the regions. Weights may be
 * asymmetric. Islands leave n, but keep their colour in its size, as in R's spdep. With one colour nothing is left to
 * chance: z is null.
 * @throws RangeError when colours and weights differ in length, or fewer than 4 regions have neighbours.
 * Cost: O(n + l log l + c²) for l links and c colours.
 * Source: Cliff & Ord (1981), Spatial processes, section 2.4, in the general form of `crossProductMoments`.
 */
export function joinCounts(colours: readonly string[], weights: Weights): JoinCounts {
  const sums = usableSums('joinCounts', colours, weights)
  const { names, codes, sizes } = coded(colours)
  const joins = joinsBetween(codes, names.length, weights)
  const one = (count: number, likeness: LikenessSums): JoinCount => {
    const { mean, variance } = crossProductMoments(sums, likeness)
    const [expected, own] = [mean / 2, variance / 4]
    // What is left of a difference of equals is no variance.
    return { count, expected, ...spatialTest(count - expected, own > 1e-12 * expected ** 2 ? own : 0) }
  }
  const pairs: [string, JoinCount][] = []
  sizes.forEach((size, a) => {
    const likeness = { A0: size * (size - 1), A1: 2 * size * (size - 1), A2: 4 * size * (size - 1) ** 2 }
    pairs.push([`${names[a]}:${names[a]}`, one(joins[a * names.length + a]!, likeness)])
  })
  sizes.forEach((size, a) => {
    for (let b = 0; b < a; b++) {
      const both = size * sizes[b]!
      const likeness = { A0: 2 * both, A1: 4 * both, A2: 4 * both * (size + sizes[b]!) }
      pairs.push([`${names[a]}:${names[b]}`, one(joins[a * names.length + b]!, likeness)])
    }
  })
  return { colours: names, sizes, pairs: Object.fromEntries(pairs), unlike: unlikeOf(sizes, joins, one) }
}

function unlikeOf(
  sizes: readonly number[],
  joins: Float64Array,
  one: (count: number, likeness: LikenessSums) => JoinCount,
): JoinCount {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  let [count, A0, A2] = [0, 0, 0]
  sizes.forEach((size, a) => {
    A0 += size * (all - size)
    A2 += 4 * size * (all - size) ** 2
    for (let b = 0; b < a; b++) count += joins[a * sizes.length + b]!
  })
  return one(count, { A0, A1: 2 * A0, A2 })
}

/** Colours as numbers from 0, in their order. */
export function coded(colours: readonly string[]): { names: string[]; codes: Int32Array; sizes: number[] } {
  const names = [...new Set(colours)]
  const numeric = names.every((name) => name.trim() !== '' && Number.isFinite(Number(name)))
  names.sort((a, b) => (numeric ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1))
  const place = new Map(names.map((name, code) => [name, code]))
  const codes = Int32Array.from(colours, (name) => place.get(name)!)
  const sizes = names.map(() => 0)
  for (const code of codes) sizes[code]!++
  return { names, codes, sizes }
}

/** Half the weight of the links between colours: c by c, row by row, the lower half and the diagonal. */
export function joinsBetween(
  codes: Int32Array,
  colours: number,
  { n, starts, neighbours, values }: Weights,
): Float64Array {
  const joins = new Float64Array(colours * colours)
  for (let i = 0; i < n; i++) {
    for (let l = starts[i]!; l < starts[i + 1]!; l++) {
      const [a, b] = [codes[i]!, codes[neighbours[l]!]!]
      joins[a > b ? a * colours + b : b * colours + a]! += values[l]! / 2
    }
  }
  return joins
}

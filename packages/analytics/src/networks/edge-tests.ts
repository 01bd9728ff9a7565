import { normalUpper } from '../numbers/tails.ts'

/** How much more likely an edge makes each of some cascades: those of edge i from start[i] to below start[i + 1]. */
export type Improvements = {
  cascades: number
  start: Int32Array
  /** The cascade that is improved; an edge improves a cascade once at most. */
  cascade: Int32Array
  by: Float64Array
}

/**
 * Vuong's test of each edge when it was added, one-sided: p that the network without it is as good. Each cascade counts
 * its improvement less 1 / n, as a penalty for the edge. NaN below two cascades.
 *
 * `publishedP` is the same as NetworkInference 1.2.5 reports it. That package takes 1 / n off every cascade's score anew
 * with each edge and forgets it only for the cascades the edge improves, so that later improvements count for more than
 * they are; and its normal tail is an approximation (to 7.5e-8).
 * Source: Vuong (1989); Desmarais, Harden & Boehmke (2015) for policy networks.
 */
export function edgeTests({ cascades: n, start, cascade, by }: Improvements) {
  const [p, publishedP] = [0, 1].map(() => new Float64Array(start.length - 1).fill(NaN)) as [
    Float64Array,
    Float64Array,
  ]
  const lastImproved = new Int32Array(n)
  for (let edge = 0; n > 1 && edge < p.length; edge++) {
    const [own, published] = [1, 2].map(() => ({ n, sum: 0, squares: 0 }))
    for (let i = start[edge]!; i < start[edge + 1]!; i++) {
      add(own!, by[i]!)
      add(published!, by[i]! + (edge - lastImproved[cascade[i]!]!) / n)
      lastImproved[cascade[i]!] = edge
    }
    p[edge] = normalUpper(statistic(own!))
    publishedP[edge] = 1 - roughNormalCdf(statistic(published!))
  }
  return { p, publishedP }
}

type Sums = { n: number; sum: number; squares: number }

function add(sums: Sums, difference: number): void {
  sums.sum += difference
  sums.squares += difference ** 2
}

/** Sum less 1, over the standard deviation and the root of n; cascades without improvement count as 0. */
function statistic({ n, sum, squares }: Sums): number {
  const variance = Math.max(0, squares - (sum * sum) / n) / (n - 1)
  return (sum - 1) / Math.sqrt(variance * n)
}

/** Abramowitz & Stegun 7.1.26. */
function roughNormalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  const polynomial = series.reduce((sum, coefficient) => sum * t + coefficient, 0) * t
  const erf = 1 - polynomial * Math.exp(-x * x)
  return (1 + Math.sign(z) * erf) / 2
}

import { leastSquares } from './least-squares.ts'
import type { CurveProblem, Optimum } from './least-squares.ts'

/** The best of several starts: the least sum of squares, the earlier start where two are equal. */
export function bestOf(problem: CurveProblem, starts: readonly ArrayLike<number>[]): Optimum {
  return starts
    .map((start) => leastSquares(problem, start))
    .reduce((best, one) => (one.rss < best.rss * (1 - 1e-12) || !(best.rss >= 0) ? one : best))
}

/**
 * Starts for a curve whose first parameter only scales it: the eight best of a grid of the other two, each with its
 * best scale, or with the one held.
 */
export function gridStarts(
  { curve, y }: CurveProblem,
  grid: readonly (readonly [number, number])[],
  held?: number,
): number[][] {
  const slopes = new Float64Array(3)
  const tried = grid.map(([second, third]) => {
    const shape = Float64Array.from(y, (_, i) => curve(i, Float64Array.of(1, second, third), slopes))
    let [along, own, rss] = [0, 0, 0]
    shape.forEach((value, i) => {
      along += value * y[i]!
      own += value * value
    })
    const scale = held ?? along / own
    shape.forEach((value, i) => (rss += (y[i]! - scale * value) ** 2))
    return { start: [scale, second, third], rss }
  })
  const usable = tried.filter(({ start, rss }) => start[0]! > 0 && rss < Infinity)
  return usable
    .sort((one, other) => one.rss - other.rss)
    .slice(0, 8)
    .map(({ start }) => start)
}

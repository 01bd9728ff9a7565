import { underCeiling } from './ceiling.ts'
import type { Ceiling } from './ceiling.ts'
import { leastSquares } from './least-squares.ts'
import type { CurveProblem, Optimum } from './least-squares.ts'

/** A curve to fit, its first parameter the ceiling, and a grid of the other two to start from. */
export type Growth = { problem: CurveProblem; grid: readonly (readonly [number, number])[] }

/** The best fit under a ceiling, searched for from `near` where that leads somewhere and from a grid otherwise. */
export function fitUnder(ceiling: Ceiling, growthOf: (held?: number) => Growth, near?: readonly number[]) {
  return underCeiling(ceiling, (held) => {
    const { problem, grid } = growthOf(held)
    const close = near && leastSquares(problem, [held ?? near[0]!, near[1]!, near[2]!])
    const optimum = close?.converged ? close : bestOf(problem, gridStarts(problem, grid, held))
    return { problem, optimum }
  })
}

/** The best of several starts: the least sum of squares, the earlier start where two are equal. */
function bestOf(problem: CurveProblem, starts: readonly ArrayLike<number>[]): Optimum {
  return starts
    .map((start) => leastSquares(problem, start))
    .reduce((best, one) => (one.rss < best.rss * (1 - 1e-12) || !(best.rss >= 0) ? one : best))
}

/**
 * Starts for a curve whose first parameter only scales it: the eight best of a grid of the other two, each with its
 * best scale, or with the one held.
 */
function gridStarts({ curve, y }: CurveProblem, grid: Growth['grid'], held?: number): number[][] {
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

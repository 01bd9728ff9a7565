import { expectRating, roomFor } from './rating-scale.ts'
import type { Ratings } from './rating-scale.ts'

/** Mean squares of residuals, expected 1: weighted by information, and plain; NaN for extreme levels. */
export type Fit = { infit: Float64Array; outfit: Float64Array }

type Known = { help: Float64Array[]; steps: ArrayLike<number> }

/** For each factor, the fit of its levels over the active readings, and their information. */
export function fitOf(
  { factors, category, active }: Ratings,
  { help, steps }: Known,
): (Fit & { information: Float64Array })[] {
  const room = roomFor(steps.length)
  const sums = factors.map(({ names }) => [0, 1, 2, 3].map(() => new Float64Array(names.length)))
  for (const r of active) {
    const eta = factors.reduce((sum, { codes }, f) => sum + help[f]![codes[r]!]!, 0)
    expectRating(eta, steps, category[r]!, room)
    const square = (category[r]! - room.mean) ** 2
    factors.forEach(({ codes }, f) => {
      const add = [square, room.variance, square / room.variance, 1]
      add.forEach((value, k) => (sums[f]![k]![codes[r]!]! += value))
    })
  }
  return sums.map(([squares, information, ratios, counts]) => ({
    infit: squares!.map((value, k) => value / information![k]!),
    outfit: ratios!.map((value, k) => value / counts![k]!),
    information: information!,
  }))
}

/**
 * Gives extreme levels, the last set aside first, the measure at which their expected total is 0.3 inside the end, all
 * others known; writes it into `help`, and returns the information there. NaN when no reading says anything.
 */
export function placeExtremes({ factors, values, extremes }: Ratings, { help, steps }: Known): number[] {
  const top = values.length - 1
  const room = roomFor(top)
  return extremes.toReversed().map(({ factor, level, side, readings }) => {
    const others = readings
      .map((r) => factors.reduce((sum, { codes }, f) => (f === factor ? sum : sum + help[f]![codes[r]!]!), 0))
      .filter((eta) => !Number.isNaN(eta))
    const wanted = side === 'low' ? 0.3 : others.length * top - 0.3
    let [low, high, information] = [-100, 100, 0]
    for (let turn = 0; turn < 100; turn++) {
      const middle = (low + high) / 2
      let total = (information = 0)
      for (const eta of others) {
        expectRating(middle + eta, steps, 0, room)
        total += room.mean
        information += room.variance
      }
      if (total < wanted) low = middle
      else high = middle
    }
    help[factor]![level] = others.length > 0 ? (low + high) / 2 : NaN
    return others.length > 0 ? information : NaN
  })
}

/** The score to expect at a measure, all else average. */
export function fairScore(measure: number, steps: ArrayLike<number>, values: readonly number[]): number {
  const room = roomFor(steps.length)
  expectRating(measure, steps, 0, room)
  return values.reduce((sum, value, k) => {
    return sum + value * (room.above[k]! - (k < steps.length ? room.above[k + 1]! : 0))
  }, 0)
}

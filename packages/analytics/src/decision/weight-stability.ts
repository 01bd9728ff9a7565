import { ranksOf, weightedSums } from './criteria.ts'

/** How far the weight of one criterion may move, from 0 to 1, while the others share the rest as they do now. */
export type WeightInterval = {
  weight: number
  /** While the same alternative stays best, and while the whole order stays. */
  top: [number, number]
  order: [number, number]
  /** Who is best below and above the interval of the top; null where the interval reaches 0 or 1. */
  topBelow: number | null
  topAbove: number | null
}

/**
 * Weight stability intervals of a method that is linear in the weights; exact. A tie that the weight would break makes an
 * interval of one point. With a single criterion nothing can move.
 * @param partial what each criterion adds before weights, row by row; weights are shares.
 * Cost: O(m n log n).
 * Source: Mareschal (1988), European Journal of Operational Research 33(1).
 * @example weightStability(Float64Array.of(1, 0, 0, 1), [0.6, 0.4])[0]?.top // [0.5, 1]
 */
export function weightStability(partial: Float64Array, weights: ArrayLike<number>): WeightInterval[] {
  const m = weights.length
  const score = weightedSums(partial, weights)
  const order = [...score.keys()].sort((a, b) => score[b]! - score[a]!)
  const rounding = 1e-12 * partial.reduce((size, one) => Math.max(size, Math.abs(one)), 0)
  return Array.from({ length: m }, (_, j) => {
    const others = withWeight(weights, j, 0)
    const [own, rest] = [
      Float64Array.from(score, (_, i) => partial[i * m + j]!),
      weightedSums(partial, others),
    ]
    const lead = (a: number, b: number, x: number) =>
      x * (own[a]! - own[b]!) + (1 - x) * (rest[a]! - rest[b]!)
    const span = (pairs: [number, number][]): [number, number] => {
      const interval: [number, number] = [0, 1]
      for (const [a, b] of pairs) {
        narrow(interval, { at: weights[j]!, zero: lead(a, b, 0), one: lead(a, b, 1), rounding })
      }
      return interval
    }
    const top = m === 1 ? ([0, 1] as [number, number]) : span(order.slice(1).map((b) => [order[0]!, b]))
    const whole = m === 1 ? top : span(order.slice(1).map((b, i) => [order[i]!, b]))
    const scoreAt = (x: number) => score.map((_, i) => x * own[i]! + (1 - x) * rest[i]!)
    return { weight: weights[j]!, top, order: whole, ...successors(scoreAt, top, order[0]!) }
  })
}

/** Cuts the interval where a lead that is linear in the weight, with these values at 0 and 1, would be lost. */
function narrow(
  interval: [number, number],
  { at, zero, one, rounding }: { at: number; zero: number; one: number; rounding: number },
): void {
  const slope = one - zero
  if (Math.abs(slope) <= rounding) return
  const tied = Math.abs(zero + slope * at) <= rounding
  const crossing = tied ? at : -zero / slope
  if ((tied || slope > 0) && crossing > interval[0] && crossing <= at) interval[0] = crossing
  if ((tied || slope < 0) && crossing < interval[1] && crossing >= at) interval[1] = crossing
}

/**
 * The same for any method, by looking at `steps` weights between 0 and 1 and halving the gap where something changed. What
 * changes and changes back between two looks is not seen.
 * @param scoreAt scores at given weights (shares), greater is better.
 * Cost: m · (steps + 70) evaluations.
 */
export function searchedStability(
  scoreAt: (weights: Float64Array) => ArrayLike<number>,
  weights: ArrayLike<number>,
  { steps = 200 }: { steps?: number } = {},
): WeightInterval[] {
  return Array.from({ length: weights.length }, (_, j) => {
    const at = weights[j]!
    const scores = (x: number) => scoreAt(withWeight(weights, j, x))
    const ranks = (x: number) =>
      weights.length === 1 ? ranksOf(scoreAt(Float64Array.of(1))) : ranksOf(scores(x))
    const now = ranks(at)
    const bests = (list: Int32Array) => [...list.keys()].filter((i) => list[i] === 1).join()
    const sameTop = (x: number) => bests(ranks(x)) === bests(now)
    const sameOrder = (x: number) => ranks(x).every((rank, i) => rank === now[i])
    const top = spanOf(sameTop, at, steps)
    return {
      weight: at,
      top,
      order: spanOf(sameOrder, at, steps),
      ...successors(scores, top, now.indexOf(1)),
    }
  })
}

function spanOf(same: (x: number) => boolean, at: number, steps: number): [number, number] {
  return [0, 1].map((end) => {
    let inside = at
    for (let k = 1; k <= steps; k++) {
      const x = k === steps ? end : at + ((end - at) * k) / steps
      if (!same(x)) return halved(same, inside, x)
      inside = x
    }
    return end
  }) as [number, number]
}

function halved(same: (x: number) => boolean, inside: number, outside: number): number {
  let [good, bad] = [inside, outside]
  for (let i = 0; i < 50; i++) {
    const middle = (good + bad) / 2
    if (same(middle)) good = middle
    else bad = middle
  }
  return good
}

/** Who leads just outside the interval. */
function successors(scoreAt: (x: number) => ArrayLike<number>, [low, high]: [number, number], top: number) {
  const leader = (x: number) => {
    const scores = Array.from(scoreAt(x))
    const ranks = ranksOf(scores)
    return ranks.findIndex((rank, i) => rank === 1 && i !== top)
  }
  const step = 1e-6
  const below = low > 0 ? leader(Math.max(0, low - step)) : -1
  const above = high < 1 ? leader(Math.min(1, high + step)) : -1
  return { topBelow: below < 0 ? null : below, topAbove: above < 0 ? null : above }
}

/** The weights with that of one criterion set, the others sharing the rest in proportion; equally where they were all 0. */
export function withWeight(weights: ArrayLike<number>, j: number, x: number): Float64Array {
  const rest = 1 - weights[j]!
  return Float64Array.from(weights, (own, k) =>
    k === j ? x : (1 - x) * (rest > 0 ? own / rest : 1 / (weights.length - 1)),
  )
}

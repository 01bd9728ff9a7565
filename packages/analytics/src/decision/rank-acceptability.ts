import type { Random } from '../numbers/random.ts'
import { ranksOf } from './criteria.ts'
import { refuseCount, refuseShare } from '../numbers/refusals.ts'

export type RankAcceptability = {
  draws: number
  /** Share of the drawn weights at which alternative i has rank r, in [i · n + r − 1]. */
  shares: Float64Array
  meanRank: Float64Array
  /** Mean of the weights at which alternative i is best, row by row; NaN where it never is. */
  centralWeights: Float64Array
  /** Greatest standard error of a share. */
  standardError: number
}

/**
 * How often each alternative gets each rank when weights are not known exactly: drawn evenly from all weights, or around
 * given ones. Equals share the better rank.
 * @param scoreAt scores at given weights (shares), greater is better.
 * @param around each weight is multiplied by a number drawn evenly from 1 − within to 1 + within, then made a share.
 * @throws RangeError for draws other than a whole number above 0, or `within` outside 0 … 1.
 * Cost: one evaluation a draw.
 * Source: Lahdelma & Salminen (2001), SMAA-2, Operations Research 49(3).
 * @example rankAcceptability((w) => w, 2, { draws: 100, random: seededRandom(1), around: { weights: [0.9, 0.1], within: 0.5 } })
 *   .shares // Float64Array [1, 0, 0, 1]
 */
export function rankAcceptability(
  scoreAt: (weights: Float64Array) => ArrayLike<number>,
  criteria: number,
  options: { draws: number; random: Random; around?: { weights: ArrayLike<number>; within: number } },
): RankAcceptability {
  const { draws, random, around } = options
  refuseCount('rankAcceptability: draws', draws)
  refuseShare('rankAcceptability: within', around?.within ?? 0)
  const n = scoreAt(new Float64Array(criteria).fill(1 / criteria)).length
  const [counts, rankSum] = [new Float64Array(n * n), new Float64Array(n)]
  const central = new Float64Array(n * criteria)
  const weights = new Float64Array(criteria)
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(weights, random, around)
    ranksOf(scoreAt(weights)).forEach((rank, i) => {
      counts[i * n + rank - 1]! += 1
      rankSum[i]! += rank
      if (rank === 1) weights.forEach((weight, j) => (central[i * criteria + j]! += weight))
    })
  }
  const centralWeights = central.map((sum, k) => sum / (counts[Math.floor(k / criteria) * n]! || NaN))
  const shares = counts.map((count) => count / draws)
  const meanRank = rankSum.map((sum) => sum / draws)
  const uncertain = shares.reduce((most, share) => Math.max(most, share * (1 - share)), 0)
  return { draws, shares, meanRank, centralWeights, standardError: Math.sqrt(uncertain / draws) }
}

function drawWeights(
  into: Float64Array,
  random: Random,
  around: { weights: ArrayLike<number>; within: number } | undefined,
): void {
  let sum = 0
  for (let j = 0; j < into.length; j++) {
    const own = around
      ? around.weights[j]! * (1 + around.within * (2 * random.uniform() - 1))
      : -Math.log(1 - random.uniform()) // shares of exponentials are uniform over all weights
    into[j] = own
    sum += own
  }
  for (let j = 0; j < into.length; j++) into[j]! /= sum
}

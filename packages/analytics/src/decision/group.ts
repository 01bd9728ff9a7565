import { ranksOf } from './criteria.ts'
import { shares } from './pairwise.ts'

/**
 * One matrix of judgments for a group: geometric means, cell by cell, which keep reciprocity (aggregation of individual
 * judgments). For a group that decides as one.
 * @param influence of each member, by shares; equal where left out.
 * @throws RangeError when there is no matrix, sizes differ, or influence does not fit.
 * Source: Aczél & Saaty (1983); Forman & Peniwati (1998).
 */
export function groupJudgments(
  matrices: readonly ArrayLike<number>[],
  influence?: readonly number[],
): Float64Array {
  const own = influenceOf('groupJudgments', matrices, influence)
  return means(
    matrices.map((matrix) => Array.from(matrix, Math.log)),
    own,
  ).map(Math.exp)
}

/**
 * One set of weights for a group from those of its members (aggregation of individual priorities): arithmetic means, or
 * geometric means made shares again. For members with values of their own.
 * @throws RangeError as `groupJudgments`.
 * Source: Forman & Peniwati (1998), European Journal of Operational Research 108(1).
 * @example groupPriorities([[0.5, 0.5], [0.9, 0.1]], 'arithmetic') // Float64Array [0.7, 0.3]
 */
export function groupPriorities(
  priorities: readonly ArrayLike<number>[],
  mean: 'arithmetic' | 'geometric',
  influence?: readonly number[],
): Float64Array {
  const own = influenceOf('groupPriorities', priorities, influence)
  if (mean === 'arithmetic') return means(priorities, own)
  return shares(
    means(
      priorities.map((one) => Array.from(one, Math.log)),
      own,
    ).map(Math.exp),
  )
}

export type GroupRanking = {
  /** Points: for each member, how many alternatives are ranked lower (a half for equals); weighted by influence. */
  borda: Float64Array
  bordaRank: Int32Array
  /** Median (members counted once each) and weighted mean of their ranks; equals of a member share their mean rank. */
  medianRank: Float64Array
  meanRank: Float64Array
  /** Ranks by median, ties by mean. */
  rank: Int32Array
  /** Kendall's W, corrected for ties: 1 when all rank alike, 0 for no agreement; null when nobody prefers anything. */
  concordance: number | null
}

/**
 * One ranking for a group.
 * @param scores of each member for each alternative, greater is better; only their order counts.
 * @throws RangeError as `groupJudgments`, or when a score is not finite.
 * Source: Borda (1781); Kendall & Gibbons (1990), Rank correlation methods, chapter 6.
 * @example groupRanking([[3, 2, 1], [3, 1, 2]]).borda // Float64Array [4, 1, 1]
 */
export function groupRanking(
  scores: readonly ArrayLike<number>[],
  influence?: readonly number[],
): GroupRanking {
  const own = influenceOf('groupRanking', scores, influence)
  const n = scores[0]!.length
  const ranks = scores.map((one) => meanRanks(one))
  const points = means(
    ranks.map((one) => one.map((rank) => n - rank)),
    own,
  )
  const borda = points.map((one) => one * scores.length)
  const meanRank = means(ranks, own)
  const medianRank = Float64Array.from({ length: n }, (_, i) => {
    const sorted = ranks.map((one) => one[i]!).sort((a, b) => a - b)
    return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
  })
  const order = medianRank.map((median, i) => -(median * 4 * n + meanRank[i]!))
  return {
    borda,
    bordaRank: ranksOf(borda),
    medianRank,
    meanRank,
    rank: ranksOf(order),
    concordance: concordanceOf(ranks),
  }
}

/** The influence of each member, 1 on average. */
function influenceOf(
  method: string,
  members: readonly ArrayLike<number>[],
  influence?: readonly number[],
): Float64Array {
  const own = Float64Array.from(influence ?? members.map(() => 1))
  if (members.length === 0) throw new RangeError(`${method}: no member`)
  if (own.length !== members.length)
    throw new RangeError(`${method}: ${members.length} members, ${own.length} weights`)
  if (own.some((one) => !(one >= 0 && one < Infinity)) || own.every((one) => one === 0)) {
    throw new RangeError(`${method}: weights of members must be at least 0 and not all 0`)
  }
  members.forEach((member, i) => {
    if (member.length !== members[0]!.length)
      throw new RangeError(`${method}: member ${i + 1} has another size`)
    if (Array.from(member).some((value) => !Number.isFinite(value))) {
      throw new RangeError(`${method}: member ${i + 1} has a value that is not finite`)
    }
  })
  const sum = own.reduce((total, one) => total + one, 0)
  return own.map((one) => (one * own.length) / sum)
}

function means(members: readonly ArrayLike<number>[], influence: Float64Array): Float64Array {
  const sums = new Float64Array(members[0]!.length)
  members.forEach((member, k) => sums.forEach((_, i) => (sums[i]! += influence[k]! * member[i]!)))
  return sums.map((sum) => sum / members.length)
}

/** 1 for the greatest; equals share the mean of their places. */
function meanRanks(scores: ArrayLike<number>): number[] {
  const list = Array.from(scores)
  return list.map((own) => {
    const above = list.filter((other) => other > own).length
    const equal = list.filter((other) => other === own).length
    return above + (equal + 1) / 2
  })
}

function concordanceOf(ranks: readonly number[][]): number | null {
  const [members, n] = [ranks.length, ranks[0]!.length]
  const mean = (members * (n + 1)) / 2
  let [spread, ties] = [0, 0]
  for (let i = 0; i < n; i++) spread += (ranks.reduce((sum, one) => sum + one[i]!, 0) - mean) ** 2
  for (const own of ranks) {
    for (const equals of Map.groupBy(own, (rank) => rank).values()) ties += equals.length ** 3 - equals.length
  }
  const greatest = members ** 2 * (n ** 3 - n) - members * ties
  return greatest > 0 ? (12 * spread) / greatest : null
}

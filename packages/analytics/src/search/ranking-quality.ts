/** How good one ranking is. All from 0 to 1. */
export type RankingQuality = {
  /** Normalised discounted cumulative gain of the first ten, gain 1 for a relevant answer. */
  ndcg10: number
  /** Relevant answers among the first ten, of those that could be there. */
  recall10: number
  /** One divided by the rank of the first relevant answer; 0 when there is none. */
  reciprocalRank: number
}

/**
 * Measures a ranking against the answers a reader would want.
 * @throws RangeError when nothing is relevant: there is nothing to measure.
 * @example rankingQuality(['a', 'b'], new Set(['b'])).reciprocalRank // 0.5
 */
export function rankingQuality(ranking: readonly string[], relevant: ReadonlySet<string>): RankingQuality {
  if (relevant.size === 0) throw new RangeError('rankingQuality: no relevant answers')
  const first = ranking.slice(0, 10)
  const possible = Math.min(10, relevant.size)
  const found = first.filter((id) => relevant.has(id)).length
  const rank = ranking.findIndex((id) => relevant.has(id)) + 1
  return {
    ndcg10:
      gained(first.map((id) => relevant.has(id))) / gained(Array.from({ length: possible }, () => true)),
    recall10: found / possible,
    reciprocalRank: rank === 0 ? 0 : 1 / rank,
  }
}

/** The mean of several; of none it is 0. */
export function meanQuality(qualities: readonly RankingQuality[]): RankingQuality {
  const mean = (key: keyof RankingQuality) =>
    qualities.length === 0 ? 0 : qualities.reduce((sum, quality) => sum + quality[key], 0) / qualities.length
  return { ndcg10: mean('ndcg10'), recall10: mean('recall10'), reciprocalRank: mean('reciprocalRank') }
}

function gained(hits: readonly boolean[]): number {
  return hits.reduce((sum, hit, index) => sum + (hit ? 1 / Math.log2(index + 2) : 0), 0)
}

/**
 * Normalised discounted cumulative gain of the first ten with graded relevance: gain 2^grade − 1, so that an answer of
 * grade 2 is worth three of grade 1; what has no grade gains nothing.
 * @throws RangeError when nothing is relevant.
 * @example gradedNdcg10(['a', 'b'], new Map([['b', 2]])).toFixed(3) // '0.631'
 */
export function gradedNdcg10(ranking: readonly string[], grades: ReadonlyMap<string, number>): number {
  if (grades.size === 0) throw new RangeError('gradedNdcg10: no relevant answers')
  const discounted = (gains: readonly number[]) =>
    gains.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, 10)
  return discounted(ranking.slice(0, 10).map((id) => grades.get(id) ?? 0)) / discounted(best)
}

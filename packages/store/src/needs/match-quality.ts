import { gradedNdcg10 } from '@semai/analytics/search/ranking-quality'
import { publicActor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { matchNeed } from './match.queries.ts'
import type { FiledNeed } from './needs-file.ts'

/** How well labelled needs are matched: the mean, and the worst first. */
export type MatchQuality = {
  ndcg10: number
  worst: readonly { id: string; need: string; ndcg10: number }[]
}

/** Matches every need and measures the answer. @throws RangeError for a need without relevant answers. */
export async function matchQuality(db: Db, needs: readonly FiledNeed[]): Promise<MatchQuality> {
  const measured: { id: string; need: string; ndcg10: number }[] = []
  for (const { id, need, relevant } of needs) {
    const results = await matchNeed(db, publicActor, { text: need })
    measured.push({
      id,
      need,
      ndcg10: gradedNdcg10(
        results.map((one) => one.id),
        relevant,
      ),
    })
  }
  return {
    ndcg10: measured.reduce((sum, one) => sum + one.ndcg10, 0) / Math.max(1, measured.length),
    worst: measured
      .filter(({ ndcg10 }) => ndcg10 < 1)
      .sort((a, b) => a.ndcg10 - b.ndcg10)
      .slice(0, 10),
  }
}

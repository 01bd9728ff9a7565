import { meanQuality, rankingQuality } from '@semai/analytics/search/ranking-quality'
import type { RankingQuality } from '@semai/analytics/search/ranking-quality'
import { publicActor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import type { FiledQuery } from './query-file.ts'
import { searchInnovations } from './search.queries.ts'

/** How well search answers labelled queries: over all, and per kind in order of the alphabet. */
export type SearchQuality = {
  overall: RankingQuality
  kinds: readonly { kind: string; queries: number; quality: RankingQuality }[]
  /** The queries answered worst, worst first. */
  worst: readonly { id: string; query: string; ndcg10: number }[]
}

const wholeRanking = 1_000

/** Asks every query and measures its answer. @throws RangeError for a query without relevant answers. */
export async function searchQuality(db: Db, queries: readonly FiledQuery[]): Promise<SearchQuality> {
  const measured: { query: FiledQuery; quality: RankingQuality }[] = []
  for (const query of queries) {
    const results = await searchInnovations(db, publicActor, { text: query.query, limit: wholeRanking })
    measured.push({
      query,
      quality: rankingQuality(
        results.map(({ id }) => id),
        new Set(query.relevant),
      ),
    })
  }
  const kinds = [...new Set(queries.map(({ kind }) => kind))].sort().map((kind) => {
    const some = measured.filter(({ query }) => query.kind === kind).map(({ quality }) => quality)
    return { kind, queries: some.length, quality: meanQuality(some) }
  })
  const worst = measured
    .map(({ query, quality }) => ({ id: query.id, query: query.query, ndcg10: quality.ndcg10 }))
    .filter(({ ndcg10 }) => ndcg10 < 1)
    .sort((a, b) => a.ndcg10 - b.ndcg10)
  return { overall: meanQuality(measured.map(({ quality }) => quality)), kinds, worst: worst.slice(0, 10) }
}

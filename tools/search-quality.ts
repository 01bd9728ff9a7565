import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { RankingQuality } from '@semai/analytics/search/ranking-quality'
import { openReady } from '@semai/store/db/ready'
import { readQueries } from '@semai/store/search/query-file'
import { searchQuality } from '@semai/store/search/search-quality'

/** Measures search on labelled queries: `node tools/search-quality.ts FILE.csv …` (columns id, query, kind, relevant_ids). */
const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: node tools/search-quality.ts FILE.csv …')
  process.exitCode = 2
} else {
  await measure(files)
}

async function measure(files: readonly string[]): Promise<void> {
  const { db, close } = await openReady({ role: 'app' }, process.env, (line) => console.error(line))
  try {
    for (const file of files) {
      const { overall, kinds, worst } = await searchQuality(db, readQueries(readFileSync(file)))
      const queries = kinds.reduce((sum, { queries }) => sum + queries, 0)
      console.log(
        `\n${basename(file)}: ${queries} queries\n${'kind'.padEnd(10)} rows  nDCG@10  recall@10    MRR`,
      )
      for (const { kind, queries, quality } of kinds) console.log(line(kind, queries, quality))
      console.log(line('all', queries, overall))
      for (const { id, query, ndcg10 } of worst) console.log(`  ${ndcg10.toFixed(2)}  ${id}  ${query}`)
    }
  } finally {
    await close()
  }
}

function line(kind: string, queries: number, { ndcg10, recall10, reciprocalRank }: RankingQuality): string {
  const figures = [ndcg10, recall10, reciprocalRank].map((figure) => figure.toFixed(3).padStart(9))
  return `${kind.padEnd(10)} ${String(queries).padStart(4)}${figures.join('')}`
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { silent } from '@semai/store/db/environment'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { loadShippedData } from '../exchange/shipped-data.ts'
import { readQueries } from './query-file.ts'
import { searchQuality } from './search-quality.ts'

const { db, owner } = await testDb()

beforeAll(() => loadShippedData(owner.db, silent))

test.each([
  ['given.csv', 25, 0.9],
  ['tuning.csv', 82, 0.9],
  ['held-out.csv', 80, 0.9],
])('search answers %s (%i queries) with nDCG@10 of at least %f', async (file, rows, atLeast) => {
  const queries = readQueries(readFileSync(join(import.meta.dirname, 'labelled', file)))
  expect(queries.length).toBe(rows)
  const { overall, worst } = await searchQuality(db, queries)
  expect(overall.ndcg10, JSON.stringify(worst)).toBeGreaterThanOrEqual(atLeast)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { silent } from '@semai/store/db/environment'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { loadShippedData } from '../exchange/shipped-data.ts'
import { matchQuality } from './match-quality.ts'
import { readNeeds } from './needs-file.ts'

const { db, owner } = await testDb()

beforeAll(() => loadShippedData(owner.db, silent))

test.each([
  ['needs-given.csv', 15, 0.9],
  ['needs-tuning.csv', 64, 0.8],
  ['needs-held-out.csv', 40, 0.82],
  ['needs-unseen.csv', 20, 0.85],
])('the needs of %s (%i) are matched with nDCG@10 of at least %f', async (file, rows, atLeast) => {
  const needs = readNeeds(readFileSync(join(import.meta.dirname, '../search/labelled', file)))
  expect(needs.length).toBe(rows)
  const { ndcg10, worst } = await matchQuality(db, needs)
  expect(ndcg10, JSON.stringify(worst)).toBeGreaterThanOrEqual(atLeast)
})

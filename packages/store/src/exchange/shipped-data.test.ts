import { beforeAll, expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { silent } from '../db/environment.ts'
import { loadShippedData } from './shipped-data.ts'

const { db, owner } = await testDb()
const count = async (sql: string) =>
  Number((await owner.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]!.n)

beforeAll(async () => {
  const started = performance.now()
  await loadShippedData(owner.db, silent)
  console.log('loaded in ms', performance.now() - started)
})

test('the catalogue holds what the files hold', async () => {
  expect({
    innovations: await count(`innovation where kind = 'innovation'`),
    programmes: await count(`innovation where kind = 'programme'`),
    dated: await count(`claim where precision <> 'by'`),
    upperBounds: await count(`claim where precision = 'by'`),
    acts: await count('claim_act'),
    hidden: await count('innovation_hidden_words'),
  }).toEqual({ innovations: 198, programmes: 4, dated: 332, upperBounds: 23, acts: 355, hidden: 60 })
})
void db

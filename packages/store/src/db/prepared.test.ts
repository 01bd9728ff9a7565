import { testDb } from '@semai/testkit/test-db'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { runPrepared } from './prepared.ts'

const { db } = await testDb()

test('a prepared statement is planned once, whatever its values', async () => {
  const named = `select code from region where code = any($1::text[])`
  for (let n = 0; n < 8; n++) await runPrepared(db, named, [Array.from({ length: 1 + n * 40 }, String)])
  const plans = `select generic_plans::integer as once, custom_plans::integer as anew
    from pg_prepared_statements where statement = $1`
  expect(await runPrepared(db, plans, [named])).toEqual([{ once: 8, anew: 0 }])
})

test('other queries are planned for their values', async () => {
  const { rows } = await sql`show plan_cache_mode`.execute(db)
  expect(rows).toEqual([{ plan_cache_mode: 'auto' }])
})

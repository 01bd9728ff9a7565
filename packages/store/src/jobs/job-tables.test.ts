import { expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { migrateJobs, newestJobMigration } from './job-tables.ts'

const { pool, owner } = await testDb()

test('the queue is at the last migration of its library, which is not asked again', async () => {
  const { rows } = await owner.pool.query('select max(id)::int as id from graphile_worker.migrations')
  expect(rows).toEqual([{ id: newestJobMigration }])
  expect(await migrateJobs(owner.pool)).toBe(false)
})

test('the application adds a job, takes it, and changes no table of the queue', async () => {
  await pool.query(`select graphile_worker.add_job('test', '{"a": 1}', job_key => 'k')`)
  expect((await pool.query('select task_identifier, key from graphile_worker.jobs')).rows).toEqual([
    { task_identifier: 'test', key: 'k' },
  ])
  await pool.query(`update graphile_worker._private_jobs set locked_by = 'w', locked_at = now()`)
  await pool.query(`select graphile_worker.force_unlock_workers(array['w'])`)
  await pool.query('delete from graphile_worker._private_jobs')
  for (const statement of [
    'create table graphile_worker.intruder (id integer)',
    'drop table graphile_worker._private_jobs',
    'delete from graphile_worker.migrations',
  ]) {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  }
})

import { afterAll, expect, test } from 'vitest'
import { inTransaction } from '@semai/store/db/transaction'
import { notify } from '@semai/store/notices/notify'
import { mailServer } from '@semai/testkit/mail-server'
import { aPerson } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { startJobs } from './job-server.ts'

const { db, pool, owner, env } = await testDb()
const server = await mailServer()
afterAll(() => server.close())

const connections = async () =>
  (
    await owner.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'semai jobs' and datname = current_database()`,
    )
  ).rows.map(({ pid }) => pid)

/** Workers that show that they live. */
const working = async () =>
  (
    await owner.pool.query(
      `select from pg_locks where locktype = 'advisory'
       and database = (select oid from pg_database where datname = current_database())`,
    )
  ).rowCount

test('a process of jobs that lost its database is started again, and ends with the site', async () => {
  const jobs = startJobs({ ...process.env, ...env, ...server.env, SEMAI_URL: 'https://semai.test' })
  try {
    await expect.poll(working, { timeout: 20_000 }).toBe(1)
    const first = await connections()
    await pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [first])
    const { id } = await aPerson(owner.db)
    await inTransaction(db, (db) => notify(db, { kind: 'recovery_link', detail: {}, to: [id], at: now }))
    await server.message(() => true)
    expect((await connections()).filter((pid) => first.includes(pid))).toEqual([])
  } finally {
    await jobs.stop()
  }
  await expect.poll(connections).toEqual([])
  expect(server.taken).toHaveLength(1)
})

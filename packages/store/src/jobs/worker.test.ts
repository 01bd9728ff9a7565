import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { inTransaction } from '../db/transaction.ts'
import { sendMail } from '../notices/mail.commands.ts'
import type { Message, Post } from '../notices/mail.commands.ts'
import { notify } from '../notices/notify.ts'
import { startWorker } from './worker.ts'
import type { JobFailure } from './worker.ts'

const { db, pool, owner, clear } = await testDb()
const nothing = async () => undefined

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
})

/** A worker that hands mail to `post`, until `work` is done. */
async function whileWorking(post: Post, tell: (failure: JobFailure) => void, work: () => Promise<void>) {
  const box = { post, siteUrl: 'https://semai.test' }
  const worker = await startWorker(
    { db, pool },
    {
      send_mail: ({ payload, now, signal }) => sendMail(db, String(payload['mail']), { box, now, signal }),
      warn_of_ending_grants: nothing,
      remind_of_due_news: nothing,
      warn_of_budget_windows: nothing,
      tell_of_new_matches: nothing,
      warn_of_deadlines: nothing,
      open_pulses: nothing,
      ask_for_replies: nothing,
      tell_weekly_duties: nothing,
      forget_old_notices: nothing,
      clean_files: nothing,
      refresh_analyses: nothing,
    },
    tell,
  )
  try {
    await work()
  } finally {
    await worker.stop()
  }
}

const tell = async () => {
  const { id } = await aPerson(owner.db)
  await inTransaction(db, (db) => notify(db, { kind: 'recovery_link', detail: {}, to: [id], at: now }))
}

const jobs = async () =>
  (
    await pool.query<{ attempts: number; last_error: string }>(
      `select attempts, last_error from graphile_worker.jobs where task_identifier = 'send_mail' and locked_at is null`,
    )
  ).rows

test('the application works off what is due, with no right of the owner', async () => {
  const posted: Message[] = []
  await tell()
  await whileWorking(
    async (message) => void posted.push(message),
    () => undefined,
    async () => {
      await expect.poll(() => posted.length).toBe(1)
      await tell() // announced by the database, not found by looking
      await expect.poll(() => posted.length, { timeout: 4_000 }).toBe(2)
    },
  )
  expect(new Set(posted.map(({ id }) => id)).size).toBe(2)
  await expect.poll(jobs).toEqual([])
})

test('what is kept of a failure is one line without an address', async () => {
  const failures: JobFailure[] = []
  await tell()
  const post = () => Promise.reject(new Error('No mailbox sari@contoh.test here\nsecond line'))
  await whileWorking(
    post,
    (failure) => failures.push(failure),
    async () => {
      await expect.poll(() => failures.length).toBe(1)
    },
  )
  await expect.poll(jobs).toEqual([{ attempts: 1, last_error: 'No mailbox (address) here' }])
  expect(failures[0]).toMatchObject({ attempt: 1, of: 12, says: 'No mailbox (address) here' })
})

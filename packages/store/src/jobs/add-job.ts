import type { JobTask } from '@semai/domain/jobs/job'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** How often a mail is tried before somebody has to look: the last time after about a day. */
const mailTries = 12

/**
 * Each mail has a job that sends it when it is due, as soon as this transaction is committed. A mail that has one
 * already, also one that was given up, gets no other.
 */
export async function addMailJobs(db: Tx, mails: readonly { id: string; dueAt: Date }[]): Promise<void> {
  if (mails.length === 0) return
  const ids = mails.map(({ id }) => id)
  const due = mails.map(({ dueAt }) => dueAt)
  await sql`
    select graphile_worker.add_job(${'send_mail' satisfies JobTask}, json_build_object('mail', m.id),
      run_at => m.due_at, max_attempts => ${mailTries}, job_key => 'mail ' || m.id)
    from unnest(${ids}::text[], ${due}::timestamptz[]) as m (id, due_at)
    where not exists (select from graphile_worker.jobs j where j.key = 'mail ' || m.id)`.execute(db)
}

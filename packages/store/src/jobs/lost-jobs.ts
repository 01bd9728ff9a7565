import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { addMailJobs } from './add-job.ts'

/** In SQL: the advisory lock that a worker holds under its name as long as it lives; `name` is an expression. */
export function workerLock(name: string): string {
  return `hashtextextended('semai worker ' || ${name}, 0)`
}

/** So long after a job was taken its worker has surely taken the lock too. */
const settledSeconds = 2

/**
 * Nothing waits for somebody who is gone: jobs of workers that were killed can be taken again, and a mail that is due has
 * a job, also after a restore from a backup, which holds mails and no jobs. Cheap when there is nothing to find.
 */
export async function findLostJobs(db: Db, now: Date): Promise<void> {
  await inTransaction(db, async (db) => {
    await sql`
      select graphile_worker.force_unlock_workers(array(
        select w.locked_by from (
          select distinct locked_by from graphile_worker._private_jobs
          where locked_by is not null and locked_at < now() - make_interval(secs => ${settledSeconds})
          offset 0
        ) w
        where pg_try_advisory_xact_lock(${sql.raw(workerLock('w.locked_by'))})
      ))`.execute(db)
    const waiting = await db
      .selectFrom('mail')
      .select(['id', 'due_at as dueAt'])
      .where('sent_at', 'is', null)
      .where('dropped_at', 'is', null)
      .where('due_at', '<=', now)
      .where(sql<boolean>`not exists (select from graphile_worker.jobs j where j.key = 'mail ' || mail.id)`)
      .orderBy('due_at')
      .limit(500)
      .execute()
    await addMailJobs(db, waiting)
  })
}

import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { refuseOthers } from './job.queries.ts'

/**
 * The job runs within seconds, and has all its tries again.
 * @throws Refusal forbidden; conflict when it is running or done.
 */
export function retryJob(db: Db, actor: Actor, { id, now }: { id: string; now: Date }): Promise<void> {
  refuseOthers(actor)
  return inTransaction(db, async (db) => {
    const { rows } = await sql`
      select id from graphile_worker.reschedule_jobs(array[${id}]::bigint[], run_at => now(), attempts => 0)`.execute(
      db,
    )
    if (rows.length === 0) {
      throw new Refusal('conflict', {
        id: 'Pekerjaan ini sedang berjalan atau sudah selesai. Muat ulang halaman.',
        en: 'This job is running or done. Load the page again.',
      })
    }
    await audit(db, actor, { what: 'job.retry', subjectId: id, at: now })
  })
}

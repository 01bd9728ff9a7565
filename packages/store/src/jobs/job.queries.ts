import type { JobState, JobTask } from '@semai/domain/jobs/job'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { administersPlatform } from '@semai/domain/people/granting'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** A job as the administrator sees it; `lastError` names no person. */
export type ListedJob = {
  id: string
  task: JobTask
  state: JobState
  attempts: number
  maxAttempts: number
  runAt: Date
  lastError: string | null
}

/**
 * Every read of jobs starts here: the platform's administrator sees them, nobody else.
 * @throws Refusal forbidden.
 */
export function refuseOthers(actor: Actor): void {
  if (!administersPlatform.allows(actor, null)) throw new Refusal('forbidden', only(administersPlatform))
}

const state = sql<JobState>`case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'dead'
  when j.attempts > 0 then 'failing' else 'waiting' end`

/**
 * A page of jobs, newest first, by keyset on their number; of one state, or of all. One query.
 * @throws Refusal forbidden.
 */
export async function jobList(
  db: Db,
  actor: Actor,
  {
    state: wanted,
    before,
    limit = 50,
  }: { state?: JobState | undefined; before?: string | undefined; limit?: number },
): Promise<{ rows: ListedJob[]; next: string | null }> {
  refuseOthers(actor)
  const { rows } = await sql<ListedJob>`
    select j.id::text, j.task_identifier as task, ${state} as state, j.attempts, j.max_attempts as "maxAttempts",
      j.run_at as "runAt", j.last_error as "lastError"
    from graphile_worker.jobs j
    where (${wanted ?? null}::text is null or ${state} = ${wanted ?? null})
      and (${before ?? null}::bigint is null or j.id < ${before ?? null}::bigint)
    order by j.id desc limit ${limit + 1}`.execute(db)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

/**
 * How many jobs there are in each state. One query.
 * @throws Refusal forbidden.
 */
export async function jobCounts(db: Db, actor: Actor): Promise<Partial<Record<JobState, number>>> {
  refuseOthers(actor)
  const { rows } = await sql<{ state: JobState; n: number }>`
    select ${state} as state, count(*)::int as n from graphile_worker.jobs j group by 1`.execute(db)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

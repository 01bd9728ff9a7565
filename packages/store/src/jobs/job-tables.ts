import type pg from 'pg'
import { Trouble } from '../db/trouble.ts'

/** The last migration of the queue's own tables that this version knows; a test compares it with the library's. */
export const newestJobMigration = 19

const tables = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs']

/**
 * The tables of the job queue (schema `graphile_worker`) are those of this version. The library is loaded only where
 * something is to be done. Owner's connections.
 * @returns whether something was done.
 * @throws Trouble when the account may not create a schema.
 */
export async function migrateJobs(owner: pg.Pool): Promise<boolean> {
  if ((await jobMigration(owner)) >= newestJobMigration) return false
  const { Logger, runMigrations } = await import('graphile-worker')
  try {
    await runMigrations({ pgPool: owner, logger: new Logger(() => () => undefined) })
  } catch (problem) {
    if ((problem as { code?: string }).code !== '42501') throw problem
    throw new Trouble(
      'The account in DATABASE_URL may not create the schema "graphile_worker", where jobs wait. ' +
        'Let an administrator run: grant create on database NAME to USER.',
      problem,
    )
  }
  return true
}

async function jobMigration(db: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows: found } = await db.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.migrations') is not null as there`,
  )
  if (!found[0]!.there) return 0
  const { rows } = await db.query<{ id: number }>(
    'select coalesce(max(id), 0)::int as id from graphile_worker.migrations',
  )
  return rows[0]!.id
}

/**
 * The statements by which the application's role adds jobs, takes and finishes them. The queue's tables are closed to all
 * but their owner by row security, so each gets a policy besides the rights. To be run where the schema is there.
 */
export function jobGrants(role: string): string {
  const policies = tables.map(
    (table) => `
  drop policy if exists ${role} on graphile_worker.${table};
  create policy ${role} on graphile_worker.${table} to ${role} using (true) with check (true);`,
  )
  return `
  grant usage on schema graphile_worker to ${role};
  grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
  revoke insert, update, delete on graphile_worker.migrations from ${role};
  grant usage, select on all sequences in schema graphile_worker to ${role};
  ${policies.join('')}`
}

/** Whether the role holds all of that. */
export async function jobGrantsHold(db: Pick<pg.ClientBase, 'query'>, role: string): Promise<boolean> {
  const { rows } = await db.query<{ policies: number }>(
    `select count(*)::int as policies from pg_policies where schemaname = 'graphile_worker' and policyname = $1`,
    [role],
  )
  return rows[0]!.policies === tables.length
}

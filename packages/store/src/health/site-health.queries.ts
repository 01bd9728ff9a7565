import { statfs } from 'node:fs/promises'
import type { SiteHealth } from '@semai/domain/health/site-health'
import { mailState } from '@semai/domain/notices/mail-settings'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { administersPlatform } from '@semai/domain/people/granting'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { dataFolder } from '../db/data-folder.ts'
import type { Environment } from '../db/environment.ts'
import type { Db } from '../db/transaction.ts'

/** Files that nothing has named for this long are orphans; younger ones may be on their way. */
const graceMs = 86_400_000

type Measured = Pick<SiteHealth, 'database' | 'files' | 'jobs' | 'lastBackup'> & {
  mail: Omit<SiteHealth['mail'], 'isOn'>
}

/** What is asked with: settings, the version of Semai that asks, and the present moment. */
type Asked = { env: Environment; product: string; now: Date }

/**
 * How the site is, for its page. One query, and a look at the disk of the data folder.
 * @throws Refusal forbidden for all but the platform's administrator.
 */
export function siteHealth(db: Db, actor: Actor, asked: Asked): Promise<SiteHealth> {
  if (!administersPlatform.allows(actor, null)) throw new Refusal('forbidden', only(administersPlatform))
  return measuredSite(db, asked)
}

/** How the site is, for whoever sits at its machine. One query, and a look at the disk of the data folder. */
export async function measuredSite(db: Db, { env, product, now }: Asked): Promise<SiteHealth> {
  const [measured, disk] = await Promise.all([measure(db, now), diskOf(dataFolder(env))])
  const asked = Number(env['SEMAI_WEB_PROCESSES'])
  return {
    ...measured,
    mail: { ...measured.mail, isOn: mailState(env).state === 'on' },
    disk,
    node: process.version,
    product,
    webProcesses: Number.isInteger(asked) && asked > 0 ? asked : null,
  }
}

async function measure(db: Db, now: Date): Promise<Measured> {
  const before = new Date(now.getTime() - graceMs)
  const unnamed = sql`not exists (select 1 from file f where f.content_sha256 = c.sha256)
    and not exists (select 1 from file_variant v where v.content_sha256 = c.sha256) and c.touched_at < ${before}`
  const { rows } = await sql<{ measured: Measured; backup: Date | null }>`select json_build_object(
    'database', json_build_object('version', split_part(current_setting('server_version'), ' ', 1),
      'bytes', pg_database_size(current_database()),
      'migration', (select coalesce(max(number), 0) from schema_migration),
      'connections', (select count(*) from pg_stat_activity where backend_type = 'client backend'),
      'most', current_setting('max_connections')::int),
    'files', (select json_build_object('count', (select count(*) from file), 'bytes', coalesce(sum(c.bytes), 0),
      'orphans', count(*) filter (where ${unnamed}), 'orphanBytes', coalesce(sum(c.bytes) filter (where ${unnamed}), 0),
      'uploads', (select count(*) from file_upload where finished_at is null)) from file_content c),
    'jobs', (select coalesce(json_object_agg(s.state, s.n), '{}') from (
      select case when j.locked_at is not null then 'running' when j.attempts >= j.max_attempts then 'dead'
        when j.attempts > 0 then 'failing' else 'waiting' end as state, count(*) as n
      from graphile_worker.jobs j group by 1) s),
    'mail', (select json_build_object('due', count(*) filter (where m.due_at <= ${now}),
      'later', count(*) filter (where m.due_at > ${now}),
      'failed', (select count(*) from graphile_worker.jobs j
        where j.task_identifier = 'send_mail' and j.attempts >= j.max_attempts))
      from mail m where m.sent_at is null and m.dropped_at is null)) as measured,
    (select max(at) from audit_event where what = 'backup.finish') as backup`.execute(db)
  return { ...rows[0]!.measured, lastBackup: rows[0]!.backup }
}

/** The disk a folder is on; null where it can not be read. */
async function diskOf(folder: string): Promise<SiteHealth['disk']> {
  try {
    const { blocks, bavail, bsize } = await statfs(folder)
    return { bytes: blocks * bsize, freeBytes: bavail * bsize }
  } catch {
    return null
  }
}

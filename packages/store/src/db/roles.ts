import type pg from 'pg'
import { jobGrants, jobGrantsHold } from '../jobs/job-tables.ts'
import type { Progress } from './environment.ts'

/** The role of the running application: reads and writes rows, appends to the audit trail, changes no table. */
export const APP_ROLE = 'semai_app'

type Queryable = Pick<pg.ClientBase, 'query'>

/** Whether this connection's account may `set role semai_app`. */
export async function mayBecomeApp(db: Queryable | pg.Pool): Promise<boolean> {
  const { rows } = await db.query<{ may: boolean }>(
    `select coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as may`,
    [APP_ROLE],
  )
  return rows[0]!.may
}

/**
 * The application's role exists afterwards and holds exactly its rights on every table there is. Run by the
 * owner after each migration run, so a new table needs no grant of its own.
 * On a server whose account may not create roles it says so and leaves the application as the owner.
 */
export async function applyGrants(db: Queryable, progress: Progress): Promise<void> {
  if (!(await roleExists(db))) {
    try {
      await db.query(`create role ${APP_ROLE} nologin`)
    } catch (problem) {
      if ((problem as { code?: string }).code !== '42501') throw problem
      progress(
        `This account may not create the role ${APP_ROLE}: the application keeps the rights of the owner. ` +
          `To separate them, let an administrator run: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to current_user.`,
      )
      return
    }
  }
  await db.query(GRANTS)
  await becomeMember(db)
}

/** Whether the application may write in every table but the migrations' own, and in those of the job queue. */
export async function grantsHold(db: Queryable): Promise<boolean> {
  if (!(await roleExists(db))) return false
  const { rows } = await db.query<{ hold: boolean }>(
    `select bool_and(has_table_privilege($1, oid, 'insert')) as hold from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'`,
    [APP_ROLE],
  )
  return rows[0]!.hold && jobGrantsHold(db, APP_ROLE)
}

async function roleExists(db: Queryable): Promise<boolean> {
  return Boolean((await db.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])).rowCount)
}

async function becomeMember(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ login: boolean }>(
    `select rolcanlogin as login from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  if (rows[0]!.login || (await mayBecomeApp(db))) return // embedded: the application signs in by itself
  try {
    await db.query(`grant ${APP_ROLE} to current_user`)
  } catch (problem) {
    if ((problem as { code?: string }).code !== '42501') throw problem // doctor reports it
  }
}

const GRANTS = `
  begin;
  revoke create on schema public from public;
  grant usage on schema public to ${APP_ROLE};
  revoke all on all tables in schema public from ${APP_ROLE};
  grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
  grant usage, select on all sequences in schema public to ${APP_ROLE};
  revoke insert, update, delete on schema_migration from ${APP_ROLE};
  do $$ begin
    if to_regclass('public.audit_event') is not null then
      revoke update, delete on audit_event from ${APP_ROLE};
    end if;
  end $$;
  ${jobGrants(APP_ROLE)}
  commit;
`

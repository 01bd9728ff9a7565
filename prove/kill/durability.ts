import type { OpenedDatabase } from '@semai/store/db/open'

/** What keeps a confirmed write through a power cut: the settings, and syncs of the log counted over serial commits. */
export type Durability = { settings: Record<string, string>; commits: number; syncs: number }

const COMMITS = 200

/** Commits one row after the other on one connection and reads the server's own count of syncs (PostgreSQL 18). */
export async function measureDurability({ pool }: Pick<OpenedDatabase, 'pool'>): Promise<Durability> {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method']
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1) order by name',
    [names],
  )
  const db = await pool.connect()
  try {
    const count = async () => {
      await db.query('select pg_stat_force_next_flush()')
      const { rows } = await db.query<{ syncs: number }>(
        `select coalesce(sum(fsyncs), 0)::int as syncs from pg_stat_io where object = 'wal' and backend_type = 'client backend'`,
      )
      return rows[0]!.syncs
    }
    await db.query('create table committed (n integer)')
    const before = await count()
    for (let n = 0; n < COMMITS; n++) await db.query('insert into committed values ($1)', [n])
    const syncs = (await count()) - before
    await db.query('drop table committed')
    return {
      settings: Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
      commits: COMMITS,
      syncs,
    }
  } finally {
    db.release()
  }
}

/** The sentence, and whether it is what it has to be. */
export function judgeDurability({ settings, commits, syncs }: Durability): { well: boolean; says: string } {
  const on = ['fsync', 'synchronous_commit', 'full_page_writes'].every((name) => settings[name] === 'on')
  const shown = Object.entries(settings)
    .map(([name, setting]) => `${name} ${setting}`)
    .join(', ')
  return {
    well: on && syncs >= commits,
    says: `${shown}; ${commits} serial commits, ${syncs} syncs of the log`,
  }
}

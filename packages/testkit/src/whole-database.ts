import { createHash } from 'node:crypto'
import type { OpenedDatabase } from '@semai/store/db/open'

/** Fingerprint and number of rows of every table: equal before and after means that nothing changed. */
export async function wholeDatabase(
  db: Pick<OpenedDatabase['pool'], 'query'>,
): Promise<Record<string, string>> {
  const { rows: tables } = await db.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const state: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await db.query<{ n: number; all: string }>(
      `select count(*)::int as n, coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '') as all from ${name} t`,
    )
    state[name] = `${rows[0]!.n} ${createHash('sha256').update(rows[0]!.all).digest('hex')}`
  }
  return state
}

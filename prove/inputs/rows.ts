import type { OpenedDatabase } from '@semai/store/db/open'

type Queried = Pick<OpenedDatabase['pool'], 'query'>

/**
 * Tables a request may touch without an event in the audit trail: who is signed in and was seen, what was asked and
 * read, what was told to whom, and what is worked out again from other tables.
 */
const unaudited =
  /^(session|sign_in_failure|known_device|signed_link_use|api_token|idempotent_answer|notice|mail|personal_read|.*_presence|search_.*|innovation_list|published_figure|analysis|next_adopter|audit_event)$/

/** How many rows each table has, and when it was last written. */
export type Rows = { audited: number; tables: Map<string, string> }

/** The function that looks at all tables at once. */
export async function rowsReader(pool: Queried): Promise<() => Promise<Rows>> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const names = rows.map(({ name }) => name).filter((name) => !unaudited.test(name))
  const parts = names.map(
    (name) =>
      `select '${name}' as name, count(*) || ' rows, last written by ' || coalesce(max(xmin::text::bigint), 0) as state from "${name}"`,
  )
  const all = [`select 'audit_event' as name, count(*)::text as state from audit_event`, ...parts].join(
    ' union all ',
  )
  return async () => {
    const read = await pool.query<{ name: string; state: string }>(all)
    const tables = new Map(read.rows.map(({ name, state }) => [name, state]))
    const audited = Number(tables.get('audit_event'))
    tables.delete('audit_event')
    return { audited, tables }
  }
}

/** Bytes that no file names yet: swept after their grace, whether the file was refused or its sender went away. */
const swept = 'file_content'

/**
 * What a refusal may leave, with its event: the text that came too late is kept beside, and answers that can not be
 * submitted yet are kept as a draft.
 */
const keptBeside =
  /^(innovation_edit_copy|blueprint_edit_copy|proposal_edit_copy|round_answer|round_answer_text)$/

/** Saving again in one sitting is one event, told by its first save. */
const savedInSitting = new Set(['innovation_edit', 'blueprint_edit', 'proposal_edit'])

/** What is wrong with the rows after a request: written although refused, or without an event. */
export function partialWrites(before: Rows, after: Rows, isRefused: boolean): string[] {
  const changed = [...after.tables].filter(
    ([name, state]) => before.tables.get(name) !== state && !(isRefused && name === swept),
  )
  const wrong = changed.filter(
    ([name]) =>
      (after.audited === before.audited && (isRefused || !savedInSitting.has(name))) ||
      (isRefused && !keptBeside.test(name)),
  )
  const why = isRefused ? 'written though refused' : 'written without an event'
  return wrong.map(([name, state]) => `${why}: ${name}, before ${before.tables.get(name)}, now ${state}`)
}

import { sql } from 'kysely'
import type { RawBuilder, SelectQueryBuilder } from 'kysely'

/** One thing that waits: `title` and `note` are names of records, `kind` of a milestone; `since` a day. */
export type Waiting = {
  id: string
  title: string
  note: string
  since: string
  path: string
  detail: string | null
}

/** How many wait, and those that wait longest. */
export type WaitingList = { count: number; rows: Waiting[] }

type Rows =
  Pick<SelectQueryBuilder<never, never, Waiting>, 'compile' | 'toOperationNode'> | RawBuilder<Waiting>

/** As a column: how many of these rows wait, and at most `limit` of those that wait longest. */
export function longestWaiting(rows: Rows, limit: number) {
  return sql<WaitingList>`(select jsonb_build_object('count', count(*)::int,
      'rows', coalesce(jsonb_agg(to_jsonb(w) - 'place' order by w.place) filter (where w.place <= ${limit}), '[]'))
    from (select one.*, row_number() over (order by one.since, one.id) as place from ${rows} as one) w)`
}

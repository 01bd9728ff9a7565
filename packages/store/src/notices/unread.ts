import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

const enough = 100

/** In SQL: how many notices in the inbox of the person in `column` were not read; a hundred stands for more. */
export function unreadOf(column: string): RawBuilder<number> {
  return sql<number>`(select count(*)::int from (select from notice n
    where n.person_id = ${sql.ref(column)} and n.in_app and n.read_at is null limit ${sql.lit(enough)}) few)`
}

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** A region by its code; of a province, all in it. */
export type BoardPlace = { code: string }

/** True in SQL where replication `r` lies there. */
export function replicationIn({ code }: BoardPlace): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(code.length === 2 ? 'r.province_code' : 'r.region_code')} = ${code}`
}

/** True in SQL where the region code in `column` lies there. */
export function liesIn({ code }: BoardPlace, column: string): RawBuilder<boolean> {
  return code.length === 2
    ? sql<boolean>`${sql.ref(column)} in (select x.code from region x where x.province_code = ${code})`
    : sql<boolean>`${sql.ref(column)} = ${code}`
}

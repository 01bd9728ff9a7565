import { sql } from 'kysely'

/** Of the organisation whose id is in `column`, the name of what it is a unit of, or its own. */
export function institutionName(column: string) {
  return sql<string>`(select above.name from organisation_above x join organisation above on above.id = x.above_id
    where x.organisation_id = ${sql.ref(column)}
    order by above.kind = 'unit', case when above.kind = 'unit' then -x.depth else x.depth end limit 1)`
}

import { sql } from 'kysely'

/** The newest award of the innovation that the query around it calls i; null for none. */
export const latestAward = sql<string | null>`(select a.label from innovation_award a
  where a.innovation_id = i.id order by a.year desc nulls last limit 1)`

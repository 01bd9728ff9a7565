import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** The institution an organisation belongs to, by the column that holds its id: the first above it that is no unit. */
function institutionOf(column: string): RawBuilder<string> {
  return sql<string>`(select coalesce((array_agg(x.above_id order by x.depth) filter (where above.kind <> 'unit'))[1],
      (array_agg(x.above_id order by x.depth desc))[1])
    from organisation_above x join organisation above on above.id = x.above_id where x.organisation_id = ${sql.ref(column)})`
}

/** The institutions a locus is about: that of who answers, and that of the innovation. For a query over `o` and `i`. */
export const locusInstitutions = sql<
  string[]
>`(select coalesce(array_agg(distinct t.id::text), '{}') from (values (${institutionOf('o.id')}),
    (${institutionOf('i.organisation_id')})) as t (id) where t.id is not null)`

/** The institutions of a person by the column that holds the id: of the account, and of every role that was not taken back. */
export function personInstitutions(column: string): RawBuilder<string[]> {
  return sql<
    string[]
  >`(select coalesce(array_agg(distinct ${institutionOf('of_person.organisation_id')}::text), '{}') from (
      select organisation_id from person where id = ${sql.ref(column)} and organisation_id is not null
      union select organisation_id from role_grant where person_id = ${sql.ref(column)} and organisation_id is not null
        and revoked_at is null) of_person)`
}

import type { Grant } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { grantHolds } from './grant-holds.ts'

/** Grants of a person that are in force: the rows, as JSON, for a query over `person p`. */
export function grantsInForce(now: Date) {
  return sql<
    Grant[]
  >`coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id,
    'provinceCode', g.province_code) order by g.id) from role_grant g where g.person_id = p.id and ${grantHolds(now)}), '[]')`
}

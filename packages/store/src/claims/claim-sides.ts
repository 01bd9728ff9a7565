import { hasOtherHub } from '@semai/domain/claims/claim-parties'
import type { ClaimParties, Side } from '@semai/domain/claims/claim-parties'
import { sql } from 'kysely'
import { grantHolds } from '../people/grant-holds.ts'

/** The side of an organisation whose id is in `column`: its path up, province, institution and region. */
export function sideOf(column: string) {
  const id = sql.ref(column)
  return sql<Side & { regionCode: string | null }>`(select jsonb_build_object(
    'ownerPath', jsonb_agg(x.above_id order by x.depth),
    'provinceCode', left((array_agg(above.region_code order by x.depth) filter (where above.region_code is not null))[1], 2),
    'regionCode', (array_agg(above.region_code order by x.depth) filter (where above.region_code is not null))[1],
    'institutionId', coalesce((array_agg(x.above_id order by x.depth) filter (where above.kind <> 'unit'))[1],
      (array_agg(x.above_id order by x.depth desc))[1]))
    from organisation_above x join organisation above on above.id = x.above_id where x.organisation_id = ${id})`
}

/** What rules ask of a claim, for a query over `claim c`, `organisation a` (the unit that runs it) and `innovation i`. */
export function partyColumns(now: Date) {
  return [
    'c.id',
    'c.state',
    'c.kind',
    'c.strength',
    'c.valid_until as validUntil',
    'c.disputed_by as disputedBy',
    sql<boolean>`c.source_key like 'semai:%'`.as('isDeclaredHere'),
    sideOf('a.id').as('adopter'),
    sideOf('i.organisation_id').as('origin'),
    sql<string[]>`coalesce((select jsonb_agg(distinct x.above_id) from innovation_party p
      join organisation_above x on x.organisation_id = p.organisation_id
      where p.innovation_id = c.innovation_id and p.role = 'sector_ministry'), '[]')`.as('sectorIds'),
    hubsOf(now).as('hubIds'),
  ] as const
}

/** The organisations of hubs that are in charge of the adopter now, as a JSON list. */
export function hubsOf(now: Date) {
  return sql<string[]>`coalesce((select jsonb_agg(g.organisation_id) from role_grant g
      where g.role = 'hub' and ${grantHolds(now)}
        and case when g.province_code is null
          then exists (select from organisation_above x where x.organisation_id = a.id and x.above_id = g.organisation_id)
          else g.province_code = (select left(above.region_code, 2) from organisation_above x
            join organisation above on above.id = x.above_id
            where x.organisation_id = a.id and above.region_code is not null order by x.depth limit 1) end), '[]')`
}

/** The row with what its hubs mean for the claim. */
export function withHub<Row extends Pick<ClaimParties, 'adopter' | 'origin'> & { hubIds: string[] }>(
  row: Row,
) {
  return { ...row, hasHub: hasOtherHub(row.hubIds, row) }
}

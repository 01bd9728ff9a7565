import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { replicationIn } from '../boards/place-of-board.ts'
import type { Db } from '../db/transaction.ts'
import { countedReplications } from '../replications/visible-replications.ts'

/** Money of the replications of a place in one budget year. Whole rupiah; `reported` from verified quarterly reports only. */
export type PlaceMoney = { year: number; pledged: number; allocated: number; spent: number; reported: number }

/**
 * What was promised, allocated and spent in a region, of a province in all of it, and what its verified reports say was spent:
 * each year of which anything is known, earliest first. Of several commitments that name a year the one signed last counts. One query.
 */
export async function placeMoney(db: Db, actor: Actor, { code }: { code: string }): Promise<PlaceMoney[]> {
  const here = countedReplications(db, actor).select('r.id').where(replicationIn({ code }))
  const { rows } = await sql<PlaceMoney>`with here as materialized (${here})
    select year, sum(pledged)::float8 as pledged, sum(allocated)::float8 as allocated, sum(spent)::float8 as spent,
      sum(reported)::float8 as reported
    from (
      select last.year, last.amount as pledged, 0 as allocated, 0 as spent, 0 as reported from here h cross join lateral (
        select distinct on (m.year) m.year, m.amount from commitment c join commitment_amount m on m.commitment_id = c.id
        where c.replication_id = h.id and c.withdrawn_at is null order by m.year, c.signed_on desc, c.id desc) last
      union all
      select l.year, 0, case when l.link <> 'realisation' then l.amount else 0 end, case when l.link = 'realisation' then l.amount else 0 end, 0
      from here h cross join lateral (select * from budget_link b where b.replication_id = h.id and b.amount is not null
        and b.link in ('dpa', 'dipa', 'rkap', 'work_plan', 'realisation') offset 0) l
      union all
      select f.year, f.pledged, f.allocated, f.spent, 0 from here h join funding f on f.replication_id = h.id
      union all
      select q.year, 0, 0, 0, q.realisation from here h join quarterly_report q on q.replication_id = h.id
        and q.state = 'verified' and q.realisation is not null) amounts
    group by year order by year`.execute(db)
  return rows
}

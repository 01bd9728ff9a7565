import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** A claim of running as far as it tells about lasting, with what it is compared by. */
export type RunRow = Awaited<ReturnType<typeof runsOnRecord>>[number]

const act = (which: 'min' | 'max') =>
  sql<string>`coalesce((select ${sql.raw(which)}(a.acted_on) from claim_act a where a.claim_id = c.id), c.recorded_at::date)`

/** All claims of running that may be seen, or those of the innovation with a code. One query; ordered, so that a sum never depends on it. */
export function runsOnRecord(db: Db, actor: Actor, code: string | null = null) {
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .select(['c.earliest', 'c.latest', 'c.precision', 'c.kind', 'c.valid_until as validUntil'])
    .select(['c.stopped_on as stoppedOn', 'c.stop_reason as stopReason'])
    .select([act('min').as('firstSeen'), act('max').as('lastSeen')])
    .select(sql<ReplicationForm | null>`c.form`.as('form'))
    .select(['i.category_key as category', 'r.kind as place', 'c.innovation_id as innovation'])
    .select(
      sql<boolean>`exists (select from region_attribute t where t.region_code = c.region_code
        and t.attribute = 'underdeveloped' and t.value = 1)`.as('isUnderdeveloped'),
    )
    .$if(code !== null, (query) => query.where('i.code', '=', code!))
    .orderBy('c.id')
    .execute()
}

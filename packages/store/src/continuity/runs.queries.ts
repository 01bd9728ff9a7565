import type { ReplicationForm } from '@semai/domain/claims/claim'
import { withPulse } from '@semai/domain/continuity/pulse-word'
import type { PulseWord } from '@semai/domain/continuity/pulse-word'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** What pulses say of each claim that a replication stands behind, on a day. */
function pulseWords(db: Db, { today, among }: Asked) {
  return db
    .selectFrom('pulse as u')
    .innerJoin('replication as r', 'r.id', 'u.replication_id')
    .$if(among !== null, (query) =>
      query.where('r.claim_id', 'in', db.selectFrom('claim as c').select('c.id').where(among!)),
    )
    .select('r.claim_id')
    .select(
      sql<PulseWord>`jsonb_build_object(
        'ranOn', max((u.answered_at at time zone 'Asia/Jakarta')::date) filter (where u.answer <> 'stopped'),
        'holdsUntil', max(u.holds_until),
        'stop', (array_agg(case when u.answer = 'stopped' then jsonb_build_object(
          'saidOn', (u.answered_at at time zone 'Asia/Jakarta')::date, 'on', u.stopped_on, 'reason', u.stop_reason) end
          order by u.answered_at desc) filter (where u.answered_at is not null))[1],
        'unansweredSince', (array_agg(case when u.answered_at is null and u.until_on < ${today} then u.due_on end
          order by u.due_on desc) filter (where u.answered_at is not null or u.until_on < ${today}))[1])`.as(
        'word',
      ),
    )
    .where('r.claim_id', 'is not', null)
    .groupBy('r.claim_id')
    .as('w')
}

const nothingSaid: PulseWord = { ranOn: null, holdsUntil: null, stop: null, unansweredSince: null }

/** A claim of running as far as it tells about lasting, with what it is compared by. */
export type RunRow = Awaited<ReturnType<typeof runsOnRecord>>[number]

const act = (which: 'min' | 'max') =>
  sql<string>`coalesce((select ${sql.raw(which)}(a.acted_on) from claim_act a where a.claim_id = c.id), c.recorded_at::date)`

/** `among` is true in SQL of the claims `c` that are meant; null: of all. */
type Asked = { today: string; among: RawBuilder<boolean> | null }

/** True in SQL of claims `c` of the innovation with a code. */
export const ofInnovation = (code: string) =>
  sql<boolean>`c.innovation_id = (select n.id from innovation n where n.code = ${code})`

/**
 * All claims of running that may be seen, or some of them, with what pulses said of them by `today`. One query; ordered, so
 * that a sum never depends on it.
 */
export async function runsOnRecord(db: Db, actor: Actor, asked: Asked) {
  const { among } = asked
  const rows = await visibleClaims(db, actor)
    .leftJoin(pulseWords(db, asked), 'w.claim_id', 'c.id')
    .select('w.word')
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
    .$if(among !== null, (query) => query.where(among!))
    .orderBy('c.id')
    .execute()
  return rows.map(({ word, ...row }) => withPulse(row, word ?? nothingSaid))
}

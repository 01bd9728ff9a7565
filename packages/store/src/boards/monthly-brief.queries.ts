import { beganStates, behindKinds, verifiedKinds } from '@semai/domain/boards/monthly-brief'
import type { BeganState, BegunRun, BehindKind, VerifiedKind } from '@semai/domain/boards/monthly-brief'
import type { BriefMonth } from '@semai/domain/boards/brief-month'
import { takenReportStates } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import {
  dayAfter,
  endedQuarter,
  reportDeadline,
  reportingStates,
} from '@semai/domain/monitoring/reporting-quarter'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { countedReplications, visibleReplications } from '../replications/visible-replications.ts'
import { workedSince } from '../replications/work-columns.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import { claimInBrief, replicationInBrief } from './brief-scope.ts'
import type { BriefScope } from './brief-scope.ts'

type Asked = { scope: BriefScope; month: BriefMonth }
type Counts<Key extends string> = Record<Key, number>
type BriefCounts = { began: Counts<BeganState>; verified: Counts<VerifiedKind>; behind: Counts<BehindKind> }

/**
 * What began and was verified in a month, and what was late on its last day, of what this person may see. A replication is
 * counted by the state it was in that day. One query.
 */
export async function briefCounts(db: Db, actor: Actor, { scope, month }: Asked): Promise<BriefCounts> {
  const { from, until } = month
  const here = countedReplications(db, actor).select('r.id').where(replicationInBrief(scope))
  const claims = visibleClaims(db, actor)
    .select('c.id')
    .where(claimInBrief(scope) ?? sql<boolean>`true`)
  const { rows } = await sql<{ what: string; key: string; n: number }>`with here as materialized (${here}),
    standing as materialized (select s.replication_id as id, s.state from replication_stay s join here h on h.id = s.replication_id
      where s.entered_on <= ${until} and (s.left_on is null or s.left_on > ${until}))
    select 'began' as what, s.state as key, count(*)::int as n from replication_stay s join here h on h.id = s.replication_id
      where s.entered_on between ${from} and ${until} and s.state = any(${[...beganStates]}::text[]) group by s.state
    union all
    select 'verified', 'claims', count(distinct a.claim_id)::int from claim_act a
      where a.act = 'verified' and a.acted_on between ${from} and ${until} and a.claim_id in (${claims})
    union all
    select 'verified', 'reports', count(*)::int from quarterly_report q join here h on h.id = q.replication_id
      where q.state = 'verified' and (q.moved_at at time zone 'Asia/Jakarta')::date between ${from} and ${until}
    union all
    select 'verified', 'pulses', count(*)::int from pulse u join here h on h.id = u.replication_id
      where (u.answered_at at time zone 'Asia/Jakarta')::date between ${from} and ${until}
    union all
    select 'behind', 'milestones', count(*)::int from replication_milestone m join standing s on s.id = m.replication_id
      where s.state in ('preparing', 'implementing') and m.planned_on < ${until} and (m.reached_on is null or m.reached_on > ${until})
    union all
    ${reportsBehind(until)}
    union all
    select 'behind', 'pulses', count(*)::int from standing s cross join lateral (select * from pulse u where u.replication_id = s.id
        and u.due_on <= ${until} order by u.due_on desc limit 1) u
      where s.state in ('running', 'institutionalised') and u.until_on < ${until}
        and (u.answered_at is null or (u.answered_at at time zone 'Asia/Jakarta')::date > ${until})`.execute(
    db,
  )
  const of = <Key extends string>(what: string, keys: readonly Key[]) =>
    Object.fromEntries(
      keys.map((key) => [key, rows.find((row) => row.what === what && row.key === key)?.n ?? 0]),
    ) as Counts<Key>
  return {
    began: of('began', beganStates),
    verified: of('verified', verifiedKinds),
    behind: of('behind', behindKinds),
  }
}

/** Of the quarter that had ended, once its deadline was over: nobody had begun a report by that day that was then handed in. */
function reportsBehind(until: string) {
  const due = endedQuarter(until)
  return sql`select 'behind', 'reports', count(*)::int from standing s join replication r on r.id = s.id
    where s.state = any(${[...reportingStates]}::text[]) and ${until}::text > ${reportDeadline(due)}::text and ${workedSince} < ${dayAfter(due)}
      and not exists (select from quarterly_report q where q.replication_id = s.id and q.year = ${due.year}::int
        and q.quarter = ${due.quarter}::int and q.state = any(${[...takenReportStates]}::text[])
        and (q.created_at at time zone 'Asia/Jakarta')::date <= ${until})`
}

/** What began to run in a month, the newest first, at most five, of what this person may see. One query. */
export async function begunRuns(db: Db, actor: Actor, { scope, month }: Asked): Promise<BegunRun[]> {
  return visibleReplications(db, actor)
    .innerJoin('replication_stay as s', 's.replication_id', 'r.id')
    .select([
      sql<string>`coalesce(r.local_name, i.name)`.as('name'),
      'a.name as adopter',
      's.entered_on as on',
    ])
    .select(sql<string>`'/replikasi/' || r.code`.as('path'))
    .where('s.state', '=', 'running')
    .where('s.entered_on', '>=', month.from)
    .where('s.entered_on', '<=', month.until)
    .where(replicationInBrief(scope))
    .orderBy('s.entered_on', 'desc')
    .orderBy('r.id')
    .limit(5)
    .execute()
}

import type { LateKind } from '@semai/domain/boards/region-board'
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
import { longestWaiting } from '../hubs/longest-waiting.ts'
import type { Waiting, WaitingList } from '../hubs/longest-waiting.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { workedSince } from '../replications/work-columns.ts'
import { visibleFindings } from '../scaling/findings.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import { liesIn, replicationIn } from './place-of-board.ts'

/** What is late or unanswered in a region by kind: how many, and those that wait longest. */
export type RegionLate = Record<LateKind, WaitingList>

type Asked = { code: string; today: string; limit?: number }

/**
 * What is late or unanswered in a region, of a province in all of it, each with the page where somebody acts; corrections by
 * the record and without the words of the sender. For those who read its board. One query.
 */
export async function regionLate(db: Db, actor: Actor, asked: Asked): Promise<RegionLate> {
  const { limit = 5 } = asked
  return db
    .with(
      (cte) => cte('here').materialized(),
      () => replicationsHere(db, actor, asked),
    )
    .selectNoFrom([
      longestWaiting(milestones(asked), limit).as('milestones'),
      longestWaiting(reports(asked), limit).as('reports'),
      longestWaiting(pulses(asked), limit).as('pulses'),
      longestWaiting(claims(db, actor, asked), limit).as('claims'),
      longestWaiting(findings(db, actor, asked), limit).as('findings'),
      longestWaiting(corrections(db, asked), limit).as('corrections'),
    ])
    .executeTakeFirstOrThrow()
}

const none = sql<string | null>`null::text`

/** What is carried out or runs there, looked up once for the three kinds that ask about it. */
function replicationsHere(db: Db, actor: Actor, asked: Asked) {
  return visibleReplications(db, actor)
    .select(['r.id', 'r.state', 'a.name as note', sql<string>`coalesce(r.local_name, i.name)`.as('title')])
    .select([sql<string>`'/replikasi/' || r.code`.as('path'), workedSince.as('since')])
    .where('r.state', 'in', ['preparing', 'implementing', 'running', 'institutionalised'])
    .where(replicationIn(asked))
}

function milestones({ today }: Asked) {
  return sql<Waiting>`(select h.id || ' ' || m.kind as id, h.title, h.note, m.planned_on::text as since, h.path, m.kind as detail
    from here h join replication_milestone m on m.replication_id = h.id
    where h.state in ('preparing', 'implementing') and m.reached_on is null and m.planned_on < ${today})`
}

/** As `isReportLate` of domain says it: nobody owes one before the deadline, nor for a quarter before the work began. */
function reports({ today }: Asked) {
  const due = endedQuarter(today)
  const [end, deadline] = [dayAfter(due), reportDeadline(due)]
  return sql<Waiting>`(select h.id::text, h.title, h.note, ${deadline}::text as since, h.path || '/laporan' as path,
      ${`${due.quarter}/${due.year}`}::text as detail
    from here h where h.state = any(${[...reportingStates]}::text[]) and ${today}::text > ${deadline}::text and h.since < ${end}
      and not exists (select from quarterly_report q where q.replication_id = h.id and q.year = ${due.year}::int
        and q.quarter = ${due.quarter}::int and q.state = any(${[...takenReportStates]}::text[])))`
}

/** Of each replication that runs only what was asked last counts. */
function pulses({ today }: Asked) {
  return sql<Waiting>`(select u.id::text, h.title, h.note, u.until_on::text as since, h.path || '/denyut' as path, null::text as detail
    from here h cross join lateral (select * from pulse where replication_id = h.id order by due_on desc limit 1) u
    where h.state in ('running', 'institutionalised') and u.answered_at is null and u.until_on < ${today})`
}

/** Neither stopped nor kept valid by what a pulse said. */
function claims(db: Db, actor: Actor, { code, today }: Asked) {
  return visibleClaims(db, actor)
    .innerJoin('organisation as a', (join) =>
      join.on(sql<boolean>`a.id = coalesce(c.unit_id, c.organisation_id)`),
    )
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .select(['c.id', sql<string>`coalesce(c.local_name, i.name)`.as('title'), 'a.name as note'])
    .select([sql<string>`c.valid_until::text`.as('since'), sql<string>`'/klaim/' || c.id`.as('path')])
    .select(none.as('detail'))
    .where('c.kind', '=', 'state')
    .where('c.stopped_on', 'is', null)
    .where('c.valid_until', '<', today)
    .where(
      sql<boolean>`not exists (select from replication r join pulse u on u.replication_id = r.id
        where r.claim_id = c.id and u.holds_until >= ${today}::date)
      and 'stopped' is distinct from (select u.answer from replication r join pulse u on u.replication_id = r.id
        where r.claim_id = c.id and u.answered_at is not null order by u.answered_at desc limit 1)`,
    )
    .where(liesIn({ code }, 'c.region_code'))
}

function findings(db: Db, actor: Actor, { code, today }: Asked) {
  return visibleFindings(db, actor)
    .select(['f.id', 'p.name as title', 'u.name as note', sql<string>`f.due_on::text`.as('since')])
    .select([sql<string>`'/program/' || p.slug || '/temuan/' || f.id`.as('path'), none.as('detail')])
    .where('f.state', '=', 'recommended')
    .where('f.due_on', '<', today)
    .where(liesIn({ code }, 'u.region_code'))
}

function corrections(db: Db, { code }: Asked) {
  return db
    .selectFrom('correction as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('innovation as i', 'i.id', 'c.innovation_id')
    .leftJoin('region as g', 'g.code', 'c.region_code')
    .leftJoin('organisation as s', 's.id', 'c.subject_organisation_id')
    .select(['c.id', sql<string>`coalesce(i.name, g.name, s.name)`.as('title'), 'o.name as note'])
    .select(sql<string>`(c.moved_at at time zone 'Asia/Jakarta')::date::text`.as('since'))
    .select(
      sql<string>`coalesce('/inovasi/' || i.slug, '/daerah/' || g.slug, '/instansi/' || s.slug)`.as('path'),
    )
    .select(none.as('detail'))
    .where('c.state', '=', 'received')
    .where(liesIn({ code }, 'o.region_code'))
}

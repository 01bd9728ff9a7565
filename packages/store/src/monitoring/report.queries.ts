import { reportContent } from '@semai/domain/monitoring/quarterly-report.form'
import type { ReportContent } from '@semai/domain/monitoring/quarterly-report.form'
import {
  quarterlyReportLifecycle,
  takenReportStates,
  writableReportStates,
} from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { ReportState, ReportStep } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import { valueFields } from '@semai/domain/monitoring/reported-value'
import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import type { Actor, Role } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { involvedInReplication, writesReplication } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { variantsOf } from '../files/file-variants.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { askedIndicators } from './replica-indicators.ts'
import { readableStates } from './readable-states.ts'

/** Where a page of reports begins: after the one with this id. */
export type ReportCursor = { year: number; quarter: number; id: string }

/**
 * The reports of a replication that this person may read, the newest quarter first, by keyset; each with how many others
 * there are of its quarter. Two queries, and for who may write one of what a report is asked for.
 * @throws Refusal not-found.
 */
export async function reportList(
  db: Db,
  actor: Actor,
  {
    code,
    after,
    limit = 20,
    now,
  }: { code: string; after?: ReportCursor | undefined; limit?: number; now: Date },
) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const states = readableStates(actor, replication)
  const rows = await db
    .selectFrom('quarterly_report as q')
    .select(['q.id', 'q.year', 'q.quarter', 'q.state', 'q.realisation', 'q.saved_at as savedAt'])
    .select(sql<string | null>`q.content->>'activities'`.as('activities'))
    .select(othersOf(states).as('others'))
    .where('q.replication_id', '=', replication.id)
    .where('q.state', 'in', states)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(q.year, q.quarter, q.id) < (${after!.year}, ${after!.quarter}, ${after!.id}::uuid)`,
      ),
    )
    .orderBy('q.year', 'desc')
    .orderBy('q.quarter', 'desc')
    .orderBy('q.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  const { adopterName, innovation, innovationSlug, localName, state } = replication
  const mayWrite = writesReplication.allows(actor, replication)
  return {
    code: replication.code,
    state,
    adopterName,
    innovation,
    innovationSlug,
    localName,
    mayWrite,
    asked: mayWrite ? await askedIndicators(db, replication.id) : [],
    isInvolved: involvedInReplication.allows(actor, replication),
    rows: rows.slice(0, limit),
    next: last && { year: last.year, quarter: last.quarter, id: last.id },
  }
}

/** How many further reports of the same quarter stand beside `q`, discarded ones left out. */
function othersOf(states: readonly ReportState[]) {
  return sql<number>`(select count(*)::int from quarterly_report d where d.replication_id = q.replication_id
    and d.year = q.year and d.quarter = q.quarter and d.id <> q.id and d.state <> 'discarded'
    and d.state = any(${[...states]}::text[]) and q.state <> 'discarded')`
}

/**
 * What deciding about a report needs, with its replication, locked where it will be changed. Two queries.
 * @throws Refusal not-found, also where this person may not read it.
 */
export async function loadReport(
  db: Db,
  actor: Actor,
  { id, now, lock }: { id: string; now: Date; lock: 'for update' | 'no lock' },
) {
  if (!isUuid(id)) throw noSuchReport()
  const row = await db
    .selectFrom('quarterly_report as q')
    .innerJoin('replication as r', 'r.id', 'q.replication_id')
    .select(['q.id', 'q.replication_id as replicationId', 'q.year', 'q.quarter', 'q.state', 'q.content'])
    .select(['q.revision', 'q.saved_at as savedAt', 'r.code'])
    .select(
      sql<boolean>`exists (select from quarterly_report d where d.replication_id = q.replication_id
        and d.year = q.year and d.quarter = q.quarter and d.id <> q.id
        and d.state = any(${[...takenReportStates]}::text[]))`.as('isTaken'),
    )
    .select([historyOf(db).as('history'), duplicatesOf(db).as('duplicates'), picturesOf(db).as('pictures')])
    .where('q.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('q'))
    .executeTakeFirst()
  if (!row) throw noSuchReport()
  const replication = await loadReplication(db, actor, { code: row.code, now, lock: 'no lock' })
  if (!readableStates(actor, replication).includes(row.state)) throw noSuchReport()
  const { adopter, origin, hasHub } = replication
  const life = {
    state: row.state,
    adopter,
    origin,
    hasHub,
    isFilled: row.content.activities !== null,
    isTaken: row.isTaken,
  }
  return { ...row, life, replication }
}
export type LoadedReport = Awaited<ReturnType<typeof loadReport>>

/**
 * A report as its page shows it: what it says, others of its quarter, what people did and the steps this reader may take.
 * Two queries, and for who may change it one of what it is asked for.
 * @throws Refusal not-found.
 */
export async function reportPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  const { life, replication, history, duplicates, pictures, ...report } = await loadReport(db, actor, {
    id,
    now,
    lock: 'no lock',
  })
  const seesReasons = involvedInReplication.allows(actor, replication)
  const mayWrite = writesReplication.allows(actor, replication)
  const moment = { subject: life, actor, now }
  const seen = readableStates(actor, replication)
  const mayEdit = mayWrite && writableReportStates.includes(report.state)
  return {
    ...report,
    adopterName: replication.adopterName,
    innovation: replication.innovation,
    localName: replication.localName,
    mayEdit,
    asked: mayEdit ? await askedIndicators(db, replication.id) : [],
    pictures: pictures.filter(({ alt }) => mayWrite || alt !== null),
    duplicates: duplicates.filter(({ state }) => seen.includes(state)),
    history: history.map((one) => (seesReasons ? one : { ...one, reason: null })),
    steps: offeredSteps(quarterlyReportLifecycle, moment),
    others: othersSteps(quarterlyReportLifecycle, moment),
  }
}
export type ReportPage = Awaited<ReturnType<typeof reportPage>>

/** One line of the timeline, without the person. */
type HistoryLine = {
  id: string
  step: ReportStep | 'start'
  at: string
  reason: string | null
  role: Role | null
  by: string | null
}

function historyOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('quarterly_report_step as t')
      .leftJoin('organisation as b', 'b.id', 't.organisation_id')
      .select(['t.id', 't.step', 't.at', 't.reason', 't.role', 'b.name as by'])
      .where(sql<boolean>`t.report_id = q.id`)
      .orderBy('t.at')
      .orderBy('t.ordinal')
      .limit(100),
  ).$castTo<HistoryLine[]>()
}

function duplicatesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('quarterly_report as d')
      .select(['d.id', 'd.state', 'd.saved_at as savedAt'])
      .where(sql<boolean>`d.replication_id = q.replication_id and d.year = q.year and d.quarter = q.quarter`)
      .where(sql<boolean>`d.id <> q.id and d.state <> 'discarded'`)
      .orderBy('d.created_at')
      .limit(20),
  ).$castTo<{ id: string; state: ReportState; savedAt: string }[]>()
}

/** Photographs, the first attached first; one without words is for those who wrote the report. */
function picturesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('attachment as t')
      .innerJoin('file as f', 'f.id', 't.file_id')
      .select(['t.id', 't.alt'])
      .select(variantsOf(db).as('variants'))
      .where(sql<boolean>`t.report_id = q.id`)
      .orderBy('t.attached_at')
      .orderBy('t.id')
      .limit(20),
  )
}

/** The content of a report as it is typed, for a form. */
export function isSameContent(one: ReportContent, other: ReportContent): boolean {
  const fields = Object.keys(reportContent.shape) as (keyof ReportContent)[]
  return (
    fields.every((field) => field === 'values' || one[field] === other[field]) && isSameValues(one, other)
  )
}

function isSameValues(one: ReportContent, other: ReportContent): boolean {
  const [a, b] = [one, other].map(({ values = {} }) => valueFields(values))
  const names = Object.keys(a!)
  return names.length === Object.keys(b!).length && names.every((name) => a![name] === b![name])
}

function noSuchReport(): Refusal {
  return new Refusal('not-found', {
    id: 'Laporan ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such report, or it is not open to you.',
  })
}

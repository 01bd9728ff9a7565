import type { ReportContent, ReportForm } from '@semai/domain/monitoring/quarterly-report.form'
import {
  quarterlyReportLifecycle,
  writableReportStates,
} from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { ReportState, ReportStep } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import { dayAfter } from '@semai/domain/monitoring/reporting-quarter'
import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { actingGrant } from '../people/acting-grant.ts'
import { changedMeanwhile, loadReplication } from '../replications/replication-record.ts'
import type { LoadedReplication } from '../replications/replication-record.ts'
import { tellOfReport } from './report-news.ts'
import { namedValues } from './replica-indicators.ts'
import { isSameContent, loadReport } from './report.queries.ts'

/** What became of a report that arrived: written now, there already as it is, or there beside another of its quarter. */
export type KeptReport = {
  id: string
  code: string
  revision: number
  outcome: 'stored' | 'already' | 'duplicate'
}

/**
 * A report is stored under the key it was begun with. Sent again with the same text it changes nothing, so that what a
 * browser kept arrives once; with another text it must have been typed on the present revision. Another report of the same
 * quarter stays beside it and both are flagged.
 * @throws Refusal not-found | forbidden | conflict | invalid for a quarter that has not begun; nothing is then written.
 */
export function keepReport(
  db: Db,
  actor: Actor,
  { said, now }: { said: ReportForm; now: Date },
): Promise<KeptReport> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code: said.replication, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    if (quarterBegin(said) > dayIn(now)) throw notBegun()
    const content = await reportContentOf(db, replication.id, said)
    const there = await db
      .selectFrom('quarterly_report')
      .select(['id', 'replication_id', 'state', 'content', 'revision', 'year', 'quarter'])
      .where('id', '=', said.key)
      .forUpdate()
      .executeTakeFirst()
    if (!there) return insertReport(db, actor, { replication, said, content, now })
    if (there.replication_id !== replication.id) throw anotherReplication()
    const isSame =
      there.year === said.year && there.quarter === said.quarter && isSameContent(there.content, content)
    const kept = { id: there.id, code: replication.code }
    if (isSame) return { ...kept, revision: there.revision, outcome: 'already' }
    if (there.revision !== said.revision) throw changedMeanwhile()
    return changeReport(db, actor, { there, said, content, code: replication.code, now })
  })
}

type Arriving = { said: ReportForm; content: ReportContent; now: Date }

async function insertReport(
  db: Tx,
  actor: Actor,
  { replication, said, content, now }: Arriving & { replication: LoadedReplication },
): Promise<KeptReport> {
  const { key: id, year, quarter } = said
  const others = await db
    .selectFrom('quarterly_report')
    .select('id')
    .where('replication_id', '=', replication.id)
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .where('state', '<>', 'discarded')
    .limit(1)
    .execute()
  await db
    .insertInto('quarterly_report')
    .values({
      id,
      replication_id: replication.id,
      year,
      quarter,
      state: 'draft',
      content: JSON.stringify(content),
      realisation: content.realisation,
      revision: 1,
      started_by: actor.personId,
      created_at: now,
      saved_at: now,
      moved_at: now,
    })
    .execute()
  const by = actingGrant(writesReplication, actor, replication)
  await insertStep(db, actor, { id, step: 'start', from: 'draft', to: 'draft', by, now })
  const detail = { replication: replication.id, year, quarter, isDuplicate: others.length > 0 }
  await audit(db, actor, { what: 'quarterly_report.start', subjectId: id, at: now, detail })
  return { id, code: replication.code, revision: 1, outcome: others.length > 0 ? 'duplicate' : 'stored' }
}

async function changeReport(
  db: Tx,
  actor: Actor,
  {
    there,
    said,
    content,
    code,
    now,
  }: Arriving & { there: { id: string; state: ReportState; revision: number }; code: string },
): Promise<KeptReport> {
  if (!writableReportStates.includes(there.state)) throw locked(there.state)
  const revision = there.revision + 1
  await db
    .updateTable('quarterly_report')
    .set({ content: JSON.stringify(content), realisation: content.realisation, revision, saved_at: now })
    .where('id', '=', there.id)
    .execute()
  const detail = { revision, year: said.year, quarter: said.quarter }
  await audit(db, actor, { what: 'quarterly_report.save', subjectId: there.id, at: now, detail })
  return { id: there.id, code, revision, outcome: 'stored' }
}

/** A step that somebody asks for, of a report. */
export type StepOfReport = { id: string; step: ReportStep; reason?: string | undefined; now: Date }

/**
 * Takes one step of a report: checks it, moves it, writes the timeline and the audit event and tells whom it concerns; all
 * or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeReportStep(db: Db, actor: Actor, { id, step, reason, now }: StepOfReport) {
  return inTransaction(db, async (db) => {
    const report = await loadReport(db, actor, { id, now, lock: 'for update' })
    await db
      .selectFrom('replication')
      .select('id')
      .where('id', '=', report.replicationId)
      .forUpdate()
      .execute()
    const fresh = await loadReport(db, actor, { id, now, lock: 'no lock' }) // another of its quarter may just be in
    const decision = decide(quarterlyReportLifecycle, step, { subject: fresh.life, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const { from, to } = decision
    await db.updateTable('quarterly_report').set({ state: to, moved_at: now }).where('id', '=', id).execute()
    const by = actingGrant(quarterlyReportLifecycle.steps[step].by, actor, fresh.life)
    await insertStep(db, actor, { id, step, from, to, reason, by, now })
    const detail = { from, to, role: by.role, organisation: by.organisationId }
    await audit(db, actor, { what: `quarterly_report.${step}`, subjectId: id, at: now, detail })
    await tellOfReport(db, actor, { report, step, now })
    return { ...decision, code: report.code }
  })
}

type Line = Pick<StepOfReport, 'id' | 'reason' | 'now'> & {
  step: ReportStep | 'start'
  from: ReportState
  to: ReportState
  by: ReturnType<typeof actingGrant>
}

async function insertStep(
  db: Tx,
  actor: Actor,
  { id, step, from, to, reason, by, now }: Line,
): Promise<void> {
  await db
    .insertInto('quarterly_report_step')
    .values({
      id: uuidv7(),
      report_id: id,
      step,
      from_state: from,
      to_state: to,
      reason: reason?.trim() || null,
      role: by.role,
      organisation_id: by.organisationId,
      person_id: actor.personId,
      at: now,
    })
    .execute()
}

async function reportContentOf(db: Tx, replicationId: string, said: ReportForm): Promise<ReportContent> {
  const { activities, realisation, indicators, obstacles, followUp, photos } = said
  const values = await namedValues(db, replicationId, said.values)
  return { activities, realisation, indicators, values, obstacles, followUp, photos }
}

/** The first day of a quarter. */
function quarterBegin({ year, quarter }: Pick<ReportForm, 'year' | 'quarter'>): string {
  return quarter === 1 ? `${year}-01-01` : dayAfter({ year, quarter: quarter - 1 })
}

function notBegun(): Refusal {
  const says = {
    id: 'Triwulan ini belum dimulai. Pilih triwulan yang sudah berjalan.',
    en: 'This quarter has not begun. Choose one that has.',
  }
  return new Refusal('invalid', says, [{ field: 'quarter', says }])
}

function anotherReplication(): Refusal {
  return new Refusal('conflict', {
    id: 'Laporan ini milik replikasi lain. Mulai laporan baru.',
    en: 'This report belongs to another replication. Begin a new one.',
  })
}

function locked(state: ReportState): Refusal {
  const { id, en } = quarterlyReportLifecycle.states[state]
  return new Refusal('conflict', {
    id: `Laporan ini "${id.toLowerCase()}" dan tidak dapat diubah. Isian Anda masih ada di bawah.`,
    en: `This report is "${en}" and cannot be changed. What you typed is still below.`,
  })
}

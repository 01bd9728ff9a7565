import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { studyVisitLifecycle } from '@semai/domain/study-visits/study-visit.lifecycle'
import type { StudyVisitStep } from '@semai/domain/study-visits/study-visit.lifecycle'
import type { VisitReportForm } from '@semai/domain/study-visits/study-visit.form'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { namesOf, othersOf } from './study-visit-news.ts'
import { refuseUnseen } from '../replications/refuse-unseen.ts'
import { loadStudyVisit } from './study-visit.queries.ts'
import type { LoadedStudyVisit } from './study-visit.queries.ts'

/** A step of a study visit that somebody asks for, with what it carries. */
type StepOfVisit = {
  id: string
  step: StudyVisitStep
  reason?: string | undefined
  day?: string | undefined
  now: Date
}

/**
 * Takes one step of a study visit and tells the other side; a report sets the milestone of the replication on the day of
 * the visit. All or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeVisitStep(
  db: Db,
  actor: Actor,
  { id, step, reason, day, now }: StepOfVisit,
): Promise<void> {
  return inTransaction(db, async (db) => {
    const visit = await loadStudyVisit(db, actor, { id, lock: 'for update' })
    // The slot is locked now: what was accepted in the meantime counts.
    const subject = await loadStudyVisit(db, actor, { id, lock: 'no lock' })
    const decision = decide(studyVisitLifecycle, step, { subject, actor, now, reason, day })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const visitedOn = step === 'report' ? day! : null
    await db
      .updateTable('study_visit')
      .set({ state: decision.to, moved_at: now, reason: reason?.trim() || null, visited_on: visitedOn })
      .where('id', '=', visit.id)
      .execute()
    if (visitedOn !== null) await setMilestone(db, actor, { visit, visitedOn, now })
    const detail = { from: decision.from, to: decision.to }
    await audit(db, actor, { what: `study_visit.${step}`, subjectId: visit.id, at: now, detail })
    const sides = [visit.adopter, visit.origin]
    const to = (await Promise.all(sides.map((side) => othersOf(db, actor, { side, now })))).flat()
    await notify(db, { kind: 'study_visit_moved', detail: { ...namesOf(visit), step }, to, at: now })
  })
}

/** The first visit that was reported is the milestone; what was written there before stays. */
async function setMilestone(
  db: Tx,
  actor: Actor,
  { visit, visitedOn, now }: { visit: LoadedStudyVisit; visitedOn: string; now: Date },
): Promise<void> {
  await db
    .insertInto('replication_milestone')
    .values({
      replication_id: visit.replicationId,
      kind: 'study_visit',
      planned_on: visit.heldOn,
      reached_on: visitedOn,
      number: null,
      note: null,
      link: null,
      saved_by: actor.personId,
      saved_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['replication_id', 'kind']).doUpdateSet((eb) => ({
        reached_on: eb.fn.coalesce('replication_milestone.reached_on', eb.val(visitedOn)),
        saved_at: now,
      })),
    )
    .execute()
  await db.updateTable('replication').set({ updated_at: now }).where('id', '=', visit.replicationId).execute()
}

/**
 * What was learned stands as typed, until the report is handed in.
 * @throws Refusal not-found | forbidden | conflict once it was handed in, before the visit was accepted, or when somebody
 *   else saved since the page was opened.
 */
export function saveReport(
  db: Db,
  actor: Actor,
  { id, said, now }: { id: string; said: VisitReportForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const visit = await loadStudyVisit(db, actor, { id, lock: 'for update' })
    if (!writesReplication.allows(actor, visit)) throw new Refusal('forbidden', only(writesReplication))
    if (visit.state !== 'accepted') throw notNow()
    const { seenAt, ...parts } = said
    refuseUnseen(visit.reportSavedAt, seenAt)
    await db
      .updateTable('study_visit')
      .set({ ...parts, report_saved_at: now })
      .where('id', '=', visit.id)
      .execute()
    await audit(db, actor, { what: 'study_visit.write', subjectId: visit.id, at: now, detail: {} })
  })
}

function notNow(): Refusal {
  return new Refusal('conflict', {
    id: 'Laporan ditulis setelah kunjungan diterima dan sebelum diserahkan. Muat ulang halaman.',
    en: 'The report is written once the visit is accepted and until it is handed in. Load the page again.',
  })
}

import { hasDatedActivity, noActivity } from '@semai/domain/action-plans/plan'
import type { PlanContent } from '@semai/domain/action-plans/plan.form'
import { indicatorFaults, withBlueprintIndicators } from '@semai/domain/action-plans/plan-indicators'
import { withFinding } from '@semai/domain/action-plans/plan-finding'
import type { TakenFinding } from '@semai/domain/action-plans/plan-finding'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesMilestones, writesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { askedIndicators } from '../monitoring/replica-indicators.ts'
import { actingGrant } from '../people/acting-grant.ts'
import { changedMeanwhile, loadReplication } from '../replications/replication-record.ts'
import { findingOf } from '../study-visits/visits-of-replication.ts'
import { reachMilestone } from './reach-milestone.ts'

/** A plan as it was typed on a revision, and a finding of a study visit that becomes one more row of it. */
export type TypedOnRevision = {
  code: string
  revision: number
  content: PlanContent
  finding?: TakenFinding | null
  now: Date
}

/**
 * The plan is as typed, with the indicators of the blueprint and the finding that was taken into it, if nobody changed it
 * since; what somebody else typed stays and the caller is told.
 * @returns the new revision.
 * @throws Refusal not-found | forbidden | conflict | invalid where there is no such finding, or no room for it; nothing is
 *   then written.
 */
export function savePlan(
  db: Db,
  actor: Actor,
  { code, revision, content, finding = null, now }: TypedOnRevision,
): Promise<number> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    if ((await revisionOf(db, replication.id)) !== revision) throw changedMeanwhile()
    const faults = indicatorFaults(content)
    if (faults.length > 0) throw new Refusal('invalid', faults[0]!.says, faults)
    const carried = withBlueprintIndicators(content, await askedIndicators(db, replication.id))
    const whole =
      finding === null
        ? carried
        : await withTaken(db, { replicationId: replication.id, content: carried, finding })
    const row = {
      content: JSON.stringify(whole),
      revision: revision + 1,
      saved_by: actor.personId,
      saved_at: now,
    }
    await db
      .insertInto('action_plan')
      .values({ replication_id: replication.id, ...row })
      .onConflict((conflict) => conflict.column('replication_id').doUpdateSet(row))
      .execute()
    const detail = { revision: revision + 1, ...(finding !== null && { finding }) }
    await audit(db, actor, { what: 'action_plan.save', subjectId: replication.id, at: now, detail })
    return revision + 1
  })
}

/** The plan with a finding as one more row. */
async function withTaken(
  db: Tx,
  taken: { replicationId: string; content: PlanContent; finding: TakenFinding },
): Promise<PlanContent> {
  const { replicationId, content, finding } = taken
  const text = await findingOf(db, { ...finding, replicationId })
  if (text === null) throw new Refusal('invalid', noSuchFinding)
  const whole = withFinding(content, text, finding.kind)
  if (whole === null) throw new Refusal('invalid', noRoom)
  return whole
}

const noSuchFinding = {
  id: 'Temuan itu tidak ada pada studi tiru replikasi ini. Muat ulang halaman.',
  en: 'No study visit of this replication found that. Load the page again.',
}
const noRoom = {
  id: 'Rencana sudah penuh: gabungkan beberapa baris dulu.',
  en: 'The plan is full: put some rows together first.',
}

async function revisionOf(db: Tx, replicationId: string): Promise<number> {
  const row = await db
    .selectFrom('action_plan')
    .select('revision')
    .where('replication_id', '=', replicationId)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/**
 * The plan as it was read is a version, public where the replication is, and its milestone is there.
 * @returns the version; the last one again where nothing changed since.
 * @throws Refusal not-found | forbidden | conflict when it was changed meanwhile | invalid without a dated activity.
 */
export function agreePlan(
  db: Db,
  actor: Actor,
  { code, revision, now }: { code: string; revision: number; now: Date },
): Promise<number> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    const plan = await db
      .selectFrom('action_plan as p')
      .leftJoin('action_plan_version as v', (join) =>
        join.onRef('v.replication_id', '=', 'p.replication_id').on(
          sql<boolean>`v.version = (select max(version) from action_plan_version
              where replication_id = p.replication_id)`,
        ),
      )
      .select(['p.content', 'p.revision', 'v.version'])
      .select(sql<boolean>`v.content is not distinct from p.content`.as('isSame'))
      .where('p.replication_id', '=', replication.id)
      .executeTakeFirst()
    if ((plan?.revision ?? 0) !== revision) throw changedMeanwhile()
    if (!plan || !hasDatedActivity(plan.content)) throw new Refusal('invalid', noActivity)
    if (plan.isSame) return plan.version!
    const version = (plan.version ?? 0) + 1
    const content = JSON.stringify(plan.content)
    await db
      .insertInto('action_plan_version')
      .values({ replication_id: replication.id, version, content, agreed_by: actor.personId, agreed_at: now })
      .execute()
    const milestone = { kind: 'plan', on: dayIn(now), number: null, link: null, now } as const
    await reachMilestone(db, actor, { replicationId: replication.id, ...milestone })
    const detail = { version }
    await audit(db, actor, { what: 'action_plan.agree', subjectId: replication.id, at: now, detail })
    return version
  })
}

/**
 * Something was said about the plan, by who writes it or guides it.
 * @throws Refusal not-found | forbidden.
 */
export function commentPlan(
  db: Db,
  actor: Actor,
  { code, comment, now }: { code: string; comment: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
    if (!writesMilestones.allows(actor, replication)) throw new Refusal('forbidden', only(writesMilestones))
    const { role, organisationId } = actingGrant(writesMilestones, actor, replication)
    await db
      .insertInto('action_plan_comment')
      .values({
        id: uuidv7(),
        replication_id: replication.id,
        body: comment,
        role,
        organisation_id: organisationId,
        person_id: actor.personId,
        at: now,
      })
      .execute()
    await audit(db, actor, { what: 'action_plan.comment', subjectId: replication.id, at: now })
  })
}

import type { PlanContent } from '@semai/domain/action-plans/plan.form'
import { indicatorsOf } from '@semai/domain/monitoring/measured-indicator'
import type { Actor, Role } from '@semai/domain/people/actor'
import {
  involvedInReplication,
  writesMilestones,
  writesReplication,
} from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { indicatorComponents } from '../monitoring/replica-indicators.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { visitsOfReplication } from '../study-visits/visits-of-replication.ts'

/** A comment on a plan, without the person. */
export type PlanComment = { id: string; body: string; role: Role | null; by: string | null; at: string }
/** A plan as it was agreed. */
export type AgreedPlan = { version: number; agreedAt: string; content: PlanContent }

/**
 * The plan of a replication: what was agreed, for whoever may see the replication; the working text and what was said about
 * it, for those involved, and what was learned on study visits. `version` reads an older one. Two queries, and one more for
 * those involved.
 * @throws Refusal not-found.
 */
export async function planPage(
  db: Db,
  actor: Actor,
  { code, version, now }: { code: string; version?: number | undefined; now: Date },
) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const row = await db
    .selectFrom('replication as r')
    .leftJoin('action_plan as p', 'p.replication_id', 'r.id')
    .select(['r.year', 'p.content', 'p.revision', 'p.saved_at as savedAt'])
    .select([versionsOf(db).as('versions'), shownOf(db, version).as('shown'), commentsOf(db).as('comments')])
    .select(indicatorComponents.as('indicators'))
    .where('r.id', '=', replication.id)
    .executeTakeFirstOrThrow()
  const isInvolved = involvedInReplication.allows(actor, replication)
  const { code: own, state, adopterName, innovation, innovationSlug, localName } = replication
  return {
    code: own,
    state,
    adopterName,
    innovation,
    innovationSlug,
    localName,
    year: row.year,
    isInvolved,
    mayWrite: writesReplication.allows(actor, replication),
    mayComment: writesMilestones.allows(actor, replication),
    /** What everybody who runs it measures: part of every plan. */
    measured: indicatorsOf(row.indicators),
    revision: row.revision ?? 0,
    draft: isInvolved ? row.content : null,
    savedAt: isInvolved ? row.savedAt : null,
    versions: row.versions,
    agreed: row.shown[0] ?? null,
    comments: isInvolved ? row.comments : [],
    visits: isInvolved ? await visitsOfReplication(db, actor, code) : [],
  }
}
export type PlanPage = Awaited<ReturnType<typeof planPage>>

function versionsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('action_plan_version as v')
      .select(['v.version', 'v.agreed_at as agreedAt'])
      .where(sql<boolean>`v.replication_id = r.id`)
      .orderBy('v.version', 'desc')
      .limit(50),
  ).$castTo<Omit<AgreedPlan, 'content'>[]>()
}

function shownOf(db: Db, version: number | undefined) {
  return jsonArrayFrom(
    db
      .selectFrom('action_plan_version as v')
      .select(['v.version', 'v.agreed_at as agreedAt', 'v.content'])
      .where(sql<boolean>`v.replication_id = r.id`)
      .$if(version !== undefined, (query) => query.where('v.version', '=', version!))
      .orderBy('v.version', 'desc')
      .limit(1),
  ).$castTo<AgreedPlan[]>()
}

function commentsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('action_plan_comment as c')
      .leftJoin('organisation as b', 'b.id', 'c.organisation_id')
      .select(['c.id', 'c.body', 'c.role', 'b.name as by', 'c.at'])
      .where(sql<boolean>`c.replication_id = r.id`)
      .orderBy('c.at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(50),
  ).$castTo<PlanComment[]>()
}

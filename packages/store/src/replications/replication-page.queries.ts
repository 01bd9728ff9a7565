import type { StopReason } from '@semai/domain/claims/claim'
import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import type { Actor, Role } from '@semai/domain/people/actor'
import { milestoneWarnings } from '@semai/domain/replications/milestone-warnings'
import { milestoneKinds } from '@semai/domain/replications/replication'
import type { MilestoneKind } from '@semai/domain/replications/replication'
import {
  involvedInReplication,
  writesMilestones,
  writesReplication,
} from '@semai/domain/replications/replication-parties'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import type { ReplicationLife, ReplicationStep } from '@semai/domain/replications/replication.lifecycle'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { withHub } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { reasonChoices } from '../reasons/reason-list.ts'
import { lifeColumns, noSuchReplication } from './replication-record.ts'
import { visibleReplications } from './visible-replications.ts'

/**
 * The page of a replication: who takes over what, its milestones with what is late or missing, what people did, and the
 * steps this reader may take. Reasons are for those involved; a stop is public with its day only. Two queries.
 * @throws Refusal not-found.
 */
export async function replicationPage(
  db: Db,
  actor: Actor,
  { code, now, today }: { code: string; now: Date; today: string },
) {
  const row = await visibleReplications(db, actor)
    .innerJoin('organisation as origin', 'origin.id', 'i.organisation_id')
    .leftJoin('region as place', 'place.code', 'r.region_code')
    .leftJoin('claim as c', 'c.id', 'r.claim_id')
    .leftJoin('forum as f', 'f.id', 'r.forum_id')
    .leftJoin('need as need', 'need.id', 'r.need_id')
    .leftJoin('organisation as hub', 'hub.id', 'f.hub_id')
    .leftJoin('organisation as recommender', 'recommender.id', 'r.recommended_by')
    .select(lifeColumns(now))
    .select([
      'r.local_name as localName',
      'r.route',
      'r.year',
      'r.declared_form as declaredForm',
      'r.revision',
    ])
    .select(['r.created_at as createdAt', 'r.moved_at as movedAt', 'r.answer_by as answerBy'])
    .select(['r.recommended_as as recommendedAs', 'r.recommended_why as recommendedWhy'])
    .select(['i.slug as innovationSlug', 'i.name as innovation', 'i.code as innovationCode'])
    .select([
      'a.name as adopterName',
      'a.slug as adopterSlug',
      'o.name as institution',
      'o.slug as institutionSlug',
    ])
    .select(['origin.name as originName', 'origin.slug as originSlug', 'recommender.name as recommender'])
    .select(['place.name as region', 'place.slug as regionSlug', 'r.claim_id as claimId'])
    .select(['c.strength', 'c.kind as claimKind', 'c.valid_until as validUntil', 'c.earliest', 'c.latest'])
    .select([
      'c.stopped_on as stoppedOn',
      'c.stop_reason as stopReason',
      'c.stop_reason_public as isReasonPublic',
    ])
    .select(['need.id as needId', 'need.title as need'])
    .select(['f.id as forumId', 'f.title as forum', 'f.held_on as forumHeldOn', 'hub.name as forumHub'])
    .select([milestonesOf(db).as('milestones'), stepsOf(db).as('history'), originsOf(db).as('origins')])
    .where('r.code', '=', code.toUpperCase())
    .executeTakeFirst()
  if (!row) throw noSuchReplication()
  const reasons = await reasonChoices(db)
  return { ...row, ...seenBy(actor, withHub(row), { now, today, reasons }) }
}
export type ReplicationPage = Awaited<ReturnType<typeof replicationPage>>

type Shown = ReplicationLife & {
  milestones: MilestoneRow[]
  history: HistoryLine[]
  stopReason: StopReason | null
  isReasonPublic: boolean | null
  recommendedWhy: string | null
}

/** What one reader sees and may do. */
function seenBy(
  actor: Actor,
  replication: Shown,
  { now, today, reasons }: { now: Date; today: string; reasons: readonly string[] },
) {
  const moment = { subject: replication, actor, now, reasons }
  const seesReasons = involvedInReplication.allows(actor, replication)
  const byKind = new Map(replication.milestones.map((one) => [one.kind, one]))
  return {
    seesReasons,
    mayWrite: writesReplication.allows(actor, replication),
    mayMark: writesMilestones.allows(actor, replication),
    stopReason: seesReasons || replication.isReasonPublic ? replication.stopReason : null,
    recommendedWhy: seesReasons ? replication.recommendedWhy : null,
    milestones: milestoneKinds.map((kind) => byKind.get(kind) ?? emptyMilestone(kind)),
    warnings: milestoneWarnings(replication.milestones, { state: replication.state, today }),
    history: replication.history.map((one) =>
      seesReasons ? one : { ...one, reason: null, reasonCode: null },
    ),
    steps: offeredSteps(replicationLifecycle, moment),
    others: othersSteps(replicationLifecycle, moment),
  }
}

function emptyMilestone(kind: MilestoneKind): MilestoneRow {
  return { kind, plannedOn: null, reachedOn: null, number: null, note: null, link: null }
}

type MilestoneRow = {
  kind: MilestoneKind
  plannedOn: string | null
  reachedOn: string | null
  number: string | null
  note: string | null
  link: string | null
}

function milestonesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('replication_milestone as m')
      .select([
        'm.kind',
        'm.planned_on as plannedOn',
        'm.reached_on as reachedOn',
        'm.number',
        'm.note',
        'm.link',
      ])
      .where(sql<boolean>`m.replication_id = r.id`),
  ).$castTo<MilestoneRow[]>()
}

function originsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('replication_origin as t')
      .innerJoin('innovation as n', 'n.id', 't.innovation_id')
      .select(['n.slug', 'n.name', 't.version', 't.position'])
      .where(sql<boolean>`t.replication_id = r.id`)
      .orderBy('t.position'),
  )
}

/** One line of the timeline, without the person. */
type HistoryLine = {
  id: string
  step: ReplicationStep | 'start'
  at: string
  day: string | null
  reason: string | null
  reasonCode: StopReason | null
  role: Role | null
  by: string | null
  slug: string | null
}

function stepsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('replication_step as t')
      .leftJoin('organisation as b', 'b.id', 't.organisation_id')
      .select(['t.id', 't.step', 't.at', 't.day', 't.reason', 't.reason_code as reasonCode', 't.role'])
      .select(['b.name as by', 'b.slug'])
      .where(sql<boolean>`t.replication_id = r.id`)
      .orderBy('t.at')
      .orderBy('t.ordinal')
      .limit(200),
  ).$castTo<HistoryLine[]>()
}

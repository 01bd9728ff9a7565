import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import { engagementLifecycle } from '@semai/domain/mentoring/engagement.lifecycle'
import type { EngagementState } from '@semai/domain/mentoring/engagement.lifecycle'
import { guidesEngagement, readsNotes } from '@semai/domain/mentoring/engagement-parties'
import type { VisitMode } from '@semai/domain/mentoring/mentoring.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tx } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { clockOf, pausesOf, stagesOf } from './engagement-clock.ts'
import { holidaySet, mentoringRules } from './mentoring-rules.ts'
import { partyColumns, visibleEngagements } from './visible-engagements.ts'

/** Where a page of engagements begins: after the row with this moment and id. */
export type EngagementCursor = { movedAt: Date; id: string }

/**
 * An engagement with what its rules and life cycle ask.
 * @throws Refusal not-found, also where this person may not see it.
 */
export async function loadEngagement(db: Db, actor: Actor, id: string) {
  const row = isUuid(id)
    ? await visibleEngagements(db, actor)
        .select(['e.id', 'e.state', 'e.organisation_id as organisationId', 'e.started_at as startedAt'])
        .select(['t.name as team', 'a.name as organisation', stagesOf(db).as('stages')])
        .select([pausesOf(db).as('pauses'), ...partyColumns])
        .where('e.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw noSuchEngagement()
  return { ...row, stagesLeft: row.stages.filter(({ leftOn }) => leftOn === null).length }
}

/** As `loadEngagement`, with nobody else changing it until the transaction ends; read after the lock is held. */
export async function lockEngagement(db: Tx, actor: Actor, id: string) {
  if (isUuid(id)) await db.selectFrom('engagement').select('id').where('id', '=', id).forUpdate().execute()
  return loadEngagement(db, actor, id)
}
export type LoadedEngagement = Awaited<ReturnType<typeof loadEngagement>>

/**
 * The page of an engagement: its stages with their clocks, pauses, visits, and what this reader may do. Notes of visits only
 * for those who may read them; the others see that there were visits. Two queries.
 * @throws Refusal not-found.
 */
export async function engagementPage(
  db: Db,
  actor: Actor,
  { id, now, today }: { id: string; now: Date; today: string },
) {
  if (!isUuid(id)) throw noSuchEngagement()
  const [row, { holidays }] = await Promise.all([
    visibleEngagements(db, actor)
      .leftJoin('replication as r', 'r.id', 'e.replication_id')
      .leftJoin('need as n', 'n.id', 'e.need_id')
      .leftJoin('person as p', 'p.id', 'e.mentor_id')
      .select(['e.id', 'e.state', 'e.purpose', 'e.reason', 'e.started_at as startedAt'])
      .select(['t.name as team', 't.university', 'h.name as hubName', 'h.slug as hubSlug'])
      .select(['a.name as organisation', 'a.slug as organisationSlug', 'r.code as replication'])
      .select(['n.id as need', 'n.title as needTitle', 'p.name as mentor'])
      .select([stagesOf(db).as('stages'), pausesOf(db).as('pauses'), visitsOf(db).as('visits')])
      .select(partyColumns)
      .where('e.id', '=', id)
      .executeTakeFirst(),
    mentoringRules(db),
  ])
  if (!row) throw noSuchEngagement()
  const { hub, memberIds, accompanied, visits, pauses, ...facts } = row
  const stagesLeft = facts.stages.filter(({ leftOn }) => leftOn === null).length
  const subject = { hub, memberIds, accompanied, state: facts.state, stagesLeft }
  const mayReadNotes = readsNotes.allows(actor, subject)
  return {
    ...facts,
    ...clockOf(facts.stages, { pauses, holidays: holidaySet(holidays), today }),
    pauses: pauses.map((one) => ({ ...one, reason: mayReadNotes ? one.reason : null })),
    visits: visits.map((one) => (mayReadNotes ? one : { ...one, notes: null, agreed: null })),
    mayReadNotes,
    mayWrite: facts.state === 'active' && guidesEngagement.allows(actor, subject),
    steps: offeredSteps(engagementLifecycle, { subject, actor, now }),
    others: othersSteps(engagementLifecycle, { subject, actor }),
  }
}
export type EngagementPage = Awaited<ReturnType<typeof engagementPage>>

type ListAsked = {
  /** Of one hub's organisation only; of all this person may see otherwise. */
  hubId?: string | null
  states?: readonly EngagementState[]
  today: string
  after?: EngagementCursor | undefined
  limit?: number
}

/** One page of engagements, last moved first, by keyset, each with its clock. Two queries. */
export async function engagementList(
  db: Db,
  actor: Actor,
  { hubId, states = ['active'], today, after, limit = 20 }: ListAsked,
) {
  const [rows, { holidays }] = await Promise.all([
    visibleEngagements(db, actor)
      .leftJoin('replication as r', 'r.id', 'e.replication_id')
      .select([
        'e.id',
        'e.state',
        'e.purpose',
        'e.moved_at as movedAt',
        't.name as team',
        'h.name as hubName',
      ])
      .select(['a.name as organisation', 'r.code as replication'])
      .select(sql<boolean>`coalesce(e.mentor_id = ${actor.personId}, false)`.as('isMine'))
      .select([stagesOf(db).as('stages'), pausesOf(db).as('pauses')])
      .where('e.state', 'in', [...states])
      .$if(hubId !== undefined, (query) => query.where('t.hub_id', '=', hubId!))
      .$if(after !== undefined, (query) =>
        query.where((eb) => eb(eb.refTuple('e.moved_at', 'e.id'), '<', eb.tuple(after!.movedAt, after!.id))),
      )
      .orderBy('e.moved_at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit + 1)
      .execute(),
    mentoringRules(db),
  ])
  const last = rows.length > limit ? rows[limit - 1]! : null
  const off = { holidays: holidaySet(holidays), today }
  return {
    rows: rows
      .slice(0, limit)
      .map(({ stages, pauses, ...row }) => ({ ...row, ...clockOf(stages, { ...off, pauses }) })),
    next: last && { movedAt: last.movedAt, id: last.id },
  }
}
export type ListedEngagement = Awaited<ReturnType<typeof engagementList>>['rows'][number]

/**
 * Engagements of a hub whose stage under way is beyond its promised time, the furthest beyond first; of at most 500 under way.
 * Two queries.
 */
export async function lateEngagements(
  db: Db,
  actor: Actor,
  { hubId, today }: { hubId: string | null; today: string },
): Promise<ListedEngagement[]> {
  const { rows } = await engagementList(db, actor, { hubId, today, limit: 500 })
  const beyond = ({ current }: ListedEngagement) =>
    current === null ? 0 : current.clock.used / current.clock.promised
  return rows
    .filter(({ current }) => current?.clock.pace === 'over')
    .toSorted((a, b) => beyond(b) - beyond(a))
}

function visitsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('engagement_visit as v')
      .select(['v.id', 'v.held_on as heldOn', 'v.mode', 'v.notes', 'v.agreed'])
      .where(sql<boolean>`v.engagement_id = e.id`)
      .orderBy('v.held_on', 'desc')
      .orderBy('v.id', 'desc')
      .limit(200),
  ).$castTo<{ id: string; heldOn: string; mode: VisitMode; notes: string | null; agreed: string | null }[]>()
}

function noSuchEngagement(): Refusal {
  return new Refusal('not-found', {
    id: 'Pendampingan ini tidak ada, atau tidak terbuka bagi Anda.',
    en: 'There is no such engagement, or it is not open to you.',
  })
}

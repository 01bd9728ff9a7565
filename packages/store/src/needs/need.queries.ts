import { offeredSteps } from '@semai/domain/lifecycle'
import { needRoles, needWriters } from '@semai/domain/needs/need-access'
import { needLifecycle } from '@semai/domain/needs/need.lifecycle'
import type { NeedState, NeedStep } from '@semai/domain/needs/need.lifecycle'
import type { ServiceSector } from '@semai/domain/needs/service-sectors'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { isTheirs, publicNeedStates, visibleNeeds } from './visible-needs.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

const hasDecision = sql<boolean>`exists (select from need_decision d where d.need_id = n.id)`

/** What deciding about a need asks, locked where it will be changed. @throws Refusal not-found. */
export async function loadNeed(db: Db, actor: Actor, id: string, lock: 'for update' | 'no lock') {
  if (!isUuid(id)) throw noSuchNeed()
  const row = await visibleNeeds(db, actor)
    .select(['n.id', 'n.state', 'n.title', 'n.content', 'n.revision', 'n.session_id as sessionId'])
    .select(['n.organisation_id as organisationId', 'n.idea_edit_id as ideaEditId', ...ownedColumns])
    .select(['n.stated_at as statedAt', 'o.name as organisation'])
    .select(hasDecision.as('hasDecision'))
    .where('n.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('n'))
    .executeTakeFirst()
  if (!row) throw noSuchNeed()
  return row
}

/**
 * A need with its place, its history, its minutes, and the steps of whoever asks. Reasons of others' steps are left out
 * for those who are not its own people, but for why nothing answers it. One query.
 * @throws Refusal not-found.
 */
export async function needPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchNeed()
  const row = await visibleNeeds(db, actor)
    .leftJoin('region as r', 'r.code', 'n.region_code')
    .leftJoin('region as p', 'p.code', 'n.province_code')
    .select(['n.id', 'n.state', 'n.title', 'n.sector', 'n.content', 'n.revision', 'n.origin', 'n.ending'])
    .select(['n.session_id as sessionId', 'n.region_code as regionCode', 'n.stated_at as statedAt'])
    .select(['n.idea_edit_id as ideaEditId', 'n.organisation_id as organisationId'])
    .select([
      'o.name as organisation',
      'o.slug as organisationSlug',
      'r.name as region',
      'r.slug as regionSlug',
    ])
    .select(['p.name as province', ...ownedColumns, hasDecision.as('hasDecision')])
    .select(historyOf(db).as('history'))
    .select(decisionsOf(db).as('decisions'))
    .where('n.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchNeed()
  const isOwn = needWriters.allows(actor, row)
  const { history, sessionId, ...rest } = row
  return {
    ...rest,
    sessionId: isOwn ? sessionId : null,
    isOwn,
    history: history.map((one) => ({ ...one, reason: isOwn || one.step === 'demand' ? one.reason : null })),
    steps: offeredSteps(needLifecycle, { subject: row, actor, now }),
  }
}
export type NeedPage = Awaited<ReturnType<typeof needPage>>

function historyOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('need_step as t')
      .select(['t.id', 't.step', 't.reason', 't.at'])
      .where(sql<boolean>`t.need_id = n.id`)
      .orderBy('t.at')
      .orderBy('t.ordinal')
      .limit(100),
  ).$castTo<{ id: string; step: NeedStep; reason: string | null; at: string }[]>()
}

function decisionsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('need_decision as d')
      .innerJoin('innovation as i', 'i.id', 'd.innovation_id')
      .select(['d.id', 'd.number', 'd.held_on as heldOn', 'd.present', 'd.reason', 'd.content', 'd.at'])
      .select(['i.id as innovationId', 'i.name', 'i.slug'])
      .select(
        sql<
          string | null
        >`(select r.code from replication r where r.need_id = d.need_id and r.innovation_id = d.innovation_id
          order by r.created_at desc limit 1)`.as('replication'),
      )
      .where(sql<boolean>`d.need_id = n.id`)
      .orderBy('d.at', 'desc')
      .orderBy('d.id', 'desc')
      .limit(20),
  )
}

/** Where a page of needs goes on: after the one stated at this moment, with this id. */
export type NeedCursor = { statedAt: Date; id: string }
export type NeedFilter = {
  province?: string | undefined
  /** Code of a region; of a province with all of it. */
  region?: string | undefined
  /** Slug of an organisation; of one with all below it. */
  organisation?: string | undefined
  sector?: ServiceSector | undefined
  state?: NeedState | undefined
}

/** Needs that everyone may see, newest first, by keyset. One query. */
export async function needList(
  db: Db,
  { province, region, organisation, sector, state }: NeedFilter,
  { after, limit = 20 }: { after?: NeedCursor | undefined; limit?: number } = {},
) {
  const rows = await db
    .selectFrom('need as n')
    .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
    .leftJoin('region as r', 'r.code', 'n.region_code')
    .select(['n.id', 'n.title', 'n.sector', 'n.state', 'n.priority', 'n.content', 'n.stated_at as statedAt'])
    .select(['o.name as organisation', 'r.name as region'])
    .where('n.state', 'in', publicNeedStates)
    .$if(province !== undefined, (query) => query.where('n.province_code', '=', province!))
    .$if(region?.length === 2, (query) => query.where('n.province_code', '=', region!))
    .$if(region !== undefined && region.length > 2, (query) => query.where('n.region_code', '=', region!))
    .$if(organisation !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from organisation_above x join organisation above on above.id = x.above_id
          where x.organisation_id = n.organisation_id and above.slug = ${organisation})`,
      ),
    )
    .$if(sector !== undefined, (query) => query.where('n.sector', '=', sector!))
    .$if(state !== undefined, (query) => query.where('n.state', '=', state!))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('n.stated_at', 'n.id'), '<', eb.tuple(after!.statedAt, after!.id))),
    )
    .orderBy('n.stated_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { statedAt: last.statedAt!, id: last.id } }
}

/** Needs that somebody is writing, those saved last first; at most 50. One query. */
export function draftNeeds(db: Db, actor: Actor) {
  return db
    .selectFrom('need as n')
    .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
    .select(['n.id', 'n.title', 'n.saved_at as savedAt', 'o.name as organisation'])
    .where('n.state', '=', 'draft')
    .where(isTheirs(actor))
    .orderBy('n.saved_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(50)
    .execute()
}

/** The organisations for which somebody may write down a need, by name; at most 300. One query. */
export function needOrganisations(db: Db, actor: Actor) {
  const provinces = guidedProvinces(actor, ['hub'])
  return db
    .selectFrom('organisation as o')
    .select(['o.id', 'o.slug', 'o.name'])
    .where((eb) =>
      eb.or([
        isWithin('o.id', scopeIds(actor, ...needRoles)),
        sql<boolean>`left(o.region_code, 2) = any(${provinces}::text[])`,
      ]),
    )
    .orderBy('o.name')
    .limit(300)
    .execute()
}

/** The refusal for a need that is not there for this person. */
export function noSuchNeed(): Refusal {
  return new Refusal('not-found', {
    id: 'Kebutuhan ini tidak ada, atau belum dinyatakan.',
    en: 'There is no such need, or it has not been stated yet.',
  })
}

import { itsOrigin } from '@semai/domain/claims/claim-parties'
import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { studyVisitLifecycle } from '@semai/domain/study-visits/study-visit.lifecycle'
import { visitQuestions } from '@semai/domain/study-visits/visit-questions'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { publicNeedStates } from '../needs/visible-needs.ts'
import { readsInside, visibleReplications } from '../replications/visible-replications.ts'
import { loadColumns, peopleWaiting, placesLeft } from './host-load.ts'
import { visibleStudyVisits } from './visible-study-visits.ts'

const hasReport = sql<boolean>`num_nonnulls(v.process, v.cost, v.staff, v.regulation, v.failures, v.documents, v.link) > 0`

/**
 * A study visit with what its rules and life cycle ask, locked where it will be changed.
 * @throws Refusal not-found, also where this person may not see it.
 */
export async function loadStudyVisit(
  db: Db,
  actor: Actor,
  { id, lock }: { id: string; lock: 'for update' | 'no lock' },
) {
  if (!isUuid(id)) throw noSuchVisit()
  const row = await visibleStudyVisits(db, actor)
    .select(['v.id', 'v.state', 'v.people', 'v.is_virtual as isVirtual', 'v.questions', 'v.reason'])
    .select(['v.visited_on as visitedOn', 'v.process', 'v.cost', 'v.staff', 'v.regulation', 'v.failures'])
    .select(['v.documents', 'v.link', 'v.report_saved_at as reportSavedAt'])
    .select(['v.requested_at as requestedAt', 'v.moved_at as movedAt'])
    .select(['s.held_on as heldOn', 's.mode', 's.place', 's.note', 's.id as slotId'])
    .select(['r.id as replicationId', 'r.code', 'r.local_name as localName', 'a.name as adopterName'])
    .leftJoin('need as n', (join) =>
      join.onRef('n.id', '=', 'r.need_id').on('n.state', 'in', publicNeedStates),
    )
    .select(['i.name as innovation', 'i.slug as innovationSlug', 'n.id as needId', 'n.title as need'])
    .select([sideOf('a.id').as('adopter'), sideOf('i.organisation_id').as('origin')])
    .select([placesLeft.as('placesLeft'), hasReport.as('hasReport')])
    .where('v.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate(['s', 'v']))
    .executeTakeFirst()
  if (!row) throw noSuchVisit()
  return row
}
export type LoadedStudyVisit = Awaited<ReturnType<typeof loadStudyVisit>>

/**
 * The page of a study visit with the steps this reader may take. One query.
 * @throws Refusal not-found.
 */
export async function studyVisitPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  const visit = await loadStudyVisit(db, actor, { id, lock: 'no lock' })
  const moment = { subject: visit, actor, now }
  return {
    ...visit,
    mayReport: visit.state === 'accepted' && writesReplication.allows(actor, visit),
    steps: offeredSteps(studyVisitLifecycle, moment),
    others: othersSteps(studyVisitLifecycle, moment),
  }
}

/**
 * The host of an innovation: what it says, its days to come with the places left, how busy it is, and whether this reader
 * opens days.
 * Two queries.
 * @throws Refusal not-found.
 */
export async function studyVisitHost(db: Db, actor: Actor, { slug, today }: { slug: string; today: string }) {
  const host = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('host_statement as h', 'h.innovation_id', 'i.id')
    .select(['i.id', 'i.slug', 'i.name', 'o.name as organisation', sideOf('i.organisation_id').as('origin')])
    .select(['h.willingness', 'h.words', 'h.stated_at as statedAt'])
    .select(loadColumns(today))
    .where('i.slug', '=', slug)
    .executeTakeFirst()
  if (!host) throw noSuchInnovation()
  const slots = await db
    .selectFrom('study_visit_slot as s')
    .select(['s.id', 's.held_on as heldOn', 's.mode', 's.place', 's.capacity', 's.note'])
    .select([placesLeft.as('placesLeft'), peopleWaiting.as('peopleWaiting')])
    .where('s.innovation_id', '=', host.id)
    .where('s.held_on', '>=', today)
    .orderBy('s.held_on')
    .orderBy('s.id')
    .limit(100)
    .execute()
  return { ...host, slots, mayOpen: itsOrigin.allows(actor, host) }
}

/** Visits to an innovation that this person may read, last moved first, at most 50. One query. */
export function studyVisitsTo(db: Db, actor: Actor, slug: string) {
  return visibleStudyVisits(db, actor)
    .select([
      'v.id',
      'v.state',
      'v.people',
      's.held_on as heldOn',
      'a.name as adopter',
      'v.moved_at as movedAt',
    ])
    .where('i.slug', '=', slug)
    .orderBy('v.moved_at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(50)
    .execute()
}

/**
 * Replications of an innovation under way for which this person may ask for a visit, each with the questions that the need
 * behind it leads to; without a need there are none. One query.
 */
export async function visitingReplications(db: Db, actor: Actor, slug: string) {
  if (actor.grants.length === 0) return []
  const rows = await visibleReplications(db, actor)
    .leftJoin('need as n', (join) =>
      join.onRef('n.id', '=', 'r.need_id').on('n.state', 'in', publicNeedStates),
    )
    .select(['r.code', 'a.name as adopter', 'r.local_name as localName', sideOf('a.id').as('adopterSide')])
    .select(['n.id as needId', 'n.content as need'])
    .where('i.slug', '=', slug)
    .where('r.state', 'in', ['preparing', 'implementing'])
    .where(readsInside(actor))
    .orderBy('r.code')
    .limit(100)
    .execute()
  return rows
    .filter(({ adopterSide }) => writesReplication.allows(actor, { adopter: adopterSide }))
    .map(({ adopterSide: _, need, needId, ...replication }) => ({
      ...replication,
      need: need && needId ? { id: needId, title: need.title, questions: visitQuestions(need) } : null,
    }))
}

/**
 * The replication somebody wants to visit for.
 * @throws Refusal invalid where there is none by that code, or this person may not see it.
 */
export async function visitingReplication(db: Db, actor: Actor, code: string) {
  const row = await visibleReplications(db, actor)
    .select(['r.id', 'r.innovation_id as innovationId', sideOf('a.id').as('adopter')])
    .where('r.code', '=', code.toUpperCase())
    .executeTakeFirst()
  if (row) return row
  const says = { id: 'Pilih replikasi Anda dari daftar.', en: 'Choose your replication from the list.' }
  throw new Refusal('invalid', says, [{ field: 'replication', says }])
}

function noSuchVisit(): Refusal {
  return new Refusal('not-found', {
    id: 'Studi tiru ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such study visit, or it is not open to you.',
  })
}

function noSuchInnovation(): Refusal {
  return new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'There is no such innovation.' })
}

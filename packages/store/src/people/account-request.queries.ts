import { accountRequestLifecycle, openRequestStates } from '@semai/domain/people/account-request.lifecycle'
import { offeredSteps } from '@semai/domain/lifecycle'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { readLink } from './signed-link.ts'

/** What links of requests are signed for: to follow one, and to show that an address is theirs. */
export const requestLinks = { tracking: 'account_request', address: 'account_address' } as const

/** By whom a request is opened: a person by its id, or whoever asked by one of two links. */
export type RequestKey = { id: string } | { kind: keyof typeof requestLinks; link: string }

/** Every read of requests by people starts here: those whose role the actor may give. */
export function visibleRequests(db: Db, actor: Actor) {
  const scope = scopeIds(actor, 'local_admin')
  const isAdministrator = actor.grants.some(({ role }) => role === 'administrator')
  return withOrganisation(db).$if(!isAdministrator, (query) =>
    query.where('q.role', '=', 'author').where(isWithin('q.organisation_id', scope)),
  )
}

function withOrganisation(db: Db) {
  return db
    .selectFrom('account_request as q')
    .innerJoin('organisation as o', 'o.id', 'q.organisation_id')
    .leftJoin('account_request_person as p', 'p.request_id', 'q.id')
}

async function openedBy(db: Db, actor: Actor, key: RequestKey, now: Date) {
  if ('id' in key) return visibleRequests(db, actor).where(sql<string>`q.id::text`, '=', key.id)
  const { subject } = await readLink(db, requestLinks[key.kind], key.link, now)
  return withOrganisation(db).where('q.id', '=', subject)
}

/** A request with what deciding needs and who asks, as far as that is still kept; locked where it will be changed. */
export async function loadRequest(
  db: Db,
  actor: Actor,
  { key, now, lock }: { key: RequestKey; now: Date; lock: 'for update' | 'no lock' },
) {
  const row = await (
    await openedBy(db, actor, key, now)
  )
    .select(['q.id', 'q.state', 'q.role', 'q.reason', 'q.organisation_id as organisationId'])
    .select(['q.submitted_at as submittedAt', 'o.name as organisation', ...ownedColumns])
    .select(['p.name', 'p.email', 'p.post', 'p.letter_number as letterNumber'])
    .$if(lock === 'for update', (query) => query.forUpdate('q'))
    .executeTakeFirst()
  if (!row) throw noSuchRequest()
  return { ...row, link: 'kind' in key ? key.kind : null }
}

/**
 * How a request stands, for whoever asked by one of their links; with the steps that the link allows. Their address is
 * shown only by the link that was sent to it.
 * @throws Refusal not-found.
 */
export async function requestByLink(db: Db, key: Extract<RequestKey, { link: string }>, now: Date) {
  const { state, role, reason, organisation, submittedAt, email, ...rest } = await loadRequest(
    db,
    publicActor,
    { key, now, lock: 'no lock' },
  )
  const subject = { ...rest, state, role }
  const steps = offeredSteps(accountRequestLifecycle, { subject, actor: publicActor, now })
  const shownEmail = key.kind === 'address' ? email : null
  return { state, role, reason, organisation, submittedAt, email: shownEmail, steps }
}

/** Where a page goes on. */
export type RequestCursor = { movedAt: Date; id: string }

/** Requests that wait for this person's decision, those that wait longest first, by keyset. One query. */
export async function requestQueue(
  db: Db,
  actor: Actor,
  { now, after, limit = 20 }: { now: Date; after?: RequestCursor | undefined; limit?: number },
) {
  const rows = await visibleRequests(db, actor)
    .select(['q.id', 'q.state', 'q.role', 'q.moved_at as movedAt', 'o.name as organisation', ...ownedColumns])
    .select(['p.name', 'p.email', 'p.post', 'p.letter_number as letterNumber'])
    .where('q.state', 'in', [...openRequestStates])
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('q.moved_at', 'q.id'), '>', eb.tuple(after!.movedAt, after!.id))),
    )
    .orderBy('q.moved_at')
    .orderBy('q.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return {
    rows: rows.slice(0, limit).map((row) => ({
      ...row,
      steps: offeredSteps(accountRequestLifecycle, { subject: { ...row, link: null }, actor, now }),
    })),
    next: last && { movedAt: last.movedAt, id: last.id },
  }
}

function noSuchRequest(): Refusal {
  return new Refusal('not-found', {
    id: 'Permintaan ini tidak ada, atau bukan untuk instansi Anda.',
    en: 'There is no such request, or it is not for your institution.',
  })
}

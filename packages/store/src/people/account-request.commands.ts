import { requestKeptDays } from '@semai/domain/people/account-request.form'
import type { requestableRoles } from '@semai/domain/people/account-request.form'
import {
  accountRequestLifecycle,
  openRequestStates,
  requestHandler,
} from '@semai/domain/people/account-request.lifecycle'
import type { AccountRequestStep } from '@semai/domain/people/account-request.lifecycle'
import { decide, only } from '@semai/domain/lifecycle'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { loadRequest, requestLinks } from './account-request.queries.ts'
import type { RequestKey } from './account-request.queries.ts'
import { insertInvitation } from './invitation.commands.ts'
import { signLink } from './signed-link.ts'

const dayMs = 86_400_000

/** Who asks, for which role, at which organisation, by which letter. */
export type AskedAccount = {
  organisationId: string
  role: (typeof requestableRoles)[number]
  name: string
  email: string
  post: string
  letterNumber: string
  now: Date
}

/**
 * A request waits for who may give the role; the link that comes back shows how it stands and is kept nowhere. Whether
 * the address has an account is not said.
 */
export function requestAccount(db: Db, asked: AskedAccount): Promise<string> {
  return inTransaction(db, async (db) => {
    const { organisationId, role, name, email, post, letterNumber, now } = asked
    const id = uuidv7()
    const state = accountRequestLifecycle.initial
    const common = { reason: null, invitation_id: null, decided_by: null, submitted_at: now, moved_at: now }
    await db
      .insertInto('account_request')
      .values({ id, organisation_id: organisationId, role, state, ...common })
      .execute()
    const remove_on = dayAfter(now, requestKeptDays.withoutDecision)
    await db
      .insertInto('account_request_person')
      .values({ request_id: id, name, email, post, letter_number: letterNumber, remove_on })
      .execute()
    await removePastRequests(db, now)
    const detail = { role, organisation: organisationId }
    await audit(db, publicActor, { what: 'account_request.submit', subjectId: id, at: now, detail })
    return linkFor(db, 'tracking', id, now)
  })
}

/**
 * The link that shows, opened by whoever gets mail at the address, that the address is theirs: to be sent there.
 * @throws Refusal not-found | forbidden.
 */
export function makeAddressLink(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<{ link: string; email: string }> {
  return inTransaction(db, async (db) => {
    const request = await loadRequest(db, actor, { key: { id }, now, lock: 'no lock' })
    if (!requestHandler.allows(actor, request)) throw new Refusal('forbidden', only(requestHandler))
    if (request.email === null) throw removedBefore()
    await audit(db, actor, { what: 'account_request.address_link', subjectId: request.id, at: now })
    return { link: await linkFor(db, 'address', request.id, now), email: request.email }
  })
}

export type StepOfRequest = {
  key: RequestKey
  step: AccountRequestStep
  reason?: string | undefined
  now: Date
}

/**
 * Takes one step of a request. Approved, an invitation to the address is open; the token that comes back ends its link
 * and is kept nowhere.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeRequestStep(
  db: Db,
  actor: Actor,
  { key, step, reason, now }: StepOfRequest,
): Promise<{ token: string | null; name: string | null }> {
  return inTransaction(db, async (db) => {
    const as = 'link' in key ? publicActor : actor
    const request = await loadRequest(db, actor, { key, now, lock: 'for update' })
    const decision = decide(accountRequestLifecycle, step, { subject: request, actor: as, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const invitation = step === 'approve' ? await inviteAsker(db, actor, request, now) : null
    const isOver = !openRequestStates.includes(decision.to)
    await db
      .updateTable('account_request')
      .set({ state: decision.to, moved_at: now, reason: reason?.trim() || null })
      .$if(isOver, (query) => query.set({ decided_by: as.personId, invitation_id: invitation?.id ?? null }))
      .where('id', '=', request.id)
      .execute()
    if (isOver) await endPerson(db, request.id, decision.to, now)
    await removePastRequests(db, now)
    const detail = { from: decision.from, to: decision.to, invitation: invitation?.id }
    await audit(db, as, { what: `account_request.${step}`, subjectId: request.id, at: now, detail })
    return { token: invitation?.token ?? null, name: request.name }
  })
}

type Loaded = Awaited<ReturnType<typeof loadRequest>>

function inviteAsker(db: Tx, actor: Actor, request: Loaded, now: Date) {
  const { name, email, post, letterNumber, role, organisationId } = request
  if (name === null || email === null) throw removedBefore()
  return insertInvitation(db, actor, {
    name,
    post,
    email,
    scope: { role, organisationId, provinceCode: null },
    letterNumber,
    letterDate: null,
    now,
  })
}

async function endPerson(db: Tx, id: string, to: string, now: Date): Promise<void> {
  const days = to === 'withdrawn' ? 0 : requestKeptDays.afterDecision
  await db
    .updateTable('account_request_person')
    .set({ remove_on: dayAfter(now, days) })
    .where('request_id', '=', id)
    .execute()
}

/** Who asked is gone when its day has come. Part of every write here, so that no job has to be remembered. */
async function removePastRequests(db: Tx, now: Date): Promise<void> {
  await db.deleteFrom('account_request_person').where('remove_on', '<=', dayIn(now)).execute()
}

function linkFor(db: Tx, kind: keyof typeof requestLinks, subject: string, now: Date): Promise<string> {
  const days = kind === 'address' ? 14 : requestKeptDays.withoutDecision
  const expires = new Date(now.getTime() + days * dayMs)
  return signLink(db, { purpose: requestLinks[kind], subject, expires }, now)
}

function dayAfter(now: Date, days: number): string {
  return dayIn(new Date(now.getTime() + days * dayMs))
}

function removedBefore(): Refusal {
  return new Refusal('conflict', {
    id: 'Data yang meminta sudah dihapus karena lewat waktunya. Mintalah yang bersangkutan mengajukan lagi.',
    en: 'The data of who asked were removed when their time had passed. Ask them to request again.',
  })
}

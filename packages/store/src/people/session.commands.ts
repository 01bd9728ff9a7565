import type { Actor, Assurance } from '@semai/domain/people/actor'
import { assurances, personActor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { SessionMethod } from './schema.ts'
import { newToken } from './secret-token.ts'

/** A session ends after so many days, whatever is done in it. */
export const sessionDays = 30
/** How often the moment a session was last used is written down. */
const seenEveryMs = 5 * 60_000

export type SessionStart = {
  personId: string
  assurance: Assurance
  method: SessionMethod
  /** Browser and system in words. */
  device: string
  now: Date
}

/** The person is signed in by the token that comes back; it goes into a cookie and nowhere else. */
export async function startSession(db: Tx, { personId, assurance, method, device, now }: SessionStart) {
  const { token, hash } = newToken()
  const id = uuidv7()
  const expires = new Date(now.getTime() + sessionDays * 86_400_000)
  await db
    .insertInto('session')
    .values({
      id,
      token_hash: hash,
      person_id: personId,
      assurance,
      method,
      device: device.slice(0, 120),
      created_at: now,
      last_seen_at: now,
      expires_at: expires,
      proved_at: now,
      ended_at: null,
    })
    .execute()
  const actor = personActor(personId, [])
  await audit(db, actor, {
    what: 'session.start',
    subjectId: personId,
    at: now,
    detail: { session: id, method, assurance },
  })
  return { token, id, expires }
}

/** A session goes on under a new token: what knew the old one is signed out. */
export type RenewedSession = { token: string; expires: Date }

/**
 * The session has proved more, or anew, and goes on under a new token, so that nobody who knew it before gains by that.
 * @throws Refusal not-found when it is not the actor's, or is over.
 */
export async function raiseSession(
  db: Tx,
  { personId }: Pick<Actor, 'personId'>,
  { sessionId, to, now }: { sessionId: string; to: Assurance; now: Date },
): Promise<RenewedSession> {
  const { token, hash } = newToken()
  const lower = assurances.slice(0, assurances.indexOf(to))
  const raised = await db
    .updateTable('session')
    .set((eb) => ({
      token_hash: hash,
      proved_at: now,
      assurance: eb
        .case()
        .when('assurance', 'in', lower.length > 0 ? lower : [to])
        .then(to)
        .else(eb.ref('assurance'))
        .end(),
    }))
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning('expires_at as expires')
    .executeTakeFirst()
  if (!raised) throw sessionOver()
  return { token, expires: raised.expires }
}

/** Writes down, at most every five minutes, that the session is in use. */
export async function keepSession(
  db: Db,
  session: { id: string; lastSeenAt: Date },
  now: Date,
): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < seenEveryMs) return
  await db.updateTable('session').set({ last_seen_at: now }).where('id', '=', session.id).execute()
}

/**
 * The session is over.
 * @returns how it began.
 * @throws Refusal not-found when it is not the actor's, or ended already.
 */
export function endSession(
  db: Db,
  actor: Actor,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<SessionMethod> {
  return inTransaction(db, async (db) => {
    const ended = await db
      .updateTable('session')
      .set({ ended_at: now })
      .where('id', '=', sessionId)
      .where('person_id', '=', actor.personId)
      .where('ended_at', 'is', null)
      .returning('method')
      .executeTakeFirst()
    if (!ended) throw sessionOver()
    await audit(db, actor, {
      what: 'session.end',
      subjectId: actor.personId!,
      at: now,
      detail: { session: sessionId },
    })
    return ended.method
  })
}

/** Every session of a person but one is over; for a changed password, a lost laptop, a closed account. */
export async function endOtherSessions(
  db: Tx,
  actor: Pick<Actor, 'personId' | 'label'>,
  { personId, except, now }: { personId: string; except: string | null; now: Date },
): Promise<number> {
  const ended = await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .$if(except !== null, (query) => query.where('id', '<>', except!))
    .returning('id')
    .execute()
  await audit(db, actor, {
    what: 'session.end_others',
    subjectId: personId,
    at: now,
    detail: { ended: ended.length },
  })
  return ended.length
}

function sessionOver(): Refusal {
  return new Refusal('not-found', { id: 'Sesi ini sudah berakhir.', en: 'This session has ended already.' })
}

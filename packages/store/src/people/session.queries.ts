import { personActor, usableGrants } from '@semai/domain/people/actor'
import type { Actor, Assurance, Grant } from '@semai/domain/people/actor'
import type { ZoneName } from '@semai/domain/time/zone-of-province'
import type { Db } from '../db/transaction.ts'
import { unreadOf } from '../notices/unread.ts'
import { grantsInForce } from './grants-in-force.ts'
import { hashOfToken } from './secret-token.ts'

/** A signed-in person, as every request knows them. */
export type Session = {
  id: string
  actor: Actor
  name: string
  lang: 'id' | 'en'
  timeZone: ZoneName
  assurance: Assurance
  isDemonstration: boolean
  /** Notices in the inbox that were not read yet, counted up to a hundred. */
  unread: number
  /** What the person would hold with a second factor; more than the actor's grants while it is missing. */
  grants: readonly Grant[]
  lastSeenAt: Date
}

/** The session of a cookie; null when there is none, it ended, or the account was closed. One query. */
export async function sessionOf(db: Db, token: string, now: Date): Promise<Session | null> {
  const row = await db
    .selectFrom('session as s')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select(['s.id', 's.assurance', 's.last_seen_at', 'p.id as personId', 'p.name', 'p.lang', 'p.time_zone'])
    .select(['p.is_demonstration', grantsInForce(now).as('grants'), unreadOf('p.id').as('unread')])
    .where('s.token_hash', '=', hashOfToken(token))
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('p.deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    actor: personActor(row.personId, usableGrants(row.grants, row.assurance)),
    name: row.name,
    lang: row.lang,
    timeZone: row.time_zone,
    assurance: row.assurance,
    isDemonstration: row.is_demonstration,
    unread: row.unread,
    grants: row.grants,
    lastSeenAt: row.last_seen_at,
  }
}

/** The browsers a person is signed in with, the latest used first. */
export function sessionsOf(db: Db, personId: string, now: Date) {
  return db
    .selectFrom('session as s')
    .select(['s.id', 's.device', 's.method', 's.assurance', 's.created_at as createdAt'])
    .select('s.last_seen_at as lastSeenAt')
    .where('s.person_id', '=', personId)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .orderBy('s.last_seen_at', 'desc')
    .limit(50)
    .execute()
}

import { personActor, usableGrants } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import type { TokenActor } from '@semai/domain/people/token'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { hashOfToken } from '../people/secret-token.ts'
import { grantsInForce } from '../people/grants-in-force.ts'
import { looksLikeApiToken } from './token-text.ts'

/** Who asks by this token now; null when it is not valid. Its last day of use is kept. One query, two on the first of a day. */
export async function tokenActor(db: Db, token: string, now: Date): Promise<TokenActor | null> {
  if (!looksLikeApiToken(token)) return null
  const row = await db
    .selectFrom('api_token as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .select([
      't.id',
      't.scopes',
      't.assurance',
      't.last_used_on',
      'p.id as personId',
      grantsInForce(now).as('grants'),
    ])
    .where('t.token_hash', '=', hashOfToken(token))
    .where('t.revoked_at', 'is', null)
    .where('t.expires_at', '>', now)
    .where('p.deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const today = dayIn(now)
  if (row.last_used_on !== today) {
    await db.updateTable('api_token').set({ last_used_on: today }).where('id', '=', row.id).execute()
  }
  return { actor: personActor(row.personId, usableGrants(row.grants, row.assurance)), scopes: row.scopes }
}

/** The tokens of the actor that are not revoked, newest first; those past their day as such. One query. */
export function tokensOf(db: Db, actor: Actor) {
  return db
    .selectFrom('api_token')
    .select([
      'id',
      'name',
      'scopes',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_on as lastUsedOn',
    ])
    .where('person_id', '=', actor.personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
}

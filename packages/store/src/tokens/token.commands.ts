import type { Actor, Assurance } from '@semai/domain/people/actor'
import type { TokenScope } from '@semai/domain/people/token'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { hashOfToken } from '../people/secret-token.ts'
import { newApiToken } from './token-text.ts'

/** Tokens a person may hold at once. */
export const mostTokens = 20

export type NewToken = {
  name: string
  scopes: readonly TokenScope[]
  days: number
  assurance: Assurance
  now: Date
}

/**
 * A program may act for the actor, by the token that is returned and never shown again. It counts as signed in the way the actor is now.
 * @throws Refusal forbidden without an account | conflict when there are too many; nothing is then written.
 */
export function makeToken(
  db: Db,
  actor: Actor,
  { name, scopes, days, assurance, now }: NewToken,
): Promise<{ token: string; id: string }> {
  return inTransaction(db, async (db) => {
    const personId = personOf(actor)
    const held = await db
      .selectFrom('api_token')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow()
    if (held.count >= mostTokens) throw new Refusal('conflict', tooMany)
    const id = uuidv7()
    const token = newApiToken()
    await db
      .insertInto('api_token')
      .values({
        id,
        person_id: personId,
        name,
        token_hash: hashOfToken(token),
        scopes: [...scopes],
        assurance,
        created_at: now,
        expires_at: new Date(now.getTime() + days * 86_400_000),
        last_used_on: null,
        revoked_at: null,
      })
      .execute()
    await audit(db, actor, { what: 'api_token.make', subjectId: id, at: now, detail: { scopes, days } })
    return { token, id }
  })
}

/** The token is over with the next request. @throws Refusal not-found when it is not the actor's, or over already. */
export function revokeToken(db: Db, actor: Actor, { id, now }: { id: string; now: Date }): Promise<void> {
  return inTransaction(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('person_id', '=', personOf(actor))
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('not-found', notThere)
    await audit(db, actor, { what: 'api_token.revoke', subjectId: id, at: now })
  })
}

function personOf({ personId }: Actor): string {
  if (personId !== null) return personId
  throw new Refusal('forbidden', { id: 'Masuk dulu.', en: 'Sign in first.' })
}

const tooMany = {
  id: `Sudah ada ${mostTokens} token yang berlaku. Cabut yang tidak dipakai lagi.`,
  en: `There are ${mostTokens} valid tokens already. Revoke those no longer used.`,
}
const notThere = {
  id: 'Token ini tidak ada atau sudah dicabut.',
  en: 'There is no such token, or it was revoked.',
}

import { randomBytes } from 'node:crypto'
import type { Db } from '../db/transaction.ts'
import { hashOfToken } from './secret-token.ts'

/** What a passkey is asked for: to be made, to sign somebody in, to show that a session is its owner's. */
export type ChallengePurpose = 'add' | 'sign_in' | 'prove'

/** Minutes within which a passkey has to answer. */
export const challengeMinutes = 5

type Asked = { purpose: ChallengePurpose; sessionId: string | null; now: Date }

/**
 * A question for a passkey, 256 random bits; only its hash is kept, in the database, because any process of the site may be
 * given the answer. Questions past their time are forgotten on the way.
 */
export async function newChallenge(
  db: Db,
  { purpose, sessionId, now }: Asked,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  await db.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute()
  await db
    .insertInto('passkey_challenge')
    .values({
      challenge_hash: hashOfToken(Buffer.from(challenge).toString('base64url')),
      purpose,
      session_id: sessionId,
      expires_at: new Date(now.getTime() + challengeMinutes * 60_000),
    })
    .execute()
  return challenge
}

/** Whether this question was put for the purpose, to this session, and not answered yet; it never is again. */
export async function takeChallenge(
  db: Db,
  challenge: string,
  { purpose, sessionId, now }: Asked,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey_challenge')
    .where('challenge_hash', '=', hashOfToken(challenge))
    .where('purpose', '=', purpose)
    .where('session_id', 'is not distinct from', sessionId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

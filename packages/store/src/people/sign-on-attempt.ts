import type { Db } from '../db/transaction.ts'
import { seal, unseal } from './sealing.ts'
import { hashOfToken, newToken } from './secret-token.ts'
import type { Recognised, SentSignOn } from './sign-on-provider.ts'

/** Minutes a sign-on may take, at the provider and again here. */
export const signOnMinutes = 15

/** The two halves of a sign-on: what was sent to the provider, and whom it said it recognised. */
type Halves = {
  sent: SentSignOn & { next: string; lang: 'id' | 'en'; sessionId: string | null }
  arrived: Recognised
}

/** Keeps half of a sign-on, sealed; the token goes into the cookie of the browser it belongs to. Forgets what is past. */
export async function keepAttempt<Kind extends keyof Halves>(
  db: Db,
  kind: Kind,
  half: Halves[Kind],
  now: Date,
): Promise<string> {
  const { token, hash } = newToken()
  const content = await seal(db, purposeOf(kind, token), Buffer.from(JSON.stringify(half)), now)
  await db.deleteFrom('sign_on_attempt').where('expires_at', '<=', now).execute()
  await db
    .insertInto('sign_on_attempt')
    .values({ token_hash: hash, content, expires_at: new Date(now.getTime() + signOnMinutes * 60_000) })
    .execute()
  return token
}

/** The half this browser left here, once: null when there is none, it is the other half, or past its time. */
export async function takeAttempt<Kind extends keyof Halves>(
  db: Db,
  kind: Kind,
  token: string | null,
  now: Date,
): Promise<Halves[Kind] | null> {
  if (token === null) return null
  const row = await db
    .deleteFrom('sign_on_attempt')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .returning('content')
    .executeTakeFirst()
  return row ? opened(db, kind, { token, content: row.content, now }) : null
}

/** Whom the provider recognised in this browser a moment ago; it can still be taken. */
export async function arrivedNow(db: Db, token: string | null, now: Date): Promise<Recognised | null> {
  if (token === null) return null
  const row = await db
    .selectFrom('sign_on_attempt')
    .select('content')
    .where('token_hash', '=', hashOfToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? opened(db, 'arrived', { token, content: row.content, now }) : null
}

async function opened<Kind extends keyof Halves>(
  db: Db,
  kind: Kind,
  { token, content, now }: { token: string; content: Buffer; now: Date },
): Promise<Halves[Kind] | null> {
  const bytes = await unseal(db, purposeOf(kind, token), content, now)
  return bytes && (JSON.parse(bytes.toString()) as Halves[Kind])
}

function purposeOf(kind: keyof Halves, token: string): string {
  return `sign-on ${kind} ${token}`
}

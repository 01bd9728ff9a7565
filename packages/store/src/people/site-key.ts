import { randomBytes } from 'node:crypto'
import type { Db } from '../db/transaction.ts'

/**
 * The secret key of this site for a purpose, 32 bytes; made when it is first asked for, the same for every process
 * from then on.
 */
export async function siteKey(db: Db, purpose: string, now: Date): Promise<Buffer> {
  const known = await db
    .selectFrom('site_key')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (known) return known.key
  await db
    .insertInto('site_key')
    .values({ purpose, key: randomBytes(32), made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { key } = await db
    .selectFrom('site_key')
    .select('key')
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow()
  return key
}

import { createHash } from 'node:crypto'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'

export type Answered = { status: number; answer: unknown }

/** Days for which an answer is kept under its key. */
const keptDays = 7

/**
 * Does the work once for each key of a person: sent again with the same key and the same request, the first answer comes back and
 * nothing is done. Answer and work land together or not at all; a refusal is not kept, so the key can be used again.
 * @throws Refusal conflict when the key was used for another request; whatever the work throws.
 */
export function onlyOnce(
  db: Db,
  actor: Actor,
  { key, asked, now }: { key: string; asked: string; now: Date },
  work: (db: Tx) => Promise<Answered>,
): Promise<Answered> {
  return inTransaction(db, async (db) => {
    const personId = actor.personId!
    const hash = createHash('sha256').update(asked).digest()
    // Two requests with one key wait for each other here.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0))`.execute(db)
    const kept = await db
      .selectFrom('idempotent_answer')
      .select(['asked', 'status', 'answer'])
      .where('person_id', '=', personId)
      .where('key', '=', key)
      .where('at', '>', new Date(now.getTime() - keptDays * 86_400_000))
      .executeTakeFirst()
    if (kept) {
      if (!kept.asked.equals(hash)) throw new Refusal('conflict', otherRequest)
      return { status: kept.status, answer: kept.answer }
    }
    const answered = await work(db)
    await forget(db, personId, key)
    await db
      .insertInto('idempotent_answer')
      .values({
        person_id: personId,
        key,
        asked: hash,
        status: answered.status,
        answer: JSON.stringify(answered.answer),
        at: now,
      })
      .execute()
    return answered
  })
}

/** An answer past its days gives the key free. */
async function forget(db: Tx, personId: string, key: string): Promise<void> {
  await db.deleteFrom('idempotent_answer').where('person_id', '=', personId).where('key', '=', key).execute()
}

const otherRequest = {
  id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Pakai kunci baru untuk setiap permintaan.',
  en: 'This Idempotency-Key was used for another request. Use a new key for each request.',
}

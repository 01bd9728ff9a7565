import type { InstrumentForm } from '@semai/domain/hubs/maturity-instrument.form'
import { only } from '@semai/domain/lifecycle'
import { secretariat } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'

/**
 * The maturity instrument has a new version, by which assessments begin from now on; earlier ones keep theirs.
 * @returns the version.
 * @throws Refusal forbidden; nothing is then written.
 */
export async function publishInstrument(
  db: Db,
  actor: Actor,
  { said, now }: { said: InstrumentForm; now: Date },
): Promise<number> {
  if (!secretariat.allows(actor, null)) throw new Refusal('forbidden', only(secretariat))
  return inTransaction(db, async (db) => {
    await sql`lock table maturity_instrument in share row exclusive mode`.execute(db)
    const newest = await db
      .selectFrom('maturity_instrument')
      .select((eb) => eb.fn.max('version').as('version'))
      .executeTakeFirstOrThrow()
    const version = (newest.version ?? 0) + 1
    await insertVersion(db, actor, { version, said, now })
    const detail = { version, items: said.items.length }
    await audit(db, actor, {
      what: 'maturity_instrument.publish',
      subjectId: String(version),
      at: now,
      detail,
    })
    return version
  })
}

type Version = { version: number; said: InstrumentForm; now: Date }

async function insertVersion(db: Tx, actor: Actor, { version, said, now }: Version): Promise<void> {
  await db
    .insertInto('maturity_instrument')
    .values({
      version,
      note_id: said.noteId,
      note_en: said.noteEn,
      levels: JSON.stringify(said.levels),
      aspects: JSON.stringify(said.aspects),
      reply_days: said.replyDays,
      made_by: actor.personId,
      made_at: now,
    })
    .execute()
  const rows = said.items.map(({ key, aspect, text, weight }, i) => ({
    version,
    key,
    aspect,
    position: (i + 1) * 10,
    text_id: text.id,
    text_en: text.en,
    weight,
  }))
  await db.insertInto('maturity_item').values(rows).execute()
}

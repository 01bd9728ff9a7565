import { only } from '@semai/domain/lifecycle'
import { administrator } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { noSuchPerson } from './grant.commands.ts'
import { endOtherSessions } from './session.commands.ts'

/**
 * The person has no second factor any more: no code app, no recovery codes, no passkeys; every session has ended and the person is
 * told. They sign in by password, and roles that need a second factor sleep until they set up a new one.
 * @throws Refusal forbidden | not-found | conflict when there was none; nothing is then written.
 */
export async function resetSecondFactor(
  db: Db,
  actor: Actor,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  if (!administrator.allows(actor, null) || actor.personId === personId)
    throw new Refusal('forbidden', only(administrator))
  await inTransaction(db, async (db) => {
    const person = await db
      .selectFrom('person')
      .select(['id', 'totp_secret'])
      .where('id', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!person) throw noSuchPerson()
    const keys = await db.deleteFrom('passkey').where('person_id', '=', personId).executeTakeFirst()
    if (person.totp_secret === null && keys.numDeletedRows === 0n) throw new Refusal('conflict', none)
    await db
      .updateTable('person')
      .set({ totp_secret: null, totp_last_step: null })
      .where('id', '=', personId)
      .execute()
    await db.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
    await endOtherSessions(db, actor, { personId, except: null, now })
    const detail = { passkeys: Number(keys.numDeletedRows) }
    await audit(db, actor, { what: 'person.factor_reset', subjectId: personId, at: now, detail })
    await notify(db, { kind: 'factor_reset', detail: {}, to: [personId], at: now })
  })
}

const none = {
  id: 'Orang ini tidak punya pengaman kedua. Bila kata sandinya yang hilang, buat tautan pemulihan.',
  en: 'This person has no second factor. If the password is lost, make a recovery link.',
}

import { only } from '@semai/domain/lifecycle'
import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { mayRecover, mayRecoverHolder } from '@semai/domain/people/granting'
import { passwordFault } from '@semai/domain/people/password'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { ownedByNobody, ownerOf } from '../organisations/owner-path.ts'
import { noSuchPerson } from './grant.commands.ts'
import { hashPassword } from './password-hash.ts'
import { endOtherSessions } from './session.commands.ts'
import { readLink, signLink, spendLink } from './signed-link.ts'

const purpose = 'recovery'
/** Hours within which a recovery link has to be used. */
export const recoveryHours = 24

/**
 * A link with which the person sets a new password, once, within a day; whoever makes it hands it over in person or to
 * the known address. Setting the password ends every session; the second factor stays as it was. Nobody makes one for the
 * account of somebody who holds more than the maker could give.
 * @throws Refusal not-found | forbidden.
 */
export function makeRecoveryLink(
  db: Db,
  actor: Actor,
  { personId, now }: { personId: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const person = await db
      .selectFrom('person')
      .select(['organisation_id as organisationId'])
      .where('id', '=', personId)
      .where('deactivated_at', 'is', null)
      .executeTakeFirst()
    if (!person) throw noSuchPerson()
    const owned = person.organisationId === null ? ownedByNobody : await ownerOf(db, person.organisationId)
    if (!mayRecover.allows(actor, owned)) throw new Refusal('forbidden', only(mayRecover))
    await refuseHigherHolder(db, actor, { personId, now })
    await audit(db, actor, { what: 'person.recovery_link', subjectId: personId, at: now })
    await notify(db, { kind: 'recovery_link', detail: {}, to: [personId], at: now })
    const expires = new Date(now.getTime() + recoveryHours * 3_600_000)
    return signLink(db, { purpose, subject: personId, expires }, now)
  })
}

/** @throws Refusal forbidden when the person holds, now or later, a role that the actor could not give. */
async function refuseHigherHolder(
  db: Tx,
  actor: Actor,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  const held = await db
    .selectFrom('role_grant')
    .select(['role', 'organisation_id as organisationId'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .execute()
  for (const { role, organisationId } of held) {
    const owned = organisationId === null ? ownedByNobody : await ownerOf(db, organisationId)
    if (!mayRecoverHolder.allows(actor, { ...owned, role })) {
      throw new Refusal('forbidden', only(mayRecoverHolder))
    }
  }
}

/** @throws Refusal not-found for a link that is not valid now. */
export async function recoveringPerson(
  db: Db,
  link: string,
  now: Date,
): Promise<{ name: string; email: string }> {
  const { subject } = await readLink(db, purpose, link, now)
  const person = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', subject)
    .executeTakeFirst()
  if (!person) throw noSuchPerson()
  return person
}

/**
 * The person has the new password; the link is spent, every session over and every token of a program revoked.
 * @throws Refusal not-found | conflict for the link; invalid for a password nobody should have.
 */
export async function recover(
  db: Db,
  { link, password, now }: { link: string; password: string; now: Date },
): Promise<void> {
  const fault = passwordFault(password, await recoveringPerson(db, link, now))
  if (fault) throw new Refusal('invalid', fault, [{ field: 'password', says: fault }])
  const hash = await hashPassword(password)
  await inTransaction(db, async (db) => {
    const { subject: personId } = await spendLink(db, purpose, link, now)
    await db.updateTable('person').set({ password_hash: hash }).where('id', '=', personId).execute()
    const actor = personActor(personId, [])
    await audit(db, actor, { what: 'person.recover', subjectId: personId, at: now })
    await endOtherSessions(db, actor, { personId, except: null, now })
    await db
      .updateTable('api_token')
      .set({ revoked_at: now })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .execute()
    await notify(db, { kind: 'password_changed', detail: {}, to: [personId], at: now })
  })
}

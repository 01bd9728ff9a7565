import { only } from '@semai/domain/lifecycle'
import type { Actor, Role } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { mayGrant, scopeFault } from '@semai/domain/people/granting'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { grantHolds } from './grant-holds.ts'
import { ownedByNobody, ownerOf } from '../organisations/owner-path.ts'

/** A role and where it holds. */
export type RoleScope = { role: Role; organisationId: string | null; provinceCode: string | null }

/**
 * The actor may give this role in this scope.
 * @throws Refusal forbidden | invalid | not-found.
 */
export async function refuseGrant(
  db: Db,
  actor: Actor,
  { role, organisationId, provinceCode }: RoleScope,
): Promise<void> {
  const owned = organisationId === null ? ownedByNobody : await ownerOf(db, organisationId)
  if (!mayGrant.allows(actor, { ...owned, role })) throw new Refusal('forbidden', only(mayGrant))
  const fault = scopeFault(role, organisationId, provinceCode)
  if (fault) throw new Refusal('invalid', fault, [{ field: 'organisation', says: fault }])
}

type GrantTerms = { personId: string; scope: RoleScope; letter: string | null; until: Date | null; now: Date }

/** The person holds the role from now on, until `until` or until it is taken back. The caller has asked `refuseGrant`. */
export async function insertGrant(
  db: Tx,
  actor: Actor,
  { personId, scope, letter, until, now }: GrantTerms,
): Promise<string> {
  const id = uuidv7()
  const { role, organisationId, provinceCode } = scope
  await db
    .insertInto('role_grant')
    .values({
      id,
      person_id: personId,
      role,
      organisation_id: organisationId,
      province_code: provinceCode,
      valid_from: now,
      valid_until: until,
      granted_by: actor.personId,
      letter,
      certified_at: now,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()
  await audit(db, actor, {
    what: 'role_grant.give',
    subjectId: personId,
    at: now,
    detail: { grant: id, role, organisation: organisationId, province: provinceCode },
  })
  return id
}

/**
 * The person holds a further role.
 * @throws Refusal not-found | forbidden | invalid; nothing is then written.
 */
export function grantRole(db: Db, actor: Actor, terms: GrantTerms): Promise<string> {
  return inTransaction(db, async (db) => {
    await refuseGrant(db, actor, terms.scope)
    if (actor.personId === terms.personId) throw toOneself()
    const person = await db
      .selectFrom('person')
      .select('id')
      .where('id', '=', terms.personId)
      .executeTakeFirst()
    if (!person) throw noSuchPerson()
    const grantId = await insertGrant(db, actor, terms)
    const { personId, scope, until, now } = terms
    const detail = { ...(await namedScope(db, scope)), until: until && dayIn(until) }
    await notify(db, { kind: 'grant_given', detail, to: [personId], at: now })
    return grantId
  })
}

/**
 * The grant was looked at and still holds; done once a year. Nobody does so for themselves, unless no other administrator is
 * left to do it.
 * @throws Refusal not-found | forbidden | conflict when it was taken back.
 */
export function certifyGrant(
  db: Db,
  actor: Actor,
  { grantId, now }: { grantId: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const grant = await lockedGrant(db, actor, grantId)
    if (grant.person_id === actor.personId && (await otherAdministrator(db, grant.person_id, now)))
      throw ownGrant()
    await db.updateTable('role_grant').set({ certified_at: now }).where('id', '=', grantId).execute()
    await audit(db, actor, {
      what: 'role_grant.certify',
      subjectId: grant.person_id,
      at: now,
      detail: { grant: grantId, role: grant.role, organisation: grant.organisation_id },
    })
  })
}

/**
 * The grant no longer holds; the sessions of the person lose it with the next request.
 * @throws Refusal not-found | forbidden | conflict when it was taken back before, or would leave no administrator.
 */
export function revokeGrant(
  db: Db,
  actor: Actor,
  { grantId, now }: { grantId: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const grant = await lockedGrant(db, actor, grantId)
    if (grant.role === 'administrator') await refuseLastAdministrator(db, grant.id, now)
    await db
      .updateTable('role_grant')
      .set({ revoked_at: now, revoked_by: actor.personId })
      .where('id', '=', grantId)
      .execute()
    await audit(db, actor, {
      what: 'role_grant.revoke',
      subjectId: grant.person_id,
      at: now,
      detail: { grant: grantId, role: grant.role, organisation: grant.organisation_id },
    })
    const detail = await namedScope(db, { role: grant.role, organisationId: grant.organisation_id })
    await notify(db, { kind: 'grant_revoked', detail, to: [grant.person_id], at: now })
  })
}

/** A role and the name of where it holds, as a notice says it. */
async function namedScope(
  db: Tx,
  { role, organisationId }: Pick<RoleScope, 'role' | 'organisationId'>,
): Promise<{ role: Role; organisation: string | null }> {
  if (organisationId === null) return { role, organisation: null }
  const row = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return { role, organisation: row?.name ?? null }
}

/** Somebody else with an open account who administers the platform now. */
function otherAdministrator(db: Tx, personId: string, now: Date) {
  return administrators(db, now).where('g.person_id', '<>', personId).executeTakeFirst()
}

function administrators(db: Tx, now: Date) {
  return db
    .selectFrom('role_grant as g')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select('g.id')
    .where('g.role', '=', 'administrator')
    .where('p.deactivated_at', 'is', null)
    .where(grantHolds(now))
}

async function refuseLastAdministrator(db: Tx, grantId: string, now: Date): Promise<void> {
  const other = await administrators(db, now).where('g.id', '<>', grantId).executeTakeFirst()
  if (other) return
  throw new Refusal('conflict', {
    id: 'Ini administrator terakhir. Angkat yang lain dulu, baru cabut yang ini.',
    en: 'This is the last administrator. Appoint another first, then take this one back.',
  })
}

/** A grant that the actor may give, still in force; locked. */
async function lockedGrant(db: Tx, actor: Actor, grantId: string) {
  const grant = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('id', '=', grantId)
    .forUpdate()
    .executeTakeFirst()
  if (!grant) throw new Refusal('not-found', { id: 'Peran ini tidak ada.', en: 'There is no such role.' })
  const owned = grant.organisation_id === null ? ownedByNobody : await ownerOf(db, grant.organisation_id)
  if (!mayGrant.allows(actor, { ...owned, role: grant.role })) throw new Refusal('forbidden', only(mayGrant))
  if (grant.revoked_at !== null) {
    throw new Refusal('conflict', {
      id: 'Peran ini sudah dicabut.',
      en: 'This role was taken back already.',
    })
  }
  return grant
}

function ownGrant(): Refusal {
  return new Refusal('forbidden', {
    id: 'Peran Anda sendiri ditinjau orang lain. Mintalah kepada administrator lain.',
    en: 'Your own role is looked at by somebody else. Ask another administrator.',
  })
}

function toOneself(): Refusal {
  return new Refusal('forbidden', {
    id: 'Tidak seorang pun memberi peran kepada dirinya sendiri. Mintalah kepada admin lain.',
    en: 'Nobody gives a role to themselves. Ask another administrator.',
  })
}

/** The refusal for a person who is not there. */
export function noSuchPerson(): Refusal {
  return new Refusal('not-found', { id: 'Orang ini tidak punya akun.', en: 'This person has no account.' })
}

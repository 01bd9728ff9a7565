import { only } from '@semai/domain/lifecycle'
import { administersAllAgencies } from '@semai/domain/organisations/restructuring'
import type { Actor } from '@semai/domain/people/actor'
import { mayGrant } from '@semai/domain/people/granting'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import type { Carrying } from './carry-records.ts'
import { ownerOf } from './owner-path.ts'

/**
 * Roles over the one organisation end, and hold over the other under the same letter and until the same day; whoever has
 * them is told. A role somebody holds there already is not doubled. So the past keeps who was entrusted with what.
 * @returns ids of the roles that ended.
 * @throws Refusal forbidden where a local administrator would move a role that only the ministry gives.
 */
export async function carryGrants(db: Tx, actor: Actor, carrying: Carrying): Promise<string[]> {
  const { change, from, into, now } = carrying
  const held = await grantsOver(db, from, now)
  const there = new Set((await grantsOver(db, into, now)).map((one) => `${one.person_id} ${one.role}`))
  const owned = await ownerOf(db, into)
  for (const grant of held) {
    const mayMove = administersAllAgencies.allows(actor, null)
    if (!mayMove && !mayGrant.allows(actor, { ...owned, role: grant.role })) {
      throw new Refusal('forbidden', notTheirs)
    }
    await db
      .updateTable('role_grant')
      .set({ revoked_at: now, revoked_by: actor.personId })
      .where('id', '=', grant.id)
      .execute()
    const row = { history_id: change, kind: 'grant' as const, record_id: grant.id }
    await db.insertInto('organisation_move').values(row).execute()
    if (there.has(`${grant.person_id} ${grant.role}`)) continue
    const again = { ...grant, id: uuidv7(), organisation_id: into, revoked_at: null, revoked_by: null }
    const valid_from = grant.valid_from > now ? grant.valid_from : now
    await db
      .insertInto('role_grant')
      .values({ ...again, valid_from })
      .execute()
    await tellHolder(db, { ...again, now })
  }
  return held.map(({ id }) => id)
}

type Told = {
  person_id: string
  role: Parameters<typeof mayGrant.allows>[1]['role']
  organisation_id: string
  valid_until: Date | null
  now: Date
}

async function tellHolder(
  db: Tx,
  { person_id, role, organisation_id, valid_until, now }: Told,
): Promise<void> {
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisation_id)
    .executeTakeFirstOrThrow()
  const detail = { role, organisation: name, until: valid_until && dayIn(valid_until) }
  await notify(db, { kind: 'grant_given', detail, to: [person_id], at: now })
}

function grantsOver(db: Tx, organisationId: string, now: Date) {
  return db
    .selectFrom('role_grant')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .orderBy('id')
    .forUpdate()
    .execute()
}

const notTheirs = {
  id: `Ada peran di instansi itu yang hanya diberi administrator platform, jadi penggabungannya dilakukan admin kementerian. ${only(administersAllAgencies).id}`,
  en: `Somebody there holds a role that only the platform's administrator gives, so the ministry has to merge it. ${only(administersAllAgencies).en}`,
}

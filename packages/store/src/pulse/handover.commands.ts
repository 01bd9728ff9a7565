import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { itsHub } from '@semai/domain/people/access'
import { lookedAfterStates, namesContact, readsPack } from '@semai/domain/pulse/handover'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { grantHolds } from '../people/grant-holds.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { contactOf, raiseAlarm } from './handover-alarm.ts'
import { namedPeople } from './named-people.ts'

const atOnce = 200
const itself = { personId: null, label: 'jobs' }

/**
 * Of each replication whose contact holds no role over its adopter any more (ended, taken back, lapsed, or the account
 * closed) an alarm is open, and its local administrators and hub were told. Once a day is enough.
 * @returns how many were raised now.
 */
export async function raiseHandoverAlarms(db: Db, now: Date): Promise<number> {
  let raised = 0
  for (;;) {
    const left = await leftAlone(db, now)
    for (const one of left) {
      const alarmed = { ...one, cause: 'left' as const, now }
      raised += Number(await inTransaction(db, (db) => raiseAlarm(db, itself, alarmed)))
    }
    if (left.length < atOnce) return raised
  }
}

/** Replications whose contact is gone, without an open alarm. */
function leftAlone(db: Db, now: Date) {
  return db
    .selectFrom('replication as r')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .innerJoin('person as p', (join) => join.on('p.id', '=', contactOf))
    .select(['r.id as replicationId', 'r.code', 'a.name as adopterName', 'p.id as personId'])
    .select([sql<string>`coalesce(r.local_name, i.name)`.as('innovation'), sideOf('a.id').as('adopter')])
    .where('r.state', 'in', [...lookedAfterStates])
    .where(
      sql<boolean>`not exists (select from handover_alarm h where h.replication_id = r.id and h.settled_at is null)`,
    )
    .where(
      sql<boolean>`(p.deactivated_at is not null or not exists (select from role_grant g
        join organisation_above x on x.above_id = g.organisation_id and x.organisation_id = r.organisation_id
        where g.person_id = p.id and g.role in ('author', 'local_admin') and ${grantHolds(now)}))`,
    )
    .orderBy('r.id')
    .limit(atOnce)
    .execute()
}

/**
 * Somebody of the adopter looks after the replication from now on; an open alarm is settled.
 * @throws Refusal not-found | forbidden | invalid for whoever holds no role there; nothing is then written.
 */
export function nameContact(
  db: Db,
  actor: Actor,
  { code, person, now }: { code: string; person: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!namesContact.allows(actor, replication)) throw new Refusal('forbidden', only(namesContact))
    const able = await peopleAllowed(db, mayReplicate, { subject: replication.adopter, now })
    if (!able.includes(person)) throw new Refusal('invalid', notThere, [{ field: 'person', says: notThere }])
    await db.updateTable('replication').set({ contact_id: person }).where('id', '=', replication.id).execute()
    await db
      .updateTable('handover_alarm')
      .set({ settled_at: now, settled_by: actor.personId })
      .where('replication_id', '=', replication.id)
      .where('settled_at', 'is', null)
      .execute()
    const detail = { person }
    await audit(db, actor, { what: 'replication.name_contact', subjectId: replication.id, at: now, detail })
  })
}

/**
 * Names, posts and addresses of those to speak to: of the origin, of the hub, and of the adopter itself. That they were read
 * stands in the trail.
 * @throws Refusal not-found | forbidden.
 */
export function readContacts(db: Db, actor: Actor, { code, now }: { code: string; now: Date }) {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
    if (!readsPack.allows(actor, replication)) throw new Refusal('forbidden', only(readsPack))
    const origin = await peopleAllowed(db, mayReplicate, { subject: replication.origin, now })
    const hub = await peopleAllowed(db, itsHub, { subject: replication.adopter, now })
    const adopter = await peopleAllowed(db, mayReplicate, { subject: replication.adopter, now })
    const people = await namedPeople(db, [...origin, ...hub, ...adopter])
    await audit(db, actor, { what: 'replication.read_contacts', subjectId: replication.id, at: now })
    const those = (ids: readonly string[]) => people.filter(({ id }) => ids.includes(id))
    return { origin: those(origin), hub: those(hub), adopter: those(adopter) }
  })
}
export type Contacts = Awaited<ReturnType<typeof readContacts>>

const notThere = {
  id: 'Orang ini tidak memegang peran di unit yang menjalankan. Beri peran dulu di halaman Orang.',
  en: 'This person holds no role in the unit that runs it. First give a role on the page People.',
}

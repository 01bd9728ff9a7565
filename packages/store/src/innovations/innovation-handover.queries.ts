import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { grantHolds } from '../people/grant-holds.ts'

/** Every read of hand-overs starts here: the unit's own people and whoever it is offered to see them. */
export function visibleHandovers(db: Db, actor: Actor) {
  return db
    .selectFrom('innovation_handover as h')
    .innerJoin('innovation as i', 'i.id', 'h.innovation_id')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .where((eb) =>
      eb.or([
        isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin')),
        eb('h.to_person', '=', actor.personId),
      ]),
    )
}

/** @throws Refusal not-found. */
export async function loadHandover(
  db: Db,
  actor: Actor,
  { id, now, lock }: { id: string; now: Date; lock: 'for update' | 'no lock' },
) {
  const row = await visibleHandovers(db, actor)
    .select(['h.id', 'h.state', 'h.innovation_id as innovationId', 'h.to_person as toPerson'])
    .select(['h.from_person as fromPerson', 'h.offered_by as offeredBy', 'i.slug', 'i.name'])
    .select(ownedColumns)
    .select(holdsRole(now).as('canTakeCharge'))
    .where('h.id', '=', id)
    .$if(lock === 'for update', (query) => query.forUpdate('h'))
    .executeTakeFirst()
  if (row) return row
  throw new Refusal('not-found', {
    id: 'Serah terima ini tidak ada, atau bukan untuk Anda.',
    en: 'There is no such hand-over, or it is not for you.',
  })
}

/** Whether the person it is offered to may write for the record's unit now. */
function holdsRole(now: Date) {
  return sql<boolean>`exists (select from role_grant g join organisation_above a on a.above_id = g.organisation_id
    where g.person_id = h.to_person and a.organisation_id = i.organisation_id and ${inForce(now)})`
}

function inForce(now: Date) {
  return sql`g.role in ('author', 'local_admin') and ${grantHolds(now)}`
}

/** Who can take charge of a unit's records: those who may write for it now, by name; at most 100. One query. */
export async function nextInCharge(
  db: Db,
  { organisationId, now }: { organisationId: string; now: Date },
): Promise<{ id: string; name: string; post: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; post: string | null }>`
    select distinct p.id, p.name, p.post from role_grant g
    join organisation_above a on a.above_id = g.organisation_id
    join person p on p.id = g.person_id
    where a.organisation_id = ${organisationId} and p.deactivated_at is null and ${inForce(now)}
    order by p.name, p.id limit 100`.execute(db)
  return rows
}

/** Hand-overs that wait for this person. One query. */
export function offeredTo(db: Db, actor: Actor) {
  return visibleHandovers(db, actor)
    .leftJoin('person as f', 'f.id', 'h.offered_by')
    .select([
      'h.id',
      'h.note',
      'h.offered_at as offeredAt',
      'i.name',
      'i.slug',
      'o.name as organisation',
      'f.name as from',
    ])
    .where('h.to_person', '=', actor.personId)
    .where('h.state', '=', 'offered')
    .orderBy('h.offered_at')
    .limit(50)
    .execute()
}

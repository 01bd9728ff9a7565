import type { Actor, Role } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import type { MilestoneKind } from '@semai/domain/replications/replication'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import { audit } from '../db/audit.ts'
import type { NewRow } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'

/** A replication as it begins: what its route says of it, and in which state. */
export type NewReplication = Pick<
  NewRow<'replication'>,
  | 'innovation_id'
  | 'local_name'
  | 'route'
  | 'year'
  | 'forum_id'
  | 'need_id'
  | 'recommended_by'
  | 'recommended_as'
  | 'recommended_why'
  | 'answer_by'
  | 'declared_form'
> & {
  organisationId: string
  /** Where it runs, if not where the organisation lies. */
  regionCode?: string | null
  state: ReplicationState
  /** Milestones that are there from the start. */
  reached?: readonly { kind: MilestoneKind; on: string; number: string | null }[]
  by: { role: Role; organisationId: string | null }
  now: Date
}

/**
 * A replication is there, with its origin, its first milestones and the first line of its timeline.
 * @returns id and code.
 * @throws Refusal conflict when this organisation already takes this innovation over | invalid for its own innovation;
 *   nothing is then written.
 */
export async function insertReplication(
  db: Tx,
  actor: Actor,
  { organisationId, regionCode, state, reached = [], by, now, ...given }: NewReplication,
): Promise<{ id: string; code: string }> {
  const { side, originId } = await placeOf(db, organisationId, given.innovation_id)
  if (originId === organisationId) throw itsOwn()
  const region = await regionFor(db, regionCode ?? side.regionCode)
  const inserted = await db
    .insertInto('replication')
    .values({
      id: uuidv7(),
      organisation_id: organisationId,
      institution_id: side.institutionId,
      region_code: region,
      province_code: region?.slice(0, 2) ?? null,
      state,
      started_by: actor.personId,
      created_at: now,
      moved_at: now,
      updated_at: now,
      ...given,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['innovation_id', 'organisation_id'])
        .where(sql<boolean>`state not in ('declined', 'cancelled', 'stopped')`)
        .doNothing(),
    )
    .returning(['id', 'code'])
    .executeTakeFirst()
  if (!inserted) throw openAlready()
  await insertParts(db, actor, { ...inserted, innovationId: given.innovation_id, state, reached, by, now })
  const detail = { innovation: given.innovation_id, organisation: organisationId, route: given.route }
  await audit(db, actor, { what: 'replication.start', subjectId: inserted.id, at: now, detail })
  return inserted
}

type Parts = Pick<NewReplication, 'state' | 'by' | 'now'> & {
  id: string
  innovationId: string
  reached: NonNullable<NewReplication['reached']>
}

async function insertParts(db: Tx, actor: Actor, { id, innovationId, state, reached, by, now }: Parts) {
  await db
    .insertInto('replication_origin')
    .values({ replication_id: id, innovation_id: innovationId, version: null, position: 1 })
    .execute()
  await insertReached(db, actor, { id, reached, now })
  await db
    .insertInto('replication_step')
    .values({
      id: uuidv7(),
      replication_id: id,
      step: 'start',
      from_state: state,
      to_state: state,
      reason_code: null,
      reason: null,
      day: null,
      role: by.role,
      organisation_id: by.organisationId,
      person_id: actor.personId,
      at: now,
    })
    .execute()
}

async function insertReached(
  db: Tx,
  actor: Actor,
  { id, reached, now }: Pick<Parts, 'id' | 'reached' | 'now'>,
) {
  if (reached.length === 0) return
  const rows = reached.map(({ kind, on, number }) => ({
    replication_id: id,
    kind,
    planned_on: null,
    reached_on: on,
    number,
    note: null,
    link: null,
    saved_by: actor.personId,
    saved_at: now,
  }))
  await db.insertInto('replication_milestone').values(rows).execute()
}

/** Where the adopter lies, and whose innovation it is. One query. */
async function placeOf(db: Tx, organisationId: string, innovationId: string) {
  const row = await db
    .selectFrom('organisation as a')
    .innerJoin('innovation as i', (join) => join.on('i.id', '=', innovationId))
    .select([sideOf('a.id').as('side'), 'i.organisation_id as originId'])
    .where('a.id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row
}

function itsOwn(): Refusal {
  const says = {
    id: 'Ini inovasi unit itu sendiri. Replikasi berarti mengambil inovasi dari unit lain.',
    en: 'This is the own innovation of that unit. Replicating means taking over one of somebody else.',
  }
  return new Refusal('invalid', says, [{ field: 'organisation', says }])
}

function openAlready(): Refusal {
  const says = {
    id: 'Unit ini sudah punya replikasi inovasi tersebut. Buka dari Tugas saya.',
    en: 'This unit has a replication of that innovation already. Open it from My desk.',
  }
  return new Refusal('conflict', says, [{ field: 'organisation', says }])
}

/**
 * The region as it is stored, or null for none.
 * @throws Refusal invalid for a code that no region with a government has.
 */
export async function regionFor(db: Tx, code: string | null): Promise<string | null> {
  if (code === null) return null
  const known = await db
    .selectFrom('region')
    .select('code')
    .where('code', '=', code)
    .where('has_government', '=', true)
    .executeTakeFirst()
  if (known) return known.code
  const says = {
    id: 'Pilih daerah yang punya pemerintah sendiri dari daftar.',
    en: 'Choose a region with a government of its own from the list.',
  }
  throw new Refusal('invalid', says, [{ field: 'region', says }])
}

import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { mayMerge } from '@semai/domain/innovations/merging'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { countReplicas } from '../claims/count-replicas.ts'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { rebuildSearch } from '../search/rebuild-search.ts'
import { ownedInnovation } from './owned-innovation.ts'
import type { Which } from './owned-innovation.ts'

export type Merge = { from: Which; into: Which; reason: string; now: Date }

/**
 * Two records turned out to be one: claims, names, identifiers and awards of the first now belong to the second, its address leads
 * there, and it is in no list any more. Its own facts, versions and history stay as they are.
 * @returns the address of the record that stays.
 * @throws Refusal not-found | forbidden | invalid; nothing is then written.
 */
export function mergeInnovations(db: Db, actor: Actor, { from, into, reason, now }: Merge): Promise<string> {
  return inTransaction(db, async (db) => {
    const gone = await ownedInnovation(db, actor, from, 'for update')
    const stays = await ownedInnovation(db, actor, into, 'for update')
    if (!mayMerge.allows(actor, { from: gone, into: stays })) throw new Refusal('forbidden', only(mayMerge))
    if (gone.id === stays.id) throw new Refusal('invalid', itself, [{ field: 'into', says: itself }])
    if (!reason.trim()) throw new Refusal('invalid', why, [{ field: 'reason', says: why }])
    await refuseOpenText(db, gone.id)
    const claims = await moveParts(db, { from: gone.id, into: stays.id, now })
    await db
      .insertInto('innovation_merge')
      .values({
        from_id: gone.id,
        into_id: stays.id,
        claims,
        stage_before: gone.stage,
        reason: reason.trim(),
        person_id: actor.personId,
        at: now,
      })
      .execute()
    await db
      .updateTable('innovation')
      .set({ merged_into: stays.id, stage: 'merged', updated_at: now })
      .where((eb) => eb.or([eb('id', '=', gone.id), eb('merged_into', '=', gone.id)]))
      .execute()
    await countReplicas(db, [gone.id, stays.id])
    await rebuildSearch(db, [stays.id])
    await audit(db, actor, {
      what: 'innovation.merge',
      subjectId: gone.id,
      at: now,
      detail: { into: stays.id, claims: claims.length },
    })
    return stays.slug
  })
}

/** A text that somebody works on is settled first, so that nothing typed is lost. */
async function refuseOpenText(db: Tx, innovationId: string): Promise<void> {
  const open = await db
    .selectFrom('innovation_edit')
    .select('id')
    .where('innovation_id', '=', innovationId)
    .where('state', 'in', [...openEditStates])
    .executeTakeFirst()
  if (open) throw new Refusal('conflict', openText)
}

/** What follows a record when it is merged; what the other has already stays with the first. @returns ids of the claims that moved. */
async function moveParts(
  db: Tx,
  { from, into, now }: { from: string; into: string; now: Date },
): Promise<string[]> {
  await withdrawMet(db, { from, into, now })
  const moved = await db
    .updateTable('claim')
    .set({ innovation_id: into, updated_at: now })
    .where('innovation_id', '=', from)
    .returning('id')
    .execute()
  await sql`insert into innovation_alias (innovation_id, name)
    select ${into}, name from (select name from innovation where id = ${from}
      union select name from innovation_alias where innovation_id = ${from}) names
    where name <> (select name from innovation where id = ${into}) on conflict do nothing`.execute(db)
  await sql`update innovation_identifier set innovation_id = ${into} where innovation_id = ${from}`.execute(
    db,
  )
  await sql`update innovation_award a set innovation_id = ${into} where innovation_id = ${from}
    and not exists (select from innovation_award b where b.innovation_id = ${into} and b.label = a.label)`.execute(
    db,
  )
  await sql`insert into innovation_link (from_id, to_id, kind) values (${from}, ${into}, 'duplicate_of') on conflict do nothing`.execute(
    db,
  )
  return moved.map(({ id }) => id)
}

/** Where one unit declared that it runs both, what it says of the record that goes is withdrawn, and its history says so. */
async function withdrawMet(
  db: Tx,
  { from, into, now }: { from: string; into: string; now: Date },
): Promise<void> {
  await sql`with met as (
      update claim gone set withdrawn_at = ${now}, updated_at = ${now}
      from claim stays
      where gone.innovation_id = ${from} and stays.innovation_id = ${into}
        and gone.source_key like 'semai:%' and stays.source_key like 'semai:%'
        and gone.withdrawn_at is null and stays.withdrawn_at is null
        and gone.organisation_id = stays.organisation_id and gone.unit_id is not distinct from stays.unit_id
      returning gone.id
    )
    insert into claim_step (id, claim_id, step, from_state, to_state, reason_code, at)
    select gen_random_uuid(), met.id, 'withdraw', before.state, 'withdrawn', 'merged', ${now}
    from met join claim before on before.id = met.id`.execute(db)
}

const openText = {
  id: 'Masih ada naskah perubahan yang terbuka pada catatan ini. Terbitkan atau hentikan naskah itu lebih dulu.',
  en: 'A change to this record is still being written. Publish that text or give it up first.',
}
const itself = {
  id: 'Ini catatan yang sama. Tulis kode catatan yang tetap dipakai, seperti INV-0014.',
  en: 'This is the same record. Write the code of the record that stays, such as INV-0014.',
}
const why = { id: 'Tuliskan mengapa keduanya sama.', en: 'Write why the two are the same.' }

import { emptyBlueprint } from '@semai/domain/blueprints/blueprint.form'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { emptyFork } from '@semai/domain/replications/fork'
import type { ForkContent } from '@semai/domain/replications/fork'
import { mayDraft } from '@semai/domain/replications/origin-draft.lifecycle'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { insertText, openTextOf } from '../blueprints/open-blueprint-text.ts'
import type { Blueprint } from '../blueprints/open-blueprint-text.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { originVersion } from './origin-version.ts'
import { loadReplication } from './replication-record.ts'

/** With which origin version a replica's blueprint begins: an innovation by its slug; null where none has a blueprint. */
export type Beginning = { slug: string; version: number } | null

/**
 * A working text of the replica's blueprint is open: what it published last, else a copy of this version of an origin.
 * Where one is open already, that one is it.
 * @returns its id.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function startFork(
  db: Db,
  actor: Actor,
  { code, from, now }: { code: string; from: Beginning; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    const blueprint = await blueprintWith(db, { replicationId: replication.id, innovationId: null, now })
    const open = await openTextOf(db, blueprint.id)
    if (open !== null) return open
    const origin = from === null ? null : await originVersion(db, { replicationId: replication.id, ...from })
    const fresh: ForkContent = {
      note: null,
      components: origin?.components ?? [],
      fork: emptyFork(origin === null ? [] : [origin.at]),
    }
    return insertText(db, actor, { blueprint, fresh, now })
  })
}

/**
 * A working text is open in which the replica's side drafts the blueprint of an origin that has none.
 * @returns its id.
 * @throws Refusal not-found | forbidden | conflict when the origin has one; nothing is then written.
 */
export function startOriginDraft(
  db: Db,
  actor: Actor,
  { code, now }: { code: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    if (!mayDraft.allows(actor, replication.adopter)) throw new Refusal('forbidden', only(mayDraft))
    const { id: replicationId, innovationId } = replication
    const own = await db
      .selectFrom('blueprint')
      .select('version')
      .where('innovation_id', '=', innovationId)
      .where('replication_id', 'is', null)
      .executeTakeFirst()
    if (own && own.version !== null) throw hasOne()
    const blueprint = await blueprintWith(db, { replicationId, innovationId, now })
    const open = await openTextOf(db, blueprint.id)
    return open ?? insertText(db, actor, { blueprint, fresh: emptyBlueprint, now })
  })
}

/** The blueprint of a replica, or of what it drafts for an innovation; made where there was none. The replication is locked. */
async function blueprintWith(
  db: Tx,
  { replicationId, innovationId, now }: { replicationId: string; innovationId: string | null; now: Date },
): Promise<Blueprint> {
  const found = await db
    .selectFrom('blueprint')
    .select(['id', 'version'])
    .where('replication_id', '=', replicationId)
    .where('innovation_id', 'is not distinct from', innovationId)
    .executeTakeFirst()
  if (found) return found
  const id = uuidv7()
  await db
    .insertInto('blueprint')
    .values({
      id,
      innovation_id: innovationId,
      replication_id: replicationId,
      version: null,
      created_at: now,
    })
    .execute()
  return { id, version: null }
}

const hasOne = () =>
  new Refusal('conflict', {
    id: 'Instansi asal sudah punya rancang bangun yang terbit. Mulailah dari sana.',
    en: 'The origin has a published blueprint. Begin with that one.',
  })

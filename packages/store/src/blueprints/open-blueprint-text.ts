import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { blueprintEditLifecycle } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import { emptyBlueprint } from '@semai/domain/blueprints/blueprint.form'
import { mayWrite, openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { only } from '@semai/domain/lifecycle'
import { anyOf, onTheMachine } from '@semai/domain/people/access'
import type { Owned } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { ownedColumns } from '../organisations/owner-path.ts'

/** Who may open a text: those who write for the unit, and a file that is read in on the machine. */
export const mayOpen = anyOf<Owned>(mayWrite, onTheMachine)

/** Which innovation: by the last part of its address, or by its code. */
export type AskedInnovation = { slug: string } | { code: string }

/**
 * The id of the working text of an innovation's blueprint, opened where none was, with what was published last.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export async function openBlueprintText(
  db: Tx,
  actor: Actor,
  { now, ...asked }: AskedInnovation & { now: Date },
): Promise<string> {
  const innovation = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id', ...ownedColumns])
    .where((eb) => ('slug' in asked ? eb('i.slug', '=', asked.slug) : eb('i.code', '=', asked.code)))
    .executeTakeFirst()
  if (!innovation) throw noSuchInnovation()
  if (!mayOpen.allows(actor, innovation)) throw new Refusal('forbidden', only(mayOpen))
  const blueprint = await blueprintOf(db, innovation.id, now)
  const open = await openTextOf(db, blueprint.id)
  return open ?? insertText(db, actor, { blueprint, fresh: emptyBlueprint, now })
}

/** A blueprint to which a working text is opened. */
export type Blueprint = { id: string; version: number | null }

/** The id of the text of a blueprint that is being written or checked; null when there is none. */
export async function openTextOf(db: Tx, blueprintId: string): Promise<string | null> {
  const open = await db
    .selectFrom('blueprint_edit')
    .select('id')
    .where('blueprint_id', '=', blueprintId)
    .where('state', 'in', [...openEditStates])
    .executeTakeFirst()
  return open?.id ?? null
}

/** The blueprint of an innovation, made where there was none; locked, so that two who start at once get one text. */
export async function blueprintOf(db: Tx, innovationId: string, now: Date): Promise<Blueprint> {
  await db
    .insertInto('blueprint')
    .values({ id: uuidv7(), innovation_id: innovationId, version: null, created_at: now })
    .onConflict((conflict) =>
      conflict.column('innovation_id').where('replication_id', 'is', null).doNothing(),
    )
    .execute()
  return db
    .selectFrom('blueprint')
    .select(['id', 'version'])
    .where('innovation_id', '=', innovationId)
    .where('replication_id', 'is', null)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** A working text is there: what was published last, without its note, or else this fresh content. */
export async function insertText(
  db: Tx,
  actor: Actor,
  { blueprint, fresh, now }: { blueprint: Blueprint; fresh: BlueprintContent; now: Date },
): Promise<string> {
  const published =
    blueprint.version === null
      ? null
      : await db
          .selectFrom('blueprint_version')
          .select('content')
          .where('blueprint_id', '=', blueprint.id)
          .where('number', '=', blueprint.version)
          .executeTakeFirstOrThrow()
  const id = uuidv7()
  await db
    .insertInto('blueprint_edit')
    .values({
      id,
      blueprint_id: blueprint.id,
      state: blueprintEditLifecycle.initial,
      content: JSON.stringify(published ? { ...published.content, note: null } : fresh),
      base_version: blueprint.version,
      reason: null,
      started_by: actor.personId,
      started_at: now,
      saved_by: actor.personId,
      saved_at: now,
      submitted_by: null,
      moved_at: now,
    })
    .execute()
  const detail = { blueprint: blueprint.id, base: blueprint.version }
  await audit(db, actor, { what: 'blueprint_edit.start', subjectId: id, at: now, detail })
  return id
}

function noSuchInnovation(): Refusal {
  return new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'There is no such innovation.' })
}

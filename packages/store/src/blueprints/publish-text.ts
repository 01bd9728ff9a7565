import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { touchedStanding } from '@semai/domain/replications/replication-form'
import { isFork } from '@semai/domain/replications/fork'
import type { ForkChange } from '@semai/domain/replications/fork'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import type { NewRow } from '../db/schema.ts'
import type { Tx } from '../db/transaction.ts'
import type { LoadedBlueprintText } from './blueprint-edit.queries.ts'
import { blueprintOf } from './open-blueprint-text.ts'

type Publication = { edit: LoadedBlueprintText; now: Date }

/**
 * The text is the next version of its blueprint, for good; that of a replica is measured with it. A text that a replica
 * drafted becomes the first version of the origin's own blueprint.
 * @returns the number of the version.
 * @throws Refusal conflict when the origin has one by now; nothing is then written.
 */
export async function publishText(db: Tx, actor: Actor, { edit, now }: Publication): Promise<number> {
  if (edit.kind !== 'origin_draft') {
    const number = await insertVersion(db, actor, { ...edit, now })
    if (edit.kind === 'replica') await insertMeasurement(db, { edit, number, now })
    return number
  }
  const own = await blueprintOf(db, edit.innovationId!, now)
  if (own.version !== null) throw overtaken()
  return insertVersion(db, actor, { ...edit, blueprintId: own.id, now })
}

async function insertVersion(
  db: Tx,
  actor: Actor,
  {
    id,
    blueprintId,
    content,
    now,
  }: Pick<LoadedBlueprintText, 'id' | 'blueprintId' | 'content'> & { now: Date },
): Promise<number> {
  const { version } = await db
    .updateTable('blueprint')
    .set((eb) => ({ version: eb(eb.fn.coalesce('version', eb.lit(0)), '+', 1) }))
    .where('id', '=', blueprintId)
    .returning('version')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('blueprint_version')
    .values({
      blueprint_id: blueprintId,
      number: version!,
      content: JSON.stringify(content satisfies BlueprintContent),
      note: content.note!,
      edit_id: id,
      published_by: actor.personId,
      published_at: now,
    })
    .execute()
  return version!
}

/** What the version is as a fork: its form by the rule in force, from where it took, and what it changed. */
async function insertMeasurement(
  db: Tx,
  { edit, number, now }: Publication & { number: number },
): Promise<void> {
  const { blueprintId, content, fork, declaredForm, rule } = edit
  if (!isFork(content) || fork === null) return
  const of = { blueprint_id: blueprintId, version: number }
  await db
    .insertInto('form_measurement')
    .values({
      ...of,
      form: fork.measured?.form ?? null,
      kept: fork.measured?.kept ?? null,
      changes: fork.changes.length,
      declared_form: declaredForm,
      reason: content.fork.reason,
      rule: JSON.stringify(rule ?? shippedFormRule),
      measured_at: now,
    })
    .execute()
  const origins = content.fork.origins.map(({ blueprint, version }, position) => ({
    ...of,
    position,
    origin_blueprint_id: blueprint,
    origin_version: version,
  }))
  if (origins.length > 0) await db.insertInto('fork_origin').values(origins).execute()
  const changes = fork.changes.map((change) => ({ ...of, ...changeRow(change) }))
  if (changes.length > 0) await db.insertInto('fork_change').values(changes).execute()
}

function changeRow({ change, facts }: ForkChange): Omit<NewRow<'fork_change'>, 'blueprint_id' | 'version'> {
  const { when, planned, decided_by, what, level, nature, core, why, words } = facts
  return {
    kind: change.kind,
    key: change.key,
    outcome: change.is as Exclude<typeof change.is, 'kept'>,
    standing: touchedStanding(change),
    at_stage: when!,
    planned: planned!,
    decided_by: decided_by!,
    what: what!,
    level: level!,
    nature: nature!,
    core: core!,
    why: why!,
    words,
  }
}

function overtaken(): Refusal {
  return new Refusal('conflict', {
    id: 'Instansi asal baru saja menerbitkan rancang bangunnya sendiri. Kembalikan naskah ini dengan alasan itu.',
    en: 'The origin has just published a blueprint of its own. Return this text with that reason.',
  })
}

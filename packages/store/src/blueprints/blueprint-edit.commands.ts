import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import { blueprintEditLifecycle } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import type { BlueprintStep } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import { writableEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { decide } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { exchangeText, markPresence, notWritable, saveText, settleText } from '../writing/working-text.ts'
import type { Save, Saved } from '../writing/working-text.ts'
import { loadBlueprintEdit } from './blueprint-edit.queries.ts'
import { openBlueprintText } from './open-blueprint-text.ts'
import type { AskedInnovation } from './open-blueprint-text.ts'

/**
 * A working text of the innovation's blueprint is open: what was published last, or nothing yet. Where one is open
 * already, that one is it.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function startBlueprintEdit(
  db: Db,
  actor: Actor,
  asked: AskedInnovation & { now: Date },
): Promise<string> {
  return inTransaction(db, (db) => openBlueprintText(db, actor, asked))
}

/**
 * The text is stored, if it was typed on the newest revision; otherwise it is kept beside, and the caller is told what
 * stands there now.
 * @throws Refusal not-found | conflict when it can no longer be typed into.
 */
export function saveBlueprint(
  db: Db,
  actor: Actor,
  save: Save<BlueprintContent>,
): Promise<Saved<BlueprintContent>> {
  return inTransaction(db, async (db) => {
    const standing = await writable(db, actor, save.id)
    return saveText(db, actor, 'blueprint_edit', { standing, save })
  })
}

/**
 * What a file says takes the place of the working text, which is kept beside; the text is opened where none was. A note
 * of its own stays when the file brings none.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function importBlueprint(
  db: Db,
  actor: Actor,
  { content, ...asked }: AskedInnovation & { content: BlueprintContent; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const { now } = asked
    const id = await openBlueprintText(db, actor, asked)
    const standing = await writable(db, actor, id)
    const whole = { ...content, note: content.note ?? standing.content.note }
    await exchangeText(db, actor, 'blueprint_edit', { standing, content: whole, now })
    const detail = { components: content.components.length }
    await audit(db, actor, { what: 'blueprint_edit.import', subjectId: id, at: now, detail })
    return id
  })
}

/**
 * A text kept beside is done with: it became the text, and what stood there is kept beside in its place; or it is no
 * longer needed.
 * @throws Refusal not-found | conflict; nothing is then written.
 */
export function settleBlueprintCopy(
  db: Db,
  actor: Actor,
  { id, ...asked }: { id: string; copyId: string; isUsed: boolean; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = asked.isUsed
      ? await writable(db, actor, id)
      : await loadBlueprintEdit(db, actor, id, 'for update')
    await settleText(db, actor, 'blueprint_edit', { standing, ...asked })
  })
}

async function writable(db: Tx, actor: Actor, id: string) {
  const standing = await loadBlueprintEdit(db, actor, id, 'for update')
  if (!writableEditStates.includes(standing.state)) throw notWritable()
  return standing
}

/** Says that the actor has the editor open; others see it for a minute. */
export async function showAtBlueprint(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await loadBlueprintEdit(db, actor, id, 'no lock')
  await markPresence(db, actor, 'blueprint_edit', { id, now })
}

/**
 * Takes one step of a working text: checks it, moves it, publishes a version where that is the step, writes the audit
 * event; all or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeBlueprintStep(
  db: Db,
  actor: Actor,
  { id, step, reason, now }: { id: string; step: BlueprintStep; reason?: string | undefined; now: Date },
) {
  return inTransaction(db, async (db) => {
    const edit = await loadBlueprintEdit(db, actor, id, 'for update')
    const decision = decide(blueprintEditLifecycle, step, { subject: edit, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const version = step === 'publish' ? await publishVersion(db, actor, { ...edit, now }) : undefined
    await db
      .updateTable('blueprint_edit')
      .set({ state: decision.to, moved_at: now, reason: reason?.trim() || null })
      .$if(step === 'submit', (query) => query.set({ submitted_by: actor.personId }))
      .where('id', '=', id)
      .execute()
    const detail = { from: decision.from, to: decision.to, blueprint: edit.blueprintId, version }
    await audit(db, actor, { what: `blueprint_edit.${step}`, subjectId: id, at: now, detail })
    return { ...decision, slug: edit.slug, version: version ?? null }
  })
}

/** The text is the next version of its blueprint, for good. */
async function publishVersion(
  db: Tx,
  actor: Actor,
  {
    id,
    blueprintId,
    content,
    now,
  }: { id: string; blueprintId: string; content: BlueprintContent; now: Date },
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
      content: JSON.stringify(content),
      note: content.note!,
      edit_id: id,
      published_by: actor.personId,
      published_at: now,
    })
    .execute()
  return version!
}

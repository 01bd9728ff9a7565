import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { BlueprintStep } from '@semai/domain/blueprints/blueprint-edit.lifecycle'
import { asTyped } from '@semai/domain/blueprints/typed-detail'
import { decide } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { isFork } from '@semai/domain/replications/fork'
import type { ForkPart, ForkStanding } from '@semai/domain/replications/fork'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { exchangeText, markPresence, saveText, settleText } from '../writing/working-text.ts'
import type { Save, Saved } from '../writing/working-text.ts'
import { loadBlueprintEdit } from './blueprint-edit.queries.ts'
import { tellOfBlueprint } from './blueprint-news.ts'
import { asText, lifecycleOf } from './blueprint-text.ts'
import { publishText } from './publish-text.ts'
import { writable } from './writable-text.ts'
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

/** What became of a save, and how what was typed stands as a replica; null for every other text. */
export type SavedBlueprint = Saved<BlueprintContent> & {
  fork: ForkStanding | null
  declaredForm: ReplicationForm | null
}

/**
 * The text is stored, if it was typed on the newest revision; otherwise it is kept beside, and the caller is told what
 * stands there now. What is told about the changes of a replica is stored with it; from where it took its components only
 * taking changes.
 * @throws Refusal not-found | forbidden | conflict when it can no longer be typed into.
 */
export function saveBlueprint(
  db: Db,
  actor: Actor,
  save: Save<BlueprintContent> & { told?: ToldChanges },
): Promise<SavedBlueprint> {
  return inTransaction(db, async (db) => {
    const standing = await writable(db, actor, save.id)
    const content = withOrigins(standing.content, save.content, save.told)
    const saved = await saveText(db, actor, 'blueprint_edit', { standing, save: { ...save, content } })
    const { fork, declaredForm } = asText({ ...standing, content })
    return { ...saved, fork, declaredForm }
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
    const id = await openBlueprintText(db, actor, asked)
    await importIntoText(db, actor, { id, content, now: asked.now })
    return id
  })
}

/**
 * What a file says takes the place of this working text, which is kept beside. In the text of a replica each component whose
 * key the file repeats keeps where it came from, and what was said about its change; a key of the origin that is no longer
 * there comes back as the origin's; every other key is the replica's own.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function importIntoText(
  db: Db,
  actor: Actor,
  { id, content, now }: { id: string; content: BlueprintContent; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = await writable(db, actor, id)
    const known = [...standing.origins.flat(), ...standing.content.components]
    const components = asTyped(content.components, known)
    const brought = { note: content.note ?? standing.content.note, components }
    const whole = withOrigins(standing.content, brought, undefined)
    await exchangeText(db, actor, 'blueprint_edit', { standing, content: whole, now })
    const detail = { components: content.components.length }
    await audit(db, actor, { what: 'blueprint_edit.import', subjectId: id, at: now, detail })
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

/** What a person says about the changes of a replica: facts for all, facts of one, and why the forms differ. */
export type ToldChanges = Pick<ForkPart, 'all' | 'facts' | 'reason'>

function withOrigins(
  standing: BlueprintContent,
  { note, components }: BlueprintContent,
  told: ToldChanges | undefined,
): BlueprintContent {
  return isFork(standing)
    ? ({ note, components, fork: { ...standing.fork, ...told } } as BlueprintContent)
    : { note, components }
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
 * Takes one step of a working text: checks it, moves it, publishes a version where that is the step, tells whom it
 * concerns, writes the audit event; all or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeBlueprintStep(
  db: Db,
  actor: Actor,
  { id, step, reason, now }: { id: string; step: BlueprintStep; reason?: string | undefined; now: Date },
) {
  return inTransaction(db, async (db) => {
    const edit = await loadBlueprintEdit(db, actor, id, 'for update')
    const lifecycle = lifecycleOf(edit)
    const decision = decide(lifecycle, step, { subject: edit, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const version = step === 'publish' ? await publishText(db, actor, { edit, now }) : undefined
    await db
      .updateTable('blueprint_edit')
      .set({ state: decision.to, moved_at: now, reason: reason?.trim() || null })
      .$if(step === 'submit', (query) => query.set({ submitted_by: actor.personId }))
      .where('id', '=', id)
      .execute()
    const detail = { from: decision.from, to: decision.to, blueprint: edit.blueprintId, version }
    await audit(db, actor, { what: `${lifecycle.name}.${step}`, subjectId: id, at: now, detail })
    await tellOfBlueprint(db, actor, { edit, step, now })
    const { kind, slug, replication } = edit
    return { ...decision, kind, slug, replication, version: version ?? null }
  })
}

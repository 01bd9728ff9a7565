import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import {
  innovationEditLifecycle,
  mayWrite,
  openEditStates,
  writableEditStates,
} from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { EditStep } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ownerOf } from '../organisations/owner-path.ts'
import { tellOfStep } from './edit-news.ts'
import { filesIntoEdit } from './carry-files.ts'
import { refuseUnknownCategory } from './categories.queries.ts'
import { loadEdit } from './innovation-edit.queries.ts'
import { publishEdit } from './publish-edit.ts'
import { shownContent } from './shown-content.ts'
import { markPresence, notWritable, saveText, settleText } from '../writing/working-text.ts'
import type { Save, Saved } from '../writing/working-text.ts'

/**
 * A working text is open: of a new innovation of the organisation, or of one that is there. Where one is open already,
 * that one is it.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function startEdit(
  db: Db,
  actor: Actor,
  {
    organisationId,
    innovationId,
    now,
  }: { organisationId: string | null; innovationId: string | null; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const before = innovationId === null ? null : await shownContent(db, actor, innovationId)
    const ownerId = before?.organisationId ?? organisationId
    if (ownerId === null) throw new Refusal('invalid', { id: 'Pilih unitnya.', en: 'Choose the unit.' })
    if (!mayWrite.allows(actor, await ownerOf(db, ownerId))) throw new Refusal('forbidden', only(mayWrite))
    const id = await insertEdit(db, actor, { innovationId, ownerId, before, now })
    if (id === null) return openEditOf(db, innovationId!)
    if (innovationId !== null) await filesIntoEdit(db, { innovationId, editId: id })
    const detail = { innovation: innovationId }
    await audit(db, actor, { what: 'innovation_edit.start', subjectId: id, at: now, detail })
    return id
  })
}

type NewEdit = {
  innovationId: string | null
  ownerId: string
  before: { content: InnovationContent; version: number | null } | null
  now: Date
}

/** Null when the innovation has an open text already. */
async function insertEdit(
  db: Tx,
  actor: Actor,
  { innovationId, ownerId, before, now }: NewEdit,
): Promise<string | null> {
  const inserted = await db
    .insertInto('innovation_edit')
    .values({
      id: uuidv7(),
      innovation_id: innovationId,
      organisation_id: ownerId,
      state: innovationEditLifecycle.initial,
      content: JSON.stringify(before?.content ?? emptyContent),
      base_version: before?.version ?? null,
      reason: null,
      started_by: actor.personId,
      started_at: now,
      saved_by: actor.personId,
      saved_at: now,
      submitted_by: null,
      moved_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

async function openEditOf(db: Tx, innovationId: string): Promise<string> {
  const { id } = await db
    .selectFrom('innovation_edit')
    .select('id')
    .where('innovation_id', '=', innovationId)
    .where('state', 'in', [...openEditStates])
    .executeTakeFirstOrThrow()
  return id
}

/**
 * The text is stored, if it was typed on the newest revision; otherwise it is kept beside, and the caller is told
 * what stands there now.
 * @throws Refusal not-found | conflict when it can no longer be typed into | invalid for a category not in the list.
 */
export function saveEdit(
  db: Db,
  actor: Actor,
  save: Save<InnovationContent>,
): Promise<Saved<InnovationContent>> {
  return inTransaction(db, async (db) => {
    const standing = await loadEdit(db, actor, save.id, 'for update')
    if (!writableEditStates.includes(standing.state)) throw notWritable()
    const { category } = save.content
    if (category !== standing.content.category) await refuseUnknownCategory(db, category)
    return saveText(db, actor, 'innovation_edit', { standing, save })
  })
}

/**
 * A text kept beside is done with: it became the text, and what stood there is kept beside in its place; or it is no
 * longer needed.
 * @throws Refusal not-found | conflict; nothing is then written.
 */
export function settleCopy(
  db: Db,
  actor: Actor,
  { id, ...asked }: { id: string; copyId: string; isUsed: boolean; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = await loadEdit(db, actor, id, 'for update')
    if (asked.isUsed && !writableEditStates.includes(standing.state)) throw notWritable()
    await settleText(db, actor, 'innovation_edit', { standing, ...asked })
  })
}

/** Says that the actor has the editor open; others see it for a minute. */
export async function showPresence(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await loadEdit(db, actor, id, 'no lock')
  await markPresence(db, actor, 'innovation_edit', { id, now })
}

/**
 * Takes one step of a working text: checks it, moves it, publishes where that is the step, writes the audit event and tells
 * those it concerns; all or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeEditStep(
  db: Db,
  actor: Actor,
  { id, step, reason, now }: { id: string; step: EditStep; reason?: string | undefined; now: Date },
) {
  return inTransaction(db, async (db) => {
    const edit = await loadEdit(db, actor, id, 'for update')
    const decision = decide(innovationEditLifecycle, step, { subject: edit, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    // The list may have changed since the text was saved.
    if (step === 'submit' || step === 'publish') await refuseUnknownCategory(db, edit.content.category)
    const published = step === 'publish' ? await publishEdit(db, actor, { edit, now }) : null
    await db
      .updateTable('innovation_edit')
      .set({ state: decision.to, moved_at: now, reason: reason?.trim() || null })
      .$if(step === 'submit', (query) => query.set({ submitted_by: actor.personId }))
      .$if(published !== null, (query) => query.set({ innovation_id: published!.innovationId }))
      .where('id', '=', id)
      .execute()
    const detail = {
      from: decision.from,
      to: decision.to,
      innovation: published?.innovationId,
      version: published?.version,
    }
    await audit(db, actor, { what: `innovation_edit.${step}`, subjectId: id, at: now, detail })
    await tellOfStep(db, actor, { edit, step, slug: published?.slug ?? null, now })
    return { ...decision, slug: published?.slug ?? null }
  })
}

import { isDeepStrictEqual } from 'node:util'
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
import { loadEdit } from './innovation-edit.queries.ts'
import { publishEdit } from './publish-edit.ts'
import { shownContent } from './shown-content.ts'

/** A person's saves within this time of each other are one line of the trail. */
const sittingMs = 10 * 60_000

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

export type Save = { id: string; revision: number; content: InnovationContent; now: Date }

/** What became of a save: stored under a new revision, or kept beside because somebody saved in between. */
export type Saved =
  | { kind: 'saved'; revision: number }
  | { kind: 'conflict'; revision: number; content: InnovationContent; copyId: string }

/**
 * The text is stored, if it was typed on the newest revision; otherwise it is kept beside, and the caller is told
 * what stands there now. Either way nothing typed is lost. A text that stands there already is stored, whoever sent it.
 * @throws Refusal not-found | conflict when it can no longer be typed into.
 */
export function saveEdit(db: Db, actor: Actor, { id, revision, content, now }: Save): Promise<Saved> {
  return inTransaction(db, async (db) => {
    const edit = await loadEdit(db, actor, id, 'for update')
    if (!writableEditStates.includes(edit.state)) throw notWritable()
    if (edit.revision !== revision) {
      if (isDeepStrictEqual(edit.content, content)) return { kind: 'saved', revision: edit.revision }
      const copyId = await keepCopy(db, actor, { id, revision, content, now })
      return { kind: 'conflict', revision: edit.revision, content: edit.content, copyId }
    }
    await db
      .updateTable('innovation_edit')
      .set({
        content: JSON.stringify(content),
        revision: revision + 1,
        saved_by: actor.personId,
        saved_at: now,
      })
      .where('id', '=', id)
      .execute()
    const isSitting = edit.savedBy === actor.personId && now.getTime() - edit.savedAt.getTime() < sittingMs
    if (!isSitting || revision === 0) {
      await audit(db, actor, {
        what: 'innovation_edit.save',
        subjectId: id,
        at: now,
        detail: { revision: revision + 1 },
      })
    }
    return { kind: 'saved', revision: revision + 1 }
  })
}

async function keepCopy(db: Tx, actor: Actor, { id, revision, content, now }: Save): Promise<string> {
  const copyId = uuidv7()
  await db
    .insertInto('innovation_edit_copy')
    .values({
      id: copyId,
      edit_id: id,
      content: JSON.stringify(content),
      revision,
      person_id: actor.personId,
      saved_at: now,
      taken_at: null,
    })
    .execute()
  await audit(db, actor, {
    what: 'innovation_edit.copy',
    subjectId: id,
    at: now,
    detail: { copy: copyId, revision },
  })
  return copyId
}

/**
 * A text kept beside is done with: it became the text, and what stood there is kept beside in its place; or it is no
 * longer needed.
 * @throws Refusal not-found | conflict; nothing is then written.
 */
export function settleCopy(
  db: Db,
  actor: Actor,
  { id, copyId, isUsed, now }: { id: string; copyId: string; isUsed: boolean; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const edit = await loadEdit(db, actor, id, 'for update')
    if (isUsed && !writableEditStates.includes(edit.state)) throw notWritable()
    const content = await takeCopy(db, { id, copyId, now })
    if (isUsed) {
      await keepCopy(
        db,
        { ...actor, personId: edit.savedBy },
        { id, revision: edit.revision, content: edit.content, now },
      )
      await db
        .updateTable('innovation_edit')
        .set({
          content: JSON.stringify(content),
          revision: edit.revision + 1,
          saved_by: actor.personId,
          saved_at: now,
        })
        .where('id', '=', id)
        .execute()
    }
    await audit(db, actor, {
      what: 'innovation_edit.settle',
      subjectId: id,
      at: now,
      detail: { copy: copyId, isUsed },
    })
  })
}

/** @throws Refusal not-found when it was settled before. */
async function takeCopy(
  db: Tx,
  { id, copyId, now }: { id: string; copyId: string; now: Date },
): Promise<InnovationContent> {
  const copy = await db
    .updateTable('innovation_edit_copy')
    .set({ taken_at: now })
    .where('id', '=', copyId)
    .where('edit_id', '=', id)
    .where('taken_at', 'is', null)
    .returning('content')
    .executeTakeFirst()
  if (copy) return copy.content
  throw new Refusal('not-found', { id: 'Naskah itu sudah tidak ada.', en: 'That text is no longer there.' })
}

/** Says that the actor has the editor open; others see it for a minute. */
export async function showPresence(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<void> {
  await loadEdit(db, actor, id, 'no lock')
  await db
    .insertInto('innovation_edit_presence')
    .values({ edit_id: id, person_id: actor.personId!, seen_at: now })
    .onConflict((conflict) => conflict.columns(['edit_id', 'person_id']).doUpdateSet({ seen_at: now }))
    .execute()
}

/**
 * Takes one step of a working text: checks it, moves it, publishes where that is the step, writes the audit event; all
 * or nothing.
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
    return { ...decision, slug: published?.slug ?? null }
  })
}

function notWritable(): Refusal {
  return new Refusal('conflict', {
    id: 'Naskah ini sedang diperiksa atau sudah terbit, jadi tidak dapat diketik. Tarik kembali dulu, atau mulai perubahan baru.',
    en: 'This text is being checked or was published, so it cannot be typed into. Take it back first, or start a new change.',
  })
}

import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import { mayWrite } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { only } from '@semai/domain/lifecycle'
import { needDeciders, needWriters } from '@semai/domain/needs/need-access'
import { weighedNeedStates } from '@semai/domain/needs/need.lifecycle'
import { emptySelection, mostCandidates, noScores } from '@semai/domain/needs/selection'
import type { DecisionForm, SelectionTable } from '@semai/domain/needs/selection'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { openTextWith } from '../innovations/open-text.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { notify } from '../notices/notify.ts'
import { beginReplication } from './begin-replication.ts'
import { namesOfNeed, othersOfNeed } from './need-news.ts'
import { takeNeedStep } from './need.commands.ts'
import { loadNeed } from './need.queries.ts'

/** The table of a need as it stands, locked; revision 0 and the shipped weights where nobody has saved one. */
async function loadTable(db: Tx, actor: Actor, id: string) {
  const need = await loadNeed(db, actor, id, 'for update')
  if (!needWriters.allows(actor, need)) throw new Refusal('forbidden', only(needWriters))
  if (!weighedNeedStates.includes(need.state)) throw notWeighed
  const row = await db
    .selectFrom('need_selection')
    .select(['content', 'revision'])
    .where('need_id', '=', id)
    .executeTakeFirst()
  return { need, table: row?.content ?? emptySelection, revision: row?.revision ?? 0 }
}

/**
 * A candidate joins the table of a need, or leaves it; one that is there already stays as it is.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function changeCandidate(
  db: Db,
  actor: Actor,
  asked: { id: string; innovationId: string; isIn: boolean; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { id, innovationId, isIn, now } = asked
    const { table, revision } = await loadTable(db, actor, id)
    const others = table.candidates.filter((one) => one.innovationId !== innovationId)
    if (isIn && others.length < table.candidates.length) return
    if (isIn && others.length >= mostCandidates) throw tooMany
    if (isIn) await refuseUnknown(db, actor, innovationId)
    const candidates = isIn ? [...others, { innovationId, scores: noScores }] : others
    await storeTable(db, actor, { id, revision, table: { ...table, candidates }, now })
    const detail = { innovation: innovationId }
    const what = isIn ? 'need.weigh' : 'need.unweigh'
    await audit(db, actor, { what, subjectId: id, at: now, detail })
  })
}

/**
 * Weights and scores are stored, if they were typed on the newest table.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function saveSelection(
  db: Db,
  actor: Actor,
  { id, revision, table, now }: { id: string; revision: number; table: SelectionTable; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const standing = await loadTable(db, actor, id)
    if (standing.revision !== revision) throw savedMeanwhile
    const known = new Set(standing.table.candidates.map(({ innovationId }) => innovationId))
    const candidates = table.candidates.filter(({ innovationId }) => known.has(innovationId))
    await storeTable(db, actor, { id, revision, table: { ...table, candidates }, now })
    await audit(db, actor, { what: 'need.score', subjectId: id, at: now, detail: { revision: revision + 1 } })
  })
}

async function storeTable(
  db: Tx,
  actor: Actor,
  { id, revision, table, now }: { id: string; revision: number; table: SelectionTable; now: Date },
): Promise<void> {
  const columns = {
    content: JSON.stringify(table),
    revision: revision + 1,
    saved_by: actor.personId,
    saved_at: now,
  }
  await db
    .insertInto('need_selection')
    .values({ need_id: id, ...columns })
    .onConflict((conflict) => conflict.column('need_id').doUpdateSet(columns))
    .execute()
}

/**
 * A decision is recorded with its minute and the table of that moment, and the need is decided.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function recordDecision(
  db: Db,
  actor: Actor,
  { id, said, now }: { id: string; said: DecisionForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { need, table } = await loadTable(db, actor, id)
    if (!needDeciders.allows(actor, need)) throw new Refusal('forbidden', only(needDeciders))
    if (!table.candidates.some(({ innovationId }) => innovationId === said.choice)) throw notInTable
    if (said.heldOn > dayIn(now)) throw notYet
    const decision = uuidv7()
    await db
      .insertInto('need_decision')
      .values({
        id: decision,
        need_id: id,
        innovation_id: said.choice,
        number: said.number || null,
        held_on: said.heldOn,
        present: said.present,
        reason: said.reason,
        content: JSON.stringify(table),
        person_id: actor.personId,
        at: now,
      })
      .execute()
    await takeNeedStep(db, actor, { id, step: 'decide', now })
    await beginReplication(db, actor, { need, said, now })
    const detail = { need: id, innovation: said.choice }
    await audit(db, actor, { what: 'need_decision.record', subjectId: decision, at: now, detail })
  })
}

/**
 * A working text of an innovation of one's own is open, filled with the problem of a need that nothing answers. Where
 * one was opened for it already, that one it is.
 * @returns the id of the working text.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written.
 */
export function openIdea(db: Db, actor: Actor, { id, now }: { id: string; now: Date }): Promise<string> {
  return inTransaction(db, async (db) => {
    const need = await loadNeed(db, actor, id, 'for update')
    if (!mayWrite.allows(actor, need)) throw new Refusal('forbidden', only(mayWrite))
    if (need.ideaEditId !== null) return need.ideaEditId
    if (!weighedNeedStates.includes(need.state)) throw notWeighed
    const { title, statement, causes, indicator } = need.content
    const problem = [statement, causes, indicator].filter(Boolean).join('\n\n').slice(0, 4_000)
    const content = { ...emptyContent, name: title, problem }
    const ideaEditId = await openTextWith(db, actor, { organisationId: need.organisationId, content, now })
    await db.updateTable('need').set({ idea_edit_id: ideaEditId }).where('id', '=', id).execute()
    await audit(db, actor, { what: 'need.idea', subjectId: id, at: now, detail: { edit: ideaEditId } })
    const to = await othersOfNeed(db, { need, actor, now })
    const told = { ...namesOfNeed(need), edit: ideaEditId }
    await notify(db, { kind: 'need_idea', detail: told, to, at: now })
    return ideaEditId
  })
}

async function refuseUnknown(db: Tx, actor: Actor, innovationId: string): Promise<void> {
  const row = await visibleInnovations(db, actor)
    .select('i.id')
    .where(sql<string>`i.id::text`, '=', innovationId)
    .where('i.kind', '=', 'innovation')
    .executeTakeFirst()
  if (!row)
    throw new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'There is no such innovation.' })
}

const notWeighed = new Refusal('conflict', {
  id: 'Kebutuhan ini sedang tidak ditimbang: nyatakan dulu, atau buka kembali di halamannya.',
  en: 'This need is not being weighed now: state it first, or open it again on its page.',
})
const tooMany = new Refusal('invalid', {
  id: `Tabelnya sudah penuh (${mostCandidates} inovasi). Keluarkan satu dulu.`,
  en: `The table is full (${mostCandidates} innovations). Take one out first.`,
})
const savedMeanwhile = new Refusal('conflict', {
  id: 'Orang lain baru saja mengubah tabel ini. Nilai yang Anda ketik masih ada di bawah: muat ulang di jendela lain, bandingkan, lalu isi lagi.',
  en: 'Somebody else has just changed this table. What you typed is still below: load the page again in another window, compare, and fill it in again.',
})
const notInTable = new Refusal(
  'invalid',
  { id: 'Pilihannya belum ada di tabel.', en: 'The choice is not in the table yet.' },
  [{ field: 'choice', says: { id: 'Pilih inovasi dari tabel.', en: 'Choose an innovation of the table.' } }],
)
const notYet = new Refusal(
  'invalid',
  { id: 'Hari rapatnya belum tiba.', en: 'The day of the meeting is still to come.' },
  [{ field: 'heldOn', says: { id: 'Isi hari yang sudah lewat.', en: 'Write a day that has come.' } }],
)

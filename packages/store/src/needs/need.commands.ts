import { decide, only } from '@semai/domain/lifecycle'
import { needWriters } from '@semai/domain/needs/need-access'
import type { NeedContent } from '@semai/domain/needs/need.form'
import { needEndings, needLifecycle, writableNeedStates } from '@semai/domain/needs/need.lifecycle'
import type { NeedStep } from '@semai/domain/needs/need.lifecycle'
import { priorityOf, priorityRule } from '@semai/domain/needs/need-priority'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { ownerOf } from '../organisations/owner-path.ts'
import { loadNeed } from './need.queries.ts'
import { namesOfNeed, othersOfNeed } from './need-news.ts'
import type { NeedOrigin } from './needs-schema.ts'

export type NewNeed = {
  organisationId: string
  content: NeedContent
  origin?: NeedOrigin
  sessionId?: string | null
  sourceKey?: string | null
  now: Date
}

/**
 * A need is written down for an organisation, not yet stated.
 * @returns its id.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function startNeed(db: Db, actor: Actor, given: NewNeed): Promise<string> {
  return inTransaction(db, async (db) => {
    const owner = await ownerOf(db, given.organisationId)
    if (!needWriters.allows(actor, owner)) throw new Refusal('forbidden', only(needWriters))
    const { sessionId = null, now } = given
    if (sessionId !== null) await refuseOtherSession(db, sessionId, given.organisationId)
    const id = await insertNeed(db, actor, given)
    const detail = { organisation: given.organisationId, session: sessionId ?? undefined }
    await audit(db, actor, { what: 'need.start', subjectId: id, at: now, detail })
    return id
  })
}

/** Inserts a need where the right to do so was checked. */
export async function insertNeed(
  db: Tx,
  actor: Actor,
  { organisationId, content, origin = 'form', sessionId = null, sourceKey = null, now }: NewNeed,
): Promise<string> {
  const id = uuidv7()
  const place = await placeOf(db, organisationId)
  await db
    .insertInto('need')
    .values({
      id,
      organisation_id: organisationId,
      region_code: place,
      province_code: place?.slice(0, 2) ?? null,
      session_id: sessionId,
      source_key: sourceKey,
      state: needLifecycle.initial,
      ...columnsOf(content),
      origin,
      ending: null,
      idea_edit_id: null,
      started_by: actor.personId,
      started_at: now,
      saved_at: now,
      stated_at: null,
      moved_at: now,
    })
    .execute()
  return id
}

/** The columns that follow from what was typed. */
export function columnsOf(content: NeedContent) {
  return {
    title: content.title,
    sector: content.sector,
    content: JSON.stringify(content),
    priority: priorityOf(content).total,
    priority_rule: priorityRule.version,
  }
}

/** The region of an organisation: its own, or of the nearest above it. */
async function placeOf(db: Tx, organisationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('organisation_above as a')
    .innerJoin('organisation as above', 'above.id', 'a.above_id')
    .select('above.region_code as code')
    .where('a.organisation_id', '=', organisationId)
    .where('above.region_code', 'is not', null)
    .orderBy('a.depth')
    .executeTakeFirst()
  return row?.code ?? null
}

async function refuseOtherSession(db: Tx, sessionId: string, organisationId: string): Promise<void> {
  const row = await db
    .selectFrom('need_session')
    .select('organisation_id as organisationId')
    .where(sql<string>`id::text`, '=', sessionId)
    .executeTakeFirst()
  if (row?.organisationId === organisationId) return
  throw new Refusal('not-found', {
    id: 'Sesi ini tidak ada untuk instansi itu. Buka sesinya lagi, lalu tambah kebutuhan dari sana.',
    en: 'There is no such sitting for that organisation. Open it again and add the need from there.',
  })
}

/**
 * The words of a need are stored, if they were typed on the newest ones.
 * @throws Refusal not-found | forbidden | conflict; nothing is then written, and what was typed stays in the form.
 */
export function saveNeed(
  db: Db,
  actor: Actor,
  { id, revision, content, now }: { id: string; revision: number; content: NeedContent; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const need = await loadNeed(db, actor, id, 'for update')
    if (!needWriters.allows(actor, need)) throw new Refusal('forbidden', only(needWriters))
    if (!writableNeedStates.includes(need.state)) throw notWritable
    if (need.revision !== revision) throw savedMeanwhile
    await db
      .updateTable('need')
      .set({ ...columnsOf(content), revision: revision + 1, saved_at: now })
      .where('id', '=', id)
      .execute()
    const detail = { revision: revision + 1 }
    await audit(db, actor, { what: 'need.save', subjectId: id, at: now, detail })
  })
}

const notWritable = new Refusal('conflict', {
  id: 'Kebutuhan ini sudah dinyatakan. Pilih "Perbaiki lagi" di halamannya sebelum mengubah.',
  en: 'This need is stated. Choose "Work on it again" on its page before changing it.',
})
const savedMeanwhile = new Refusal('conflict', {
  id: 'Orang lain baru saja menyimpan kebutuhan ini. Ketikan Anda masih ada di sini: buka halamannya di jendela lain, bandingkan, lalu kirim lagi dari formulir yang baru.',
  en: 'Somebody else has just saved this need. What you typed is still here: open its page in another window, compare, and send it again from a new form.',
})

/** Steps that everybody sees; what happens to a draft is told to nobody. */
const toldSteps: ReadonlySet<NeedStep> = new Set(['state', 'decide', 'demand', 'reopen', 'close'])

export type StepOfNeed = {
  id: string
  step: NeedStep
  reason?: string | undefined
  /** Of the closed list of endings. */
  code?: string | undefined
  now: Date
}

/**
 * Takes one step of a need, with its line in the history and its audit event, and tells those who write for it or guide it.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeNeedStep(db: Db, actor: Actor, { id, step, reason, code, now }: StepOfNeed) {
  return inTransaction(db, async (db) => {
    const need = await loadNeed(db, actor, id, 'for update')
    const decision = decide(needLifecycle, step, { subject: need, actor, now, reason, code })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const { from, to } = decision
    await db
      .updateTable('need')
      .set({ state: to, moved_at: now, ending: needEndings.find((ending) => ending === code) ?? null })
      .$if(step === 'state', (query) => query.set({ stated_at: now }))
      .where('id', '=', id)
      .execute()
    await db
      .insertInto('need_step')
      .values({
        id: uuidv7(),
        need_id: id,
        step,
        from_state: from,
        to_state: to,
        reason_code: code ?? null,
        reason: reason?.trim() || null,
        person_id: actor.personId,
        at: now,
      })
      .execute()
    await audit(db, actor, { what: `need.${step}`, subjectId: id, at: now, detail: { from, to, code } })
    if (toldSteps.has(step)) {
      const to = await othersOfNeed(db, { need, actor, now })
      await notify(db, { kind: 'need_moved', detail: { ...namesOfNeed(need), step }, to, at: now })
    }
    return decision
  })
}

import { senderKeptDays } from '@semai/domain/corrections/correction.form'
import type { CorrectionForm } from '@semai/domain/corrections/correction.form'
import {
  answeredCorrectionStates,
  correctionHandler,
  correctionLifecycle,
} from '@semai/domain/corrections/correction.lifecycle'
import type { CorrectionStep } from '@semai/domain/corrections/correction.lifecycle'
import { decide, only } from '@semai/domain/lifecycle'
import { publicActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { notePersonalRead } from '../audit/personal-reads.ts'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { signLink } from '../people/signed-link.ts'
import { tellOfCorrection, tellOfCorrectionStep } from './correction-news.ts'
import { correctionLinks, loadCorrection } from './correction.queries.ts'
import type { CorrectableRecord, CorrectionKey } from './correction.queries.ts'

const dayMs = 86_400_000
const linkDays = 2 * senderKeptDays.withoutAnswer

/**
 * A correction is received; the link that comes back shows its sender how it stands and is kept nowhere. An address
 * that was left is kept apart until its day.
 */
export function sendCorrection(
  db: Db,
  { record, said, now }: { record: CorrectableRecord; said: CorrectionForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const id = uuidv7()
    await db
      .insertInto('correction')
      .values({
        id,
        subject_kind: record.kind,
        innovation_id: record.innovationId,
        region_code: record.regionCode,
        subject_organisation_id: record.organisationId,
        organisation_id: record.ownerId,
        state: correctionLifecycle.initial,
        wrong: said.wrong,
        right: said.right,
        source: said.source,
        change_path: null,
        change_version: null,
        received_at: now,
        moved_at: now,
      })
      .execute()
    if (said.contact) await keepContact(db, { id, email: said.contact, now })
    await removePastSenders(db, now)
    const subject = record.innovationId ?? record.regionCode ?? record.organisationId
    const detail = { kind: record.kind, subject, organisation: record.ownerId }
    await audit(db, publicActor, { what: 'correction.send', subjectId: id, at: now, detail })
    await tellOfCorrection(db, { id, title: record.name, ownerId: record.ownerId, now })
    const expires = new Date(now.getTime() + linkDays * dayMs)
    return signLink(db, { purpose: correctionLinks, subject: id, expires }, now)
  })
}

async function keepContact(
  db: Tx,
  { id, email, now }: { id: string; email: string; now: Date },
): Promise<void> {
  const remove_on = dayAfter(now, senderKeptDays.withoutAnswer)
  await db.insertInto('correction_sender').values({ correction_id: id, email, remove_on }).execute()
}

export type StepOfCorrection = {
  key: CorrectionKey
  step: CorrectionStep
  reason?: string | undefined
  /** Path of the page that shows the change; of an answer that changed something. */
  change: string | null
  /** The answer is for everyone. */
  isPublic: boolean
  now: Date
}

/**
 * Takes one step of a correction, as who answers or, by the link, as its sender. An acceptance names the change and,
 * of an innovation, the version that stands then. What is answered to citizens who question a claim is public.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeCorrectionStep(db: Db, actor: Actor, asked: StepOfCorrection) {
  return inTransaction(db, async (db) => {
    const { key, step, reason, change, isPublic, now } = asked
    const as = 'link' in key ? publicActor : actor
    const correction = await loadCorrection(db, actor, { key, now, lock: 'for update' })
    const decision = decide(correctionLifecycle, step, { subject: correction, actor: as, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const isAnswer = answeredCorrectionStates.includes(decision.to)
    const mayBeRead = isPublic || correction.claimId !== null
    await db
      .updateTable('correction')
      .set({ state: decision.to, moved_at: now, is_public: isAnswer && mayBeRead })
      .$if(decision.to === 'accepted', (query) =>
        query.set({ change_path: change, change_version: correction.version }),
      )
      .where('id', '=', correction.id)
      .execute()
    await db
      .insertInto('correction_step')
      .values({
        id: uuidv7(),
        correction_id: correction.id,
        step,
        from_state: decision.from,
        to_state: decision.to,
        reason: reason?.trim() || null,
        person_id: as.personId,
        at: now,
      })
      .execute()
    if (isAnswer || decision.to === 'withdrawn') await endSender(db, correction.id, decision.to, now)
    await removePastSenders(db, now)
    const detail = { from: decision.from, to: decision.to, change: change ?? undefined }
    await audit(db, as, { what: `correction.${step}`, subjectId: correction.id, at: now, detail })
    await tellOfCorrectionStep(db, as, { correction, step, to: decision.to, now })
    return decision
  })
}

/** After an answer the address is kept a while longer, so that the sender can be told; withdrawn, it is gone at once. */
async function endSender(db: Tx, id: string, to: string, now: Date): Promise<void> {
  const days = to === 'withdrawn' ? 0 : senderKeptDays.afterAnswer
  await db
    .updateTable('correction_sender')
    .set({ remove_on: dayAfter(now, days) })
    .where('correction_id', '=', id)
    .execute()
}

/**
 * The address a sender left, for who answers: null when none was left or its day has passed. That it was read is
 * noted; the address is not.
 * @throws Refusal not-found | forbidden.
 */
export function readContact(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<string | null> {
  return inTransaction(db, async (db) => {
    const correction = await loadCorrection(db, actor, { key: { id }, now, lock: 'no lock' })
    if (!correctionHandler.allows(actor, correction)) throw new Refusal('forbidden', only(correctionHandler))
    const row = await db
      .selectFrom('correction_sender')
      .select('email')
      .where('correction_id', '=', correction.id)
      .where('remove_on', '>', dayIn(now))
      .executeTakeFirst()
    const people = row === undefined ? 0 : 1
    await notePersonalRead(db, actor, { what: 'correction_sender', subjectId: correction.id, people, now })
    return row?.email ?? null
  })
}

/** Addresses whose day has come are gone. Part of every write here, so that no job has to be remembered. */
async function removePastSenders(db: Tx, now: Date): Promise<void> {
  await db.deleteFrom('correction_sender').where('remove_on', '<=', dayIn(now)).execute()
}

function dayAfter(now: Date, days: number): string {
  return dayIn(new Date(now.getTime() + days * dayMs))
}

import { handoverLifecycle, mayHandOver } from '@semai/domain/innovations/innovation-handover.lifecycle'
import type { HandoverStep } from '@semai/domain/innovations/innovation-handover.lifecycle'
import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { loadHandover, nextInCharge } from './innovation-handover.queries.ts'
import { ownedInnovation } from './owned-innovation.ts'
import type { Which } from './owned-innovation.ts'

export type HandoverOffered = { which: Which; toPerson: string; note?: string | undefined; now: Date }

/**
 * The record is offered to the next person in charge, who has to accept.
 * @throws Refusal not-found | forbidden | conflict when it is offered to somebody already | invalid; nothing is then written.
 */
export function offerHandover(
  db: Db,
  actor: Actor,
  { which, toPerson, note, now }: HandoverOffered,
): Promise<string> {
  return inTransaction(db, async (db) => {
    const innovation = await ownedInnovation(db, actor, which, 'for update')
    if (!mayHandOver.allows(actor, innovation)) throw new Refusal('forbidden', only(mayHandOver))
    const people = await nextInCharge(db, { organisationId: innovation.organisationId, now })
    if (!people.some(({ id }) => id === toPerson))
      throw new Refusal('invalid', notOfTheUnit, [{ field: 'to', says: notOfTheUnit }])
    if (toPerson === innovation.stewardId)
      throw new Refusal('invalid', already, [{ field: 'to', says: already }])
    const id = await insertOffer(db, actor, { innovation, toPerson, note, now })
    await audit(db, actor, {
      what: 'innovation_handover.offer',
      subjectId: id,
      at: now,
      detail: { innovation: innovation.id },
    })
    const told = { slug: innovation.slug, title: innovation.name }
    const to = toPerson === actor.personId ? [] : [toPerson]
    await notify(db, { kind: 'handover_offered', detail: told, to, at: now })
    return id
  })
}

type Offer = Omit<HandoverOffered, 'which'> & { innovation: { id: string; stewardId: string | null } }

async function insertOffer(
  db: Tx,
  actor: Actor,
  { innovation, toPerson, note, now }: Offer,
): Promise<string> {
  const id = uuidv7()
  const inserted = await db
    .insertInto('innovation_handover')
    .values({
      id,
      innovation_id: innovation.id,
      state: handoverLifecycle.initial,
      from_person: innovation.stewardId,
      to_person: toPerson,
      note: note?.trim() || null,
      reason: null,
      offered_by: actor.personId,
      offered_at: now,
      settled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', offered)
  return id
}

/**
 * Takes one step of a hand-over; once accepted, the record has a new person in charge.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeHandoverStep(
  db: Db,
  actor: Actor,
  { id, step, reason, now }: { id: string; step: HandoverStep; reason?: string | undefined; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const handover = await loadHandover(db, actor, { id, now, lock: 'for update' })
    const decision = decide(handoverLifecycle, step, { subject: handover, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    await db
      .updateTable('innovation_handover')
      .set({ state: decision.to, reason: reason?.trim() || null, settled_at: now })
      .where('id', '=', id)
      .execute()
    if (step === 'accept') {
      await db
        .updateTable('innovation')
        .set({ steward_id: handover.toPerson })
        .where('id', '=', handover.innovationId)
        .execute()
    }
    const detail = { innovation: handover.innovationId, from: decision.from, to: decision.to }
    await audit(db, actor, { what: `innovation_handover.${step}`, subjectId: id, at: now, detail })
    if (step !== 'withdraw') await tellOfAnswer(db, actor, { handover, isAccepted: step === 'accept', now })
  })
}

type Answered = {
  handover: { slug: string; name: string; fromPerson: string | null; offeredBy: string | null }
  isAccepted: boolean
  now: Date
}

/** Who offered it and who was in charge before are told of the answer; nobody of their own. */
async function tellOfAnswer(
  db: Tx,
  { personId }: Actor,
  { handover, isAccepted, now }: Answered,
): Promise<void> {
  const to = [handover.offeredBy, handover.fromPerson].filter((id) => id !== null && id !== personId)
  const detail = { slug: handover.slug, title: handover.name, isAccepted }
  await notify(db, { kind: 'handover_answered', detail, to: to as string[], at: now })
}

const notOfTheUnit = {
  id: 'Pilih orang yang punya peran penulis di unit ini. Bila belum ada, minta admin lokal mengundangnya.',
  en: 'Choose somebody who is an author of this unit. If there is none yet, ask the local administrator to invite them.',
}
const already = { id: 'Orang ini sudah memegangnya.', en: 'This person is in charge of it already.' }
const offered = {
  id: 'Inovasi ini sudah ditawarkan kepada orang lain. Tarik kembali dulu.',
  en: 'This innovation is offered to somebody already. Withdraw that first.',
}

import { itsOrigin } from '@semai/domain/claims/claim-parties'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesReplication } from '@semai/domain/replications/replication-parties'
import { studyVisitLifecycle } from '@semai/domain/study-visits/study-visit.lifecycle'
import type {
  HostStatementForm,
  SlotForm,
  VisitRequestForm,
} from '@semai/domain/study-visits/study-visit.form'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid, uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { namesOf, othersOf } from './study-visit-news.ts'
import { loadStudyVisit, studyVisitHost, visitingReplication } from './study-visit.queries.ts'

/**
 * A day of the host is open to visitors.
 * @throws Refusal not-found | forbidden | invalid for a day that is over; nothing is then written.
 */
export function openSlot(
  db: Db,
  actor: Actor,
  { slug, said, now }: { slug: string; said: SlotForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const host = await studyVisitHost(db, actor, { slug, today: dayIn(now) })
    if (!host.mayOpen) throw new Refusal('forbidden', only(itsOrigin))
    if (said.heldOn < dayIn(now)) throw isOver('heldOn')
    const id = uuidv7()
    const { heldOn, ...given } = said
    await db
      .insertInto('study_visit_slot')
      .values({
        id,
        innovation_id: host.id,
        held_on: heldOn,
        opened_by: actor.personId,
        opened_at: now,
        ...given,
      })
      .execute()
    const detail = { innovation: host.id, day: heldOn, capacity: said.capacity }
    await audit(db, actor, { what: 'study_visit.open', subjectId: id, at: now, detail })
    return id
  })
}

/**
 * What the host says about receiving visitors stands in public; what it said before is replaced.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function stateWillingness(
  db: Db,
  actor: Actor,
  { slug, said, now }: { slug: string; said: HostStatementForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const host = await studyVisitHost(db, actor, { slug, today: dayIn(now) })
    if (!host.mayOpen) throw new Refusal('forbidden', only(itsOrigin))
    const row = { ...said, stated_by: actor.personId, stated_at: now }
    await db
      .insertInto('host_statement')
      .values({ innovation_id: host.id, ...row })
      .onConflict((conflict) => conflict.column('innovation_id').doUpdateSet(row))
      .execute()
    const detail = { willingness: said.willingness }
    await audit(db, actor, { what: 'study_visit.statement', subjectId: host.id, at: now, detail })
  })
}

/**
 * A visit is asked for, and the host told.
 * @returns its id.
 * @throws Refusal not-found | forbidden | invalid where the day is over, too small or of another innovation | conflict
 *   when this replication asked for that day already; nothing is then written.
 */
export function requestVisit(
  db: Db,
  actor: Actor,
  { said, now }: { said: VisitRequestForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const replication = await visitingReplication(db, actor, said.replication)
    if (!writesReplication.allows(actor, replication)) throw new Refusal('forbidden', only(writesReplication))
    await checkSlot(db, { said, innovationId: replication.innovationId, now })
    const id = uuidv7()
    const inserted = await db
      .insertInto('study_visit')
      .values({
        id,
        slot_id: said.slot,
        replication_id: replication.id,
        state: studyVisitLifecycle.initial,
        people: said.people,
        is_virtual: said.isVirtual,
        questions: said.questions,
        requested_by: actor.personId,
        requested_at: now,
        moved_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) throw askedAlready()
    await audit(db, actor, {
      what: 'study_visit.request',
      subjectId: id,
      at: now,
      detail: { replication: replication.id, slot: said.slot },
    })
    const visit = await loadStudyVisit(db, actor, { id, lock: 'no lock' })
    const to = await othersOf(db, actor, { side: visit.origin, now })
    await notify(db, { kind: 'study_visit_asked', detail: namesOf(visit), to, at: now })
    return id
  })
}

async function checkSlot(
  db: Tx,
  { said, innovationId, now }: { said: VisitRequestForm; innovationId: string; now: Date },
): Promise<void> {
  const slot = isUuid(said.slot)
    ? await db
        .selectFrom('study_visit_slot')
        .select(['innovation_id', 'held_on', 'mode', 'capacity'])
        .where('id', '=', said.slot)
        .executeTakeFirst()
    : undefined
  if (slot?.innovation_id !== innovationId) {
    throw fault('slot', {
      id: 'Pilih jadwal inovasi ini dari daftar.',
      en: 'Choose a day of this innovation from the list.',
    })
  }
  if (slot.held_on < dayIn(now)) throw isOver('slot')
  if (said.people > slot.capacity) {
    throw fault('people', {
      id: `Jadwal ini menerima paling banyak ${slot.capacity} orang.`,
      en: `This day takes at most ${slot.capacity} people.`,
    })
  }
  if (said.isVirtual && slot.mode === 'on_site') {
    throw fault('isVirtual', { id: 'Jadwal ini hanya tatap muka.', en: 'This day is on site only.' })
  }
}

function fault(field: string, says: { id: string; en: string }): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

function isOver(field: string): Refusal {
  return fault(field, {
    id: 'Hari itu sudah lewat. Pilih hari lain.',
    en: 'That day is over. Choose another day.',
  })
}

function askedAlready(): Refusal {
  const says = {
    id: 'Replikasi ini sudah meminta jadwal itu. Buka permintaannya di bawah.',
    en: 'This replication has asked for that day already. Open the request below.',
  }
  return new Refusal('conflict', says, [{ field: 'slot', says }])
}

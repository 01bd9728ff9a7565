import { decide, only } from '@semai/domain/lifecycle'
import { engagementLifecycle } from '@semai/domain/mentoring/engagement.lifecycle'
import type { EngagementStep } from '@semai/domain/mentoring/engagement.lifecycle'
import { guidesEngagement } from '@semai/domain/mentoring/engagement-parties'
import type { MentoringVisitForm } from '@semai/domain/mentoring/mentoring.form'
import type { EngagementMove } from '@semai/domain/notices/mentoring-notices'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { tellEngagement } from './engagement-news.ts'
import { lockEngagement } from './engagement.queries.ts'
import type { LoadedEngagement } from './engagement.queries.ts'

type Step = { id: string; step: EngagementStep; reason?: string | undefined; now: Date }

/**
 * Takes one step of an engagement and tells both sides. All or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeEngagementStep(db: Db, actor: Actor, { id, step, reason, now }: Step): Promise<void> {
  return inTransaction(db, async (db) => {
    const subject = await lockEngagement(db, actor, id)
    const decision = decide(engagementLifecycle, step, { subject, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    if (step === 'reopen') await refuseTwice(db, id)
    await db
      .updateTable('engagement')
      .set({ state: decision.to, reason: reason?.trim() || null })
      .where('id', '=', id)
      .execute()
    const detail = { from: decision.from, to: decision.to }
    await moved(db, actor, { id, what: step, move: step, detail, now })
  })
}

/** Another one about the same may have begun since. */
async function refuseTwice(db: Tx, id: string): Promise<void> {
  const other = await db
    .selectFrom('engagement as e')
    .innerJoin('engagement as o', (join) =>
      join
        .onRef('o.team_id', '=', 'e.team_id')
        .onRef('o.organisation_id', '=', 'e.organisation_id')
        .on((eb) => eb('o.replication_id', 'is not distinct from', eb.ref('e.replication_id')))
        .on((eb) => eb('o.need_id', 'is not distinct from', eb.ref('e.need_id')))
        .on('o.state', '=', 'active'),
    )
    .select('o.id')
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (other) throw new Refusal('conflict', underWayAgain)
}

/**
 * The stage under way is finished on a day, and the next one has begun on it.
 * @throws Refusal not-found | forbidden | conflict where another stage is under way now | invalid for the day.
 */
export function finishStage(
  db: Db,
  actor: Actor,
  { id, position, day, now }: { id: string; position: number; day: string; now: Date },
): Promise<void> {
  return write(db, actor, id, async (db, { stages }) => {
    const current = stages.find(({ enteredOn, leftOn }) => enteredOn !== null && leftOn === null)
    if (current?.position !== position) throw new Refusal('conflict', otherStage)
    if (day < current.enteredOn!) throw fault('day', beforeStage)
    if (day > dayIn(now)) throw fault('day', stillToCome)
    const set = (at: number, values: { left_on: string } | { entered_on: string }) =>
      db
        .updateTable('engagement_stage')
        .set(values)
        .where('engagement_id', '=', id)
        .where('position', '=', at)
        .execute()
    await set(position, { left_on: day })
    await set(position + 1, { entered_on: day })
    await moved(db, actor, {
      id,
      what: 'finish_stage',
      move: 'stage',
      detail: { stage: current.stage, day },
      now,
    })
  })
}

/**
 * From a day on time does not count, for a reason.
 * @throws Refusal not-found | forbidden | conflict while it is paused | invalid for the day.
 */
export function pauseEngagement(
  db: Db,
  actor: Actor,
  { id, said, now }: { id: string; said: { from: string; reason: string }; now: Date },
): Promise<void> {
  return write(db, actor, id, async (db, { pauses, stages }) => {
    if (pauses.some(({ until }) => until === null)) throw new Refusal('conflict', isPaused)
    const current = stages.find(({ enteredOn, leftOn }) => enteredOn !== null && leftOn === null)
    if (!current) throw new Refusal('conflict', noStageNow)
    const earliest = [current.enteredOn!, ...pauses.map(({ until }) => until!)].toSorted().at(-1)!
    if (said.from < earliest) throw fault('from', beforeStage)
    if (said.from > dayIn(now)) throw fault('from', stillToCome)
    await db
      .insertInto('engagement_pause')
      .values({
        id: uuidv7(),
        engagement_id: id,
        from_on: said.from,
        until_on: null,
        reason: said.reason,
        paused_by: actor.personId,
        paused_at: now,
      })
      .execute()
    await moved(db, actor, { id, what: 'pause', move: 'pause', detail: { from: said.from }, now })
  })
}

/**
 * From a day on time counts again.
 * @throws Refusal not-found | forbidden | conflict while it is not paused | invalid for the day.
 */
export function resumeEngagement(
  db: Db,
  actor: Actor,
  { id, until, now }: { id: string; until: string; now: Date },
): Promise<void> {
  return write(db, actor, id, async (db, { pauses }) => {
    const open = pauses.find((one) => one.until === null)
    if (!open) throw new Refusal('conflict', isNotPaused)
    if (until < open.from) throw fault('until', beforePause)
    if (until > dayIn(now)) throw fault('until', stillToCome)
    await db.updateTable('engagement_pause').set({ until_on: until }).where('id', '=', open.id).execute()
    await moved(db, actor, { id, what: 'resume', move: 'resume', detail: { until }, now })
  })
}

/**
 * A visit or consultation is on record with its notes.
 * @returns its id.
 * @throws Refusal not-found | forbidden | conflict once it is over | invalid for a day to come.
 */
export function recordMentoringVisit(
  db: Db,
  actor: Actor,
  { id, said, now }: { id: string; said: MentoringVisitForm; now: Date },
): Promise<string> {
  return write(db, actor, id, async (db) => {
    if (said.heldOn > dayIn(now)) throw fault('heldOn', stillToCome)
    const visit = uuidv7()
    const { heldOn, ...given } = said
    await db
      .insertInto('engagement_visit')
      .values({
        id: visit,
        engagement_id: id,
        held_on: heldOn,
        ...given,
        written_by: actor.personId,
        written_at: now,
      })
      .execute()
    const detail = { visit, day: heldOn, mode: said.mode }
    await moved(db, actor, { id, what: 'visit', move: 'visit', detail, now })
    return visit
  })
}

/** Loads and locks an engagement under way for those who write in it. */
function write<Done>(
  db: Db,
  actor: Actor,
  id: string,
  work: (db: Tx, engagement: LoadedEngagement) => Promise<Done>,
): Promise<Done> {
  return inTransaction(db, async (db) => {
    const engagement = await lockEngagement(db, actor, id)
    if (!guidesEngagement.allows(actor, engagement)) throw new Refusal('forbidden', only(guidesEngagement))
    if (engagement.state !== 'active') throw new Refusal('conflict', isOver)
    return work(db, engagement)
  })
}

type Move = { id: string; what: string; move: EngagementMove; detail: Record<string, unknown>; now: Date }

async function moved(db: Tx, actor: Actor, { id, what, move, detail, now }: Move): Promise<void> {
  await db.updateTable('engagement').set({ moved_at: now }).where('id', '=', id).execute()
  await audit(db, actor, { what: `engagement.${what}`, subjectId: id, at: now, detail })
  await tellEngagement(db, actor, { id, kind: 'engagement_moved', move, now })
}

function fault(field: string, says: Says): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

const stillToCome: Says = { id: 'Hari itu belum tiba.', en: 'That day is still to come.' }
const beforeStage: Says = {
  id: 'Hari itu sebelum tahap ini, atau jeda sebelumnya, berakhir. Isi hari sesudahnya.',
  en: 'That day is before this stage began or the last pause ended. Write a later day.',
}
const beforePause: Says = { id: 'Hari itu sebelum jedanya mulai.', en: 'That day is before the pause began.' }
const otherStage: Says = {
  id: 'Tahap itu tidak sedang berjalan lagi. Muat ulang halaman.',
  en: 'That stage is no longer under way. Load the page again.',
}
const noStageNow: Says = {
  id: 'Semua tahap sudah selesai; tidak ada yang dijeda.',
  en: 'All stages are finished; there is nothing to pause.',
}
const isPaused: Says = { id: 'Pendampingan ini sedang dijeda.', en: 'This engagement is paused already.' }
const isNotPaused: Says = {
  id: 'Pendampingan ini tidak sedang dijeda.',
  en: 'This engagement is not paused.',
}
const isOver: Says = {
  id: 'Pendampingan ini sudah berakhir. Hub dapat membukanya lagi.',
  en: 'This engagement is over. The hub can open it again.',
}
const underWayAgain: Says = {
  id: 'Pendampingan lain untuk hal yang sama sudah berjalan.',
  en: 'Another engagement about the same is under way.',
}

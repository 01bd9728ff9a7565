import type { Side } from '@semai/domain/claims/claim-parties'
import { daysLater, pulseDays, roundToOpen } from '@semai/domain/pulse/pulse-rounds'
import { mayReplicate } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { sideOf } from '../claims/claim-sides.ts'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { watchers } from './pulse-news.ts'
import { newestQuestionsVersion } from './questions.ts'

const atOnce = 200
const nobody = '00000000-0000-0000-0000-000000000000'
/** So many days before its last day people are reminded of a pulse. */
const nearDays = 14
const itself = { personId: null, label: 'jobs' }

/**
 * Each replication that runs has a pulse for the newest round that is due, and its people were told: when it opened, two weeks
 * before it lapses, and, its local administrators and hub, once it lapsed. Once a day is enough; run again it does nothing.
 * @param updateMonth 1 to 12: the national update month, in which replications are asked from the second year on.
 * @returns how many pulses were opened, and of how many people were told.
 */
export async function openPulses(
  db: Db,
  { now, updateMonth }: { now: Date; updateMonth: number },
): Promise<{ opened: number; told: number }> {
  let opened = 0
  for (let after = nobody; ;) {
    const running = await runningAfter(db, after)
    for (const one of running) {
      const round = roundToOpen(one.startedOn, { updateMonth, today: dayIn(now) })
      if (round === null || (one.newest !== null && one.newest >= round.dueOn)) continue
      opened += Number(await inTransaction(db, (db) => openOne(db, { replicationId: one.id, ...round, now })))
    }
    if (running.length < atOnce) return { opened, told: await tellOfPulses(db, now) }
    after = running.at(-1)!.id
  }
}

/** The next replications that run, by id: since when at the latest, and their newest pulse. */
function runningAfter(db: Db, after: string) {
  return db
    .selectFrom('replication as r')
    .innerJoin('claim as c', 'c.id', 'r.claim_id')
    .select(['r.id', 'c.latest as startedOn'])
    .select(
      sql<string | null>`(select max(u.due_on) from pulse u where u.replication_id = r.id)`.as('newest'),
    )
    .where('r.state', 'in', ['running', 'institutionalised'])
    .where('c.withdrawn_at', 'is', null)
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(atOnce)
    .execute()
}

type Opened = { replicationId: string; round: string; dueOn: string; now: Date }

/** Whether it was opened now: two jobs at once open it once. */
async function openOne(db: Tx, { replicationId, round, dueOn, now }: Opened): Promise<boolean> {
  const id = uuidv7()
  const inserted = await db
    .insertInto('pulse')
    .values({
      id,
      replication_id: replicationId,
      round,
      questions_version: await newestQuestionsVersion(db, now),
      due_on: dueOn,
      until_on: daysLater(dayIn(now), pulseDays),
      opened_at: now,
    })
    .onConflict((conflict) => conflict.columns(['replication_id', 'round']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  await audit(db, itself, { what: 'pulse.open', subjectId: id, at: now, detail: { round } })
  return true
}

const stages = ['due', 'near', 'lapsed'] as const
type Stage = (typeof stages)[number]

/** What people are to be told of was told, once each. */
async function tellOfPulses(db: Db, now: Date): Promise<number> {
  let told = 0
  for (const stage of stages) {
    for (;;) {
      const untold = await untoldOf(db, stage, dayIn(now))
      for (const pulse of untold) await inTransaction(db, (db) => tell(db, pulse, { stage, now }))
      told += untold.length
      if (untold.length < atOnce) break
    }
  }
  return told
}

/** Pulses without an answer that stand at a stage of which nobody was told. */
function untoldOf(db: Db, stage: Stage, today: string) {
  return db
    .selectFrom('pulse as u')
    .innerJoin('replication as r', 'r.id', 'u.replication_id')
    .innerJoin('organisation as a', 'a.id', 'r.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'r.innovation_id')
    .select(['u.id', 'u.until_on as until', 'r.code', 'a.name as adopter'])
    .select([sql<string>`coalesce(r.local_name, i.name)`.as('innovation'), sideOf('a.id').as('side')])
    .where('u.answered_at', 'is', null)
    .where('r.state', 'in', ['running', 'institutionalised'])
    .where(
      // Whoever renewed the claim since then has said that it runs.
      sql<boolean>`not exists (select from claim_act k where k.claim_id = r.claim_id and k.acted_on >= u.due_on)`,
    )
    .where('u.until_on', stage === 'lapsed' ? '<' : '>=', today)
    .$if(stage === 'near', (query) => query.where('u.until_on', '<=', daysLater(today, nearDays)))
    .where(sql<boolean>`not exists (select from pulse_told t where t.pulse_id = u.id and t.stage = ${stage})`)
    .orderBy('u.until_on')
    .orderBy('u.id')
    .limit(atOnce)
    .execute()
}

type Untold = { id: string; until: string; code: string; adopter: string; innovation: string; side: Side }

/** Of a pulse that was due, that somebody was there to be told makes it asked; else someone has to send its link. */
async function tell(db: Tx, pulse: Untold, { stage, now }: { stage: Stage; now: Date }): Promise<void> {
  const { id, until, code, adopter, innovation, side } = pulse
  await db
    .insertInto('pulse_told')
    .values({ pulse_id: id, stage, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const to = await peopleAllowed(db, stage === 'lapsed' ? watchers : mayReplicate, { subject: side, now })
  const names = { code, adopter, innovation }
  if (stage === 'lapsed') return notify(db, { kind: 'pulse_lapsed', detail: names, to, at: now })
  if (to.length > 0) {
    await db
      .updateTable('pulse')
      .set({ asked_at: now })
      .where('id', '=', id)
      .where('asked_at', 'is', null)
      .execute()
  }
  const kind = stage === 'due' ? 'pulse_due' : 'pulse_near'
  return notify(db, { kind, detail: { ...names, until }, to, at: now })
}

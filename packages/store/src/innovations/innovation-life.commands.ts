import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import type { LifeStep } from '@semai/domain/innovations/innovation.lifecycle'
import type { Stage } from '@semai/domain/innovations/innovation'
import { decide } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { reasonChoices } from '../reasons/reason-list.ts'
import { ownedInnovation } from './owned-innovation.ts'
import type { Which } from './owned-innovation.ts'

export type LifeStepAsked = {
  which: Which
  step: LifeStep
  /** Why, from the closed list, and in words. */
  code?: string | undefined
  reason?: string | undefined
  /** The day it happened, `YYYY-MM-DD`, where it is known. */
  happenedOn?: string | undefined
  now: Date
}

/**
 * Takes one step in the life of an innovation: the stage that the catalogue shows, a line of its history with the
 * reason, the audit event; all or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeLifeStep(db: Db, actor: Actor, asked: LifeStepAsked): Promise<void> {
  const { which, step, code, reason, happenedOn, now } = asked
  return inTransaction(db, async (db) => {
    const innovation = await ownedInnovation(db, actor, which, 'for update')
    const reasons = await reasonChoices(db)
    const moment = { subject: innovation, actor, now, code, reason, reasons }
    const decision = decide(innovationLifecycle, step, moment)
    if (!decision.ok) throw new Refusal(decision.code, decision.says, faultOf(decision.code, decision.says))
    if (happenedOn && happenedOn > dayIn(now))
      throw new Refusal('invalid', notYet, [{ field: 'happenedOn', says: notYet }])
    const { from, to } = decision
    await db
      .updateTable('innovation')
      .set({ stage: to as Stage, updated_at: now })
      .where('id', '=', innovation.id)
      .execute()
    await db
      .insertInto('innovation_step')
      .values({
        id: uuidv7(),
        innovation_id: innovation.id,
        step,
        from_state: from,
        to_state: to,
        reason_code: code || null,
        reason: reason?.trim() || null,
        happened_on: happenedOn || null,
        person_id: actor.personId,
        at: now,
      })
      .execute()
    await audit(db, actor, {
      what: `innovation.${step}`,
      subjectId: innovation.id,
      at: now,
      detail: { from, to, reason: code || undefined },
    })
  })
}

function faultOf(code: Refusal['code'], says: Refusal['says']) {
  return code === 'invalid' ? [{ field: 'code', says }] : []
}

const notYet = {
  id: 'Tanggalnya belum tiba. Tulis hari ini atau sebelumnya.',
  en: 'That day has not come. Write today or an earlier day.',
}

import type { StopReason } from '@semai/domain/claims/claim'
import { decide } from '@semai/domain/lifecycle'
import { actingAs } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import type { ReplicationState, ReplicationStep } from '@semai/domain/replications/replication.lifecycle'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { reasonChoices } from '../reasons/reason-list.ts'
import { claimRunning, stepOfClaim } from './claim-running.ts'
import { tellOfReplicationStep } from './replication-news.ts'
import { loadReplication } from './replication-record.ts'
import type { LoadedReplication } from './replication-record.ts'

/** A step that somebody asks for, with what it carries. */
export type StepOfReplication = {
  code: string
  step: ReplicationStep
  reason?: string | undefined
  cause?: StopReason | undefined
  /** `YYYY-MM-DD`. */
  day?: string | undefined
  now: Date
  /** 1 to 12: the month in which the country renews. */
  updateMonth: number
}

/**
 * Takes one step of a replication: checks it, moves it, carries it into the claim that it runs, writes the timeline and
 * the audit event and tells the parties; all or nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeReplicationStep(db: Db, actor: Actor, asked: StepOfReplication) {
  return inTransaction(db, async (db) => {
    const { code, step, reason, cause, day, now } = asked
    const replication = await loadReplication(db, actor, { code, now, lock: 'for update' })
    const reasons = await reasonChoices(db)
    const decision = decide(replicationLifecycle, step, {
      subject: replication,
      actor,
      now,
      reason,
      code: cause,
      day,
      reasons,
    })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    await db
      .updateTable('replication')
      .set({ state: decision.to, moved_at: now, updated_at: now })
      .where('id', '=', replication.id)
      .execute()
    await carryIntoClaim(db, actor, { replication, asked })
    const by = actingAs(replicationLifecycle.steps[step].by, actor, replication)
    await insertStep(db, actor, { replication, asked, by, decision })
    const detail = {
      from: decision.from,
      to: decision.to,
      role: by.role,
      organisation: by.organisationId,
      code: cause,
    }
    await audit(db, actor, { what: `replication.${step}`, subjectId: replication.id, at: now, detail })
    await tellOfReplicationStep(db, actor, { replication, step, now })
    return decision
  })
}

type Taken = { replication: LoadedReplication; asked: StepOfReplication }

/** That it runs, stopped or runs again is said by its claim, once and for all readers. */
async function carryIntoClaim(db: Tx, actor: Actor, { replication, asked }: Taken): Promise<void> {
  const { step, code, day, cause, now, updateMonth } = asked
  if (step === 'run') return claimRunning(db, actor, { code, since: day!, now, updateMonth })
  if (replication.claimId === null) return
  const claim = await db
    .selectFrom('claim')
    .select(['id', 'state'])
    .where('id', '=', replication.claimId)
    .executeTakeFirstOrThrow()
  if (step === 'stop' && claim.state !== 'stopped' && claim.state !== 'withdrawn') {
    await stepOfClaim(db, actor, { id: claim.id, step: 'stop', code: cause, day, now, updateMonth })
  } else if (step === 'resume' && claim.state === 'stopped') {
    await stepOfClaim(db, actor, { id: claim.id, step: 'resume', now, updateMonth })
  }
}

type Written = Taken & {
  by: ReturnType<typeof actingAs>
  decision: { from: ReplicationState; to: ReplicationState }
}

/** The line of the timeline. */
async function insertStep(
  db: Tx,
  actor: Actor,
  { replication, asked, by, decision }: Written,
): Promise<void> {
  await db
    .insertInto('replication_step')
    .values({
      id: uuidv7(),
      replication_id: replication.id,
      step: asked.step,
      from_state: decision.from,
      to_state: decision.to,
      reason_code: asked.cause ?? null,
      reason: asked.reason?.trim() || null,
      day: 'day' in replicationLifecycle.steps[asked.step] ? asked.day! : null,
      role: by.role,
      organisation_id: by.organisationId,
      person_id: actor.personId,
      at: asked.now,
    })
    .execute()
}

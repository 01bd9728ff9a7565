import { claimLifecycle } from '@semai/domain/claims/claim.lifecycle'
import type { ClaimState, ClaimStep } from '@semai/domain/claims/claim.lifecycle'
import { decide } from '@semai/domain/lifecycle'
import { actingAs } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { followClaim } from '../replications/follow-claim.ts'
import { reasonChoices } from '../reasons/reason-list.ts'
import { claimEffects } from './claim-effects.ts'
import type { StepOfClaim } from './claim-effects.ts'
import { countReplicas } from './count-replicas.ts'
import { loadClaim } from './claim-page.queries.ts'

/**
 * Takes one step of a claim: checks it, writes what it does, the line of the timeline and the audit event; all or
 * nothing.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeClaimStep(db: Db, actor: Actor, asked: StepOfClaim) {
  return inTransaction(db, async (db) => {
    const { id, step, reason, code, day, now } = asked
    const claim = await loadClaim(db, actor, { id, now, lock: 'for update' })
    const reasons = await reasonChoices(db)
    const moment = { subject: claim, actor, now, reason, code, day, reasons }
    const decision = decide(claimLifecycle, step, moment)
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    const by = actingAs(claimLifecycle.steps[step].by, actor, claim)
    const columns = await claimEffects[step](db, { claim, asked, by, personId: actor.personId })
    await db
      .updateTable('claim')
      .set({ ...columns, updated_at: now })
      .where('id', '=', claim.id)
      .execute()
    await insertStep(db, actor, { claimId: claim.id, asked, by, decision })
    if (changesReplicas.includes(step)) await countReplicas(db, [claim.innovationId])
    if (step === 'stop' || step === 'resume') {
      const moved = { claimId: claim.id, step, cause: code ?? null, day: day ?? null, now } as const
      await followClaim(db, { ...moved, personId: actor.personId, organisationId: by.organisationId })
    }
    const detail = {
      from: decision.from,
      to: decision.to,
      role: by.role,
      organisation: by.organisationId,
      code,
    }
    await audit(db, actor, { what: `claim.${step}`, subjectId: claim.id, at: now, detail })
    return decision
  })
}

type Written = {
  claimId: string
  asked: StepOfClaim
  by: ReturnType<typeof actingAs>
  decision: { from: ClaimState; to: ClaimState }
}

/** The line of the timeline. */
async function insertStep(db: Tx, actor: Actor, { claimId, asked, by, decision }: Written): Promise<void> {
  await db
    .insertInto('claim_step')
    .values({
      id: uuidv7(),
      claim_id: claimId,
      step: asked.step,
      from_state: decision.from,
      to_state: decision.to,
      reason_code: asked.code ?? null,
      reason: asked.reason?.trim() || null,
      day: claimLifecycle.steps[asked.step].day === undefined ? null : asked.day!,
      link: asked.link,
      role: by.role,
      organisation_id: by.organisationId,
      person_id: actor.personId,
      at: asked.now,
    })
    .execute()
}

const changesReplicas: readonly ClaimStep[] = ['stop', 'resume', 'withdraw', 'uphold']

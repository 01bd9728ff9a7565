import type { ReplicationState, ReplicationStep } from '@semai/domain/replications/replication.lifecycle'
import type { StopReason } from '@semai/domain/claims/claim'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'

/** What was done about a claim that a replication may stand behind. */
export type ClaimMoved = {
  claimId: string
  step: 'stop' | 'resume'
  cause: StopReason | null
  day: string | null
  personId: string | null
  organisationId: string | null
  now: Date
}

const moves = {
  stop: { from: ['running', 'institutionalised'], to: 'stopped' },
  resume: { from: ['stopped'], to: 'running' },
} as const satisfies Record<string, { from: readonly ReplicationState[]; to: ReplicationState }>

/** A replication whose claim stopped or runs again has moved with it, whichever of the two pages was used. */
export async function followClaim(db: Tx, moved: ClaimMoved): Promise<void> {
  const { claimId, step, cause, day, personId, organisationId, now } = moved
  const { from, to } = moves[step]
  const before = await db
    .selectFrom('replication')
    .select(['id', 'state'])
    .where('claim_id', '=', claimId)
    .where('state', 'in', from)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return
  await db
    .updateTable('replication')
    .set({ state: to, moved_at: now, updated_at: now })
    .where('id', '=', before.id)
    .execute()
  await db
    .insertInto('replication_step')
    .values({
      id: uuidv7(),
      replication_id: before.id,
      step: step satisfies ReplicationStep,
      from_state: before.state,
      to_state: to,
      reason_code: cause,
      reason: null,
      day,
      role: null,
      organisation_id: organisationId,
      person_id: personId,
      at: now,
    })
    .execute()
}

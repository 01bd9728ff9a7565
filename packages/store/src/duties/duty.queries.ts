import type { BudgetRules } from '@semai/domain/action-plans/budget-calendar'
import { inOrder } from '@semai/domain/duties/duty'
import type { Duty } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { checkDuties } from './check-duties.ts'
import { findingDuties } from './finding-duties.ts'
import { ownDuties } from './own-duties.ts'
import { roundDuties } from './round-duties.ts'
import { visitDuties } from './visit-duties.ts'

export type DutyQuestion = {
  rules: BudgetRules
  now: Date
  /** `YYYY-MM-DD`. */
  today: string
}

/**
 * What replications, findings of programmes and monitoring rounds ask of this person now, as adopter, origin, mentor, hub, ministry or assessor, what was due
 * first before the rest.
 * Of each sort at most 200 records are looked at. Six queries, fewer for whom a sort does not concern.
 */
export async function dutiesOf(db: Db, actor: Actor, asked: DutyQuestion): Promise<Duty[]> {
  if (actor.grants.length === 0) return []
  const found = await Promise.all([
    ownDuties(db, actor, asked),
    visitDuties(db, actor, asked),
    checkDuties(db, actor, asked),
    findingDuties(db, actor, asked),
    roundDuties(db, actor),
  ])
  return inOrder(found.flat())
}

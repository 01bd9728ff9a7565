import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { ClaimState, ClaimStep } from '@semai/domain/claims/claim.lifecycle'
import type { Role } from '@semai/domain/people/actor'
import type { ColumnType, GeneratedAlways } from 'kysely'

/** Columns of a claim that people fill; an import leaves them empty. */
export type ClaimByPeople = {
  form: Unfilled<ReplicationForm>
  scope: Unfilled<string>
  legal_basis: Unfilled<string>
  budget_line: Unfilled<string>
  declared_at: Unfilled<Date>
  disputed_at: Unfilled<Date>
  disputed_by: Unfilled<string>
  answered_at: Unfilled<Date>
  state: ColumnType<ClaimState, never, never>
}

type Unfilled<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

/** What people did about claims. */
export type ClaimStepTable = {
  id: string
  /** Of steps of one instant the lower was written first. */
  ordinal: GeneratedAlways<number>
  claim_id: string
  step: ClaimStep | 'start'
  from_state: ClaimState
  to_state: ClaimState
  reason_code: string | null
  reason: string | null
  day: string | null
  link: string | null
  role: Role | null
  organisation_id: string | null
  person_id: string | null
  at: Date
}

import type { FundingKind, PartnerKind, RecordedLink } from '@semai/domain/action-plans/budget-chain'
import type { WindowStage } from '@semai/domain/action-plans/budget-calendar'
import type { PlanContent } from '@semai/domain/action-plans/plan.form'
import type { Role } from '@semai/domain/people/actor'
import type { ColumnType } from 'kysely'

/** Read as an object, written as its JSON. */
type Json<Value> = ColumnType<Value, string, string>

/** Tables of plans, of commitments and of the money of replications. */
export type ActionPlanTables = {
  action_plan: {
    replication_id: string
    content: Json<PlanContent>
    revision: number
    saved_by: string | null
    saved_at: Date
  }
  action_plan_version: {
    replication_id: string
    version: number
    content: Json<PlanContent>
    agreed_by: string | null
    agreed_at: Date
  }
  action_plan_comment: {
    id: string
    replication_id: string
    body: string
    role: Role | null
    organisation_id: string | null
    person_id: string | null
    at: Date
  }
  commitment: {
    id: string
    replication_id: string
    signer: string
    post: string
    signed_on: string
    number: string
    link: string | null
    recorded_by: string | null
    recorded_at: Date
    withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  commitment_amount: { commitment_id: string; year: number; amount: number }
  commitment_innovation: { commitment_id: string; innovation_id: string }
  budget_link: {
    replication_id: string
    year: number
    link: RecordedLink
    number: string | null
    dated: string | null
    sub_activity_code: string | null
    amount: number | null
    saved_by: string | null
    saved_at: Date
  }
  funding: {
    id: string
    replication_id: string
    year: number
    kind: FundingKind
    partner: string | null
    partner_kind: PartnerKind | null
    pledged: number
    allocated: number
    spent: number
    saved_by: string | null
    saved_at: Date
  }
  budget_window_told: {
    replication_id: string
    year: number
    link: RecordedLink
    stage: WindowStage
    told_at: Date
  }
}

import type { ReplicationForm, StopReason } from '@semai/domain/claims/claim'
import type { Role } from '@semai/domain/people/actor'
import type { ReplicationState, ReplicationStep } from '@semai/domain/replications/replication.lifecycle'
import type { MilestoneKind, RecommenderRole, ReplicationRoute } from '@semai/domain/replications/replication'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Left out it is null; it can be filled later. */
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

type ReplicationTable = {
  id: string
  code: Generated<string>
  innovation_id: string
  organisation_id: string
  institution_id: string
  region_code: string | null
  province_code: string | null
  local_name: string | null
  route: ReplicationRoute
  state: ReplicationState
  declared_form: Later<ReplicationForm>
  year: Later<number>
  legal_basis: Later<string>
  budget_line: Later<string>
  procedure: Later<string>
  claim_id: Later<string>
  forum_id: Later<string>
  need_id: Later<string>
  contact_id: Later<string>
  recommended_by: Later<string>
  recommended_as: Later<RecommenderRole>
  recommended_why: Later<string>
  answer_by: Later<string>
  revision: Generated<number>
  started_by: string | null
  created_at: Date
  moved_at: Date
  updated_at: Date
}

/** Tables of replications, their milestones and their steps, and of the forums that decide them. */
export type ReplicationTables = {
  replication: ReplicationTable
  replication_origin: {
    replication_id: string
    innovation_id: string
    version: number | null
    position: number
  }
  replication_milestone: {
    replication_id: string
    kind: MilestoneKind
    planned_on: string | null
    reached_on: string | null
    number: string | null
    note: string | null
    link: string | null
    saved_by: string | null
    saved_at: Date
  }
  replication_step: {
    id: string
    /** Of steps of one instant the lower was written first. */
    ordinal: GeneratedAlways<number>
    replication_id: string
    step: ReplicationStep | 'start'
    from_state: ReplicationState
    to_state: ReplicationState
    reason_code: StopReason | null
    reason: string | null
    day: string | null
    role: Role | null
    organisation_id: string | null
    person_id: string | null
    at: Date
  }
  replication_stay: {
    step_id: string
    replication_id: string
    innovation_id: string
    place_kind: string
    state: ReplicationState
    entered_on: string
    left_on: string | null
    days: number | null
  }
  forum: {
    id: string
    hub_id: string
    title: string
    held_on: string
    place: string | null
    minute_number: string
    minute: string
    link: string | null
    recorded_by: string | null
    recorded_at: Date
  }
}

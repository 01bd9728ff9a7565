import type { EngagementState } from '@semai/domain/mentoring/engagement.lifecycle'
import type { TeamPart, VisitMode } from '@semai/domain/mentoring/mentoring.form'

/** Tables of mentoring: teams, their engagements with stages, pauses and visits, and the list of stages. */
export type MentoringTables = {
  mentoring_stage: {
    key: string
    label_id: string
    label_en: string
    position: number
    promised_days: number
    retired_at: Date | null
  }
  public_holiday: { day: string; name: string }
  mentor_team: {
    id: string
    hub_id: string
    name: string
    university: string
    decree: string | null
    formed_by: string | null
    formed_at: Date
    ended_on: string | null
  }
  mentor_team_member: {
    id: string
    team_id: string
    person_id: string
    part: TeamPart
    since: string
    until: string | null
  }
  engagement: {
    id: string
    team_id: string
    organisation_id: string
    replication_id: string | null
    need_id: string | null
    mentor_id: string | null
    state: EngagementState
    purpose: string
    reason: string | null
    started_by: string | null
    started_at: Date
    moved_at: Date
  }
  engagement_stage: {
    engagement_id: string
    position: number
    stage: string
    promised_days: number
    entered_on: string | null
    left_on: string | null
  }
  engagement_pause: {
    id: string
    engagement_id: string
    from_on: string
    until_on: string | null
    reason: string
    paused_by: string | null
    paused_at: Date
  }
  engagement_visit: {
    id: string
    engagement_id: string
    held_on: string
    mode: VisitMode
    notes: string
    agreed: string | null
    written_by: string | null
    written_at: Date
  }
}

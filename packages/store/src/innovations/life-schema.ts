import type { HandoverState } from '@semai/domain/innovations/innovation-handover.lifecycle'
import type { Stage } from '@semai/domain/innovations/innovation'
import type { AnswerWay, RunningAnswer } from '@semai/domain/innovations/still-running'

/** Tables of the life of a record: answers, hand-overs, merges. */
export type LifeTables = {
  innovation_answer: {
    id: string
    innovation_id: string
    answer: RunningAnswer
    way: AnswerWay
    note: string | null
    name: string | null
    post: string | null
    person_id: string | null
    at: Date
  }
  innovation_handover: {
    id: string
    innovation_id: string
    state: HandoverState
    from_person: string | null
    to_person: string
    note: string | null
    reason: string | null
    offered_by: string | null
    offered_at: Date
    settled_at: Date | null
  }
  innovation_merge: {
    from_id: string
    into_id: string
    claims: string[]
    stage_before: Stage | null
    reason: string
    person_id: string | null
    at: Date
  }
}

import type { AnswerWay, RunningAnswer } from '@semai/domain/innovations/still-running'
import type { PulseAnswers, PulseQuestion } from '@semai/domain/pulse/pulse-questions'
import type { HandoverCause } from '@semai/domain/pulse/handover'
import type { CheckResult } from '@semai/domain/pulse/sample'
import type { ColumnType } from 'kysely'

/** Left out it is null; it is filled when somebody asks or answers. */
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

/** Tables of the pulse of replications, of the samples that are checked, and of hand-overs. */
export type PulseTables = {
  pulse_questions: {
    version: number
    questions: ColumnType<PulseQuestion[], string, never>
    made_by: string | null
    made_at: Date
  }
  pulse: {
    id: string
    replication_id: string
    round: string
    questions_version: number
    due_on: string
    until_on: string
    opened_at: Date
    asked_at: Later<Date>
    answered_at: Later<Date>
    answer: Later<RunningAnswer>
    way: Later<AnswerWay>
    stopped_on: Later<string>
    stop_reason: Later<string>
    answers: ColumnType<PulseAnswers, string | undefined, string>
    note: Later<string>
    name: Later<string>
    post: Later<string>
    person_id: Later<string>
    holds_until: Later<string>
  }
  pulse_sample: {
    id: string
    hub_id: string | null
    title: string
    from_on: string
    to_on: string
    size: number
    is_stratified: boolean
    seed: string
    seed_source: string
    method: string
    frame: string
    frame_hash: string
    frame_size: number
    drawn_by: string | null
    drawn_at: Date
    published_at: Later<Date>
  }
  pulse_sample_unit: {
    sample_id: string
    pulse_id: string
    position: number
    mentor_id: Later<string>
    result: Later<CheckResult>
    checked_on: Later<string>
    note: Later<string>
    checked_by: Later<string>
    checked_at: Later<Date>
  }
  handover_alarm: {
    id: string
    replication_id: string
    cause: HandoverCause
    person_id: string | null
    raised_at: Date
    settled_at: Later<Date>
    settled_by: Later<string>
  }
  pulse_told: { pulse_id: string; stage: 'due' | 'near' | 'lapsed'; told_at: Date }
}

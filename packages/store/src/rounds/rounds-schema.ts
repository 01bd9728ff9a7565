import type { AssessmentState } from '@semai/domain/rounds/assessment.lifecycle'
import type { Proposal } from '@semai/domain/rounds/award-proposal'
import type { Combining, Criterion, RoundKind, RoundObject } from '@semai/domain/rounds/round'
import type { RoundAnswerState } from '@semai/domain/rounds/round-answer.lifecycle'
import type { RoundState } from '@semai/domain/rounds/round.lifecycle'
import type { RoundAnswers, RoundQuestion } from '@semai/domain/rounds/round-question'
import type { ColumnType, GeneratedAlways } from 'kysely'

type Json<Value> = ColumnType<Value, string, string>

/** Tables of rounds: whom the ministry asks, what they answer, how it is assessed and what was decided. */
export type RoundTables = {
  round: {
    id: string
    code: string
    kind: RoundKind
    name: string
    year: number
    state: RoundState
    opens_on: string
    answers_until: Date
    assess_until: string | null
    assessors_per_locus: number
    combining: Combining
    basis: string | null
    basis_link: string | null
    form_version: number
    revision: number
    made_by: string | null
    made_at: Date
    moved_at: Date
    published_at: Date | null
  }
  round_form: {
    round_id: string
    version: number
    questions: Json<RoundQuestion[]>
    made_by: string | null
    made_at: Date
  }
  round_group: {
    id: string
    round_id: string
    position: number
    name_id: string
    name_en: string
    objects: RoundObject
    awards: number
    presentation_share: number
    criteria: Json<Criterion[]>
  }
  round_locus: {
    id: string
    round_id: string
    group_id: string
    innovation_id: string | null
    replication_id: string | null
    organisation_id: string
    chosen_by: 'rule' | 'hand'
    chosen_why: string
    extended_until: Date | null
    added_by: string | null
    added_at: Date
  }
  round_extension: {
    id: string
    locus_id: string
    until: Date
    reason: string
    given_by: string | null
    given_at: Date
  }
  round_step: {
    id: string
    ordinal: GeneratedAlways<number>
    round_id: string
    step: string
    from_state: string
    to_state: string
    reason: string | null
    person_id: string | null
    at: Date
  }
  round_answer: {
    locus_id: string
    state: RoundAnswerState
    revision: number
    submitted_at: Date | null
  }
  round_answer_text: {
    locus_id: string
    revision: number
    form_version: number
    content: Json<RoundAnswers>
    saved_by: string | null
    saved_at: Date
  }
  round_assessment: {
    id: string
    locus_id: string
    person_id: string
    state: AssessmentState
    recused_why: string | null
    assigned_by: string | null
    assigned_at: Date
    sent_at: Date | null
    presentation_score: number | null
    presentation_reason: string | null
    presentation_sent_at: Date | null
  }
  round_score: { assessment_id: string; criterion: string; score: number; reason: string }
  round_presentation: { locus_id: string; starts_at: Date; place: string | null; link: string | null }
  round_award: {
    locus_id: string
    is_awarded: boolean
    proposal: Proposal
    place: number | null
    reason: string | null
    decided_by: string | null
    decided_at: Date
  }
}

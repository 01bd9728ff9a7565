import type { CorrectionSubject } from '@semai/domain/corrections/correction.form'
import type { CorrectionState, CorrectionStep } from '@semai/domain/corrections/correction.lifecycle'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type CorrectionTable = {
  id: string
  subject_kind: CorrectionSubject
  innovation_id: string | null
  region_code: string | null
  subject_organisation_id: string | null
  organisation_id: string | null
  /** The claim that citizens question. */
  claim_id: ColumnType<string | null, string | null | undefined, never>
  state: CorrectionState
  wrong: string
  right: string
  source: string
  change_path: string | null
  change_version: number | null
  is_public: Generated<boolean>
  received_at: Date
  moved_at: Date
}

/** Tables of what the public says is wrong. */
export type CorrectionTables = {
  correction: CorrectionTable
  correction_sender: { correction_id: string; email: string; remove_on: string }
  correction_step: {
    id: string
    /** Of steps of one instant the lower was written first. */
    ordinal: GeneratedAlways<number>
    correction_id: string
    step: CorrectionStep
    from_state: CorrectionState
    to_state: CorrectionState
    reason: string | null
    person_id: string | null
    at: Date
  }
}

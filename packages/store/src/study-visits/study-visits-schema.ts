import type { StudyVisitState } from '@semai/domain/study-visits/study-visit.lifecycle'
import type { SlotForm, Willingness } from '@semai/domain/study-visits/study-visit.form'
import type { ColumnType } from 'kysely'

/** Null until the report. */
type Later = ColumnType<string | null, string | null | undefined, string | null>

/** Tables of study visits: what hosts say, the days they open, and what was asked of them. */
export type StudyVisitTables = {
  host_statement: {
    innovation_id: string
    willingness: Willingness
    words: string | null
    stated_by: string | null
    stated_at: Date
  }
  study_visit_slot: {
    id: string
    innovation_id: string
    held_on: string
    mode: SlotForm['mode']
    place: string | null
    capacity: number
    note: string | null
    opened_by: string | null
    opened_at: Date
  }
  study_visit: {
    id: string
    slot_id: string
    replication_id: string
    state: StudyVisitState
    people: number
    is_virtual: boolean
    questions: string
    reason: Later
    visited_on: Later
    process: Later
    cost: Later
    staff: Later
    regulation: Later
    failures: Later
    documents: Later
    link: Later
    report_saved_at: ColumnType<Date | null, Date | null | undefined, Date | null>
    requested_by: string | null
    requested_at: Date
    moved_at: Date
  }
}

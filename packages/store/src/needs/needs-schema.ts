import type { ColumnType, GeneratedAlways } from 'kysely'
import type { NeedContent } from '@semai/domain/needs/need.form'
import type { NeedEnding, NeedState } from '@semai/domain/needs/need.lifecycle'
import type { SelectionTable } from '@semai/domain/needs/selection'
import type { ServiceSector } from '@semai/domain/needs/service-sectors'

/** How a need came to be written down. */
export type NeedOrigin = 'form' | 'sheet' | 'complaints'

type Json<Content> = ColumnType<Content, string, string>

type NeedTable = {
  id: string
  organisation_id: string
  region_code: string | null
  province_code: string | null
  session_id: string | null
  source_key: string | null
  state: NeedState
  title: string
  sector: ServiceSector
  content: Json<NeedContent>
  priority: number | null
  priority_rule: string
  revision: ColumnType<number, number | undefined, number>
  origin: NeedOrigin
  ending: NeedEnding | null
  idea_edit_id: string | null
  started_by: string | null
  started_at: Date
  saved_at: Date
  stated_at: Date | null
  moved_at: Date
}

/** Tables of needs, of the sittings they come from, and of what was decided. */
export type NeedTables = {
  need_session: {
    id: string
    organisation_id: string
    held_on: string
    present: string
    minute: string
    person_id: string | null
    recorded_at: Date
  }
  need: NeedTable
  need_step: {
    id: string
    /** Of steps of one instant the lower was written first. */
    ordinal: GeneratedAlways<number>
    need_id: string
    step: string
    from_state: NeedState
    to_state: NeedState
    reason_code: string | null
    reason: string | null
    person_id: string | null
    at: Date
  }
  need_selection: {
    need_id: string
    content: Json<SelectionTable>
    revision: ColumnType<number, number | undefined, number>
    saved_by: string | null
    saved_at: Date
  }
  need_decision: {
    id: string
    need_id: string
    innovation_id: string
    number: string | null
    held_on: string
    present: string
    reason: string
    content: Json<SelectionTable>
    person_id: string | null
    at: Date
  }
}

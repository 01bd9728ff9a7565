import type { ColumnType, GeneratedAlways } from 'kysely'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { EditState } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type {
  FileDescription,
  FileLicence,
  FilePurpose,
  PeopleShown,
} from '@semai/domain/innovations/innovation-file.form'

type Json<Value> = ColumnType<Value, string, string>

type InnovationEditTable = {
  id: string
  innovation_id: string | null
  organisation_id: string
  state: EditState
  content: Json<InnovationContent>
  revision: ColumnType<number, number | undefined, number>
  base_version: number | null
  reason: string | null
  started_by: string | null
  started_at: Date
  saved_by: string | null
  saved_at: Date
  submitted_by: string | null
  moved_at: Date
}

/** Tables of working texts, versions and steps. */
export type WritingTables = {
  innovation_edit: InnovationEditTable
  innovation_edit_copy: {
    id: string
    edit_id: string
    content: Json<InnovationContent>
    revision: number
    person_id: string | null
    saved_at: Date
    taken_at: Date | null
  }
  innovation_edit_presence: { edit_id: string; person_id: string; seen_at: Date }
  innovation_version: {
    innovation_id: string
    number: number
    content: Json<InnovationContent>
    edit_id: string | null
    published_by: string | null
    published_at: Date
  }
  innovation_step: {
    id: string
    /** Of steps of one instant the lower was written first. */
    ordinal: GeneratedAlways<number>
    innovation_id: string
    step: string
    from_state: string
    to_state: string
    reason_code: string | null
    reason: string | null
    happened_on: string | null
    person_id: string | null
    at: Date
  }
  innovation_file: {
    id: string
    edit_id: string | null
    innovation_id: string | null
    file_id: string
    position: number
    is_picture: boolean
    purpose: FilePurpose
    proves: FileDescription['proves']
    title: string | null
    alt_id: string | null
    alt_en: string | null
    caption: string | null
    credit: string | null
    licence: FileLicence | null
    people: ColumnType<PeopleShown, PeopleShown | undefined, PeopleShown>
    is_public: ColumnType<boolean, boolean | undefined, boolean>
  }
}

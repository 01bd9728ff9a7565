import type { ColumnType } from 'kysely'
import type { BlueprintContent } from '@semai/domain/blueprints/blueprint'
import type { EditState } from '@semai/domain/innovations/innovation-edit.lifecycle'

type Json<Value> = ColumnType<Value, string, string>

type BlueprintEditTable = {
  id: string
  blueprint_id: string
  state: EditState
  content: Json<BlueprintContent>
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

/** Tables of blueprints: their working texts and their versions. */
export type BlueprintTables = {
  blueprint: {
    id: string
    innovation_id: string | null
    replication_id: ColumnType<string | null, string | null | undefined, never>
    version: number | null
    created_at: Date
  }
  blueprint_edit: BlueprintEditTable
  blueprint_edit_copy: {
    id: string
    edit_id: string
    content: Json<BlueprintContent>
    revision: number
    person_id: string | null
    saved_at: Date
    taken_at: Date | null
  }
  blueprint_edit_presence: { edit_id: string; person_id: string; seen_at: Date }
  blueprint_version: {
    blueprint_id: string
    number: number
    content: Json<BlueprintContent>
    note: string
    edit_id: string | null
    published_by: string | null
    published_at: Date
  }
}

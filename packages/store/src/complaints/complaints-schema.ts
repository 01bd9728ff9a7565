import type { ColumnMapping } from '@semai/domain/complaints/complaint-columns'
import type { ComplaintThemeState } from '@semai/domain/complaints/complaint-theme.lifecycle'
import type { ServiceSector } from '@semai/domain/needs/service-sectors'
import type { ColumnType } from 'kysely'

type Json<Content> = ColumnType<Content, string, string>

/** Tables of complaints: what was read, and its themes. */
export type ComplaintTables = {
  complaint_import: {
    id: string
    organisation_id: string
    columns: Json<ColumnMapping['columns']>
    unread_columns: number
    complaints: number
    alone: number
    person_id: string | null
    imported_at: Date
  }
  complaint_theme: {
    id: string
    import_id: string
    organisation_id: string
    state: ComplaintThemeState
    name: string
    words: string[]
    sector: ServiceSector
    complaints: number
    month_from: string | null
    month_to: string | null
    examples: string[]
    agencies: Json<{ id: string; count: number }[]>
    regions: Json<{ code: string; count: number }[]>
    need_id: string | null
    revision: ColumnType<number, number | undefined, number>
    moved_at: Date
  }
}

import type { ColumnType } from 'kysely'

/** Which record it belongs to: one of these. */
type Of = ColumnType<string | null, string | null | undefined, never>

/** Tables of files of records other than innovations. */
export type AttachmentTables = {
  attachment: {
    id: string
    document_id: Of
    commitment_id: Of
    report_id: Of
    locus_id: Of
    question: Of
    file_id: string
    alt: ColumnType<string | null, string | null | undefined, string | null>
    attached_by: string | null
    attached_at: Date
  }
}

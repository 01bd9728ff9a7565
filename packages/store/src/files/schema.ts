import type { ColumnType } from 'kysely'
import type { FileKind } from '@semai/domain/files/file-kind'

/** The record that an upload is for: one of several. */
type Target = ColumnType<string | null, string | null | undefined, never>

/** Tables of files and uploads. */
export type FileTables = {
  file_content: { sha256: string; bytes: number; touched_at: Date }
  file: {
    id: string
    kind: FileKind
    name: string
    content_sha256: string
    width: number | null
    height: number | null
    uploaded_by: string | null
    uploaded_at: Date
  }
  file_variant: {
    file_id: string
    width: number
    height: number
    format: 'webp' | 'jpeg'
    content_sha256: string
  }
  file_upload: {
    id: string
    edit_id: Target
    document_id: Target
    commitment_id: Target
    report_id: Target
    locus_id: Target
    question: Target
    person_id: string
    name: string
    bytes: number
    sha256: string | null
    received: ColumnType<number, number | undefined, number>
    started_at: Date
    expires_at: Date
    finished_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  }
  file_upload_part: { upload_id: string; start: number; bytes: number; sha256: string }
}

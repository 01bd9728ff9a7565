import type { DocumentKind, OfficialDocument } from '@semai/domain/documents/official-document'
import type { ColumnType } from 'kysely'

/** Documents written from records. */
export type DocumentTables = {
  document: {
    id: string
    code: string
    kind: DocumentKind
    replication_id: string
    content: ColumnType<OfficialDocument, string, never>
    made_by: string | null
    made_at: Date
    signed_number: string | null
    signed_on: string | null
    signed_link: string | null
    signed_at: Date | null
  }
}

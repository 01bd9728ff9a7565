import type { DocumentKind, OfficialDocument } from '@semai/domain/documents/official-document'
import type { ColumnType } from 'kysely'

/** Who reads a document, of those who may see its record. `inside`: whoever reads what is not public of a replication. */
export type DocumentAudience = 'public' | 'inside' | 'involved' | 'owner'

/** Null until the signed document came back. */
type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>
/** Which record it was written from. */
type Of = ColumnType<string | null, string | null | undefined, never>

/** Documents written from records. */
export type DocumentTables = {
  document: {
    id: string
    code: string
    kind: DocumentKind
    replication_id: Of
    need_id: Of
    study_visit_id: Of
    report_id: Of
    content: ColumnType<OfficialDocument, string, never>
    seen_by: ColumnType<DocumentAudience, DocumentAudience, never>
    digest: Of
    made_by: string | null
    made_at: Date
    signed_number: Later<string>
    signed_on: Later<string>
    signed_link: Later<string>
    signed_at: Later<Date>
  }
}

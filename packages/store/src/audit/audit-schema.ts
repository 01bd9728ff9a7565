import type { Generated } from 'kysely'

/** Tables of the trail besides `audit_event`. */
export type AuditTables = {
  personal_read: {
    id: Generated<number>
    at: Date
    reader_id: string | null
    reader_label: string
    what: string
    subject_id: string | null
    people: number
  }
}

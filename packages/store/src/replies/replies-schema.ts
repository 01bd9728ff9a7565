import type { ColumnType } from 'kysely'

type Later<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

/** Tables of the right of reply. */
export type ReplyTables = {
  reply_right: {
    id: string
    claim_id: string
    stopped_on: string
    organisation_id: string
    told_at: Date
    shown_from: string
    reply: Later<string>
    replied_by: Later<string>
    replied_at: Later<Date>
  }
}

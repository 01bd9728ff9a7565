import type { ColumnType } from 'kysely'
import type { MailChoice } from '@semai/domain/notices/notice'
import type { NoticeKind } from '@semai/domain/notices/notice-kinds'

type NoticeTable = {
  id: string
  person_id: string
  kind: NoticeKind
  detail: ColumnType<Record<string, unknown>, string, never>
  in_app: boolean
  mail_id: string | null
  once: string | null
  created_at: Date
  read_at: Date | null
}

type MailTable = {
  id: string
  kind: 'notice' | 'digest' | 'invitation'
  person_id: string | null
  invitation_id: string | null
  lang: 'id' | 'en' | null
  sealed: Buffer | null
  due_at: Date
  created_at: Date
  begun_at: Date | null
  sent_at: Date | null
  dropped_at: Date | null
  dropped_because: Dropped | null
}

/** Why a mail was not sent, and never will be. */
export type Dropped = 'mail is off' | 'nobody to send to' | 'nothing left to say'

/** Tables of notices, of what people chose about them, and of the mail that leaves. */
export type NoticeTables = {
  notice: NoticeTable
  mail: MailTable
  notice_preference: { person_id: string; kind: NoticeKind; in_app: boolean; mail: MailChoice }
}

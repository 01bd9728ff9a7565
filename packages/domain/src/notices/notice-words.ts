import type { Says } from '../text/says.ts'
import type { NoticeEntry, NoticeLine } from './notice.ts'
import { noticeKinds } from './notice-kinds.ts'
import type { NoticeDetails, NoticeKind } from './notice-kinds.ts'

/** A notice as it is kept: its kind, and what that kind needs. */
export type AnyNotice = { [Kind in NoticeKind]: { kind: Kind; detail: NoticeDetails[Kind] } }[NoticeKind]

/** What a notice says, and where it leads. */
export function noticeWords({ kind, detail }: AnyNotice): {
  subject: Says
  sentence: Says
  link: string
  lines: readonly NoticeLine[]
} {
  const entry = noticeKinds[kind] as NoticeEntry<AnyNotice['detail']>
  return {
    subject: entry.subject(detail),
    sentence: entry.sentence(detail),
    link: entry.link(detail),
    lines: entry.lines?.(detail) ?? [],
  }
}

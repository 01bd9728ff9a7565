import type { MailChoice } from './notice.ts'
import { noticeKinds, noticeNames } from './notice-kinds.ts'
import type { NoticeKind } from './notice-kinds.ts'

/** Where a person wants to be told of one kind. */
export type Preference = { isInApp: boolean; mail: MailChoice }

/** What holds for those who chose nothing. */
export function usualPreference(kind: NoticeKind): Preference {
  return { isInApp: true, mail: noticeKinds[kind].mail }
}

/** What holds for a person: their choice where the kind leaves one, and always everything where it does not. */
export function preferenceFor(kind: NoticeKind, chosen: Preference | null): Preference {
  return chosen !== null && noticeKinds[kind].maySwitchOff ? chosen : usualPreference(kind)
}

/** The kinds a person may choose about. */
export const optionalNotices: readonly NoticeKind[] = noticeNames.filter(
  (kind) => noticeKinds[kind].maySwitchOff,
)

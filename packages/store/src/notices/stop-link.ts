import { isNoticeKind, noticeKinds } from '@semai/domain/notices/notice-kinds'
import type { NoticeKind } from '@semai/domain/notices/notice-kinds'
import type { Db } from '../db/transaction.ts'
import { signLink } from '../people/signed-link.ts'

/** The purpose of a signed link that stops a kind of mail. */
export const stopPurpose = 'stop mail'
/** So long after it was sent, a mail can still be used to stop those like it. */
const daysValid = 365

/**
 * The path of the page where one press stops mail of these kinds; null where one of them can not be switched off.
 */
export async function stopPath(
  db: Db,
  { personId, kinds, now }: { personId: string; kinds: readonly NoticeKind[]; now: Date },
): Promise<string | null> {
  if (kinds.some((kind) => !noticeKinds[kind].maySwitchOff)) return null
  const expires = new Date(now.getTime() + daysValid * 86_400_000)
  const subject = [personId, ...[...new Set(kinds)].sort()].join(' ')
  return `/kabar/berhenti/${await signLink(db, { purpose: stopPurpose, subject, expires }, now)}`
}

/** Whose mail of which kinds a link stops. Its seal was checked; kinds this version does not know are left out. */
export function stopSubject(subject: string): { personId: string; kinds: NoticeKind[] } {
  const [personId = '', ...kinds] = subject.split(' ')
  return { personId, kinds: kinds.filter(isNoticeKind).filter((kind) => noticeKinds[kind].maySwitchOff) }
}

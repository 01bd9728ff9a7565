import type { Role } from '../people/actor.ts'
import type { MailChoice } from './notice.ts'
import { noticeKinds, noticeNames } from './notice-kinds.ts'
import type { NoticeKind } from './notice-kinds.ts'

/** Where a person wants to be told of one kind. */
export type Preference = { isInApp: boolean; mail: MailChoice }

/** What holds for those who chose nothing; some kinds are told to the holders of some roles only. */
export function usualPreference(kind: NoticeKind, roles: readonly Role[] | 'any' = 'any'): Preference {
  const { mail, usualFor } = noticeKinds[kind] as { mail: MailChoice; usualFor?: readonly Role[] }
  const isUsual = usualFor === undefined || roles === 'any' || roles.some((role) => usualFor.includes(role))
  return isUsual ? { isInApp: true, mail } : { isInApp: false, mail: 'off' }
}

/**
 * What holds for a person: their choice where the kind leaves one, and always everything where it does not. `roles`: those
 * they hold; any where it is known that the kind is for them.
 */
export function preferenceFor(
  kind: NoticeKind,
  chosen: Preference | null,
  roles: readonly Role[] | 'any' = 'any',
): Preference {
  return chosen !== null && noticeKinds[kind].maySwitchOff ? chosen : usualPreference(kind, roles)
}

/** The kinds a person may choose about. */
export const optionalNotices: readonly NoticeKind[] = noticeNames.filter(
  (kind) => noticeKinds[kind].maySwitchOff,
)

import type { Role } from '../people/actor.ts'
import type { Says } from '../text/says.ts'

/** How a person wants the e-mail of one kind of notice: at once, gathered, or not at all. */
export const mailChoices = ['now', 'daily', 'weekly', 'off'] as const
export type MailChoice = (typeof mailChoices)[number]

/** Under which heading a kind stands on the page of preferences. */
export const noticeGroups = ['writing', 'records', 'replications', 'roles', 'security'] as const
export type NoticeGroup = (typeof noticeGroups)[number]

/** A line of an e-mail that leads somewhere. */
export type NoticeLine = { says: Says; link: string }

/** One kind of notice. The inbox, e-mails, digests, preferences and documents derive from this entry. */
export type NoticeEntry<Detail> = {
  group: NoticeGroup
  /** What the kind is called where it is chosen. */
  title: Says
  /** Who is told. */
  receives: Says
  /** The line a person sees first: in the inbox, as the subject of an e-mail. */
  subject: (detail: Detail) => Says
  /** What happened, and what to do next. */
  sentence: (detail: Detail) => Says
  /** The path of the page it is about. */
  link: (detail: Detail) => string
  /** Further lines of its e-mail, each with the page it leads to. */
  lines?: (detail: Detail) => readonly NoticeLine[]
  /** How it is mailed to those who chose nothing. */
  mail: MailChoice
  /** Who is told without having chosen it; everyone it concerns where this is left out. */
  usualFor?: readonly Role[]
  /**
   * Whether a person may do without it. What protects the account is told always: whoever takes an account over must not
   * be able to silence the warning first.
   */
  maySwitchOff: boolean
  /** Mailed at night too. */
  isUrgent: boolean
}

/** Declares kinds of notices: none of the listed details is left out, and none is invented. */
export function declareNotices<Details extends object>(kinds: {
  [Kind in keyof Details]: NoticeEntry<Details[Kind]>
}): { [Kind in keyof Details]: NoticeEntry<Details[Kind]> } {
  return kinds
}

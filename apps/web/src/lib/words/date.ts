import type { Precision } from '@semai/domain/claims/claim'
import { dateWords as date } from '@semai/domain/time/date-words'
import type { Lang } from '#lib/site/lang.ts'

export { dateWords as date, instantWords as instant } from '@semai/domain/time/date-words'

/** The date of a claim, cut to what is known of it; an upper bound says that it is one. */
export function claimDate(lang: Lang, latest: string, precision: Precision): string {
  const known = { day: 10, month: 7, year: 4, by: 10 } as const
  const text = date(lang, latest.slice(0, known[precision]))
  if (precision !== 'by') return text
  return lang === 'id' ? `paling lambat ${text}` : `by ${text}`
}

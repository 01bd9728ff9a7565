import { date } from '#lib/words/date.ts'
import type { Lang } from '#lib/site/lang.ts'

/** When it started, as exactly as it is known; null when nobody knows. */
export function startedText(
  { startedFrom, startedTo }: { startedFrom: string | null; startedTo: string | null },
  lang: Lang,
): string | null {
  if (!startedFrom || !startedTo) return null
  if (startedFrom === startedTo) return date(lang, startedFrom)
  const sameMonth = startedFrom.slice(0, 7) === startedTo.slice(0, 7)
  if (sameMonth) return date(lang, startedFrom.slice(0, 7))
  const [first, last] = [startedFrom.slice(0, 4), startedTo.slice(0, 4)]
  return first === last ? first : `${first}–${last}`
}

/** The different starts that sources state, oldest first; more than one means that they disagree. */
export function startsStated(facts: readonly { field: string; value: string }[]): string[] {
  const stated = facts.filter(({ field }) => field === 'started' || field === 'started_year')
  return [...new Set(stated.map(({ value }) => value))].toSorted()
}

import type { Language } from './language.ts'
import { queryTokens } from './understood-query.ts'

const mostWords = 8

/** When a search that found nothing is shown to all: asked on so many different days, or so often. Source: house. */
export const shownDemand = { days: 2, times: 3 } as const

/**
 * A search that found nothing, as it may be kept: the roots of its words in order of the alphabet, or `null` when
 * it may name a person. Queries with long numbers (NIK, telephone), addresses of mail or pages are never kept, and
 * of the words only those of the language are, so that no name of a person stays.
 */
export function demandText(language: Language, text: string): string | null {
  if (/@|https?:|www\.|\d[\d\s.-]{4,}/i.test(text)) return null
  const tokens = queryTokens(language, text).filter((token) => token.importance >= 0.2)
  const kept = tokens.filter((token) => language.isKnown(token.word))
  const roots = [...new Set(kept.map((token) => token.root))].sort()
  return roots.length === 0 || roots.length > mostWords ? null : roots.join(' ').slice(0, 120)
}

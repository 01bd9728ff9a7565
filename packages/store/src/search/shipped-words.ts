import { buildLanguage } from '@semai/domain/search/language'
import type { Language } from '@semai/domain/search/language'
import { shippedLanguage } from './language-files.ts'

let shipped: Language | undefined

/** The language as shipped: what search documents are built with. */
export function shippedWords(): Language {
  shipped ??= buildLanguage(shippedLanguage().tables)
  return shipped
}

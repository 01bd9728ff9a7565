import type { Language } from '../search/language.ts'

export const complaintWordKinds = ['function', 'kept', 'service', 'role', 'name', 'maybe'] as const
/** What the list of words says of a word: see data/complaints. */
export type ComplaintWordKind = (typeof complaintWordKinds)[number]

/** What is known of the words of complaints. All take a word in lower case. */
export type ComplaintWords = {
  /** An ordinary word, in any of its forms. What is not is taken for a name or a place. */
  isOrdinary: (word: string) => boolean
  /** An ordinary word with a prefix that no name has, such as *diminta*: a name ends before it. */
  isVerb: (word: string) => boolean
  is: (kind: ComplaintWordKind, word: string) => boolean
}

/** Words of complaints: those listed by kind, beside all that search knows. */
export function complaintWords(
  language: Pick<Language, 'isKnown' | 'informal' | 'stem'>,
  listed: Readonly<Record<ComplaintWordKind, readonly string[]>>,
): ComplaintWords {
  const sets = Object.fromEntries(complaintWordKinds.map((kind) => [kind, new Set(listed[kind])])) as Record<
    ComplaintWordKind,
    Set<string>
  >
  const isListed = (word: string) =>
    sets.function.has(word) || sets.kept.has(word) || sets.service.has(word) || sets.role.has(word)
  const isPlain = (word: string) =>
    isListed(word) ||
    language.informal.has(word) ||
    language.isKnown(word) ||
    isListed(language.stem(word)) ||
    withoutAffixes(word).some(
      (inner) => sets.kept.has(inner) || (inner.length > 3 && sets.function.has(inner)),
    )
  const isOrdinary = (word: string) => word.split('-').every((part) => isPlain(part.replace(/2$/, '')))
  return {
    isOrdinary,
    isVerb: (word) =>
      word.length > 5 && /^(?:me|di|ber|ter)/.test(word) && isOrdinary(word) && language.stem(word) !== word,
    is: (kind, word) => sets[kind].has(word),
  }
}

const prefixes = /^(?:di|ke|se|ter|ber|memper|mem|men|meng|meny|me|pem|pen|peng|peny|per|pe)(?=.{4})/
const endings = /(?<=.{3})(?:nya|kan|an|i|lah|kah)$/

/** The word without a prefix, an ending, or both. */
function withoutAffixes(word: string): string[] {
  const bare = word.replace(endings, '')
  return [bare, word.replace(prefixes, ''), bare.replace(prefixes, '')]
}

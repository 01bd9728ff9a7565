import type { Language } from './language.ts'
import type { Collection, PartWeights } from './relevance.ts'
import type { SearchDocument } from './search-document.ts'
import { meaningOf } from './understood-query.ts'
import type { Concept } from './understood-query.ts'

/** Where two records resemble each other: in what they do, not in who did it where. */
export const resemblanceWeights: PartWeights = { A: 0.7, B: 1, C: 0.6, D: 0 }

const mostConcepts = 16
/** A word in a larger share of the records says nothing of one; in a handful of records every word may. */
const tooFrequent = 0.35
const handful = 5

/**
 * What a record is about, as concepts to find its like with: the rarest of its words and thesaurus phrases, but
 * for `names` (roots of its region), each with what means the same.
 */
export function characteristicConcepts(
  language: Language,
  document: SearchDocument,
  { collection, names }: { collection: Collection; names: ReadonlySet<string> },
): Concept[] {
  const words = [...document].flatMap(([root, places]) => {
    const strength = Math.max(...places.map(({ part }) => resemblanceWeights[part]))
    const records = collection.recordsWith(root)
    const share = records / Math.max(1, collection.records)
    if (strength === 0 || names.has(root) || (records > handful && share > tooFrequent)) return []
    return [{ roots: [root], worth: strength * language.importance(root) * -Math.log(Math.max(share, 1e-6)) }]
  })
  const rarest = words.sort((a, b) => b.worth - a.worth).slice(0, mostConcepts)
  const most = rarest[0]?.worth ?? 1
  const phrases = phrasesIn(language, document).map((roots) => ({ roots, worth: most }))
  return [...phrases, ...rarest].map(({ roots, worth }) => ({
    typed: roots.join(' '),
    importance: Math.min(1, worth / most),
    alternatives: [{ roots, weight: 1, how: 'typed' }, ...meaningOf(language, roots)],
    isPart: false,
  }))
}

/** Thesaurus phrases of two or more words that stand in name, summary or problem. */
function phrasesIn(language: Language, document: SearchDocument): string[][] {
  const text: string[] = []
  for (const [root, places] of document) {
    for (const { position, part } of places) if (part !== 'D') text[position] = root
  }
  const found = new Map<string, string[]>()
  for (let length = 2; length <= language.longestPhrase; length++) {
    for (let at = 0; at + length <= text.length; at++) {
      const roots = text.slice(at, at + length)
      const key = roots.join(' ')
      if (roots.filter(Boolean).length === length && language.meanings.has(key)) found.set(key, roots)
    }
  }
  return [...found.values()]
}

import type { ConceptLexicon } from '../similarity/concept-lexicon.ts'
import { expressionsOf } from './meanings.ts'
import type { MatchSource } from './need-matcher.ts'

/** A word of the need and the word of the source that means the same, both as written. */
export type SharedTerm = { need: string; source: string }

const most = 5
/** What is less alike than this, or as common, would not convince a reader. */
const convincing = 0.2

/** The words of need and source that mean the same, the most telling first; each word of the need once. */
export function sharedTerms(
  lexicon: ConceptLexicon,
  need: string,
  { source, rarity }: { source: MatchSource; rarity: (feature: number) => number },
): SharedTerm[] {
  const meant = new Map<number, { said: string; strength: number }>()
  for (const { text, weight } of source.parts) {
    const { types, weights, said } = expressionsOf(lexicon, text)
    types.forEach((type, i) => {
      const { ids, strengths } = lexicon.features(type)
      ids.forEach((feature, j) => {
        const strength = weight * weights[i]! * strengths[j]!
        if (strength > (meant.get(feature)?.strength ?? 0)) meant.set(feature, { said: said[i]!, strength })
      })
    })
  }
  const { types, weights, said } = expressionsOf(lexicon, need)
  const found = new Map<string, SharedTerm & { worth: number }>()
  types.forEach((type, i) => {
    const { ids, strengths } = lexicon.features(type)
    ids.forEach((feature, j) => {
      const other = meant.get(feature)
      if (!other) return
      const worth = weights[i]! * strengths[j]! * other.strength * rarity(feature)
      const known = found.get(other.said)
      if (worth > convincing && worth > (known?.worth ?? 0)) {
        found.set(other.said, { need: said[i]!, source: other.said, worth })
      }
    })
  })
  const best = [...found.values()].sort((a, b) => b.worth - a.worth)
  const needs = new Set<string>()
  return best
    .filter(({ need: word }) => !needs.has(word) && needs.add(word))
    .slice(0, most)
    .map(({ need: word, source: other }) => ({ need: word, source: other }))
}

import type { ConceptLexicon } from '../similarity/concept-lexicon.ts'
import type { Passages } from '../similarity/passages.ts'
import type { ReadPart } from './meanings.ts'

/** A word of the need and the word of the source that means the same, both as written. */
export type SharedTerm = { need: string; source: string }

const most = 5
/** What is less alike than this, or as common, would not convince a reader. */
const convincing = 0.2

/** The words of need and source that mean the same, the most telling first; each word of the need once. */
export function sharedTerms(
  lexicon: ConceptLexicon,
  need: Passages,
  { source, rarity }: { source: readonly ReadPart[]; rarity: (feature: number) => number },
): SharedTerm[] {
  const meant = new Map<number, { said: string; strength: number }>()
  for (const { passages, weight } of source) {
    const { types, weights, said } = passages
    types.forEach((type, i) => {
      const { ids, strengths } = lexicon.features(type)
      ids.forEach((feature, j) => {
        const strength = weight * weights[i]! * strengths[j]!
        if (strength > (meant.get(feature)?.strength ?? 0)) meant.set(feature, { said: said[i]!, strength })
      })
    })
  }
  const { types, weights, said } = need
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

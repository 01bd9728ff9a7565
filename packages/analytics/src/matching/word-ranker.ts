import type { ConceptLexicon } from '../similarity/concept-lexicon.ts'
import { addList, postingLists } from '../similarity/posting-lists.ts'
import { addMeanings, rarityIn } from './meanings.ts'
import type { ReadPart } from './meanings.ts'
import type { Passages } from '../similarity/passages.ts'

/** Ranks sources for a text that was read: one number each, 0 where nothing fits. */
export type Ranker = (need: Passages) => Float32Array

/** A feature that a source has more weakly than this says nothing of how rare it is. */
const certain = 0.4
/** How much a long source is held back: 0 not at all, 1 in proportion. */
const byLength = 0.7

/**
 * Ranks by words and the concepts they stand for: rare ones count more, long sources less. A need and a source meet
 * where they mean the same, whatever the word.
 * Cost: linear in the expressions; then for a text the postings of its features.
 * Source: inverse frequency weighting with pivoted length (Spärck Jones 1972; Singhal 1996).
 */
export function wordRanker(
  lexicon: ConceptLexicon,
  sources: readonly (readonly ReadPart[])[],
): { rank: Ranker; rarity: (feature: number) => number } {
  const vectors = sources.map((parts) => {
    const into = new Map<number, number>()
    for (const { passages, weight } of parts) addMeanings(lexicon, passages, { into, weight })
    return into
  })
  const rarity = rarityIn(vectors, certain)
  const lengths = vectors.map((vector) =>
    Math.hypot(...[...vector].map(([feature, strength]) => strength * rarity(feature))),
  )
  const usual = lengths.reduce((sum, length) => sum + length, 0) / sources.length || 1
  const lists = postingLists((visit) =>
    vectors.forEach((vector, source) => {
      const divisor = 1 - byLength + (byLength * lengths[source]!) / usual
      for (const [feature, strength] of vector) visit(feature, source, strength / divisor)
    }),
  )
  const rank: Ranker = (need) => {
    const asked = new Map<number, number>()
    addMeanings(lexicon, need, { into: asked, weight: 1 })
    const sums = new Float32Array(sources.length)
    for (const [list, strength] of asked) addList(lists, { list, factor: strength * rarity(list) ** 2 }, sums)
    return sums
  }
  return { rank, rarity }
}

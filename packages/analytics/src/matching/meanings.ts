import type { ConceptLexicon } from '../similarity/concept-lexicon.ts'
import { cuesOf, passagesOf } from '../similarity/passages.ts'
import type { Passages } from '../similarity/passages.ts'

const noCues = cuesOf([])

/** The expressions of a text, each counting fully: what a need denies or laments is what it is about. */
export function expressionsOf(lexicon: ConceptLexicon, text: string): Passages {
  return passagesOf(lexicon, noCues, { text })
}

/** As much of a word as tells what a text is about: from this weight on, all of it. */
const telling = 0.45

/** The same expressions as topics read them: filling words tell hardly anything. */
export function toldBy(passages: Passages): Passages {
  return { ...passages, stresses: passages.weights.map((weight) => Math.min(1, weight / telling)) }
}

/** A text of a source, read once for all rankers. */
export type ReadPart = { passages: Passages; weight: number; told: number }

/** Adds what the expressions of a text mean, each feature once with its greatest strength. */
export function addMeanings(
  lexicon: ConceptLexicon,
  { types, weights }: Pick<Passages, 'types' | 'weights'>,
  { into, weight }: { into: Map<number, number>; weight: number },
): void {
  types.forEach((type, i) => {
    const { ids, strengths } = lexicon.features(type)
    for (let j = 0; j < ids.length; j++) {
      const strength = weight * weights[i]! * strengths[j]!
      if (strength > (into.get(ids[j]!) ?? 0)) into.set(ids[j]!, strength)
    }
  })
}

const unseen = 0.7

/** How rare each feature is, from 0 (in every source) to 1 (in none), by the vectors of the sources. */
export function rarityIn(
  vectors: readonly ReadonlyMap<number, number>[],
  certain: number,
): (feature: number) => number {
  const sourcesWith = new Map<number, number>()
  for (const vector of vectors) {
    for (const [feature, strength] of vector) {
      if (strength > certain) sourcesWith.set(feature, (sourcesWith.get(feature) ?? 0) + 1)
    }
  }
  const most = Math.log(1 + vectors.length / unseen)
  return (feature) => Math.log(1 + vectors.length / (unseen + (sourcesWith.get(feature) ?? 0))) / most
}

/** Sums of a ranker on a scale that ends at 1: half of it where the sum is 1. */
export function saturated(sum: number): number {
  return sum / (sum + 1)
}

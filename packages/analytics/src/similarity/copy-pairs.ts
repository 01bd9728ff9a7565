import { copyCollection, prior } from './copy-collection.ts'
import type { CopyCollection, CopyLanguage } from './copy-collection.ts'
import { means } from './concept-lexicon.ts'
import { passagesOf } from './passages.ts'
import type { Passages } from './passages.ts'
import { addList, largest } from './posting-lists.ts'
import { coverage, matchesOf, textIndex } from './soft-alignment.ts'
import { refuseShare } from '../numbers/refusals.ts'

/** Two texts of one collection that say the same: how much of one the other speaks of, from 0 to below 1. */
export type CopyPair = { a: string; b: string; score: number }

/** Two texts that say less than this of each other are not worth a reader's time; see docs/methods/near-copies.md. */
export const pairThreshold = 0.3

/** What can make two texts candidates: their rarest features, each in not too many texts, and together enough. */
const rarest = 24
const mostOwners = 400
const candidates = 5
const leastShared = 0.15

/**
 * All pairs of texts of which one speaks of at least `threshold` of what the other says, in the same words or in others
 * for the same concepts. The higher share of the two directions is the score. Rests on rare words and concepts to find
 * pairs: two texts without a rare one in common are not compared, and of the texts before it each text is compared with
 * the five that share most.
 * @returns pairs in which `a` comes before `b` in the texts, best first; ties in the order of the texts.
 * @throws RangeError as copyCollection does, and for a threshold outside 0 to 1.
 * Cost: linear in the words, then 24 lists of at most 400 texts and a few exact comparisons a text. Memory as
 *   copyCollection.
 */
export function copyPairs(
  texts: readonly { id: string; text: string }[],
  language: CopyLanguage,
  { threshold = pairThreshold }: { threshold?: number } = {},
): CopyPair[] {
  refuseShare('copyPairs: the threshold', threshold)
  const collection = copyCollection(
    texts.map(({ id, text }) => ({ id, does: text })),
    { ...language, cues: [], frames: [] },
  )
  const read = (source: number) =>
    passagesOf(collection.lexicon, collection.cues, { text: texts[source]!.text })
  const found: { a: number; b: number; score: number }[] = []
  const sums = new Float32Array(texts.length)
  for (let b = 1; b < texts.length; b++) {
    sums.fill(0)
    for (const list of rarestFeatures(collection, b)) addList(collection.postings, { list, factor: 1 }, sums)
    const likely = largest(sums.subarray(0, b), candidates).filter((a) => sums[a]! >= leastShared)
    if (likely.length === 0) continue
    const own = read(b)
    for (const a of likely) {
      const score = Math.max(spoken(collection, a, own), spoken(collection, b, read(a)))
      if (score >= threshold) found.push({ a, b, score })
    }
  }
  return found
    .sort((one, other) => other.score - one.score || one.a - other.a || one.b - other.b)
    .map(({ a, b, score }) => ({ a: texts[a]!.id, b: texts[b]!.id, score }))
}

function spoken(collection: CopyCollection, source: number, passages: Passages): number {
  const matches = matchesOf(collection, collection.does, source, textIndex(collection, passages))
  return coverage(matches, { prior: prior.does })
}

/** Its rarest features that other texts have too. */
function rarestFeatures({ does, lexicon, postings }: CopyCollection, source: number): number[] {
  const owners = (feature: number) => (postings.start[feature + 1] ?? 0) - (postings.start[feature] ?? 0)
  const own = new Set<number>()
  for (let i = does.start[source]!; i < does.start[source + 1]!; i++) {
    const { ids, strengths } = lexicon.features(does.types[i]!)
    for (let j = 0; j < ids.length; j++) {
      const count = owners(ids[j]!)
      if (strengths[j]! > means && count > 1 && count <= mostOwners) own.add(ids[j]!)
    }
  }
  return [...own].sort((a, b) => owners(a) - owners(b) || a - b).slice(0, rarest)
}

import { addTo } from './phrases.ts'
import type { CopyCollection, Said } from './copy-collection.ts'
import type { Passages } from './passages.ts'

/** The expressions of a text by what they mean: feature → occurrence, strength, occurrence, strength … */
export type TextIndex = { passages: Passages; places: ReadonlyMap<number, readonly number[]> }

/** What in a text speaks of each expression of a source, sentence by sentence. */
export type Matches = {
  /** Expressions of the source, and sentences of the text: rows and columns of `values`. */
  expressions: number
  sentences: number
  values: Float32Array
  /** The occurrence in the text behind each value; -1 for none. */
  occurrences: Int32Array
  whole: number
}

const usedAgain = 0.3

export function textIndex({ lexicon }: CopyCollection, passages: Passages): TextIndex {
  const places = new Map<number, number[]>()
  passages.types.forEach((type, occurrence) => {
    const spoken = Math.min(1, 0.3 + passages.weights[occurrence]!) * passages.stresses[occurrence]!
    const { ids, strengths } = lexicon.features(type)
    for (let j = 0; j < ids.length; j++) {
      addTo(places, ids[j]!, occurrence, strengths[j]! * spoken)
    }
  })
  return { passages, places }
}

/** For each expression of source `source` and each sentence: the worth of the best expression that means the same. */
export function matchesOf(
  collection: CopyCollection,
  said: Said,
  source: number,
  { passages, places }: TextIndex,
): Matches {
  const from = said.start[source]!
  const expressions = said.start[source + 1]! - from
  const sentences = passages.sentences.length
  const values = new Float32Array(expressions * sentences)
  const occurrences = new Int32Array(values.length).fill(-1)
  for (let i = 0; i < expressions; i++) {
    const type = said.types[from + i]!
    const worth = collection.worth(type)
    const weight = said.weights[from + i]!
    const { ids, strengths } = collection.lexicon.features(type)
    for (let j = 0; j < ids.length; j++) {
      const found = places.get(ids[j]!)
      if (!found) continue
      const most = weight * strengths[j]! * Math.min(worth, collection.rarity(ids[j]!))
      for (let k = 0; k < found.length; k += 2) {
        const cell = i * sentences + passages.sentenceOf[found[k]!]!
        const value = most * found[k + 1]!
        if (value <= values[cell]!) continue
        values[cell] = value
        occurrences[cell] = found[k]!
      }
    }
  }
  return { expressions, sentences, values, occurrences, whole: said.whole[source]! }
}

/** How much of the source one sentence speaks of, from 0 to 1, without asking what else it speaks of. */
export function spokenIn({ expressions, sentences, values, whole }: Matches, prior: number): Float32Array {
  const sums = new Float32Array(sentences)
  for (let i = 0; i < expressions; i++) {
    for (let s = 0; s < sentences; s++) sums[s]! += values[i * sentences + s]!
  }
  return sums.map((sum) => sum / (whole + prior))
}

/** One expression of the source and the occurrence in the text that speaks of it. */
export type Pair = { expression: number; occurrence: number; value: number }

/**
 * The share of the source that the text speaks of, from 0 to below 1: a one-to-one alignment, best pairs first; what
 * already stands for one expression of the source counts 0.3 of its worth for the next. `prior` is added to the worth of
 * the source. `stresses` tells how much each sentence counts. The pairs are put into `pairs` when it is given.
 */
export function coverage(
  { expressions, sentences, values, occurrences, whole }: Matches,
  { prior, stresses }: { prior: number; stresses?: Float32Array },
  pairs?: Pair[],
): number {
  const value = (cell: number, sentence: number) => values[cell]! * (stresses?.[sentence] ?? 1)
  const best = new Float32Array(expressions)
  for (let i = 0; i < expressions; i++) {
    for (let s = 0; s < sentences; s++) best[i] = Math.max(best[i]!, value(i * sentences + s, s))
  }
  const order = [...best.keys()].filter((i) => best[i]! > 0).sort((a, b) => best[b]! - best[a]! || a - b)
  const uses = new Map<number, number>()
  let covered = 0
  for (const expression of order) {
    let [most, occurrence] = [0, -1]
    for (let s = 0; s < sentences; s++) {
      const cell = expression * sentences + s
      const worth = value(cell, s) * usedAgain ** (uses.get(occurrences[cell]!) ?? 0)
      if (worth > most) [most, occurrence] = [worth, occurrences[cell]!]
    }
    uses.set(occurrence, (uses.get(occurrence) ?? 0) + 1)
    covered += most
    pairs?.push({ expression, occurrence, value: most })
  }
  return covered / (whole + prior)
}

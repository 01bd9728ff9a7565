import { alignedPassages } from './aligned-passages.ts'
import type { AlignedPassage } from './aligned-passages.ts'
import { copyCollection } from './copy-collection.ts'
import type { CopyCollection, CopyLanguage, CopySource } from './copy-collection.ts'
import { disclosedIn, nameFinder } from './disclosure.ts'
import { comparable, likeliestByFrame } from './framed-sources.ts'
import { passagesOf } from './passages.ts'
import type { Passages } from './passages.ts'
import { addList, largest } from './posting-lists.ts'
import { resemblance } from './resemblance.ts'
import type { Likeness } from './resemblance.ts'
import { textIndex } from './soft-alignment.ts'
import { refuseShare } from '../numbers/refusals.ts'

/** A text to be looked at. */
export type CopyText = { title?: string; text: string }

/** How a text resembles one source. */
export type Resemblance = Likeness & {
  id: string
  /** The text calls the source, or the place it comes from, by name. */
  named: boolean
  placed: boolean
}

export type CopyVerdict = {
  /** Resembles a source at least as much as the threshold, and does not say where it comes from. */
  copy: boolean
  /** The sentence that discloses an origin; null when there is none. */
  disclosed: string | null
  /** Likely sources, best first. */
  results: Resemblance[]
}

/** Compares texts with one collection. */
export type CopyFinder = {
  /** The verdict and at most `limit` likely sources. */
  find(text: CopyText, options?: { threshold?: number; limit?: number }): CopyVerdict
  /** What the text retells of one source, strongest passages first. @throws RangeError when there is no such source. */
  aligned(text: CopyText, id: string): AlignedPassage[]
}

/** Chosen on texts of our own, see docs/methods/near-copies.md. */
export const copyThreshold = 0.33

const believed = { named: 0.5, placed: 0.15 }
const candidates = { byWords: 40, byKind: 20 }
const nearTop = 3
const leastNamed = 0.1

/**
 * Finds copies and retellings of sources: what is said, not only how. A text resembles a source as far as it speaks of
 * what the source does, in the same words or in others for the same concepts, and tells of the same kind of doing; that
 * it has the same problem only supports this. What the text turns away from counts little. A text that says where its
 * idea comes from is no copy, but is traced all the same.
 * @throws RangeError as copyCollection does; `find` for a threshold outside 0 to 1.
 * Cost: reading the sources once; then for a text its postings and about 60 exact comparisons.
 * Source: inverse frequency weighting (Spärck Jones 1972), soft word alignment, frames as in Fillmore (1976); the
 *   combination is ours.
 * @example nearCopies([{ id: 'a', does: 'bell rings at birth' }], { read: (text) => text.split(' ').map((written) =>
 *   ({ written, root: written, weight: 1 })), concepts: [], frames: [], cues: [] })
 *   .find({ text: 'bell rings at birth' }).copy // true
 */
export function nearCopies(sources: readonly CopySource[], language: CopyLanguage): CopyFinder {
  const collection = copyCollection(sources, language)
  const namedIn = nameFinder(sources.map(({ names = [] }) => names))
  const placedIn = nameFinder(sources.map(({ places = [] }) => places))
  const read = (text: CopyText) => passagesOf(collection.lexicon, collection.cues, text)
  return {
    find(text, { threshold = copyThreshold, limit = 5 } = {}) {
      refuseShare('nearCopies: the threshold', threshold)
      const passages = read(text)
      const named = new Set(namedIn(text.text))
      const placed = new Set(placedIn(text.text))
      const found = resemblances(collection, passages, named)
        .map((one) => ({ ...one, named: named.has(one.source), placed: placed.has(one.source) }))
        .sort(byScore)
      const disclosed = disclosedIn(collection, passages, {
        isNamed: found.some((one) => one.named && (one.placed || one.score > leastNamed)),
        isPlaced: found.slice(0, nearTop).some((one) => one.placed),
      })
      const ranked = disclosed === null ? found : found.map(asBelieved).sort(byScore)
      const copy = disclosed === null && (found[0]?.score ?? 0) >= threshold
      return { copy, disclosed, results: ranked.slice(0, limit).map(({ source: _, ...result }) => result) }
    },
    aligned(text, id) {
      const source = sources.findIndex((one) => one.id === id)
      if (source < 0) throw new RangeError(`nearCopies: no source with id ${id}`)
      return alignedPassages(collection, source, textIndex(collection, read(text)))
    },
  }
}

type Found = Resemblance & { source: number }

function byScore(a: Found, b: Found): number {
  return b.score - a.score || a.source - b.source
}

/** Who says where an idea comes from is to be believed. */
function asBelieved(one: Found): Found {
  const more = one.named ? believed.named : one.placed ? believed.placed : 0
  return { ...one, score: one.score + more * (1 - one.score) }
}

function resemblances(
  collection: CopyCollection,
  passages: Passages,
  named: ReadonlySet<number>,
): (Likeness & { id: string; source: number })[] {
  const { sources, framed, lexicon, postings } = collection
  const index = textIndex(collection, passages)
  const frames = comparable(framed, framed.read(passages))
  const sums = new Float32Array(sources.length)
  for (const [list, factor] of strongestFeatures(lexicon, passages)) addList(postings, { list, factor }, sums)
  const likely = new Set([
    ...largest(sums, candidates.byWords),
    ...likeliestByFrame(framed, { sources: sources.length, count: candidates.byKind }, frames),
    ...named,
  ])
  return [...likely].map((source) => ({
    id: sources[source]!.id,
    source,
    ...resemblance(collection, source, index),
  }))
}

function strongestFeatures(
  lexicon: CopyCollection['lexicon'],
  { types, stresses }: Passages,
): Map<number, number> {
  const strongest = new Map<number, number>()
  types.forEach((type, i) => {
    const { ids, strengths } = lexicon.features(type)
    for (let j = 0; j < ids.length; j++) {
      const strength = strengths[j]! * stresses[i]!
      if (strength > 0.1 && strength > (strongest.get(ids[j]!) ?? 0)) strongest.set(ids[j]!, strength)
    }
  })
  return strongest
}

import type { Place, Part, SearchDocument } from './search-document.ts'
import type { Alternative, Concept } from './understood-query.ts'

/** How much a word counts by the part of the record it stands in. */
export type PartWeights = Readonly<Record<Part, number>>

/** What relevance needs to know of the collection. */
export type Collection = {
  records: number
  /** Records whose text has this root. */
  recordsWith: (root: string) => number
}

/** The part weights of search, found on the tuning half of the labelled queries. */
export const searchWeights: PartWeights = { A: 1.25, B: 1, C: 0.6, D: 0.45 }

const saturation = 0.9
const looseness = 0.45
const adjacency = 0.25

/**
 * How well a record answers the concepts of a query: the sum over concepts of rarity × importance × how
 * strongly the record speaks of it (a saturating sum over parts, in the manner of BM25F), times the share of
 * the asked-for weight that the record speaks of at all. 0 when it speaks of none. Prepared once for a query,
 * then cheap for each record.
 */
export function relevanceTo(
  concepts: readonly Concept[],
  collection: Collection,
  weights: PartWeights = searchWeights,
): (document: SearchDocument) => number {
  const asked = concepts.map((concept) => {
    const rareness = rarity(concept, collection)
    return { concept, rareness, worth: concept.importance * rareness }
  })
  const whole = asked.reduce((sum, { concept, worth }) => sum + (concept.isPart ? 0 : worth), 0)
  return (document) => {
    let score = 0
    let covered = 0
    for (const { concept, worth } of asked) {
      const strength = conceptStrength(concept, document, weights)
      score += worth * strength
      if (!concept.isPart) covered += worth * Math.min(1, strength * 1.5)
    }
    if (score === 0) return 0
    return (score + neighbours(asked, document)) * (0.25 + 0.75 * (whole > 0 ? covered / whole : 1))
  }
}

/** Rarity of a concept: inverse document frequency of its most frequent good alternative. */
function rarity(concept: Concept, collection: Collection): number {
  let most = 0
  for (const { roots, weight } of concept.alternatives) {
    if (weight < 0.6) continue
    const records = Math.min(...roots.map(collection.recordsWith))
    most = Math.max(most, roots.length > 1 ? records * 0.6 : records)
  }
  return Math.log(1 + (collection.records - most + 0.5) / (most + 0.5))
}

function conceptStrength(concept: Concept, document: SearchDocument, weights: PartWeights): number {
  let best = 0
  let sum = 0
  for (const alternative of concept.alternatives) {
    const strength = alternative.weight * alternativeStrength(alternative, document, weights)
    best = Math.max(best, strength)
    sum += strength
  }
  return best + 0.1 * (sum - best)
}

function alternativeStrength({ roots }: Alternative, document: SearchDocument, weights: PartWeights): number {
  const places = roots.map((root) => document.get(root))
  if (places.some((found) => found === undefined)) return 0
  const [first = [], ...rest] = places as (readonly Place[])[]
  if (rest.length === 0) return saturated(first, weights)
  const together = first.filter((start) =>
    rest.every((found, i) => found.some((place) => place.position === start.position + i + 1)),
  )
  if (together.length > 0) return saturated(together, weights)
  const near = first.filter((start) =>
    rest.every((found) =>
      found.some((place) => Math.abs(place.position - start.position) <= roots.length + 2),
    ),
  )
  return (
    (near.length > 0 ? 0.75 : looseness) *
    Math.min(...[first, ...rest].map((found) => saturated(found, weights)))
  )
}

function saturated(places: readonly Place[], weights: PartWeights): number {
  const counted: Record<Part, number> = { A: 0, B: 0, C: 0, D: 0 }
  for (const { part } of places) counted[part] += 1
  let sum = 0
  for (const part of ['A', 'B', 'C', 'D'] as const) sum += weights[part] * Math.min(1.5, counted[part])
  return ((1 + saturation) * sum) / (sum + saturation)
}

/** A little more for words that stand side by side in the record as they do in the query. */
function neighbours(
  asked: readonly { concept: Concept; rareness: number }[],
  document: SearchDocument,
): number {
  const words = asked.filter(({ concept }) => concept.alternatives[0]?.roots.length === 1)
  let more = 0
  for (let i = 1; i < words.length; i++) {
    const [one, other] = [words[i - 1]!, words[i]!]
    const ends = goodPlaces(other.concept, document)
    const together = goodPlaces(one.concept, document).some((start) =>
      ends.some((end) => end.position === start.position + 1),
    )
    if (together) more += adjacency * Math.min(one.rareness, other.rareness)
  }
  return more
}

function goodPlaces(concept: Concept, document: SearchDocument): Place[] {
  return concept.alternatives.flatMap(({ roots, weight }) =>
    weight >= 0.7 ? (document.get(roots[0]!) ?? []) : [],
  )
}

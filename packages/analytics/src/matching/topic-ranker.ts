import type { ConceptLexicon } from '../similarity/concept-lexicon.ts'
import { frameReader } from '../similarity/frames.ts'
import type { FrameRow, FrameVector } from '../similarity/frames.ts'
import { addList, postingLists } from '../similarity/posting-lists.ts'
import { rarityIn, toldBy } from './meanings.ts'
import type { ReadPart } from './meanings.ts'
import type { Passages } from '../similarity/passages.ts'
import type { Ranker } from './word-ranker.ts'

/** A topic under its name: expressions that are signs of it by themselves, and hints that tell of it together. */
export type TopicRow = FrameRow & { name: string }

export type TopicRanker = {
  rank: Ranker
  /** Names of the topics that text and source share, the most telling first. */
  shared(need: Passages, source: readonly ReadPart[]): string[]
}

/** A source is about a topic when it tells of it more than this, and at least this share of its strongest. */
const floors = { least: 0.3, ofMost: 0.3 }
/** From here on a source makes its topic less rare. */
const certain = 0.5
/** A topic is named as a reason when both sides tell of it so much, and it is worth this share of the best one. */
const nameable = { need: 0.33, source: 0.4, ofBest: 0.6 }
const mostNamed = 2

/**
 * Ranks by what both are about. A list of topics knows the everyday words in which people tell of a problem and those in
 * which a service is described; so a need finds a source with which it shares no word.
 * Cost: linear in the expressions of sources; then for a text the postings of its topics.
 */
export function topicRanker(
  lexicon: ConceptLexicon,
  sources: readonly (readonly ReadPart[])[],
  topics: readonly TopicRow[],
): TopicRanker {
  const read = frameReader(lexicon, topics)
  const told = (passages: Passages): FrameVector => read(toldBy(passages))
  const vectors = sources.map((source) => vectorOf(source, told))
  const rarity = rarityIn(vectors, certain)
  const lists = postingLists((visit) =>
    vectors.forEach((vector, source) => {
      const length = Math.hypot(...[...vector].map(([topic, amount]) => amount * rarity(topic)))
      for (const [topic, amount] of vector) visit(topic, source, (amount * rarity(topic)) / length)
    }),
  )
  return {
    rank(need) {
      const sums = new Float32Array(sources.length)
      for (const [list, amount] of told(need)) addList(lists, { list, factor: amount * rarity(list) }, sums)
      return sums
    },
    shared(need, source) {
      return mostTelling(told(need), vectorOf(source, told), rarity).map((topic) => topics[topic]!.name)
    },
  }
}

/** What a source tells of all in all, without what is chance. */
function vectorOf(parts: readonly ReadPart[], told: (passages: Passages) => FrameVector): FrameVector {
  const sums = new Map<number, number>()
  for (const { passages, told: share } of parts) {
    if (share === 0) continue
    for (const [topic, amount] of told(passages)) sums.set(topic, (sums.get(topic) ?? 0) + share * amount)
  }
  const least = Math.max(floors.least, floors.ofMost * Math.max(0, ...sums.values()))
  return new Map([...sums].filter(([, amount]) => amount > least))
}

function mostTelling(asked: FrameVector, source: FrameVector, rarity: (topic: number) => number): number[] {
  return [...source]
    .filter(([topic, amount]) => amount > nameable.source && (asked.get(topic) ?? 0) > nameable.need)
    .map(([topic, amount]) => ({ topic, worth: amount * asked.get(topic)! * rarity(topic) }))
    .sort((a, b) => b.worth - a.worth)
    .filter(({ worth }, _, [best]) => worth >= nameable.ofBest * best!.worth)
    .slice(0, mostNamed)
    .map(({ topic }) => topic)
}

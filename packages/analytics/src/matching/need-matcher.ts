import { conceptLexicon } from '../similarity/concept-lexicon.ts'
import type { ConceptLexicon, ConceptRow, WordReader } from '../similarity/concept-lexicon.ts'
import { largest } from '../similarity/posting-lists.ts'
import { sharedTerms } from './match-reasons.ts'
import type { SharedTerm } from './match-reasons.ts'
import { expressionsOf, saturated } from './meanings.ts'
import { phraseRows, withPhraseWords } from './topic-phrases.ts'
import { topicRanker } from './topic-ranker.ts'
import type { TopicRow } from './topic-ranker.ts'
import { wordRanker } from './word-ranker.ts'

/** A text of something that may answer a need. */
export type MatchPart = {
  text: string
  /** How much its words count, and how much it tells what the source is about; each from 0 to 1. */
  weight: number
  told: number
  /** Whether it may be quoted as a reason. What only helps to find is not. */
  isShown: boolean
}

export type MatchSource = { id: string; parts: readonly MatchPart[] }

/** Topics that rank for themselves. `isNamed`: they are told as reasons. */
export type TopicList = { rows: readonly TopicRow[]; isNamed: boolean }

/** What is known of a language: words, concepts, and lists of topics. */
export type MatchLanguage = {
  read: WordReader
  concepts: readonly ConceptRow[]
  topics: readonly TopicList[]
}

/** How a source fits a need. All from 0 to below 1; `topics` in the order of the lists. */
export type NeedMatch = { id: string; score: number; words: number; topics: readonly number[] }

/** Why it fits, from what may be shown: words of both sides that mean the same, and topics they share. */
export type MatchReasons = { terms: readonly SharedTerm[]; topics: readonly string[] }

export type NeedMatcher = {
  /** The sources that fit best, best first; only those `among` lets pass. */
  match(need: string, options?: { limit?: number; among?: (id: string) => boolean }): NeedMatch[]
  /** @throws RangeError when there is no such source. */
  reasons(need: string, id: string): MatchReasons
}

/**
 * Finds what answers a need told in everyday words. Three rankers, each on its own scale of 0 to 1, and their mean: words
 * with the concepts they stand for, and each list of topics.
 * @throws RangeError when there are no sources or an id comes twice.
 * Cost: reading the sources once, about 0.1 ms each; then for a need the postings of its features.
 * Source: the parts are named where they are; the mean is ours. Chosen on needs of our own: docs/methods/need-match.md.
 * @example needMatcher([{ id: 'a', parts: [{ text: 'clean water', weight: 1, told: 1, isShown: true }] }], { topics: [],
 *   read: (text) => text.split(' ').map((written) => ({ written, root: written, weight: 1 })), concepts: [] })
 *   .match('water').map(({ id }) => id) // ['a']
 */
export function needMatcher(sources: readonly MatchSource[], language: MatchLanguage): NeedMatcher {
  const places = new Map(sources.map(({ id }, place) => [id, place]))
  if (sources.length === 0) throw new RangeError('needMatcher: there are no sources')
  if (places.size < sources.length) throw new RangeError('needMatcher: an id comes twice')
  const lexicon = lexiconOf(language)
  const read = (text: string) => expressionsOf(lexicon, text)
  const partsOf = (parts: readonly MatchPart[]) =>
    parts.map((part) => ({ ...part, passages: read(part.text) }))
  const parts = sources.map((source) => partsOf(source.parts))
  const words = wordRanker(lexicon, parts)
  const topics = language.topics.map(({ rows, isNamed }) => {
    const told = rows.map((row) => withPhraseWords(language.read, row))
    return { ...topicRanker(lexicon, parts, told), isNamed }
  })
  const rankers = [words.rank, ...topics.map(({ rank }) => rank)]
  return {
    match(text, { limit = 10, among = () => true } = {}) {
      const need = read(text)
      const ranked = rankers.map((rank) => rank(need).map(saturated))
      const means = meansOf(ranked).map((mean, source) => (among(sources[source]!.id) ? mean : 0))
      return largest(means, limit).map((source) => ({
        id: sources[source]!.id,
        score: means[source]!,
        words: ranked[0]![source]!,
        topics: ranked.slice(1).map((one) => one[source]!),
      }))
    },
    reasons(text, id) {
      const place = places.get(id)
      if (place === undefined) throw new RangeError(`needMatcher: no source with id ${id}`)
      const need = read(text)
      const source = partsOf(sources[place]!.parts.filter(({ isShown }) => isShown))
      return {
        terms: sharedTerms(lexicon, need, { source, rarity: words.rarity }),
        topics: [...new Set(topics.flatMap(({ shared, isNamed }) => (isNamed ? shared(need, source) : [])))],
      }
    },
  }
}

function lexiconOf({ read, concepts, topics }: MatchLanguage): ConceptLexicon {
  return conceptLexicon(read, [...concepts, ...phraseRows(topics.flatMap(({ rows }) => rows))])
}

function meansOf(ranked: readonly Float32Array[]): Float32Array {
  const means = new Float32Array(ranked[0]!.length)
  for (const one of ranked) one.forEach((value, source) => (means[source]! += value / ranked.length))
  return means
}

import type { Language, Meaning, Phrase } from './language.ts'
import { splitWord } from './spelling.ts'
import type { Correction } from './spelling.ts'
import { wordsOf } from './words.ts'

/** One way a record can speak of what was asked. */
export type Alternative = {
  roots: Phrase
  /** How well it answers, from 0 to 1. */
  weight: number
  how: 'typed' | 'same' | 'also' | 'spelling' | 'prefix'
}

/** One thing that was asked for, with every way to say it. */
export type Concept = {
  typed: string
  /** The word as it was typed, when it was read differently. */
  asTyped?: string
  /** How much it counts in this query, from 0 to 1. */
  importance: number
  alternatives: readonly Alternative[]
  /** Part of a longer phrase that is a concept of its own. */
  isPart: boolean
}

/** What the collection knows about a typed word. */
export type WordKnowledge = {
  /** Whether some record has a word with this root. */
  isIndexed: (root: string) => boolean
  /** Words that may have been meant, best first. */
  corrections: (word: string) => readonly Correction[]
  /** Indexed words that go on where the typed word stops, best first. */
  continuations: (word: string) => readonly string[]
}

const sameWeight = 0.85
const partImportance = 0.35

type Token = { word: string; root: string; importance: number; asTyped?: string }

/** The words of a query that count, with their roots. */
export function queryTokens(language: Language, text: string): Token[] {
  return wordsOf(text, language.informal)
    .map((word) => ({ word, root: language.stem(word), importance: language.importance(word) }))
    .filter((token) => token.importance > 0)
}

/** Words that neither the language nor the collection knows: ask the collection what was meant. */
export function unknownWords(
  language: Language,
  text: string,
  isIndexed: WordKnowledge['isIndexed'],
): string[] {
  return queryTokens(language, text)
    .filter((token) => !language.isKnown(token.word) && !isIndexed(token.root) && !/^\d+$/.test(token.word))
    .map((token) => token.word)
}

/**
 * What a query asks for: its concepts in order, each with its alternatives. Thesaurus phrases are found
 * longest first, after slips of the pen are put right; their words stay as weaker concepts of their own.
 */
export function understoodQuery(language: Language, text: string, known: WordKnowledge): Concept[] {
  const tokens = splitJoined(language, queryTokens(language, text), known)
  const guesses = new Map<Token, readonly Alternative[]>()
  const read = tokens.map((token) => readToken(language, token, known, guesses))
  const concepts: Concept[] = []
  for (let at = 0; at < read.length;) {
    const length = phraseLength(language, read, at)
    const words = read.slice(at, at + length)
    if (length > 1) concepts.push(phraseConcept(language, words))
    for (const token of words)
      concepts.push(wordConcept(language, token, length > 1, guesses.get(token) ?? []))
    at += length
  }
  const asked = concepts.filter((concept) => concept.importance >= 0.1)
  return asked.length > 0 ? asked : concepts
}

function splitJoined(language: Language, tokens: readonly Token[], known: WordKnowledge): Token[] {
  const isWord = (word: string) => language.isKnown(word) && language.importance(word) > 0
  return tokens.flatMap((token) => {
    if (language.isKnown(token.word) || known.isIndexed(token.root)) return [token]
    const pair = splitWord(token.word, isWord)
    if (!pair || known.corrections(token.word).some((correction) => correction.weight > 0.8)) return [token]
    return pair.map((word) => ({ word, root: language.stem(word), importance: language.importance(word) }))
  })
}

/** The token as it was probably meant; other guesses are kept beside it. */
function readToken(
  language: Language,
  token: Token,
  known: WordKnowledge,
  guesses: Map<Token, readonly Alternative[]>,
): Token {
  if (language.isKnown(token.word) || known.isIndexed(token.root)) return token
  const corrected = known.corrections(token.word)
  const continued = known.continuations(token.word)
  const meant = corrected[0]?.word ?? continued[0]
  if (meant === undefined) return token
  const read: Token = {
    word: meant,
    root: language.stem(meant),
    importance: language.importance(meant) || 0.05,
    asTyped: token.word,
  }
  guesses.set(read, [
    ...corrected.map(({ word, weight }): Alternative => ({
      roots: [language.stem(word)],
      weight,
      how: 'spelling',
    })),
    ...continued.map((word): Alternative => ({ roots: [language.stem(word)], weight: 0.6, how: 'prefix' })),
  ])
  return read
}

function phraseLength(language: Language, tokens: readonly Token[], at: number): number {
  for (let length = Math.min(language.longestPhrase, tokens.length - at); length > 1; length--) {
    if (language.meanings.has(keyOf(tokens.slice(at, at + length)))) return length
  }
  return 1
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.root).join(' ')
}

function phraseConcept(language: Language, tokens: readonly Token[]): Concept {
  const roots = tokens.map((token) => token.root)
  return {
    typed: tokens.map((token) => token.word).join(' '),
    importance: 1,
    alternatives: [{ roots, weight: 1, how: 'typed' }, ...meaningOf(language, roots)],
    isPart: false,
  }
}

function wordConcept(
  language: Language,
  token: Token,
  isPart: boolean,
  guesses: readonly Alternative[],
): Concept {
  const roots = [token.root]
  const certain = guesses[0]?.weight ?? 1
  const own: Alternative[] = guesses.length > 0 ? [...guesses] : [{ roots, weight: 1, how: 'typed' }]
  const others = meaningOf(language, roots).map((alternative) => ({
    ...alternative,
    weight: alternative.weight * certain,
  }))
  return {
    typed: token.word,
    importance: token.importance * (isPart ? partImportance : 1),
    alternatives: strongest([...own, ...others]),
    isPart,
    ...(token.asTyped === undefined ? {} : { asTyped: token.asTyped }),
  }
}

/** The other ways to say a phrase, by its meanings. */
export function meaningOf(language: Language, roots: Phrase): Alternative[] {
  const meanings: readonly Meaning[] = language.meanings.get(roots.join(' ')) ?? []
  const alternatives = meanings.flatMap((meaning): Alternative[] => [
    ...meaning.same.map((phrase): Alternative => ({ roots: phrase, weight: sameWeight, how: 'same' })),
    ...meaning.also.map((phrase): Alternative => ({ roots: phrase, weight: meaning.weight, how: 'also' })),
  ])
  const own = roots.join(' ')
  return strongest(alternatives).filter((alternative) => alternative.roots.join(' ') !== own)
}

function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>()
  for (const alternative of alternatives) {
    const key = alternative.roots.join(' ')
    const present = best.get(key)
    if (!present || alternative.weight > present.weight) best.set(key, alternative)
  }
  return [...best.values()]
}

import { stemmer } from './stem.ts'
import type { Stemmer } from './stem.ts'
import { wordsOf } from './words.ts'
import type { InformalSpellings } from './words.ts'

/** One row of the thesaurus: `words` mean the same; whoever types one of them also finds `alsoFinds`. */
export type SynonymRow = {
  words: readonly string[]
  alsoFinds: readonly string[]
  /** How well `alsoFinds` answers, from 0 to 1. */
  weight: number
}

/** The editable language data, as read from its files and tables. */
export type LanguageTables = {
  roots: readonly string[]
  informal: readonly { written: string; meant: string }[]
  synonyms: readonly SynonymRow[]
  /** 0: never a search word; up to 1: a full one. */
  stopWords: readonly { word: string; weight: number }[]
}

/** A word or phrase as roots, in order. */
export type Phrase = readonly string[]

/** A meaning: phrases that say the same, and phrases that also answer it. */
export type Meaning = { same: readonly Phrase[]; also: readonly Phrase[]; weight: number }

/** Everything search knows about Indonesian words, ready for use. */
export type Language = {
  informal: InformalSpellings
  stem: Stemmer
  /** How much a word counts in a query, from 0 to 1. */
  importance: (word: string) => number
  /** Meanings by the phrase that names them (roots joined by a space). */
  meanings: ReadonlyMap<string, readonly Meaning[]>
  /** The most words one thesaurus phrase has. */
  longestPhrase: number
  /** Whether this is a word of the language data: such a word is not taken for a slip of the pen. */
  isKnown: (word: string) => boolean
  /** All words of the thesaurus, as written: what a slip of the pen may have meant. */
  vocabulary: ReadonlySet<string>
}

/** The roots of a text in order, without words that never count. */
export function rootsOf(language: Language, text: string): string[] {
  return wordsOf(text, language.informal)
    .filter((word) => language.importance(word) > 0)
    .map(language.stem)
}

/** Builds the language from its tables. Takes some milliseconds: build once, keep. */
export function buildLanguage(tables: LanguageTables): Language {
  const roots = new Set(tables.roots)
  const stem = stemmer(roots)
  const informal = new Map(tables.informal.map(({ written, meant }) => [written, meant.split(' ')]))
  const importances = new Map(tables.stopWords.map(({ word, weight }) => [word, weight]))
  const vocabulary = new Set<string>()
  for (const row of tables.synonyms) {
    for (const phrase of [...row.words, ...row.alsoFinds]) {
      for (const word of wordsOf(phrase, informal)) vocabulary.add(word)
    }
  }
  const importance = (word: string) => importances.get(word) ?? (isFiller(word) ? 0 : 1)
  const isKnown = (word: string) =>
    vocabulary.has(word) || importances.has(word) || roots.has(word) || roots.has(stem(word))
  const language = { informal, stem, importance, isKnown, vocabulary, meanings: new Map(), longestPhrase: 1 }
  const meanings = meaningsOf(tables.synonyms, language)
  const longestPhrase = Math.max(1, ...[...meanings.keys()].map((key) => key.split(' ').length))
  return { ...language, meanings, longestPhrase }
}

/** A single letter says nothing (`e-voting`); a digit may (`6 in 1`). */
function isFiller(word: string): boolean {
  return word.length === 1 && !/\d/.test(word)
}

function meaningsOf(rows: readonly SynonymRow[], language: Language): Map<string, Meaning[]> {
  const meanings = new Map<string, Meaning[]>()
  const phrases = (texts: readonly string[]) =>
    distinct(texts.map((text) => rootsOf(language, text))).filter((phrase) => phrase.length > 0)
  for (const row of rows) {
    const meaning: Meaning = { same: phrases(row.words), also: phrases(row.alsoFinds), weight: row.weight }
    for (const phrase of meaning.same) {
      const key = phrase.join(' ')
      meanings.set(key, [...(meanings.get(key) ?? []), meaning])
    }
  }
  return meanings
}

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()]
}

import type { ConceptRow, WordReader } from '@semai/analytics/similarity/concept-lexicon'
import type { CopyLanguage } from '@semai/analytics/similarity/copy-collection'
import type { Cue, CueRole } from '@semai/analytics/similarity/passages'
import { stemmer } from '@semai/domain/search/stem'
import { wordsOf } from '@semai/domain/search/words'
import { languageRows, listed, shippedLanguage } from './language-files.ts'

/** The thesaurus of search brings its words to comparisons too; what it also finds is meant more loosely there. */
const ofSearch = { worth: 0.75, looseness: 0.8 }

/**
 * What the comparison of texts knows of Indonesian: the language of search, and the concepts, kinds of doing and cues of
 * data/similarity. Reads the files; takes some tens of milliseconds.
 */
export function indonesianCopyLanguage(): CopyLanguage {
  const { tables } = shippedLanguage()
  const worths = new Map(
    languageRows('similarity/kinds.csv').map((row) => [row['kind']!, Number(row['worth'])]),
  )
  const own = languageRows('similarity/concepts.csv').map((row): ConceptRow => ({
    words: listed(row['words']!),
    suggests: listed(row['suggests']!),
    weight: Number(row['weight']),
    worth: worths.get(row['kind']!)!,
  }))
  const shared = tables.synonyms.map(({ words, alsoFinds, weight }): ConceptRow => ({
    words,
    suggests: alsoFinds,
    weight: weight * ofSearch.looseness,
    worth: ofSearch.worth,
  }))
  const cues = languageRows('similarity/cues.csv').map((row): Cue => ({
    words: row['words']!,
    role: row['role'] as CueRole,
  }))
  const frames = languageRows('similarity/frames.csv').map((row) => ({
    signs: listed(row['signs']!),
    hints: listed(row['hints']!),
  }))
  return { read: wordReader(own), concepts: [...own, ...shared], cues, frames }
}

/** Words with roots; roots that only the concepts know are known too. */
function wordReader(concepts: readonly ConceptRow[]): WordReader {
  const { roots, informal, stopWords } = shippedLanguage().tables
  const spellings = new Map(informal.map(({ written, meant }) => [written, meant.split(' ')]))
  const weights = new Map(stopWords.map(({ word, weight }) => [word, weight]))
  for (const { word = '', weight } of languageRows('similarity/common.csv')) {
    weights.set(word, Math.min(Number(weight), weights.get(word) ?? 1))
  }
  const known = new Set(roots)
  const bare = stemmer(known)
  const unknown = concepts
    .flatMap(({ words }) => words.flatMap((text) => wordsOf(text, spellings)))
    .filter((word) => /^[a-z]{4,}$/.test(word) && bare(word) === word && !/^(me|di|ber|ter|ke|pe)/.test(word))
  const stem = stemmer(new Set([...roots, ...unknown]))
  const weightOf = (word: string) => weights.get(word) ?? (word.length === 1 && !/\d/.test(word) ? 0 : 1)
  return (text) =>
    wordsOf(text, spellings).map((written) => ({ written, root: stem(written), weight: weightOf(written) }))
}

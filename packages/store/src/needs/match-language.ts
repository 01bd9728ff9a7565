import type { MatchLanguage } from '@semai/analytics/matching/need-matcher'
import type { TopicRow } from '@semai/analytics/matching/topic-ranker'
import { indonesianCopyLanguage } from '../search/copy-language.ts'
import { languageRows, listed } from '../search/language-files.ts'

let read: MatchLanguage | undefined

/**
 * What matching knows of Indonesian: words and concepts of search and of comparisons, the kinds of doing of
 * data/similarity, and the problems and sectors of data/matching. Reads the files once.
 */
export function indonesianMatchLanguage(): MatchLanguage {
  if (read) return read
  const { read: words, concepts } = indonesianCopyLanguage()
  const kinds = languageRows('similarity/frames.csv').map((row): TopicRow => ({
    name: row['frame']!,
    signs: listed(row['signs']!),
    hints: listed(row['hints']!),
  }))
  const problems = languageRows('matching/problems.csv').map((row): TopicRow => {
    const signs = listed(row['signs']!)
    return { name: signs[0]!, signs, hints: listed(row['tells']!) }
  })
  const sectors = languageRows('matching/sectors.csv').map((row): TopicRow => ({
    name: row['sector']!,
    signs: [],
    hints: listed(row['words']!),
  }))
  // The names of kinds of doing are short for experts; problems and sectors are everybody's words.
  const lists = [
    { rows: kinds, isNamed: false },
    { rows: problems, isNamed: true },
    { rows: sectors, isNamed: true },
  ]
  read = { read: words, concepts, topics: lists }
  return read
}

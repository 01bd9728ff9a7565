import { buildLanguage } from '@semai/domain/search/language'
import type { Language } from '@semai/domain/search/language'
import type { Db } from '../db/transaction.ts'
import { shippedLanguage } from './language-files.ts'
import { searchTables } from './schema.ts'
import { shippedWords } from './shipped-words.ts'

const freshMs = 60_000
const kept = new WeakMap<Db, { until: number; added: string; language: Language }>()

/** The language of queries: as shipped, with an administrator's rows. Looked up at most once a minute. */
export async function searchLanguage(db: Db): Promise<Language> {
  const known = kept.get(db)
  if (known && known.until > performance.now()) return known.language
  const tables = searchTables(db)
  const synonyms = await tables.selectFrom('search_synonym').selectAll().orderBy('id').execute()
  const stopWords = await tables.selectFrom('search_stopword').selectAll().orderBy('word').execute()
  const added = JSON.stringify([synonyms, stopWords])
  const language = known?.added === added ? known.language : withRows(synonyms, stopWords)
  kept.set(db, { until: performance.now() + freshMs, added, language })
  return language
}

function withRows(
  synonyms: readonly { words: string[]; also_finds: string[]; weight: number }[],
  stopWords: readonly { word: string; weight: number }[],
): Language {
  if (synonyms.length === 0 && stopWords.length === 0) return shippedWords()
  const { tables } = shippedLanguage()
  return buildLanguage({
    ...tables,
    synonyms: [
      ...tables.synonyms,
      ...synonyms.map(({ words, also_finds, weight }) => ({ words, alsoFinds: also_finds, weight })),
    ],
    stopWords: [...tables.stopWords, ...stopWords],
  })
}

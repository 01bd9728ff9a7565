import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageTables } from '@semai/domain/search/language'
import { parse } from 'csv-parse/sync'
import { productFolder } from '../db/product-folder.ts'

const folder = join(productFolder(), 'data/search')

export type ShippedLanguage = {
  tables: LanguageTables
  /** Changes with every change of what search documents are built from. */
  fingerprint: string
}

let read: ShippedLanguage | undefined

/** The language data of data/search, read once. */
export function shippedLanguage(): ShippedLanguage {
  read ??= readLanguage()
  return read
}

function readLanguage(): ShippedLanguage {
  const roots = rows('roots.csv').map((row) => row['root']!)
  const informal = rows('informal.csv').map((row) => ({ written: row['written']!, meant: row['meant']! }))
  const stopWords = rows('stopwords.csv').map((row) => ({
    word: row['word']!,
    weight: Number(row['weight']),
  }))
  const synonyms = rows('synonyms.csv').map((row) => ({
    words: listed(row['words']!),
    alsoFinds: listed(row['also_finds']!),
    weight: Number(row['weight']),
  }))
  const unindexed = stopWords.filter(({ weight }) => weight === 0).map(({ word }) => word)
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([roots, informal, unindexed]))
    .digest('hex')
  return { tables: { roots, informal, synonyms, stopWords }, fingerprint }
}

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true })
}

function listed(cell: string): string[] {
  return cell.split(';').flatMap((phrase) => phrase.trim() || [])
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LanguageTables } from '@semai/domain/search/language'
import { parse } from 'csv-parse/sync'
import { productFolder } from '../db/product-folder.ts'

const folder = join(productFolder(), 'data')

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
  const roots = languageRows('search/roots.csv').map((row) => row['root']!)
  const informal = languageRows('search/informal.csv').map((row) => ({
    written: row['written']!,
    meant: row['meant']!,
  }))
  const stopWords = languageRows('search/stopwords.csv').map((row) => ({
    word: row['word']!,
    weight: Number(row['weight']),
  }))
  const synonyms = languageRows('search/synonyms.csv').map((row) => ({
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

/** Rows of a language file below `data`, by column. */
export function languageRows(file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true })
}

/** A list inside a cell, separated by semicolons. */
export function listed(cell: string): string[] {
  return cell.split(';').flatMap((phrase) => phrase.trim() || [])
}

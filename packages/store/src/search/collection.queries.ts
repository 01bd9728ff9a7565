import type { Collection } from '@semai/domain/search/relevance'
import { corrections } from '@semai/domain/search/spelling'
import { queryTokens, unknownWords, understoodQuery } from '@semai/domain/search/understood-query'
import type { Concept, WordKnowledge } from '@semai/domain/search/understood-query'
import type { Language } from '@semai/domain/search/language'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

const freshMs = 60_000
const mostKept = 20_000
type Kept = { until: number; records: number; roots: Map<string, number> }
let kept = new WeakMap<Db, Kept>()

/** Counts of words are read anew: call it after they changed. */
export function forgetRoots(): void {
  kept = new WeakMap()
}

/** How many innovations there are, and how many have each of these roots. One query, none for roots asked lately. */
export async function collectionOf(db: Db, roots: readonly string[]): Promise<Collection> {
  const known = freshCounts(db)
  const missing = roots.filter((root) => !known.roots.has(root))
  if (missing.length > 0) {
    const { rows } = await sql<{ root: string | null; records: number }>`
      select root, records from search_root where root = any(${missing}::text[])
      union all select null, coalesce((select records from search_index), 0)`.execute(db)
    for (const root of missing) known.roots.set(root, 0)
    for (const { root, records } of rows) {
      if (root === null) known.records = records
      else known.roots.set(root, records)
    }
  }
  return { records: known.records, recordsWith: (root) => known.roots.get(root) ?? 0 }
}

function freshCounts(db: Db): Kept {
  const known = kept.get(db)
  if (known && known.until > performance.now() && known.roots.size < mostKept) return known
  const fresh: Kept = { until: performance.now() + freshMs, records: 0, roots: new Map() }
  kept.set(db, fresh)
  return fresh
}

/**
 * What a query asks of this collection: its concepts, slips of the pen put right by the words of the collection.
 * At most one query for words nobody knows.
 */
export async function conceptsOf(db: Db, language: Language, text: string): Promise<Concept[]> {
  const foreign = queryTokens(language, text).filter((token) => !language.isKnown(token.word))
  const { recordsWith } = await collectionOf(
    db,
    foreign.map((token) => token.root),
  )
  const isIndexed = (root: string) => recordsWith(root) > 0
  const unknown = unknownWords(language, text, isIndexed)
  const near = unknown.length === 0 ? new Map<string, number>() : await nearWords(db, unknown)
  const thesaurus = unknown.length === 0 ? [] : [...language.vocabulary].map((word) => [word, 0] as const)
  const vocabulary = new Map<string, number>([...thesaurus, ...near])
  const known: WordKnowledge = {
    isIndexed,
    corrections: (word) => corrections(word, vocabulary),
    continuations: (word) => continuations(word, near),
  }
  return understoodQuery(language, text, known)
}

const mostUnknown = 6

async function nearWords(db: Db, unknown: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ word: string; records: number }>`
    select distinct found.word, found.records from unnest(${unknown.slice(0, mostUnknown)}::text[]) typed (word)
    cross join lateral (
      (select word, records from search_word w where w.word % typed.word order by similarity(w.word, typed.word) desc limit 60)
      union all
      (select word, records from search_word w where length(typed.word) >= 4 and w.word like typed.word || '%'
       order by records desc, word limit 20)
    ) found`.execute(db)
  return new Map(rows.map(({ word, records }) => [word, records]))
}

function continuations(typed: string, near: ReadonlyMap<string, number>): string[] {
  if (typed.length < 4) return []
  return [...near]
    .filter(([word]) => word.startsWith(typed))
    .sort(([one, few], [other, many]) => many - few || one.localeCompare(other))
    .slice(0, 5)
    .map(([word]) => word)
}

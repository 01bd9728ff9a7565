import type { Collection } from '@semai/domain/search/relevance'
import { looseCondition, strictCondition } from '@semai/domain/search/search-condition'
import type { Concept } from '@semai/domain/search/understood-query'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { collectionOf, conceptsOf } from './collection.queries.ts'
import { searchLanguage } from './language.queries.ts'

/** How a text is searched for. */
export type SearchPlan = {
  concepts: readonly Concept[]
  collection: Collection
  /** For `innovation_list.words @@ $1::tsquery`; `null` when the text asks nothing. */
  condition: string | null
  /** Records that say anything of it, a superset of `condition`. */
  loose: string | null
  /** No record answers all that was asked: `condition` is satisfied with a part of it. */
  isRelaxed: boolean
  /** Words that were read differently from how they were typed, in order. */
  readAs: readonly { typed: string; read: string }[]
}

const fewRecords = 300

/**
 * How this text is searched for. At most three queries, none of them when its words were asked lately and are
 * frequent. `_lang` says in which language the site is read: texts are Indonesian in both.
 */
export async function parseSearch(db: Db, text: string, _lang: 'id' | 'en' = 'id'): Promise<SearchPlan> {
  const language = await searchLanguage(db)
  const concepts = await conceptsOf(db, language, text.slice(0, 300))
  const roots = concepts.flatMap(({ alternatives }) => alternatives.flatMap((way) => way.roots))
  const collection = await collectionOf(db, [...new Set(roots)])
  const strict = strictCondition(concepts)
  const loose = looseCondition(concepts)
  const isRelaxed = strict !== null && !(await isAnswered(db, strict, concepts, collection))
  const readAs = concepts.flatMap(({ typed, asTyped }) =>
    asTyped === undefined ? [] : [{ typed: asTyped, read: typed }],
  )
  return { concepts, collection, condition: isRelaxed ? loose : strict, loose, isRelaxed, readAs }
}

/** Asks the database only when the words are so rare that no record may have all of them. */
async function isAnswered(
  db: Db,
  condition: string,
  concepts: readonly Concept[],
  { records, recordsWith }: Collection,
): Promise<boolean> {
  const main = concepts.filter((concept) => !concept.isPart && concept.importance >= 0.3)
  const shares = main.map(({ alternatives }) =>
    Math.max(...alternatives.map((way) => Math.min(...way.roots.map(recordsWith)))),
  )
  if (shares.some((found) => found === 0)) return false
  const expected = shares.reduce(
    (share, found) => share * (found / Math.max(1, records)),
    Math.max(1, records),
  )
  if (expected > fewRecords) return true
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from innovation_list where words @@ ${condition}::tsquery) as found`.execute(db)
  return rows[0]!.found
}

import type { Collection } from '@semai/domain/search/relevance'
import { conditions, demanded, looseCondition } from '@semai/domain/search/search-condition'
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
  /** Records that say anything of it: wider than `condition`. */
  loose: string | null
  /** No record answers all that was asked: `condition` demands a part of it. */
  isRelaxed: boolean
  /** Words that were read differently from how they were typed, in order. */
  readAs: readonly { typed: string; read: string }[]
}

const mostTyped = 300
const fewRecords = 300

/**
 * How this text is searched for. A few queries, none when its words were asked lately and are frequent. `_lang`
 * says in which language the site is read: the texts of the catalogue are Indonesian in both.
 */
export async function parseSearch(db: Db, text: string, _lang: 'id' | 'en' = 'id'): Promise<SearchPlan> {
  const language = await searchLanguage(db)
  const concepts = await conceptsOf(db, language, text.slice(0, mostTyped))
  const roots = concepts.flatMap(({ alternatives }) => alternatives.flatMap((way) => way.roots))
  const collection = await collectionOf(db, [...new Set(roots)])
  const answered = await firstAnswered(db, concepts, collection)
  const readAs = concepts.flatMap(({ typed, asTyped }) =>
    asTyped === undefined ? [] : [{ typed: asTyped, read: typed }],
  )
  return { concepts, collection, ...answered, loose: looseCondition(concepts), readAs }
}

/** The most demanding condition that some record answers, or else the least demanding one. */
async function firstAnswered(
  db: Db,
  concepts: readonly Concept[],
  collection: Collection,
): Promise<{ condition: string | null; isRelaxed: boolean }> {
  const [all, ...weaker] = conditions(concepts)
  if (all === undefined) return { condition: null, isRelaxed: false }
  if (weaker.length === 0 || isSurelyAnswered(concepts, collection) || (await isAnswered(db, all))) {
    return { condition: all, isRelaxed: false }
  }
  for (const condition of weaker.slice(0, -1)) {
    if (await isAnswered(db, condition)) return { condition, isRelaxed: true }
  }
  return { condition: weaker.at(-1)!, isRelaxed: true }
}

/** Whether its words are so frequent that some record has all of them: then the database need not be asked. */
function isSurelyAnswered(concepts: readonly Concept[], { records, recordsWith }: Collection): boolean {
  const known = Math.max(1, records)
  const shares = demanded(concepts).map(
    ({ alternatives }) =>
      Math.max(...alternatives.map((way) => Math.min(...way.roots.map(recordsWith)))) / known,
  )
  return shares.reduce((share, found) => share * found, known) > fewRecords
}

async function isAnswered(db: Db, condition: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from innovation_list where words @@ ${condition}::tsquery) as found`.execute(db)
  return rows[0]!.found
}

import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { rootsOf } from '@semai/domain/search/language'
import { relevanceTo } from '@semai/domain/search/relevance'
import { characteristicConcepts, resemblanceWeights } from '@semai/domain/search/resemblance'
import { looseCondition } from '@semai/domain/search/search-condition'
import { fromVector } from '@semai/domain/search/search-document'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { collectionOf } from './collection.queries.ts'
import { searchLanguage } from './language.queries.ts'
import type { SearchResult } from './search.queries.ts'

const mostCandidates = 1_500

/**
 * Innovations like this one in what they do, most alike first; a score is the share (0 to 1) of what it shares
 * with itself. Four queries.
 * @throws Refusal not-found for a code that is not in the catalogue.
 */
export async function similarInnovations(
  db: Db,
  actor: Actor,
  { code, limit = 10 }: { code: string; limit?: number },
): Promise<SearchResult[]> {
  const own = await ownRecord(db, actor, code)
  const language = await searchLanguage(db)
  const document = fromVector(own.words)
  const collection = await collectionOf(db, [...document.keys()])
  const names = new Set(rootsOf(language, own.region ?? ''))
  const concepts = characteristicConcepts(language, document, { collection, names })
  const condition = looseCondition(concepts)
  if (condition === null) return []
  const roots = concepts.flatMap(({ alternatives }) => alternatives.flatMap((way) => way.roots))
  const known = await collectionOf(db, [...new Set([...roots, ...document.keys()])])
  const relevance = relevanceTo(concepts, known, resemblanceWeights)
  const likeness = (words: string) => relevance(fromVector(words))
  const whole = likeness(own.words)
  const found = await candidates(db, actor, condition)
  return found
    .filter(({ id }) => id !== code)
    .map(({ words, ...rest }) => ({ ...rest, score: Math.round((likeness(words) / whole) * 1_000) / 1_000 }))
    .filter(({ score }) => score >= 0.01)
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .slice(0, limit)
}

async function ownRecord(
  db: Db,
  actor: Actor,
  code: string,
): Promise<{ words: string; region: string | null }> {
  const row = await withWords(db, actor)
    .leftJoin('region as r', 'r.code', 'i.region_code')
    .leftJoin('region as p', 'p.code', 'i.province_code')
    .select([
      sql<string>`l.words::text`.as('words'),
      sql<string>`concat_ws(' ', r.name, p.name)`.as('region'),
    ])
    .where('i.code', '=', code)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', `There is no innovation ${code}.`)
  return row
}

function candidates(db: Db, actor: Actor, condition: string) {
  return withWords(db, actor)
    .where(sql<boolean>`l.words @@ ${condition}::tsquery`)
    .select(['i.code as id', 'i.slug', 'i.name', sql<string>`l.words::text`.as('words')])
    .limit(mostCandidates)
    .execute()
}

function withWords(db: Db, actor: Actor) {
  return visibleInnovations(db, actor).innerJoin(
    sql<{ innovation_id: string; words: string }>`innovation_list`.as('l'),
    'l.innovation_id',
    'i.id',
  )
}

import type { Actor } from '@semai/domain/people/actor'
import { relevanceTo } from '@semai/domain/search/relevance'
import { fromVector } from '@semai/domain/search/search-document'
import { inName } from '@semai/domain/search/search-condition'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { parseSearch } from './search-plan.queries.ts'
import type { SearchPlan } from './search-plan.queries.ts'

/** One answer of a search. `id` is the code people see. */
export type SearchResult = { id: string; slug: string; name: string; score: number }

/** So many that match are looked at by the database, and so many of these are ranked here. */
const mostCandidates = 2_000
const mostRanked = 300
const fewCandidates = 50
/** An answer with a smaller share of the best one's score shares a word by chance. */
const leastOfBest = 0.08

/** The innovations that answer a text, best first. About four queries, whatever the size of the collection. */
export async function searchInnovations(
  db: Db,
  actor: Actor,
  { text, limit = 10 }: { text: string; limit?: number },
): Promise<SearchResult[]> {
  return rankedInnovations(db, actor, await parseSearch(db, text), limit)
}

/**
 * The innovations that answer a plan, best first. Ranks some hundred candidates of at most some thousand: those that answer all of
 * it, by name before by text, and where these are few, those that answer a part.
 */
export async function rankedInnovations(
  db: Db,
  actor: Actor,
  { concepts, collection, condition, loose, isRelaxed }: SearchPlan,
  limit: number,
): Promise<SearchResult[]> {
  if (condition === null || loose === null) return []
  const exact = isRelaxed ? [] : await candidates(db, actor, condition)
  const wide = exact.length < fewCandidates ? await candidates(db, actor, loose) : []
  const found = new Map([...exact, ...wide].map((one) => [one.id, one]))
  const relevance = relevanceTo(concepts, collection)
  return [...found.values()]
    .map(({ words, ...rest }) => ({
      ...rest,
      score: rounded(relevance(fromVector(words))),
    }))
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
    .filter(({ score }, _, [best]) => score > 0 && score >= leastOfBest * best!.score)
    .slice(0, limit)
}

type Candidate = { id: string; slug: string; name: string; words: string }

/** Those that answer, the likeliest first where there are many: by name before by text, then by the database's rank. */
async function candidates(db: Db, actor: Actor, condition: string): Promise<Candidate[]> {
  const all = await matching(db, actor, condition)
  if (all.length < mostRanked) return all
  const byName = await matching(db, actor, inName(condition))
  return [...byName, ...all]
}

function matching(db: Db, actor: Actor, condition: string): Promise<Candidate[]> {
  const some = visibleInnovations(db, actor)
    .innerJoin(
      sql<{ innovation_id: string; words: string }>`innovation_list`.as('l'),
      'l.innovation_id',
      'i.id',
    )
    .where(sql<boolean>`l.words @@ ${condition}::tsquery`)
    .select(['i.code as id', 'i.slug', 'i.name', 'l.words'])
    .limit(mostCandidates)
  return db
    .selectFrom(some.as('some'))
    .select(['id', 'slug', 'name', sql<string>`words::text`.as('words')])
    .orderBy(sql`ts_rank('{0.36, 0.48, 0.8, 1}', words::tsvector, ${condition}::tsquery)`, 'desc')
    .orderBy('id')
    .limit(mostRanked)
    .execute()
}

function rounded(score: number): number {
  return Math.round(score * 1_000) / 1_000
}

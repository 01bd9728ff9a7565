import type { MatchReasons } from '@semai/analytics/matching/need-matcher'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { catalogueMatcher } from './match-sources.queries.ts'

/** An innovation that may answer a need; `id` is the code people see, `reasons` are taken from what is shown of it. */
export type MatchResult = {
  id: string
  innovationId: string
  slug: string
  name: string
  score: number
  reasons: MatchReasons
}

/**
 * The innovations that fit a need told in everyday words, best first, scores from 0 to 1. National programmes are left
 * out: a region joins them and does not copy them. `onlyTop` keeps those that the national competition named Top.
 * One query, and one more every ten minutes; several when the catalogue has changed.
 */
export async function matchNeed(
  db: Db,
  actor: Actor,
  { text, limit = 10, onlyTop = false }: { text: string; limit?: number; onlyTop?: boolean },
): Promise<MatchResult[]> {
  const matcher = await catalogueMatcher(db)
  if (!matcher) return []
  const rows = await candidates(db, actor, onlyTop)
  const seen = new Map(rows.map((row) => [row.innovationId, row]))
  return matcher.match(text, { limit, among: (id) => seen.has(id) }).map(({ id, score }) => ({
    ...seen.get(id)!,
    score: Math.round(score * 1_000) / 1_000,
    reasons: matcher.reasons(text, id),
  }))
}

function candidates(db: Db, actor: Actor, onlyTop: boolean) {
  return visibleInnovations(db, actor)
    .select(['i.id as innovationId', 'i.code as id', 'i.slug', 'i.name'])
    .where('i.kind', '=', 'innovation')
    .$if(onlyTop, (query) => query.where(isTop))
    .execute()
}

const isTop = sql<boolean>`exists (select 1 from innovation_award a
  where a.innovation_id = i.id and a.competition = 'KIPP' and a.label ilike 'top%')`

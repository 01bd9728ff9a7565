import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import type { KeptAnswer } from './analyses.ts'

/** What came out last, and whether something newer is on its way. */
export type KeptAnalysis<Name extends AnalysisName> = {
  /** Null until the first time. */
  answer: KeptAnswer<Name> | null
  /** When it was computed, and from what: the fingerprint that `semai analyse spread` gives too. */
  at: Date | null
  inputs: string | null
  /** How much of a newer one is done, from 0 to 1; null while none is being computed. */
  progress: number | null
}

/** Answers kept at once. */
const most = 12
const read = new WeakMap<Db, LRUCache<string, object>>()

/**
 * The newest answer of an analysis. One small query; an answer is read once and kept by its inputs, of which it is a
 * function. Everything in it is open data.
 */
export async function keptAnalysis<Name extends AnalysisName>(
  db: Db,
  name: Name,
): Promise<KeptAnalysis<Name>> {
  const rows = await db
    .selectFrom('analysis')
    .select(['inputs', 'state', 'progress', 'ended_at'])
    .where('name', '=', name)
    .orderBy('asked_at', 'desc')
    .limit(3)
    .execute()
  const done = rows.find(({ state }) => state === 'done')
  const newer = rows[0]?.state === 'running' ? rows[0].progress : null
  const answer = done ? await answerOf(db, name, done.inputs) : null
  return {
    answer: answer as KeptAnswer<Name> | null,
    at: done?.ended_at ?? null,
    inputs: done?.inputs ?? null,
    progress: newer,
  }
}

async function answerOf(db: Db, name: AnalysisName, inputs: string): Promise<object | null> {
  const answers = read.get(db) ?? new LRUCache<string, object>({ max: most })
  read.set(db, answers)
  const key = `${name} ${inputs}`
  const known = answers.get(key)
  if (known) return known
  const row = await db
    .selectFrom('analysis')
    .select('answer')
    .where('name', '=', name)
    .where('inputs', '=', inputs)
    .executeTakeFirst()
  const answer = row?.answer ?? null
  if (answer) answers.set(key, answer)
  return answer
}

/** Names and addresses of innovations by their codes; codes that may not be seen are absent. One query, none for no code. */
export async function namesByCode(
  db: Db,
  actor: Actor,
  codes: readonly string[],
): Promise<Map<string, { name: string; slug: string }>> {
  if (codes.length === 0) return new Map()
  const rows = await visibleInnovations(db, actor)
    .select(['i.code', 'i.name', 'i.slug'])
    .where(sql<boolean>`i.code = any(${codes}::text[])`)
    .execute()
  return new Map(rows.map(({ code, name, slug }) => [code, { name, slug }]))
}

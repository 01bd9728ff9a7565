import type { LastingBy } from '@semai/domain/continuity/lasting'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Db } from '../db/transaction.ts'
import { continuity } from './continuity.queries.ts'
import type { Comparison, Continuity } from './continuity.queries.ts'

/** A new claim shows after at most so long. */
const freshMs = 60_000
/** Pictures kept at once, of some innovations. */
const most = 20

type Asked = Parameters<typeof continuity>[2] & { by: LastingBy }
/** A picture with one of its comparisons. */
export type ComparedContinuity = Omit<Continuity, 'comparisons'> & Comparison
type Kept = { until: number; state: string; picture: Continuity }
const kept = new WeakMap<Db, LRUCache<string, Kept>>()

/**
 * `continuity`, kept for a minute and then for as long as no claim changed and nobody answered: then one small query. Every claim is read by everybody
 * alike, so one picture serves all, whatever it is compared by.
 */
export async function keptContinuity(
  db: Db,
  actor: Actor,
  { by, ...asked }: Asked,
): Promise<ComparedContinuity> {
  const { comparisons, ...picture } = await keptWhole(db, actor, asked)
  return { ...picture, ...comparisons[by] }
}

async function keptWhole(db: Db, actor: Actor, asked: Omit<Asked, 'by'>): Promise<Continuity> {
  const pictures = kept.get(db) ?? new LRUCache<string, Kept>({ max: most })
  kept.set(db, pictures)
  const key = JSON.stringify([asked.today, asked.innovation])
  const known = pictures.get(key)
  if (known && known.until > performance.now()) return known.picture
  const state = await claimState(db)
  const picture = known?.state === state ? known.picture : await continuity(db, actor, asked)
  pictures.set(key, { until: performance.now() + freshMs, state, picture })
  return picture
}

async function claimState(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat(count(*), ' ', max(updated_at), ' ', (select concat(count(*), ' ', max(answered_at)) from pulse
      where answered_at is not null)) as state from claim`.execute(db)
  return rows[0]!.state
}

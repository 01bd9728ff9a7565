import { LRUCache } from 'lru-cache'
import type { Db } from '../db/transaction.ts'
import { dataVersion } from './data-version.ts'

/** What is kept under one key. */
type Kept<Value> = {
  /** The version of the data that `work` was begun at. */
  tag: string | null
  work: Promise<Value>
  /** The one that begins when `work` has ended, for those who know of a newer version. */
  next: Promise<Value> | null
}

/** Gives what `make` makes, made at most once for each version of the data. */
export type KeptByVersion<Value> = (db: Db, key: string, make: () => Promise<Value>) => Promise<Value>

/**
 * Keeps what follows from the data alone, for at most `most` keys; the one asked for longest ago goes first. An answer is never older than
 * the data were when it was asked for. Of one key one is made at a time, however many ask and however much is written
 * meanwhile. Costs one quick query.
 */
export function keptByVersion<Value>(most: number): KeptByVersion<Value> {
  const all = new WeakMap<Db, LRUCache<string, Kept<Value>>>()
  return async (db, key, make) => {
    const { tag } = await dataVersion(db)
    const keys = all.get(db) ?? new LRUCache<string, Kept<Value>>({ max: most })
    all.set(db, keys)
    const kept = keys.get(key) ?? { tag: null, work: Promise.reject(new Error('nothing yet')), next: null }
    kept.work.catch(() => undefined)
    keys.set(key, kept)
    if (kept.tag === tag) return kept.work
    kept.next ??= following(db, kept, make)
    return kept.next
  }
}

/** Waits for what is being made, then makes it of the data as they are by then. What fails is not kept. */
async function following<Value>(db: Db, kept: Kept<Value>, make: () => Promise<Value>): Promise<Value> {
  await kept.work.catch(() => undefined)
  const { tag } = await dataVersion(db)
  kept.tag = tag
  kept.work = make()
  kept.next = null
  try {
    return await kept.work
  } catch (problem) {
    if (kept.tag === tag) kept.tag = null
    throw problem
  }
}

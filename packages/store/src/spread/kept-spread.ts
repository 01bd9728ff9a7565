import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { keptByVersion } from '../exchange/kept-by-version.ts'
import { exploreSpread, type AskedSpread, type ExploredSpread } from './explore-spread.ts'

const views = keptByVersion<ExploredSpread>(100)

/** `exploreSpread`, kept as long as nothing is written. Every claim is read by everybody alike, so one view serves all. */
export function keptSpread(db: Db, actor: Actor, asked: AskedSpread): Promise<ExploredSpread> {
  const key = JSON.stringify([asked.scope, asked.strength, asked.today, asked.madeFrom])
  return views(db, key, () => exploreSpread(db, actor, asked))
}

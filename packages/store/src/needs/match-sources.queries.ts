import { needMatcher } from '@semai/analytics/matching/need-matcher'
import type { MatchPart, MatchSource, NeedMatcher } from '@semai/analytics/matching/need-matcher'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { searchedRecords } from '../search/searched-text.ts'
import type { SearchedRecord } from '../search/searched-text.ts'
import { indonesianMatchLanguage } from './match-language.ts'

const batchSize = 2_000
/** A changed text is matched by its new words after at most so long: reading a large catalogue takes seconds. */
const freshMs = 600_000

type Read = { state: string; matcher: NeedMatcher | null }
const kept = new WeakMap<Db, { until: number; read: Promise<Read> }>()

/**
 * The matcher of the whole catalogue by innovation id, null while there is none. Kept for ten minutes, then for as long as nothing changed:
 * then one small query. Asked by several at once, the catalogue is read once.
 */
export async function catalogueMatcher(db: Db): Promise<NeedMatcher | null> {
  const known = kept.get(db)
  if (known && known.until > performance.now()) return (await known.read).matcher
  const read = readAgain(db, known?.read)
  kept.set(db, { until: performance.now() + freshMs, read })
  read.catch(() => kept.delete(db)) // whoever waits is told; the next one tries again
  return (await read).matcher
}

async function readAgain(db: Db, before: Promise<Read> | undefined): Promise<Read> {
  const [known, state] = await Promise.all([before, catalogueState(db)])
  return known?.state === state ? known : { state, matcher: await readMatcher(db) }
}

async function catalogueState(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat(count(*), ' ', max(updated_at)) as state from innovation`.execute(db)
  return rows[0]!.state
}

async function readMatcher(db: Db): Promise<NeedMatcher | null> {
  const sources: MatchSource[] = []
  for (let after: string | null = null; ;) {
    const batch: SearchedRecord[] = await searchedRecords(db, { ids: 'all', after, limit: batchSize })
    sources.push(...batch.map(sourceOf))
    after = batch.at(-1)?.id ?? null
    if (batch.length < batchSize) break
  }
  return sources.length === 0 ? null : needMatcher(sources, indonesianMatchLanguage())
}

/** What of a record answers needs. Names are often word play, so they count less; who did it where not at all. */
function sourceOf({ id, text }: SearchedRecord): MatchSource {
  const part = (content: string | null, weight: number, told: number, isShown = true): MatchPart[] =>
    content ? [{ text: content, weight, told, isShown }] : []
  return {
    id,
    parts: [
      ...part(text.name, 0.6, 0),
      ...part(text.expansion, 0.5, 0.6),
      ...part(text.summary, 1, 1),
      ...part(text.problem, 1, 0.8),
      ...part(text.category, 0.15, 0),
      ...part(text.hiddenWords, 1, 1, false),
    ],
  }
}

import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { wordShare } from './word-share.ts'

/** What is known of the catalogue's sizes: hints for the way a list is read, never a result. Shares are 0 to 1. */
export type ListStatistics = {
  /** Innovations in all, about. */
  rows: number
  /** Share of the innovations whose text answers a tsquery, about. */
  textShare: (tsquery: string) => number
  /** Share of the innovations that come from a province, about. */
  provinceShare: (code: string) => number
}

const freshSeconds = 60
const known = new WeakMap<Db, { at: number; statistics: Promise<ListStatistics> }>()

/** The database's own statistics of the list, read at most once a minute. */
export function listStatistics(db: Db, now: Date): Promise<ListStatistics> {
  const kept = known.get(db)
  if (kept && now.getTime() - kept.at < freshSeconds * 1_000) return kept.statistics
  const statistics = readStatistics(db)
  known.set(db, { at: now.getTime(), statistics })
  statistics.catch(() => known.delete(db))
  return statistics
}

type Frequencies = { values: string[] | null; shares: number[] | null }

async function readStatistics(db: Db): Promise<ListStatistics> {
  const found = await sql<{ rows: number; words: Frequencies | null; provinces: Frequencies | null }>`
    select (select reltuples from pg_class where oid = 'innovation_list'::regclass)::float8 as rows,
      (select json_build_object('values', most_common_elems::text::text[],
         'shares', most_common_elem_freqs[1:cardinality(most_common_elems::text::text[])])
       from pg_stats where tablename = 'innovation_list' and attname = 'words' and schemaname = 'public') as words,
      (select json_build_object('values', most_common_vals::text::text[], 'shares', most_common_freqs)
       from pg_stats where tablename = 'innovation_list' and attname = 'province_code' and schemaname = 'public') as provinces
  `.execute(db)
  const { rows, words, provinces } = found.rows[0]!
  const wordShares = shareTable(words)
  // What the statistics do not list is rarer than everything they list.
  const unlisted = wordShares.size === 0 ? 0 : Math.min(...wordShares.values()) / 2
  const provinceShares = shareTable(provinces)
  return {
    rows: Math.max(rows, 0),
    textShare: (tsquery) => wordShare(tsquery, wordShares, unlisted),
    provinceShare: (code) => provinceShares.get(code) ?? 0.5 / 38,
  }
}

function shareTable(found: Frequencies | null): Map<string, number> {
  return new Map((found?.values ?? []).map((value, i) => [value, found?.shares?.[i] ?? 0]))
}

import type pg from 'pg'
import type { Db } from '@semai/store/db/transaction'
import { parseSearch } from '@semai/store/search/search-plan.queries'

/** A word with the share (0 to 1) of the innovations that have it. */
export type Term = { word: string; share: number }

/** From rare to frequent: the words nearest to these shares are asked for. */
export const wantedShares = [0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.6] as const

/**
 * The eight words of the question whose shares come nearest to the wanted ones. Only words that search reads as
 * they are: what it does with endings is not measured here.
 */
export async function searchTerms({ pool, db }: { pool: pg.Pool; db: Db }): Promise<Term[]> {
  const { rows } = await pool.query<{ root: string; records: number; all: number }>(
    `select root, records, (select count(*)::integer from innovation) as all from search_root where root ~ '^[a-z]{4,}$' order by records, root`,
  )
  const terms: Term[] = []
  for (const wanted of wantedShares) {
    const nearest = rows.toSorted(
      (a, b) => Math.abs(a.records / a.all - wanted) - Math.abs(b.records / b.all - wanted),
    )
    for (const { root, records, all } of nearest.slice(0, 50)) {
      const { condition } = await parseSearch(db, root)
      if (condition !== `('${root}')` || terms.some((term) => term.word === root)) continue
      terms.push({ word: root, share: records / all })
      break
    }
  }
  return terms
}

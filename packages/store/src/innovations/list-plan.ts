import type { ListQuestion } from './list-question.ts'
import type { ListStatistics } from './list-statistics.ts'

/**
 * How a page of the list is read.
 * - `lifted`: every row that answers the text is read once; rows, total and all facets come from it, each facet
 *   counted without its own choice.
 * - `narrow`: every row that answers the whole question is read, then sorted.
 * - `walk`: rows are read in their order until the page is full; facets are counted on a reading of their own.
 */
export type ListPlan = 'lifted' | 'narrow' | 'walk'

/** A catalogue up to this size is read whole, in a few milliseconds: each facet is counted without its own choice. */
export const smallCatalogue = 5_000

/** In a larger one, that is done for texts which about so many rows answer: each row found is read from its own page. */
export const affordableRows = 400

/** Rows looked at beyond this are not counted: the total reads "10.000+", facets count these only. */
export const countedRows = 10_000

/** From this share on, looking at every row of a scope is quicker than reading the word index (measured). */
export const commonShare = 0.2

/** A hit fetched through the word index costs about as much as ten rows passed on a walk (measured at 100,000). */
const fetchCost = 10

/**
 * The cheapest way to read a page, from rough sizes. With facets wanted `lifted` is preferred while the rows that
 * answer the text are few.
 */
export function listPlan(question: ListQuestion, statistics: ListStatistics, facets: boolean): ListPlan {
  const { filter, tsquery } = question
  const textRows = statistics.rows * (tsquery === null ? 1 : statistics.textShare(tsquery))
  if (facets && (statistics.rows <= smallCatalogue || textRows <= affordableRows)) return 'lifted'
  if (filter.order === 'relevan') return 'narrow'
  if (tsquery === null) return 'walk'
  const scope = statistics.rows * scopeShare(question, statistics)
  const share = statistics.textShare(tsquery)
  // All of it is counted anyway, so the page comes from the same reading, unless most rows would be put aside for it.
  if (facets && scope <= countedRows && share < commonShare) return 'narrow'
  if (filter.order !== 'terbaru') return textRows <= affordableRows ? 'narrow' : 'walk'
  const walked = Math.min(question.limit / Math.max(share, 1e-9), scope)
  return walked <= fetchCost * scope * share ? 'walk' : 'narrow'
}

function scopeShare({ filter }: ListQuestion, statistics: ListStatistics): number {
  if (filter.region !== null) return 1 / 552
  if (filter.provinces.length === 0) return 1
  return filter.provinces.reduce((sum, code) => sum + statistics.provinceShare(code), 0)
}

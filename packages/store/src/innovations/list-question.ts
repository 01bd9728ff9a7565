import type { InnovationFilter, ListOrder } from '@semai/domain/innovations/innovation-filter.form'

/** Where a page of the list begins: after the row with this sort key and id. */
export type Place = readonly [key: string, id: string]

/** A question to the list with everything that its SQL depends on. */
export type ListQuestion = {
  filter: InnovationFilter
  /** The text in PostgreSQL's notation of a tsquery; null when nothing is searched. */
  tsquery: string | null
  /** Codes of innovations, best answer first; used by the order `relevan`, the rest follow. */
  ranked: readonly string[]
  /** `YYYY-MM-DD`: strengths hold until a date. */
  today: string
  after: Place | null
  limit: number
}

/** How rows are ordered: a column that is never null, its type, its direction. */
export type OrderColumn = { column: string; type: string; descending: boolean }

/** The column that each order of the catalogue sorts by; the id decides between equals. */
export const orderColumns: Record<ListOrder, OrderColumn> = {
  relevan: { column: 'coalesce(ranked.place, 1000000)', type: 'bigint', descending: false },
  terbaru: { column: 'l.newest_on', type: 'date', descending: true },
  replikasi: { column: 'l.replicas', type: 'integer', descending: true },
  konfirmasi: { column: 'l.confirmed_on', type: 'date', descending: true },
  nama: { column: 'l.name_key', type: 'text', descending: false },
}

/** The facets a reader can choose from, in the order in which `innovation_list.facets` writes them. */
export const facetNames = [
  'provinces',
  'categories',
  'institutions',
  'kinds',
  'bases',
  'stages',
  'awards',
  'strengths',
] as const
export type FacetName = (typeof facetNames)[number]

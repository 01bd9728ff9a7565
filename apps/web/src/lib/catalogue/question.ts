import { z } from 'zod'
import { innovationFilter } from '@semai/domain/innovations/innovation-filter.form'
import type { InnovationFilterFields, ListOrder } from '@semai/domain/innovations/innovation-filter.form'
import type { ListQuestion, Place } from '@semai/store/innovations/list-question'
import { parseSearch, type SearchPlan } from '@semai/store/search/search-plan.queries'
import { rankedInnovations } from '@semai/store/search/search.queries'
import { decodeCursor, encodeCursor } from '#lib/api/cursor.ts'

const mostRanked = 500
const day = z.string().regex(/^(-infinity|\d{4}-\d{2}-\d{2})$/)
const number = z.string().regex(/^\d{1,9}$/)
/** The cursors of each order, made once: making a shape costs more than reading with it. */
const shapes = {
  relevan: z.tuple([z.literal('relevan'), number, z.uuid()]),
  terbaru: z.tuple([z.literal('terbaru'), day, z.uuid()]),
  replikasi: z.tuple([z.literal('replikasi'), number, z.uuid()]),
  konfirmasi: z.tuple([z.literal('konfirmasi'), day, z.uuid()]),
  nama: z.tuple([z.literal('nama'), z.string().max(300), z.uuid()]),
} as const satisfies Record<ListOrder, z.ZodType<[ListOrder, string, string]>>

/** The place after a page as an opaque text; it belongs to one order. */
export function cursorOf(next: Place | null, order: ListOrder): string | null {
  return next === null ? null : encodeCursor([order, ...next])
}

/** @throws QueryFault for a text that no page of this order wrote. */
function placeOf(cursor: string | undefined, asked: ListOrder): Place | null {
  const place = decodeCursor<z.ZodType<[ListOrder, string, string]>>(cursor, shapes[asked])
  return place === null ? null : [place[1], place[2]]
}

/** What the list is asked, and how its text was understood (null without one). */
export type AskedList = { question: ListQuestion; search: SearchPlan | null }

/**
 * Reads the text as search does and the cursor as this list wrote it.
 * @throws QueryFault for a cursor of another list.
 */
export async function askedList(
  { db, actor, today, lang }: App.Locals,
  fields: InnovationFilterFields,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<AskedList> {
  const filter = innovationFilter(fields)
  const after = placeOf(cursor, filter.order)
  const search = filter.text === null ? null : await parseSearch(db, filter.text, lang)
  const isRanked = search !== null && filter.order === 'relevan'
  const ranked = isRanked ? (await rankedInnovations(db, actor, search, mostRanked)).map(({ id }) => id) : []
  // A text without a word that can be searched finds nothing, as the empty condition does.
  const tsquery = search && (search.condition ?? '')
  return { question: { filter, tsquery, ranked, today, after, limit }, search }
}

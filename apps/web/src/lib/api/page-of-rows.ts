import { z } from 'zod'
import { decodeCursor, encodeCursor } from './cursor.ts'

/**
 * One page of a list that reads one row more than it shows: the extra row tells whether there is a next page.
 * `read` takes the place after which to go on.
 */
export async function pageOfRows<Row, Place extends readonly (string | number)[]>(
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  shape: z.ZodType<Place>,
  {
    read,
    placeOf,
  }: { read: (after: Place | null, limit: number) => Promise<Row[]>; placeOf: (row: Row) => Place },
): Promise<{ rows: Row[]; next: string | null }> {
  const found = await read(decodeCursor(cursor, shape), limit + 1)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, next: last === undefined ? null : encodeCursor(placeOf(last)) }
}

/** Places in lists ordered by one text, such as a code. */
export const byText = z.tuple([z.string()])
/** Places in lists ordered by id. */
export const byId = z.tuple([z.uuid()])
/** Places in lists of claims: latest day and id. */
export const byDayAndId = z.tuple([z.iso.date(), z.uuid()])

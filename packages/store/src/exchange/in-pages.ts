/** Rows of one page at most: large enough to be quick, small enough that memory does not grow with the table. */
const pageSize = 500

/**
 * Reads a whole table page by page, each going on after the last row of the one before; never holds more than one.
 */
export async function* inPages<Row, Place>(
  read: (page: { after: Place | null; limit: number }) => Promise<Row[]>,
  placeOf: (row: Row) => Place,
): AsyncGenerator<Row[]> {
  let after: Place | null = null
  for (;;) {
    const rows: Row[] = await read({ after, limit: pageSize })
    if (rows.length > 0) yield rows
    if (rows.length < pageSize) return
    after = placeOf(rows.at(-1)!)
  }
}

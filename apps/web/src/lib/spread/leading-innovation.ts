/** The innovation the home page shows on its map: the one with most dated claims; null for an empty catalogue. */
export function leadingInnovation<Row extends { dated: number; code: string }>(
  rows: readonly Row[],
): Row | null {
  return rows.reduce<Row | null>((lead, row) => (lead === null || row.dated > lead.dated ? row : lead), null)
}

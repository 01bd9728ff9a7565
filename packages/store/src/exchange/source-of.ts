/** A source as records name it; null when the row has none. */
export function sourceOf(row: {
  sourceName: string | null
  sourceUrl: string | null
}): { name: string; url: string | null } | null {
  return row.sourceName === null ? null : { name: row.sourceName, url: row.sourceUrl }
}

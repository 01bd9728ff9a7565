/** What turns the rows that are there into the rows that are wanted. */
export type RowsDiff<There, Wanted> = {
  insert: Wanted[]
  update: { there: There; wanted: Wanted }[]
  remove: There[]
}

/**
 * Compares rows by key. A wanted row whose key is there but which is not the `same` is an update; rows there that
 * nobody wants are removed.
 */
export function diffRows<There, Wanted>(
  there: readonly There[],
  wanted: readonly Wanted[],
  { key, same }: { key: (row: There | Wanted) => string; same: (there: There, wanted: Wanted) => boolean },
): RowsDiff<There, Wanted> {
  const left = new Map(there.map((row) => [key(row), row]))
  const diff: RowsDiff<There, Wanted> = { insert: [], update: [], remove: [] }
  for (const row of wanted) {
    const found = left.get(key(row))
    left.delete(key(row))
    if (found === undefined) diff.insert.push(row)
    else if (!same(found, row)) diff.update.push({ there: found, wanted: row })
  }
  diff.remove.push(...left.values())
  return diff
}

/** The columns of `wanted` that differ from `there`; empty when all are equal. */
export function changedColumns(there: object, wanted: object): string[] {
  const old = there as Record<string, unknown>
  return Object.entries(wanted).flatMap(([name, value]) => (old[name] === value ? [] : [name]))
}

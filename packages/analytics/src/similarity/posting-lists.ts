/** Lists of owners with values, one after the other: list `i` has the places from `start[i]` to `start[i + 1]`. */
export type PostingLists = { start: Int32Array; owners: Int32Array; values: Float32Array }

/**
 * Lists in compressed rows. `each` names every entry in the order of owners and is run twice: to count, then to fill.
 * Cost: linear; 8 bytes an entry.
 */
export function postingLists(
  each: (visit: (list: number, owner: number, value: number) => void) => void,
): PostingLists {
  const counts: number[] = []
  each((list) => {
    counts[list] = (counts[list] ?? 0) + 1
  })
  const start = new Int32Array(counts.length + 1)
  for (let list = 0; list < counts.length; list++) start[list + 1] = start[list]! + (counts[list] ?? 0)
  const next = start.slice()
  const owners = new Int32Array(start.at(-1)!)
  const values = new Float32Array(owners.length)
  each((list, owner, value) => {
    const at = next[list]!++
    owners[at] = owner
    values[at] = value
  })
  return { start, owners, values }
}

/** Adds `factor` times the values of a list to the sums of its owners; a list that is not there adds nothing. */
export function addList(
  { start, owners, values }: PostingLists,
  { list, factor }: { list: number; factor: number },
  sums: Float32Array,
): void {
  const end = start[list + 1] ?? 0
  for (let at = start[list] ?? 0; at < end; at++) sums[owners[at]!]! += factor * values[at]!
}

/** Places of the `count` largest positive numbers, largest first; ties by place. */
export function largest(sums: Float32Array, count: number): number[] {
  const kept: number[] = []
  let least = 0
  for (let i = 0; i < sums.length; i++) {
    if (sums[i]! <= least) continue
    let at = kept.length
    while (at > 0 && sums[kept[at - 1]!]! < sums[i]!) at--
    kept.splice(at, 0, i)
    if (kept.length > count) kept.pop()
    if (kept.length === count) least = sums[kept[count - 1]!]!
  }
  return kept
}

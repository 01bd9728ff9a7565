/**
 * Readers joined by shared papers, directly or through others: the largest group first, then in the order of the papers.
 * Readers without papers are in none.
 * @example groupsOf([['x', 'y'], ['z']]) // [['x', 'y'], ['z']]
 */
export function groupsOf<Reader>(readersOfPapers: readonly (readonly Reader[])[]): Reader[][] {
  const parent = new Map<Reader, Reader>()
  const root = (reader: Reader): Reader => {
    let own = reader
    while (parent.get(own) !== own) {
      parent.set(own, parent.get(parent.get(own)!)!)
      own = parent.get(own)!
    }
    return own
  }
  for (const readers of readersOfPapers) {
    for (const reader of readers) {
      if (!parent.has(reader)) parent.set(reader, reader)
      parent.set(root(reader), root(readers[0]!))
    }
  }
  return [...Map.groupBy(parent.keys(), root).values()].sort((a, b) => b.length - a.length)
}

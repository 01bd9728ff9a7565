/** Counts by rank that can be added to and summed up to a rank in O(log n) (Fenwick's tree). */
export type RankedCounts = {
  total: number
  add(rank: number, count: number): void
  at(rank: number): number
  /** The sum over all ranks below this one. */
  below(rank: number): number
}

/** Counts of nothing at the ranks 0, 1, … below `ranks`. */
export function rankedCounts(ranks: number): RankedCounts {
  const tree = new Float64Array(ranks + 1)
  const counts = new Float64Array(ranks)
  return {
    total: 0,
    add(rank, count) {
      this.total += count
      counts[rank]! += count
      for (let i = rank + 1; i <= ranks; i += i & -i) tree[i]! += count
    },
    at: (rank) => counts[rank]!,
    below(rank) {
      let sum = 0
      for (let i = rank; i > 0; i -= i & -i) sum += tree[i]!
      return sum
    },
  }
}

import { membersOf } from '../numbers/groups.ts'

/**
 * How many shortest ways between two others lead through each node, counted along the edges; where several are shortest
 * each counts in its share. Ends of a way are not between. Every edge counts as one step, repeated ones once for each.
 * Cost: O(nodes × edges).
 * Source: Freeman (1977); Brandes (2001).
 * @example betweenness({ from: [0, 1], to: [1, 2] }, 3) // Float64Array [0, 1, 0]
 */
export function betweenness(
  { from, to }: { from: ArrayLike<number>; to: ArrayLike<number> },
  nodes: number,
): Float64Array {
  const { start, members } = membersOf(Int32Array.from(from), nodes)
  const next = Int32Array.from(members, (edge) => to[edge]!)
  const between = new Float64Array(nodes)
  const walk = { far: new Int32Array(nodes), ways: new Float64Array(nodes), order: new Int32Array(nodes) }
  for (let source = 0; source < nodes; source++) {
    const seen = walkFrom(source, { start, next }, walk)
    addShares(between, { start, next }, { ...walk, seen })
  }
  return between
}

type Graph = { start: Int32Array; next: Int32Array }
type Walk = { far: Int32Array; ways: Float64Array; order: Int32Array }

/** Breadth first: how far each node is, in how many shortest ways, and in which order they are met. @returns how many are. */
function walkFrom(source: number, { start, next }: Graph, { far, ways, order }: Walk): number {
  far.fill(-1)
  ways.fill(0)
  far[source] = 0
  ways[source] = 1
  order[0] = source
  let seen = 1
  for (let at = 0; at < seen; at++) {
    const node = order[at]!
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const other = next[k]!
      if (far[other]! < 0) {
        far[other] = far[node]! + 1
        order[seen++] = other
      }
      if (far[other] === far[node]! + 1) ways[other]! += ways[node]!
    }
  }
  return seen
}

/** Backwards, each node hands its share of the ways to those before it. */
function addShares(
  between: Float64Array,
  { start, next }: Graph,
  { far, ways, order, seen }: Walk & { seen: number },
): void {
  const share = new Float64Array(between.length)
  for (let at = seen - 1; at > 0; at--) {
    const node = order[at]!
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const other = next[k]!
      if (far[other] === far[node]! + 1) share[node]! += (ways[node]! / ways[other]!) * (1 + share[other]!)
    }
    between[node]! += share[node]!
  }
}

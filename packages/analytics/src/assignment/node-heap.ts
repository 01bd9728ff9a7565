/** Nodes that wait, nearest first, each at most once; `distance` is shared with its owner. Sizes are fixed at the start. */
export type NodeHeap = { nodes: Int32Array; place: Int32Array; size: number; distance: Float64Array }

/** An empty heap for nodes 0 … n − 1. A node's place is −1 while it does not wait. */
export function nodeHeap(n: number): NodeHeap {
  return {
    nodes: new Int32Array(n),
    place: new Int32Array(n).fill(-1),
    size: 0,
    distance: new Float64Array(n),
  }
}

/** The node waits at this distance: put in, or moved forward if it waits farther off. O(log n). */
export function bringForward(heap: NodeHeap, node: number, distance: number): void {
  const { nodes, place } = heap
  const keys = heap.distance
  keys[node] = distance
  let at = place[node]!
  if (at < 0) at = heap.size++
  while (at > 0) {
    const up = (at - 1) >> 1
    const parent = nodes[up]!
    if (keys[parent]! <= distance) break
    nodes[at] = parent
    place[parent] = at
    at = up
  }
  nodes[at] = node
  place[node] = at
}

/** Takes out the nearest node; the heap must not be empty. Equal distances leave in an order that inputs fix. */
export function takeNearest(heap: NodeHeap): number {
  const { nodes, place } = heap
  const keys = heap.distance
  const nearest = nodes[0]!
  place[nearest] = -1
  const last = nodes[--heap.size]!
  if (heap.size === 0) return nearest
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= heap.size) break
    if (down + 1 < heap.size && keys[nodes[down + 1]!]! < keys[nodes[down]!]!) down++
    const child = nodes[down]!
    if (keys[child]! >= keys[last]!) break
    nodes[at] = child
    place[child] = at
    at = down
  }
  nodes[at] = last
  place[last] = at
  return nearest
}

/** Forgets the nodes that still wait. */
export function emptyHeap(heap: NodeHeap): void {
  for (let i = 0; i < heap.size; i++) heap.place[heap.nodes[i]!] = -1
  heap.size = 0
}

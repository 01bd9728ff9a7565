/** Ids by falling key and, among equal keys, rising id. Keys belong to the caller, who changes only that of the top. */
export type LazyHeap = {
  readonly size: number
  /** The id with the greatest key; -1 when there is none. */
  top(): number
  /** The key of the top has fallen: finds the new top. */
  sink(): void
  pop(): void
}

/**
 * A heap over ids 0 to below `size`, built in O(size).
 * @example lazyHeap(Float64Array.of(1, 3, 3), 3).top() // 1
 */
export function lazyHeap(keys: Float64Array, size: number): LazyHeap {
  const heap = new Int32Array(size).map((_, id) => id)
  const sinkFrom = (at: number) => {
    const id = heap[at]!
    const key = keys[id]!
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(keys, heap[child + 1]!, heap[child]!)) child++
      const below = heap[child]!
      if (!(keys[below]! > key || (keys[below] === key && below < id))) break
      heap[at] = below
      at = child
    }
    heap[at] = id
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) sinkFrom(at)
  return {
    get size() {
      return size
    },
    top: () => (size > 0 ? heap[0]! : -1),
    sink: () => sinkFrom(0),
    pop() {
      heap[0] = heap[--size]!
      if (size > 0) sinkFrom(0)
    },
  }
}

function isBefore(keys: Float64Array, a: number, b: number): boolean {
  return keys[a]! > keys[b]! || (keys[a] === keys[b] && a < b)
}

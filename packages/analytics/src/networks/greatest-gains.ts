/**
 * Keeps the `wanted` greatest of the gains it is given. `add` answers with what a further one must exceed to be among them:
 * the least one kept, or 0 while there is room (gains are above 0).
 * @example const kept = greatestGains(2); kept.add(5); kept.add(3); kept.add(4) // 4
 */
export function greatestGains(wanted: number): { add(gain: number): number } {
  let heap = new Float64Array(Math.min(wanted, 1024)) // the least on top
  let size = 0
  return {
    add(gain) {
      if (size === wanted) {
        if (gain > heap[0]!) replaceLeast(heap, size, gain)
      } else {
        if (size === heap.length) {
          const larger = new Float64Array(Math.min(wanted, 2 * size))
          larger.set(heap)
          heap = larger
        }
        rise(heap, size++, gain)
      }
      return size === wanted ? heap[0]! : 0
    },
  }
}

function rise(heap: Float64Array, at: number, key: number): void {
  for (let above = (at - 1) >> 1; at > 0 && heap[above]! > key; above = (at - 1) >> 1) {
    heap[at] = heap[above]!
    at = above
  }
  heap[at] = key
}

function replaceLeast(heap: Float64Array, size: number, key: number): void {
  let at = 0
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && heap[child + 1]! < heap[child]!) child++
    if (heap[child]! >= key) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = key
}

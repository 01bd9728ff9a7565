/**
 * The places of `keys` from the smallest key to the largest, places of equal keys in the order in which `from` lists
 * them. Orders by several keys are made from the last key to the first.
 * Cost: O(n) a byte in which the keys differ (radix sort).
 */
export function stableOrder(keys: Float64Array, from: Int32Array): Int32Array {
  const bytes = sortableBytes(keys)
  let order = from.slice()
  let next = new Int32Array(from.length)
  const ends = new Int32Array(257)
  for (let byte = 0; byte < 8; byte++) {
    ends.fill(0)
    for (let i = 0; i < order.length; i++) ends[bytes[8 * order[i]! + byte]! + 1]!++
    if (ends.includes(order.length)) continue
    for (let value = 0; value < 256; value++) ends[value + 1]! += ends[value]!
    for (let i = 0; i < order.length; i++) next[ends[bytes[8 * order[i]! + byte]!]!++] = order[i]!
    ;[order, next] = [next, order]
  }
  return order
}

/** Eight bytes a key, the least first, that compare as the keys do: the sign turned, and all of a negative key. */
function sortableBytes(keys: Float64Array): Uint8Array {
  const words = new Uint32Array(2 * keys.length)
  const numbers = new Float64Array(words.buffer)
  for (let i = 0; i < keys.length; i++) {
    numbers[i] = keys[i]! + 0 // -0 becomes 0
    const negative = words[2 * i + 1]! >>> 31 === 1
    if (negative) words[2 * i] = ~words[2 * i]!
    words[2 * i + 1] = negative ? ~words[2 * i + 1]! : words[2 * i + 1]! ^ 0x80000000
  }
  return new Uint8Array(words.buffer)
}

/** The rank of each key among the distinct ones, from 0; and how many are distinct. */
export function ranksOf(keys: Float64Array): { ranks: Int32Array; count: number } {
  const all = new Int32Array(keys.length)
  for (let i = 0; i < all.length; i++) all[i] = i
  const order = stableOrder(keys, all)
  let count = 0
  for (let i = 0; i < order.length; i++) {
    if (i === 0 || keys[order[i]!] !== keys[order[i - 1]!]) count++
    all[order[i]!] = count - 1
  }
  return { ranks: all, count }
}

/** The distinct keys, smallest first. */
export function distinct(keys: Float64Array): Float64Array {
  const sorted = keys.slice().sort()
  let count = 0
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[count - 1]) sorted[count++] = sorted[i]!
  }
  return sorted.subarray(0, count)
}

/** How many of the rising `levels` are below `key`, or at it as well. */
export function rankOf(levels: Float64Array, key: number, orAt = false): number {
  let low = 0
  let high = levels.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const level = levels[middle]!
    if (level < key || (orAt && level === key)) low = middle + 1
    else high = middle
  }
  return low
}

/** The values at some places. A loop, because `from` with a function takes ten times as long. */
export function gather(values: ArrayLike<number>, places: ArrayLike<number>): Float64Array {
  const gathered = new Float64Array(places.length)
  for (let i = 0; i < places.length; i++) gathered[i] = values[places[i]!]!
  return gathered
}

import { membersOf } from '../numbers/groups.ts'

/** Who was hit when, cascade by cascade. Nodes and cascades are numbers from 0; names are the caller's. */
export type Cascades = {
  nodes: number
  /** The hits of cascade c are start[c] to below start[c + 1], by time and then node; so it ends with their number. */
  start: Int32Array
  node: Int32Array
  /** In any unit; also below 0. */
  time: Float64Array
}

/** One entry a hit, in any order. */
export type Hits = {
  cascades: number
  nodes: number
  cascade: ArrayLike<number>
  node: ArrayLike<number>
  time: ArrayLike<number>
}

export type HitOptions = {
  /** A node that is hit again in the same cascade is a fault, or its later hits are left out. */
  repeated?: 'reject' | 'first'
  /** How an error names entry i: the row of a file, say. */
  entryName?: (entry: number) => string
}

/**
 * Groups hits by cascade and sorts each by time. Cascades may be empty or have one hit, nodes may never be hit.
 * @throws RangeError naming the entry: a time that is not finite, a node or cascade outside its range, and (unless only
 *   the first counts) a node hit twice in one cascade.
 * Cost: O(hits), and a sort of each cascade that is not in order.
 * @example cascadesOf({ cascades: 1, nodes: 2, cascade: [0, 0], node: [1, 0], time: [3, 2] }).node // Int32Array [0, 1]
 */
export function cascadesOf(hits: Hits, options: HitOptions = {}): Cascades {
  const entryName = options.entryName ?? ((entry: number) => `entry ${entry}`)
  refuseFaults(hits, entryName)
  const { start, order } = byCascade(hits)
  const [node, time] = [new Int32Array(order.length), new Float64Array(order.length)]
  const seenIn = new Int32Array(hits.nodes).fill(-1)
  const seenAs = new Int32Array(hits.nodes)
  let kept = 0
  for (let c = 0, i = 0; c < hits.cascades; c++) {
    const end = start[c + 1]!
    start[c] = kept
    for (; i < end; i++) {
      const entry = order[i]!
      const own = hits.node[entry]!
      if (seenIn[own] !== c) {
        seenIn[own] = c
        seenAs[own] = entry
        node[kept] = own
        time[kept++] = hits.time[entry]!
      } else if (options.repeated !== 'first') {
        const [first, again] = [seenAs[own]!, entry].sort((a, b) => a - b)
        throw new RangeError(
          `cascadesOf: ${entryName(again!)}: this cascade already has this node, in ${entryName(first!)}`,
        )
      }
    }
  }
  start[hits.cascades] = kept
  return { nodes: hits.nodes, start, node: node.subarray(0, kept), time: time.subarray(0, kept) }
}

function refuseFaults({ cascades, nodes, cascade, node, time }: Hits, entryName: (entry: number) => string) {
  for (let i = 0; i < time.length; i++) {
    if (!Number.isFinite(time[i])) {
      throw new RangeError(`cascadesOf: ${entryName(i)}: the time must be finite, got ${time[i]}`)
    }
    if (!(cascade[i]! >= 0 && cascade[i]! < cascades && node[i]! >= 0 && node[i]! < nodes)) {
      throw new RangeError(`cascadesOf: ${entryName(i)}: cascade or node is out of range`)
    }
  }
}

/** Entries grouped by cascade, each group by time and then node. */
function byCascade({ cascades, cascade, node, time }: Hits): { start: Int32Array; order: Int32Array } {
  const { start, members: order } = membersOf(cascade, cascades, time.length)
  const before = (a: number, b: number) => time[a]! - time[b]! || node[a]! - node[b]! || a - b
  for (let c = 0; c < cascades; c++) {
    const [from, end] = [start[c]!, start[c + 1]!]
    let sorted = from + 1
    while (sorted < end && before(order[sorted - 1]!, order[sorted]!) < 0) sorted++
    if (sorted >= end) continue
    if (end - from > 50) order.subarray(from, end).sort(before)
    else insertionSort(order, { from: sorted, start: from, end }, before)
  }
  return { start, order }
}

function insertionSort(
  order: Int32Array,
  { from, start, end }: { from: number; start: number; end: number },
  before: (a: number, b: number) => number,
): void {
  for (let i = from; i < end; i++) {
    const entry = order[i]!
    let j = i
    for (; j > start && before(order[j - 1]!, entry) > 0; j--) order[j] = order[j - 1]!
    order[j] = entry
  }
}

/**
 * These cascades in this order, each as often as it is named.
 * @example pickCascades(cascades, [0, 0, 2]).start.length // 4
 */
export function pickCascades(cascades: Cascades, picked: ArrayLike<number>): Cascades {
  const start = new Int32Array(picked.length + 1)
  for (let i = 0; i < picked.length; i++) {
    start[i + 1] = start[i]! + cascades.start[picked[i]! + 1]! - cascades.start[picked[i]!]!
  }
  const hits = start[picked.length]!
  const [node, time] = [new Int32Array(hits), new Float64Array(hits)]
  for (let i = 0; i < picked.length; i++) {
    const [from, end] = [cascades.start[picked[i]!]!, cascades.start[picked[i]! + 1]!]
    node.set(cascades.node.subarray(from, end), start[i])
    time.set(cascades.time.subarray(from, end), start[i])
  }
  return { nodes: cascades.nodes, start, node, time }
}

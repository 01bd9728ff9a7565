import { membersOf } from '../numbers/groups.ts'
import type { Cascades } from './cascades.ts'

/** Edges as two lists of nodes of the same length. */
export type Edges = { from: Int32Array; to: Int32Array }

/** Where each edge could have transmitted. */
export type EdgeUses = {
  /** Edge i could explain hit[start[i]] to below hit[start[i + 1]], each from the strictly earlier hit `source`. */
  start: Int32Array
  hit: Int32Array
  source: Int32Array
  /** Cascades in which the edge's start is hit and its end never is. */
  missed: Int32Array
}

/**
 * Looks each edge up in each cascade.
 * Cost: O(hits × edges at their nodes), twice: uses are counted before they are listed.
 */
export function edgeUses(cascades: Cascades, edges: Edges): EdgeUses {
  const missed = new Int32Array(edges.from.length)
  const start = new Int32Array(edges.from.length + 1)
  lookUp(cascades, edges, {
    use: (edge) => start[edge + 1]!++,
    miss: (edge) => missed[edge]!++,
  })
  for (let edge = 0; edge < missed.length; edge++) start[edge + 1]! += start[edge]!
  const next = start.slice()
  const [hit, source] = [new Int32Array(start[missed.length]!), new Int32Array(start[missed.length]!)]
  lookUp(cascades, edges, {
    use(edge, later, earlier) {
      hit[next[edge]!] = later
      source[next[edge]!++] = earlier
    },
    miss() {},
  })
  return { start, hit, source, missed }
}

function lookUp(
  { nodes, start, node, time }: Cascades,
  { from, to }: Edges,
  { use, miss }: { use(edge: number, hit: number, source: number): void; miss(edge: number): void },
): void {
  const leaving = membersOf(from, nodes)
  const hitIn = new Int32Array(nodes).fill(-1)
  const hitAs = new Int32Array(nodes)
  for (let c = 0; c + 1 < start.length; c++) {
    const end = start[c + 1]!
    for (let h = start[c]!; h < end; h++) {
      hitIn[node[h]!] = c
      hitAs[node[h]!] = h
    }
    for (let source = start[c]!; source < end; source++) {
      const last = leaving.start[node[source]! + 1]!
      for (let i = leaving.start[node[source]!]!; i < last; i++) {
        const edge = leaving.members[i]!
        const child = to[edge]!
        if (hitIn[child] !== c) miss(edge)
        else if (time[hitAs[child]!]! > time[source]!) use(edge, hitAs[child]!, source)
      }
    }
  }
}

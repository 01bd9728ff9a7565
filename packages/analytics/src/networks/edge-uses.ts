import { groupsOf } from './cascades.ts'
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
 * Cost: O(hits × edges at their nodes).
 */
export function edgeUses(cascades: Cascades, edges: Edges): EdgeUses {
  const missed = new Int32Array(edges.from.length)
  const found: { edge: number[]; hit: number[]; source: number[] } = { edge: [], hit: [], source: [] }
  const leaving = groupsOf(edges.from, cascades.nodes)
  const hitIn = new Int32Array(cascades.nodes).fill(-1)
  const hitAs = new Int32Array(cascades.nodes)
  const { start, node, time } = cascades
  for (let c = 0; c + 1 < start.length; c++) {
    for (let h = start[c]!; h < start[c + 1]!; h++) {
      hitIn[node[h]!] = c
      hitAs[node[h]!] = h
    }
    for (let source = start[c]!; source < start[c + 1]!; source++) {
      for (let i = leaving.start[node[source]!]!; i < leaving.start[node[source]! + 1]!; i++) {
        const edge = leaving.members[i]!
        const end = edges.to[edge]!
        if (hitIn[end] !== c) missed[edge]!++
        else if (time[hitAs[end]!]! > time[source]!) {
          found.edge.push(edge)
          found.hit.push(hitAs[end]!)
          found.source.push(source)
        }
      }
    }
  }
  const byEdge = groupsOf(found.edge, edges.from.length)
  return {
    start: byEdge.start,
    hit: byEdge.members.map((use) => found.hit[use]!),
    source: byEdge.members.map((use) => found.source[use]!),
    missed,
  }
}

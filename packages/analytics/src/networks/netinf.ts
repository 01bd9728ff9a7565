import type { Cascades } from './cascades.ts'
import { TIE, childSearch } from './child-search.ts'
import type { Floor } from './child-search.ts'
import type { DelayModel } from './delay-models.ts'
import { edgeRecords } from './edge-records.ts'
import type { EdgeRecords } from './edge-records.ts'
import { edgeTests } from './edge-tests.ts'
import { greatestGains } from './greatest-gains.ts'
import { objectiveOf } from './objective.ts'
import type { Objective } from './objective.ts'
import { refuseCount } from '../numbers/refusals.ts'

/** When to stop; whichever comes first. Without any, when no edge gains anything. */
export type Stop = {
  edges?: number
  /** Edges that gain less are not added. */
  gain?: number
  /** The first edge whose p is not below this ends the network. */
  p?: number
  /**
   * `vuong` leaves that edge out. `published` goes by the p-values of NetworkInference 1.2.5, and keeps that edge as the
   * last, as the package does. Without it: published for the objective r, vuong for snap.
   */
  test?: 'vuong' | 'published'
}

export type NetinfOptions = {
  model: DelayModel
  objective?: Objective
  stop?: Stop
  /**
   * `greedy` unless said otherwise, as the published programs do it. `pruned` first adds more edges than wanted and then
   * takes those away that are missed least: what an early edge seemed to explain, later ones may explain better.
   */
  search?: 'greedy' | 'pruned'
}

/** Edges in the order they were added, best first; in a pruned network, in the order in which they would be missed. */
export type Network = {
  from: Int32Array
  to: Int32Array
  /** What each adds to those before it, in natural logarithms; they never rise. */
  gain: Float64Array
  totalGain: number
  /** Vuong's test of the edge when it was added, and the same as NetworkInference reports it. */
  p: Float64Array
  publishedP: Float64Array
  /** What ended it; `no-gain` when fewer edges gain anything than were asked for, and when no end was asked for. */
  stopped: 'edges' | 'gain' | 'p-value' | 'no-gain'
  /**
   * The hits that edge i explained better when it was added are hit[start[i]] to below hit[start[i + 1]], each from the
   * earlier hit `source` of the same cascade.
   */
  evidence: { start: Int32Array; hit: Int32Array; source: Int32Array; by: Float64Array }
  /** Ordered pairs of hits that could be a transmission, and different edges among them. */
  pairs: number
  candidates: number
}

/**
 * NetInf: the network that best explains who was hit when, by greedy choice of edges; at least 63 % of the best value for
 * its number of edges. Ties never transmit. Equal gains (to 1e-12) are added by smaller child, then smaller parent.
 * @throws RangeError when a stop is out of range, or a pruned network is to end otherwise than by edges or gain.
 * Cost: O(pairs) time, and memory for the pairs of one child and the edges found.
 * Source: Gomez-Rodriguez, Leskovec & Krause (2010). The gain of an edge depends on edges into the same child only, so
 *   children are searched one at a time and their sequences merged.
 */
export function netinf(
  cascades: Cascades,
  { model, objective = objectiveOf('snap'), stop = {}, search = 'greedy' }: NetinfOptions,
): Network {
  refuseStops(stop)
  if (search === 'pruned') return prunedNetwork(cascades, { model, objective, stop })
  const wanted = stop.edges ?? Infinity
  const published = (stop.test ?? (objective.name === 'r' ? 'published' : 'vuong')) === 'published'
  const find = (edges: number) => bestEdges(cascades, { model, objective, edges, gain: stop.gain })
  if (stop.p === undefined) {
    const network = find(wanted)
    return { ...network, stopped: endOf(network, wanted, stop) }
  }
  for (let edges = Math.min(256, wanted); ; edges = Math.min(4 * edges, wanted)) {
    const network = find(edges)
    const p = published ? network.publishedP : network.p
    const failed = p.findIndex((value) => !(value < stop.p!))
    if (failed >= 0) return { ...firstEdges(network, failed + (published ? 1 : 0)), stopped: 'p-value' }
    if (network.from.length < edges || edges === wanted) {
      return { ...network, stopped: endOf(network, wanted, stop) }
    }
  }
}

function refuseStops({ edges, gain, p }: Stop): void {
  if (edges !== undefined) refuseCount('netinf: the number of edges', edges, 0)
  if (gain !== undefined && !(gain >= 0)) throw new RangeError(`netinf: the least gain is below 0: ${gain}`)
  if (p !== undefined && !(p > 0 && p <= 1)) {
    throw new RangeError(`netinf: the p-value must be above 0 and at most 1, got ${p}`)
  }
}

function endOf({ from }: { from: Int32Array }, wanted: number, { gain }: Stop): Network['stopped'] {
  if (from.length === wanted) return 'edges'
  return gain ? 'gain' : 'no-gain'
}

type Found = Omit<Network, 'stopped'>

function bestEdges(
  cascades: Cascades,
  {
    model,
    objective,
    edges,
    gain,
  }: { model: DelayModel; objective: Objective; edges: number; gain: number | undefined },
): Found {
  const floor: Floor = { above: edges > 0 ? 0 : Infinity, least: gain ?? 0 }
  const records = edgeRecords()
  const greatest = greatestGains(edges)
  const work = childSearch(cascades, { model, objective, floor })
  const found = (gain: number) => (floor.above = greatest.add(gain))
  for (let child = 0; child < cascades.nodes; child++) work.search(child, records, found)
  const { pairs, candidates } = work
  return { ...inOrder(records, cascades, edges), pairs, candidates }
}

/** How far below the least gain of the greedy network edges are looked at that might do better once others are gone. */
const REACH = 1 / 4

/** The greedy network where it is worth more: pruning seldom loses, but may. */
function prunedNetwork(
  cascades: Cascades,
  { model, objective, stop }: { model: DelayModel; objective: Objective; stop: Stop },
): Network {
  const { edges = Infinity, gain = 0, p } = stop
  if (p !== undefined || !(edges < Infinity || gain > 0)) {
    throw new RangeError('netinf: a pruned network ends by a number of edges or a least gain')
  }
  const greedy = bestEdges(cascades, { model, objective, edges, gain })
  const least = greedy.gain[edges - 1] ?? gain
  const records = edgeRecords()
  const work = childSearch(cascades, { model, objective, floor: { above: REACH * least, least: 0 } })
  for (let child = 0; child < cascades.nodes; child++) work.searchAndPrune(child, records)
  const { pairs, candidates } = greedy
  const all = { ...inOrder(records, cascades, Math.min(edges, records.size)), pairs, candidates }
  const enough = all.gain.findIndex((one) => one < gain)
  const pruned = firstEdges(all, enough < 0 ? all.gain.length : enough)
  const network = pruned.totalGain > greedy.totalGain ? pruned : greedy
  return { ...network, stopped: endOf(network, edges, stop) }
}

/** The best of the edges found, each child's own in the order in which they were found. */
function inOrder(
  records: EdgeRecords,
  cascades: Cascades,
  edges: number,
): Omit<Found, 'pairs' | 'candidates'> {
  const order = byGain(records.gain.subarray(0, records.size)).subarray(0, edges)
  const evidence = evidenceOf(records, order)
  const gain = Float64Array.from(order, (edge) => records.gain[edge]!)
  const improvements = {
    cascades: cascades.start.length - 1,
    start: evidence.start,
    cascade: cascadeOfHits(cascades, evidence.hit),
    by: evidence.by,
  }
  return {
    from: order.map((edge) => records.parent[edge]!),
    to: order.map((edge) => records.child[edge]!),
    gain,
    totalGain: gain.reduce((sum, one) => sum + one, 0),
    ...edgeTests(improvements),
    evidence,
  }
}

/** Places by falling gain, and among ties as they come, which is by child. A tie is what is near the greatest of it. */
function byGain(gain: Float64Array): Int32Array {
  const order = Int32Array.from(gain, (_, i) => i).sort((a, b) => gain[b]! - gain[a]! || a - b)
  for (let i = 0, end = 0; i < order.length; i = end) {
    while (end < order.length && gain[order[end]!]! >= gain[order[i]!]! * (1 - TIE)) end++
    order.subarray(i, end).sort()
  }
  return order
}

function evidenceOf(records: EdgeRecords, order: Int32Array): Network['evidence'] {
  const start = new Int32Array(order.length + 1)
  order.forEach((edge, i) => (start[i + 1] = start[i]! + records.start[edge + 1]! - records.start[edge]!))
  const improved = start[order.length]!
  const evidence = {
    hit: new Int32Array(improved),
    source: new Int32Array(improved),
    by: new Float64Array(improved),
  }
  order.forEach((edge, i) => {
    const [from, end] = [records.start[edge]!, records.start[edge + 1]!]
    for (const name of ['hit', 'source', 'by'] as const) {
      evidence[name].set(records[name].subarray(from, end), start[i])
    }
  })
  return { start, ...evidence }
}

/** The cascade of each of these hits. */
export function cascadeOfHits({ start, node }: Cascades, hits: Int32Array): Int32Array {
  const cascade = new Int32Array(node.length)
  for (let c = 0; c + 1 < start.length; c++) cascade.fill(c, start[c], start[c + 1])
  return hits.map((hit) => cascade[hit]!)
}

function firstEdges(network: Found, edges: number): Found {
  const { evidence } = network
  const improved = evidence.start[edges]!
  const gain = network.gain.subarray(0, edges)
  return {
    ...network,
    from: network.from.subarray(0, edges),
    to: network.to.subarray(0, edges),
    gain,
    totalGain: gain.reduce((sum, one) => sum + one, 0),
    p: network.p.subarray(0, edges),
    publishedP: network.publishedP.subarray(0, edges),
    evidence: {
      start: evidence.start.subarray(0, edges + 1),
      hit: evidence.hit.subarray(0, improved),
      source: evidence.source.subarray(0, improved),
      by: evidence.by.subarray(0, improved),
    },
  }
}

import { membersOf } from '../numbers/groups.ts'
import { bringForward, emptyHeap, nodeHeap, takeNearest } from './node-heap.ts'
import type { NodeHeap } from './node-heap.ts'
import { cellsOf, choose, chosenPrices } from './reading-choice.ts'
import type { ReadingNetwork } from './reading-choice.ts'

/** Where the search for room ended: one side of a cut that proves that no plan exists. */
export type Stuck = { paperReached: Uint8Array; cellReached: Uint8Array; readerReached: Uint8Array }

export type ReadingFlow = {
  /** 1 for each arc that is taken. */
  used: Uint8Array
  load: Int32Array
  /** Null when every paper got what it needs and no load is above its maximum. */
  stuck: Stuck | null
  /** Shadow prices: while cost + cell − reader is not negative, an arc outside the network is not worth taking. */
  cellPrice: Float64Array
  readerPrice: Float64Array
  /** Arcs looked at: a measure of work that is the same on every machine. */
  work: number
}

/** Nodes of the search, in this order: papers, cells, readers, and the sink that takes what readers give. */
type Search = {
  net: ReadingNetwork
  flow: ReadingFlow
  heap: NodeHeap
  readerAt: number
  sink: number
  price: Float64Array
  parent: Int32Array
  /** The arc of the step from the parent; −1 between other nodes. */
  parentArc: Int32Array
  arcCell: Int32Array
  cellPaper: Int32Array
  /** Readings of each cell, and of each reader that the sink has taken. */
  count: Int32Array
  taken: Int32Array
  /** Readings too many (above 0) or missing (below 0) at readers and at the sink. */
  surplus: Int32Array
  /** The arcs each reader has, from slotStart[r]; their number is the load. */
  slots: Int32Array
  slotStart: Int32Array
  settled: Int32Array
  settledCount: number
  best: number
  end: number
}

/**
 * The plan of least total cost in which each paper gets exactly what it needs and no reader more than the maximum.
 * Minimum loads come before cost: no plan meets more of them.
 * Every paper first takes what it likes best at the prices given; readings too many are then moved along shortest paths
 * with potentials (Ahuja, Magnanti & Orlin 1993, chapter 9.7). Good prices make this fast; any prices make it exact,
 * while four times `urge` stays below 2^53.
 * @param readerPrice whole numbers, at most 0.
 * Cost: O(A + S · A log V) for A arcs, V nodes and S readings to move. Memory: about 40 bytes an arc.
 */
export function readingFlow(net: ReadingNetwork, readerPrice: Float64Array): ReadingFlow {
  const search = newSearch(net)
  const { flow, readerAt, sink, price } = search
  const short = takeChoices(search, readerPrice)
  if (short >= 0) flow.stuck = shortOf(search, short)
  else for (let node = readerAt; node <= sink; node++) moveSurplus(search, node)
  const toSink = (own: number) => own - price[sink]!
  flow.cellPrice = price.subarray(net.papers, readerAt).map(toSink)
  flow.readerPrice = price.subarray(readerAt, sink).map(toSink)
  return flow
}

function newSearch(net: ReadingNetwork): Search {
  const cells = net.cellLimit.length
  const readerAt = net.papers + cells
  const nodes = readerAt + net.readers + 1
  const arcs = net.arcReader.length
  const slots = membersOf(net.arcReader, net.readers) // room for all arcs of each reader; a plan fills it anew
  const none = new Float64Array(0)
  const [used, load] = [new Uint8Array(arcs), new Int32Array(net.readers)]
  return {
    net,
    flow: { used, load, stuck: null, cellPrice: none, readerPrice: none, work: arcs },
    heap: nodeHeap(nodes),
    readerAt,
    sink: nodes - 1,
    price: new Float64Array(nodes),
    parent: new Int32Array(nodes),
    parentArc: new Int32Array(nodes),
    ...cellsOf(net),
    count: new Int32Array(cells),
    taken: new Int32Array(net.readers),
    surplus: new Int32Array(nodes),
    slots: slots.members,
    slotStart: slots.start,
    settled: new Int32Array(nodes),
    settledCount: 0,
    best: Infinity,
    end: -1,
  }
}

/** Gives every paper its choice at these prices; the index of a paper that can not get enough, or −1. */
function takeChoices(search: Search, readerPrice: Float64Array): number {
  const { net, flow, price, count, slots, slotStart, taken, surplus, sink, readerAt } = search
  let needed = 0
  for (let paper = 0; paper < net.papers; paper++) {
    const chosen = choose(net, paper, readerPrice)
    needed += net.need[paper]!
    for (const arc of chosen) {
      const reader = net.arcReader[arc]!
      flow.used[arc] = 1
      slots[slotStart[reader]! + flow.load[reader]!++] = arc
      count[search.arcCell[arc]!]!++
    }
    if (chosen.length < net.need[paper]!) return paper
    chosenPrices(search, { paper, chosen, readerPrice })
  }
  surplus[sink] = -needed
  for (let reader = 0; reader < net.readers; reader++) {
    const own = readerPrice[reader]!
    const [load, min, max] = [flow.load[reader]!, net.min[reader]!, net.max[reader]!]
    price[readerAt + reader] = own
    taken[reader] = own < 0 ? max : Math.min(max, Math.max(min, load))
    surplus[readerAt + reader] = load - taken[reader]!
    surplus[sink]! += taken[reader]!
  }
  return -1
}

/** The cut of a paper that has too few readers of its own. */
function shortOf({ net, count }: Search, paper: number): Stuck {
  const paperReached = new Uint8Array(net.papers)
  paperReached[paper] = 1
  const cellReached = new Uint8Array(net.cellLimit.length)
  for (let cell = net.cellStart[paper]!; cell < net.cellStart[paper + 1]!; cell++) {
    cellReached[cell] = count[cell]! < net.cellLimit[cell]! ? 1 : 0
  }
  return { paperReached, cellReached, readerReached: new Uint8Array(net.readers) }
}

function moveSurplus(search: Search, from: number): void {
  while (search.surplus[from]! > 0) {
    findPath(search, from)
    if (search.end < 0) {
      noteStuck(search)
      return
    }
    search.surplus[from]!--
    search.surplus[search.end]!++
    augment(search)
    reprice(search)
  }
}

/** Shortest path by reduced costs to any node where readings are missing, into `end` and `parent`. */
function findPath(search: Search, from: number): void {
  const { heap, settled, net, readerAt, sink } = search
  heap.distance.fill(Infinity)
  search.best = Infinity
  search.end = -1
  search.settledCount = 0
  search.parent[from] = -1
  bringForward(heap, from, 0)
  while (heap.size > 0) {
    const node = takeNearest(heap)
    if (heap.distance[node]! >= search.best) break
    settled[search.settledCount++] = node
    if (node < net.papers) leavePaper(search, node)
    else if (node < readerAt) leaveCell(search, node)
    else if (node < sink) leaveReader(search, node)
    else leaveSink(search)
  }
  emptyHeap(heap)
}

function leavePaper(search: Search, paper: number): void {
  const { net, heap, price, count } = search
  const base = heap.distance[paper]! + price[paper]!
  for (let cell = net.cellStart[paper]!; cell < net.cellStart[paper + 1]!; cell++) {
    if (count[cell]! >= net.cellLimit[cell]!) continue
    reach(search, net.papers + cell, { distance: base - price[net.papers + cell]!, from: paper })
  }
}

function leaveCell(search: Search, node: number): void {
  const { net, flow, heap, price, count, readerAt } = search
  const { arcStart, arcReader, arcCost } = net
  const cell = node - net.papers
  const base = heap.distance[node]! + price[node]!
  if (count[cell]! > 0) {
    const paper = search.cellPaper[cell]!
    reach(search, paper, { distance: base - price[paper]!, from: node })
  }
  const last = arcStart[cell + 1]!
  flow.work += last - arcStart[cell]!
  for (let arc = arcStart[cell]!; arc < last; arc++) {
    if (flow.used[arc]) continue
    const reader = readerAt + arcReader[arc]!
    const distance = base + arcCost[arc]! - price[reader]!
    if (distance >= heap.distance[reader]! || distance >= search.best) continue
    reach(search, reader, { distance, from: node, arc })
  }
}

function leaveReader(search: Search, node: number): void {
  const { net, flow, heap, price, slots, slotStart, arcCell, taken, sink } = search
  const reader = node - search.readerAt
  const base = heap.distance[node]! + price[node]!
  if (taken[reader]! < net.max[reader]!) {
    const urge = taken[reader]! < net.min[reader]! ? net.urge : 0
    reach(search, sink, { distance: base - urge - price[sink]!, from: node })
  }
  const first = slotStart[reader]!
  for (let slot = first; slot < first + flow.load[reader]!; slot++) {
    const arc = slots[slot]!
    const cell = net.papers + arcCell[arc]!
    reach(search, cell, { distance: base - net.arcCost[arc]! - price[cell]!, from: node, arc })
  }
  flow.work += flow.load[reader]!
}

/** What the sink has taken it can give back, so that another reader gives it. */
function leaveSink(search: Search): void {
  const { net, heap, price, taken, sink, readerAt } = search
  const base = heap.distance[sink]! + price[sink]!
  for (let reader = 0; reader < net.readers; reader++) {
    if (taken[reader] === 0) continue
    const urge = taken[reader]! <= net.min[reader]! ? net.urge : 0
    const node = readerAt + reader
    reach(search, node, { distance: base + urge - price[node]!, from: sink })
  }
}

/** The best end so far also bounds what is still worth visiting. */
function reach(search: Search, node: number, by: { distance: number; from: number; arc?: number }): void {
  const { distance, from, arc = -1 } = by
  if (distance >= search.heap.distance[node]! || distance >= search.best) return
  search.parent[node] = from
  search.parentArc[node] = arc
  if (search.surplus[node]! < 0) {
    search.best = distance
    search.end = node
  }
  bringForward(search.heap, node, distance)
}

/** Moves one reading along the path found, from its end back to its start. */
function augment(search: Search): void {
  const { net, flow, count, parent, parentArc, slots, slotStart, taken, readerAt, sink } = search
  let node = search.end
  while (parent[node]! >= 0) {
    const from = parent[node]!
    const arc = parentArc[node]!
    if (node === sink) taken[from - readerAt]!++
    else if (from === sink) taken[node - readerAt]!--
    else if (node >= readerAt) {
      const reader = node - readerAt
      flow.used[arc] = 1
      slots[slotStart[reader]! + flow.load[reader]!++] = arc
    } else if (from >= readerAt) {
      const first = slotStart[from - readerAt]!
      flow.used[arc] = 0
      slots[slots.indexOf(arc, first)] = slots[first + --flow.load[from - readerAt]!]!
    } else if (from < net.papers) count[node - net.papers]!++
    else count[from - net.papers]!--
    node = from
  }
}

/** Lowers the prices of what lies nearer than the end, so that no arc gets a negative reduced cost. */
function reprice({ price, heap, settled, settledCount, best }: Search): void {
  for (let i = 0; i < settledCount; i++) price[settled[i]!]! += heap.distance[settled[i]!]! - best
}

/** Adds what the search reached; together such sets are again one side of a cut. */
function noteStuck({ net, flow, settled, settledCount, readerAt }: Search): void {
  flow.stuck ??= {
    paperReached: new Uint8Array(net.papers),
    cellReached: new Uint8Array(net.cellLimit.length),
    readerReached: new Uint8Array(net.readers),
  }
  for (let i = 0; i < settledCount; i++) {
    const node = settled[i]!
    if (node < net.papers) flow.stuck.paperReached[node] = 1
    else if (node < readerAt) flow.stuck.cellReached[node - net.papers] = 1
    else flow.stuck.readerReached[node - readerAt] = 1
  }
}

import { membersOf } from '../numbers/groups.ts'
import { arcsOf, cellsOf, choose } from './reading-choice.ts'
import type { ReadingNetwork } from './reading-choice.ts'
import { readingFlow } from './reading-flow.ts'
import type { ReadingFlow } from './reading-flow.ts'

/** A sample has one paper in so many; smaller ones say nothing about the whole. */
const stride = 4
const smallestSample = 32
/** With how many arcs a paper starts, at least and as a multiple of its need; and a reader, as a multiple of its load. */
const candidates = { least: 40, timesNeed: 8, timesLoad: 2 }

/**
 * The same plan as `readingFlow`, found faster on large networks: prices come from a sample of the papers, and the search
 * first sees only the arcs that are good at these prices. Arcs that turn out to be worth taking, or without which a paper
 * can not be served, are added until there is none: the result is exact.
 * Cost: measured in `bench/analytics/assignment.ts`. Memory: about 60 bytes an arc.
 */
export function cheapestReadings(net: ReadingNetwork): ReadingFlow {
  let { prices, work } = startPrices(net)
  const { arcCell, cellPaper } = cellsOf(net)
  const active = goodArcs(net, prices)
  for (;;) {
    const { sparse, arcs } = part(net, { active })
    const flow = readingFlow(sparse, prices)
    work += flow.work + active.length
    const { stuck, cellPrice, readerPrice } = flow
    let added = 0
    for (let arc = 0; arc < active.length; arc++) {
      const cell = arcCell[arc]!
      const reader = net.arcReader[arc]!
      const wanted = stuck
        ? stuck.paperReached[cellPaper[cell]!]! && !stuck.readerReached[reader]
        : net.arcCost[arc]! + cellPrice[cell]! - readerPrice[reader]! < 0
      if (active[arc] || !wanted) continue
      active[arc] = 1
      added++
    }
    if (added === 0) {
      const used = new Uint8Array(active.length)
      flow.used.forEach((taken, i) => (used[arcs[i]!] = taken))
      return { ...flow, used, work }
    }
    if (!stuck) prices = startable(readerPrice)
  }
}

const startable = (prices: Float64Array) => prices.map((price) => Math.min(0, price))

/** No prices where the papers' own choices nearly fit; else those of a sample, if they spread the choices better. */
function startPrices(net: ReadingNetwork): { prices: Float64Array; work: number } {
  const none = new Float64Array(net.readers)
  const sample = sampleOf(net)
  const off = sample ? imbalance(net, none) : 0
  if (!sample || 10 * off <= net.need.reduce((sum, need) => sum + need, 0)) return { prices: none, work: 0 }
  const { readerPrice, work } = cheapestReadings(sample)
  const guess = startable(readerPrice)
  return { prices: imbalance(net, guess) < off ? guess : none, work }
}

/** Readings that would have to move if each paper took its choice at these prices. */
function imbalance(net: ReadingNetwork, prices: Float64Array): number {
  const load = new Int32Array(net.readers)
  for (let paper = 0; paper < net.papers; paper++) {
    for (const arc of choose(net, paper, prices)) load[net.arcReader[arc]!]!++
  }
  let off = 0
  for (let reader = 0; reader < net.readers; reader++) {
    const over = load[reader]! - net.max[reader]!
    off += over > 0 ? over : prices[reader]! < 0 ? -over : 0
  }
  return off
}

/** Maximum loads shrink with the papers; what rounding takes from one reader goes to the next. */
function sampleOf(net: ReadingNetwork): ReadingNetwork | null {
  if (net.papers < smallestSample * stride) return null
  const { sparse } = part(net, { every: stride })
  let [sum, given] = [0, 0]
  const max = net.max.map((max) => {
    sum += max / stride
    const own = Math.ceil(sum) - given
    given += own
    return own
  })
  return { ...sparse, min: new Int32Array(net.readers), max }
}

/** The best arcs of each paper at these prices, and the cheapest of each reader, so that no side is left without. */
function goodArcs(net: ReadingNetwork, prices: Float64Array): Uint8Array {
  const { arcReader, arcCost, max } = net
  const active = new Uint8Array(arcReader.length)
  const value = new Float64Array(arcReader.length)
  for (let arc = 0; arc < value.length; arc++) value[arc] = prices[arcReader[arc]!]! - arcCost[arc]!
  for (let paper = 0; paper < net.papers; paper++) {
    const [first, last] = arcsOf(net, paper)
    const keep = Math.max(candidates.least, candidates.timesNeed * net.need[paper]!)
    const bar = last - first > keep ? value.slice(first, last).sort()[last - first - keep]! : -Infinity
    for (let arc = first; arc < last; arc++) if (value[arc]! >= bar) active[arc] = 1
  }
  const { start, members } = membersOf(arcReader, net.readers)
  for (let reader = 0; reader < net.readers; reader++) {
    const arcs = members.subarray(start[reader], start[reader + 1])
    const spare = arcs.length - candidates.timesLoad * max[reader]!
    const bar =
      spare > 0 ? (Float64Array.from(arcs, (arc) => value[arc]!).sort()[spare] ?? Infinity) : -Infinity
    for (const arc of arcs) if (value[arc]! >= bar) active[arc] = 1
  }
  return active
}

/** The network with only one paper in so many, or only the active arcs; and which arcs of the whole its arcs are. */
function part(
  net: ReadingNetwork,
  { every = 1, active }: { every?: number; active?: Uint8Array },
): { sparse: ReadingNetwork; arcs: Int32Array } {
  const papers = Math.ceil(net.papers / every)
  const cellStart = new Int32Array(papers + 1)
  const [cells, arcStart]: [number[], number[]] = [[], [0]]
  const arcs = new Int32Array(net.arcReader.length)
  let count = 0
  for (let paper = 0; paper < papers; paper++) {
    for (let cell = net.cellStart[paper * every]!; cell < net.cellStart[paper * every + 1]!; cell++) {
      for (let arc = net.arcStart[cell]!; arc < net.arcStart[cell + 1]!; arc++) {
        if (!active || active[arc]) arcs[count++] = arc
      }
      cells.push(cell)
      arcStart.push(count)
    }
    cellStart[paper + 1] = cells.length
  }
  const kept = arcs.subarray(0, count)
  const sparse = {
    ...net,
    papers,
    cellStart,
    cellLimit: Int32Array.from(cells, (cell) => net.cellLimit[cell]!),
    arcStart: Int32Array.from(arcStart),
    arcReader: kept.map((arc) => net.arcReader[arc]!),
    arcCost: Float64Array.from(kept, (arc) => net.arcCost[arc]!),
    need: Int32Array.from({ length: papers }, (_, paper) => net.need[paper * every]!),
  }
  return { sparse, arcs: kept }
}

import { groupsOf } from './reader-groups.ts'
import { cellsOf } from './reading-choice.ts'
import type { ReadingProblem } from './reading-problem.ts'

/** A plan in hand: arcs taken, and who reads what besides by fixed pairs. */
type Plan = {
  problem: ReadingProblem
  used: Uint8Array
  load: Int32Array
  arcCell: Int32Array
  cellPaper: Int32Array
  cellCount: Int32Array
  score: Float64Array
  /** Arc of paper · readers + reader. */
  arcAt: Map<number, number>
  floor: number
}

/** Arcs given up and taken; what they cost in similarity, more than everything if a paper falls below the floor. */
type Exchange = { out: number[]; into: number[]; loss: number }

/**
 * Exchanges readings until all readers can be compared with each other, directly or through others, cheapest first: two
 * papers exchange a reader each, or one paper takes a reader who has room. Loads, conflicts and fixed pairs are kept. An
 * approximation: the loss is at least that of the best connected plan.
 * @param floor papers are kept at this score where possible.
 * @returns the arcs then taken, and the groups that are left: one, or more where no single exchange joins any.
 * Cost: for each group to join, its readings × candidates a paper × load.
 */
export function connectReaders(
  problem: ReadingProblem,
  used: Uint8Array,
  { floor = -Infinity }: { floor?: number } = {},
): { used: Uint8Array; groups: number[][] } {
  const plan = planInHand(problem, used.slice(), floor)
  for (;;) {
    const groups = groupsOf(readersOfPapers(plan))
    const exchange = groups.length > 1 ? cheapestJoin(plan, groups) : null
    if (!exchange) return { used: plan.used, groups }
    apply(plan, exchange.out, exchange.into)
  }
}

function planInHand(problem: ReadingProblem, used: Uint8Array, floor: number): Plan {
  const { network, fixed } = problem
  const { arcCell, cellPaper } = cellsOf(network)
  const arcAt = new Map<number, number>()
  arcCell.forEach((cell, arc) => arcAt.set(cellPaper[cell]! * network.readers + network.arcReader[arc]!, arc))
  const score = new Float64Array(network.papers)
  for (const { paper, similarity } of fixed) score[paper]! += similarity
  const plan = {
    problem,
    used: new Uint8Array(used.length),
    load: new Int32Array(network.readers),
    arcCell,
    cellPaper,
    cellCount: new Int32Array(network.cellLimit.length),
    score,
    arcAt,
    floor,
  }
  const taken: number[] = []
  used.forEach((one, arc) => one && taken.push(arc))
  apply(plan, [], taken)
  return plan
}

function apply(plan: Plan, out: readonly number[], into: readonly number[]): void {
  for (const [arcs, sign] of [
    [out, -1],
    [into, 1],
  ] as const) {
    for (const arc of arcs) {
      const cell = plan.arcCell[arc]!
      plan.used[arc] = sign > 0 ? 1 : 0
      plan.load[plan.problem.network.arcReader[arc]!]! += sign
      plan.cellCount[cell]! += sign
      plan.score[plan.cellPaper[cell]!]! += sign * plan.problem.similarity[arc]!
    }
  }
}

function readersOfPapers({ problem, used, arcCell, cellPaper }: Plan): number[][] {
  const readers: number[][] = problem.papers.map(() => [])
  for (const { paper, reader } of problem.fixed) readers[paper]!.push(reader)
  used.forEach((one, arc) => one && readers[cellPaper[arcCell[arc]!]!]!.push(problem.network.arcReader[arc]!))
  return readers
}

/** The cheapest exchange after which there are fewer groups, from the smallest group on. */
function cheapestJoin(plan: Plan, groups: readonly number[][]): Exchange | null {
  for (const group of groups.toReversed()) {
    let best: Exchange | null = null
    for (const exchange of exchanges(plan, new Set(group), new Set(groups.flat()))) {
      if (best && exchange.loss >= best.loss) continue
      apply(plan, exchange.out, exchange.into)
      const fewer = groupsOf(readersOfPapers(plan)).length < groups.length
      apply(plan, exchange.into, exchange.out)
      if (fewer) best = exchange
    }
    if (best) return best
  }
  return null
}

/** Every allowed exchange of a reading of the group for one of a reader outside, or for room of one. */
function* exchanges(
  plan: Plan,
  group: ReadonlySet<number>,
  active: ReadonlySet<number>,
): Generator<Exchange> {
  const { problem, used, load, arcCell, cellPaper, arcAt } = plan
  const { network } = problem
  const { arcReader, cellStart, arcStart, min, max, readers } = network
  const own: number[][] = Array.from({ length: readers }, () => [])
  used.forEach((one, arc) => one && own[arcReader[arc]!]!.push(arc))
  for (let out = 0; out < used.length; out++) {
    const reader = arcReader[out]!
    if (!used[out]) continue
    const paper = cellPaper[arcCell[out]!]!
    for (let into = arcStart[cellStart[paper]!]!; into < arcStart[cellStart[paper + 1]!]!; into++) {
      const other = arcReader[into]!
      if (used[into] || group.has(reader) === group.has(other) || !active.has(other)) continue
      if (!fits(plan, out, into)) continue
      if (load[reader]! > min[reader]! && load[other]! < max[other]!) yield exchangeOf(plan, [out], [into])
      if (!group.has(reader)) continue // the other half of an exchange is seen from inside the group
      for (const back of own[other]!) {
        const inReturn = arcAt.get(cellPaper[arcCell[back]!]! * readers + reader)
        if (inReturn === undefined || used[inReturn] || !fits(plan, back, inReturn)) continue
        yield exchangeOf(plan, [out, back], [into, inReturn])
      }
    }
  }
}

function fits({ problem, arcCell, cellCount }: Plan, out: number, into: number): boolean {
  const cell = arcCell[into]!
  return cell === arcCell[out] || cellCount[cell]! < problem.network.cellLimit[cell]!
}

function exchangeOf(plan: Plan, out: number[], into: number[]): Exchange {
  const { similarity } = plan.problem
  let loss = 0
  let below = false
  out.forEach((arc, i) => {
    const change = similarity[into[i]!]! - similarity[arc]!
    loss -= change
    const score = plan.score[plan.cellPaper[plan.arcCell[arc]!]!]!
    below ||= change < 0 && score + change < plan.floor
  })
  return { out, into, loss: below ? loss + 1e12 : loss }
}

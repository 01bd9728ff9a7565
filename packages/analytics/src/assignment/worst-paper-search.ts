import { cheapestReadings } from './cheapest-readings.ts'
import { arcsOf, urgeOf } from './reading-choice.ts'
import type { ReadingNetwork } from './reading-choice.ts'
import { readingFlow } from './reading-flow.ts'

/** A plan as the search sees it: arcs taken, and each paper's score in whole numbers. */
export type ScoredPlan = { used: Uint8Array; scores: Float64Array; worst: number; total: number }

export type Scoring = {
  network: ReadingNetwork
  /** What each arc adds to its paper, and what each paper has from fixed pairs; whole numbers. */
  gain: Float64Array
  base: Float64Array
  /** Papers whose score counts: those that are read at all. */
  counts: Uint8Array
}

type Hunt = Scoring & {
  floor: number
  /** Weight of the total: 0 to find any plan above the floor, else the best of them. */
  keep: number
  work: { left: number }
  best: ScoredPlan | null
  /** No plan has a worst paper above this. */
  bound: number
  complete: boolean
}

/** Greatest weight of a paper in the search; gains times this have to stay exact. */
export const greatestWeight = 1000
const largeNetwork = 5000
/** What a flow costs beside its arcs, in arcs a paper and a reader. */
const overhead = 50
const iterations = { root: 30, node: 6 }

/**
 * Looks for a plan in which every paper scores at least `floor`: any such plan, or with `incumbent` the one of greatest
 * total. Branches on single readings; a branch ends where weighted totals show that it holds nothing (Lagrangian bound:
 * when no plan reaches the weighted floors, none reaches each of them).
 * @param work arcs that may still be looked at; counted down. Deterministic: no clock is read.
 * @returns `complete` when nothing was left unexplored, so that the answer is proved; `bound` on the worst paper.
 */
export function searchAbove(
  scoring: Scoring,
  { floor, incumbent, work }: { floor: number; incumbent?: ScoredPlan; work: { left: number } },
): { best: ScoredPlan | null; complete: boolean; bound: number } {
  const keep = incumbent ? greatestWeight / 4 : 0
  const hunt: Hunt = {
    ...scoring,
    floor,
    keep,
    work,
    best: incumbent ?? null,
    bound: Infinity,
    complete: true,
  }
  const multipliers = new Float64Array(scoring.network.papers).fill(keep ? 0 : greatestWeight / 2)
  explore(hunt, new Int8Array(scoring.gain.length), { multipliers, rounds: iterations.root })
  return hunt
}

/** Scores of the arcs taken. */
export function scoredPlan({ network, gain, base, counts }: Scoring, used: Uint8Array): ScoredPlan {
  const { papers } = network
  const scores = base.slice()
  let [worst, total] = [Infinity, 0]
  for (let paper = 0; paper < papers; paper++) {
    const [from, to] = arcsOf(network, paper)
    for (let arc = from; arc < to; arc++) {
      if (used[arc]) scores[paper]! += gain[arc]!
    }
    if (counts[paper]) worst = Math.min(worst, scores[paper]!)
    total += scores[paper]!
  }
  return { used, scores, worst, total }
}

/** True when the search for any plan may stop. `choice` holds 1 for arcs that must and −1 for arcs that may not be taken. */
function explore(
  hunt: Hunt,
  choice: Int8Array,
  { multipliers, rounds }: { multipliers: Float64Array; rounds: number },
): boolean {
  if (!settleForced(hunt, choice)) return false
  const lambda = multipliers.slice()
  let plan: ScoredPlan | null = null
  for (let round = 0; round < rounds; round++) {
    if (hunt.work.left <= 0) {
      hunt.complete = false
      return true
    }
    plan = weightedPlan(hunt, choice, lambda)
    if (!plan) return false
    if (plan.worst >= hunt.floor && plan.total > (hunt.best?.total ?? -Infinity)) {
      hunt.best = plan
      if (hunt.keep === 0) return true
    }
    if (hopeless(hunt, plan, { lambda, root: rounds === iterations.root })) return false
    follow(hunt, plan, { lambda, round })
  }
  const arc = arcToDecide(hunt, plan!, { choice, lambda })
  if (arc < 0) return false
  for (const value of [-1, 1]) {
    const branch = choice.slice()
    branch[arc] = value
    if (explore(hunt, branch, { multipliers: lambda, rounds: iterations.node })) return true
  }
  return false
}

/** The plan of greatest weighted total within the choices made; null where there is none. */
function weightedPlan(hunt: Hunt, choice: Int8Array, lambda: Float64Array): ScoredPlan | null {
  const { network, gain, keep } = hunt
  const { papers, cellStart, arcStart, arcReader, min } = network
  const [need, max, low] = [network.need.slice(), network.max.slice(), min.slice()]
  const cellLimit = network.cellLimit.slice()
  const start = new Int32Array(arcStart.length)
  const [arcs, costs]: [number[], number[]] = [[], []]
  for (let paper = 0; paper < papers; paper++) {
    const weight = keep + (hunt.counts[paper] ? Math.round(lambda[paper]!) : 0)
    for (let cell = cellStart[paper]!; cell < cellStart[paper + 1]!; cell++) {
      for (let arc = arcStart[cell]!; arc < arcStart[cell + 1]!; arc++) {
        if (choice[arc] === 1) {
          need[paper]!--
          cellLimit[cell]!--
          max[arcReader[arc]!]!--
          low[arcReader[arc]!] = Math.max(0, low[arcReader[arc]!]! - 1)
        } else if (choice[arc] === 0) {
          arcs.push(arc)
          costs.push(-weight * gain[arc]!)
        }
      }
      start[cell + 1] = arcs.length
    }
  }
  if ([need, max, cellLimit].some((left) => left.some((one) => one < 0))) return null
  const arcCost = Float64Array.from(costs)
  const kept = Int32Array.from(arcs, (arc) => arcReader[arc]!)
  const urge = urgeOf(network.readers, arcCost)
  const net = { ...network, need, max, min: low, cellLimit, arcStart: start, arcReader: kept, arcCost, urge }
  const large = arcs.length > largeNetwork
  const flow = large ? cheapestReadings(net) : readingFlow(net, new Float64Array(net.readers))
  hunt.work.left -= flow.work + gain.length + overhead * (papers + network.readers)
  if (flow.stuck || flow.load.some((load, reader) => load < low[reader]!)) return null
  const used = Uint8Array.from(choice, (value) => (value === 1 ? 1 : 0))
  flow.used.forEach((taken, i) => (used[arcs[i]!] = taken))
  return scoredPlan(hunt, used)
}

/** Whether the weighted total proves that nothing better lies in this branch; at the root it also bounds the worst paper. */
function hopeless(
  hunt: Hunt,
  plan: ScoredPlan,
  { lambda, root }: { lambda: Float64Array; root: boolean },
): boolean {
  const { keep, floor, counts, best } = hunt
  let [value, weights, weighted] = [0, 0, 0]
  for (let paper = 0; paper < counts.length; paper++) {
    value += keep * plan.scores[paper]!
    if (!counts[paper]) continue
    const weight = Math.round(lambda[paper]!)
    weights += weight
    weighted += weight * plan.scores[paper]!
    value += weight * (plan.scores[paper]! - floor)
  }
  if (root && keep === 0) hunt.bound = Math.min(hunt.bound, Math.floor(weighted / weights))
  return keep === 0 ? value < 0 : best !== null && value < keep * (best.total + 1)
}

/** Papers below the floor gain weight, papers above it lose some (subgradient step). */
function follow(
  { floor, counts, keep }: Hunt,
  plan: ScoredPlan,
  { lambda, round }: { lambda: Float64Array; round: number },
): void {
  let spread = 1
  for (let paper = 0; paper < counts.length; paper++) {
    if (counts[paper]) spread = Math.max(spread, Math.abs(plan.scores[paper]! - floor))
  }
  const step = greatestWeight / 2 / spread / (1 + round / 3)
  const [least, greatest] = [keep ? 0 : 1, greatestWeight - keep]
  for (let paper = 0; paper < counts.length; paper++) {
    const moved = lambda[paper]! - step * (plan.scores[paper]! - floor)
    lambda[paper] = Math.min(greatest, Math.max(least, moved))
  }
}

/** The least useful reading of the paper farthest below the floor; or of the paper that costs the total most. */
function arcToDecide(
  { network, gain, floor, counts }: Hunt,
  plan: ScoredPlan,
  { choice, lambda }: { choice: Int8Array; lambda: Float64Array },
): number {
  const { papers } = network
  let [found, urgency] = [-1, -Infinity]
  for (let paper = 0; paper < papers; paper++) {
    let least = -1
    const [from, to] = arcsOf(network, paper)
    for (let arc = from; arc < to; arc++) {
      if (choice[arc] === 0 && plan.used[arc] && (least < 0 || gain[arc]! < gain[least]!)) least = arc
    }
    if (least < 0) continue
    const above = plan.scores[paper]! - floor
    const slack = -1 / (1 + above * lambda[paper]!)
    const own = !counts[paper] ? -2 : above < 0 ? -above : slack
    if (found >= 0 && own <= urgency) continue
    found = least
    urgency = own
  }
  return found
}

/** Follows what the choices force, paper by paper and reader by reader; false when a paper can no longer reach the floor. */
function settleForced(hunt: Hunt, choice: Int8Array): boolean {
  for (let changed = true; changed;) {
    changed = false
    const load = new Int32Array(hunt.network.readers)
    choice.forEach((value, arc) => value === 1 && load[hunt.network.arcReader[arc]!]!++)
    for (let arc = 0; arc < choice.length; arc++) {
      const reader = hunt.network.arcReader[arc]!
      if (choice[arc] === 0 && load[reader]! >= hunt.network.max[reader]!) choice[arc] = -1
    }
    for (let paper = 0; paper < hunt.network.papers; paper++) {
      const result = settlePaper(hunt, choice, paper)
      if (result === 'lost') return false
      changed ||= result === 'changed'
    }
  }
  return true
}

function settlePaper(
  { network, gain, base, floor, counts }: Hunt,
  choice: Int8Array,
  paper: number,
): 'lost' | 'changed' | 'same' {
  const free: number[] = []
  let [need, sum] = [network.need[paper]!, base[paper]!]
  const [from, to] = arcsOf(network, paper)
  for (let arc = from; arc < to; arc++) {
    if (choice[arc] === 0) free.push(arc)
    else if (choice[arc] === 1) [need, sum] = [need - 1, sum + gain[arc]!]
  }
  if (need < 0 || free.length < need) return 'lost'
  if (!counts[paper]) return 'same'
  free.sort((a, b) => gain[b]! - gain[a]! || a - b)
  for (const arc of free.slice(0, need)) sum += gain[arc]!
  if (sum < floor) return 'lost'
  let changed = false
  const [last, next] = [free[need - 1], free[need]]
  free.forEach((arc, i) => {
    const swapped =
      i < need
        ? (next === undefined ? -Infinity : gain[next]!) - gain[arc]!
        : gain[arc]! - (last === undefined ? Infinity : gain[last]!)
    if (sum + swapped >= floor) return
    choice[arc] = i < need ? 1 : -1
    changed = true
  })
  return changed ? 'changed' : 'same'
}

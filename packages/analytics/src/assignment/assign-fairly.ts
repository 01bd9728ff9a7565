import { connected, planOf } from './assign-readers.ts'
import type { ReadingPlan } from './assign-readers.ts'
import { cheapestReadings } from './cheapest-readings.ts'
import { placesOf } from './plan-exchanges.ts'
import { raiseWorst } from './raise-worst.ts'
import { arcsOf } from './reading-choice.ts'
import { readingProblem } from './reading-problem.ts'
import type { Candidate, ReadingProblem, ReadingRules } from './reading-problem.ts'
import { thresholdPlans } from './threshold-plans.ts'
import { refuseInfeasible } from './why-infeasible.ts'
import { greatestWeight, scoredPlan, searchAbove } from './worst-paper-search.ts'
import type { ScoredPlan, Scoring } from './worst-paper-search.ts'

export type FairPlan = ReadingPlan & {
  /** No plan has a worst paper with a greater score than this. */
  worstBound: number
  /** Whether the worst paper, and among such plans the total, are proved to be the best possible. */
  worstProved: boolean
  totalProved: boolean
  /** Greatest total without regard to the worst paper: what fairness costs is the difference. */
  greatestTotal: number
}

/**
 * The plan whose worst paper has the best possible sum of similarities, and among such plans the greatest total.
 * Thresholds first: the highest similarity at which every paper can have one, two … readers (the idea of PR4A); then
 * exchanges between the worst paper and others; then a search that proves the result or ends with the bound it has reached. The problem is NP-hard: small cases (some ten
 * papers) are proved, large ones get a good plan and an honest bound.
 * @param effort arcs that the search may look at; the result depends on it, never on the speed of the machine.
 * @throws as `assignReaders`.
 * Source: Stelmakh, Shah & Singh (2021), PeerReview4All, JMLR 22(163), for the thresholds; Lagrangian branch and bound.
 * @example assignFairly([{ paper: 'a', reader: 'x', similarity: 0.9 }, { paper: 'a', reader: 'y', similarity: 0.5 },
 *   { paper: 'b', reader: 'x', similarity: 0.5 }, { paper: 'b', reader: 'y', similarity: 0 }],
 *   { readersPerPaper: 1, maxLoad: 1 }).worst?.score // 0.5
 */
export function assignFairly(
  candidates: readonly Candidate[],
  rules: ReadingRules,
  { effort = 2e8 }: { effort?: number } = {},
): FairPlan {
  const problem = readingProblem(candidates, rules)
  const flow = cheapestReadings(problem.network)
  refuseInfeasible(problem, flow)
  const greatest = planOf(problem, flow.used)
  const { used, bound, ...proved } = fairest(problem, flow.used, effort)
  const fair = planOf(problem, used)
  const worst = fair.worst?.score ?? 0
  const plan = rules.connected ? planOf(problem, connected(problem, used, worst - 1e-12)) : fair
  return {
    ...plan,
    worstBound: proved.worst ? worst : bound / scaleOf(problem),
    worstProved: proved.worst && (plan.worst?.score ?? 0) >= worst,
    totalProved: proved.total && plan.total === fair.total,
    greatestTotal: greatest.total,
  }
}

/** The arcs of the fairest plan found, whether worst paper and total are proved, and a bound on the worst paper. */
function fairest(problem: ReadingProblem, greatest: Uint8Array, effort: number) {
  const scoring = scoringOf(problem)
  const work = { left: effort / 2 }
  let best = startPlan(problem, scoring, { greatest, work })
  let bound = bestSingle(scoring)
  let worst = best.worst >= bound
  for (work.left += effort / 4; !worst && work.left > 0;) {
    const found = searchAbove(scoring, { floor: best.worst + 1, work })
    bound = Math.min(bound, found.bound)
    worst = found.complete && !found.best
    if (!found.best) break
    best = fairer(best, found.best)
  }
  work.left = Math.max(0, work.left) + effort / 4
  const rest = searchAbove(scoring, { floor: best.worst, incumbent: best, work })
  return { used: rest.best!.used, bound, worst, total: rest.complete }
}

/** The best of the plans by thresholds and the plan of greatest total, their worst papers raised by exchanges. */
function startPlan(
  problem: ReadingProblem,
  scoring: Scoring,
  { greatest, work }: { greatest: Uint8Array; work: { left: number } },
): ScoredPlan {
  const places = placesOf(problem.network)
  const raised = (used: Uint8Array, target?: number) =>
    scoredPlan(scoring, raiseWorst(scoring, places, used, target))
  const oneCellEach = problem.network.cellLimit.length === problem.network.papers
  const plans = oneCellEach ? thresholdPlans(problem, work) : []
  const best = plans.map((used) => raised(used)).reduce(fairer, raised(greatest))
  return fairer(best, raised(greatest, best.worst)) // the same worst paper for less of the total
}

/** A better worst paper, or the same with a better total. */
function fairer(a: ScoredPlan, b: ScoredPlan): ScoredPlan {
  return b.worst > a.worst || (b.worst === a.worst && b.total > a.total) ? b : a
}

/** Weights multiply gains, so gains keep three decimals less than costs. */
const scaleOf = ({ scale }: ReadingProblem) => scale / greatestWeight

function scoringOf(problem: ReadingProblem): Scoring {
  const { network, similarity, fixed } = problem
  const scale = scaleOf(problem)
  const gain = similarity.map((one) => Math.round(one * scale))
  const base = new Float64Array(network.papers)
  const counts = Uint8Array.from(network.need, (need) => (need > 0 ? 1 : 0))
  for (const { paper, similarity } of fixed) {
    base[paper]! += Math.round(similarity * scale)
    counts[paper] = 1
  }
  return { network, gain, base, counts }
}

/** No paper can have more than its own best readers. */
function bestSingle({ network, gain, base, counts }: Scoring): number {
  let bound = Infinity
  for (let paper = 0; paper < network.papers; paper++) {
    if (!counts[paper]) continue
    const own = gain.slice(...arcsOf(network, paper)).sort()
    const top = own.subarray(Math.max(0, own.length - network.need[paper]!))
    bound = Math.min(
      bound,
      top.reduce((sum, one) => sum + one, base[paper]!),
    )
  }
  return bound
}

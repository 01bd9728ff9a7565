import { cheapestReadings } from './cheapest-readings.ts'
import { connectReaders } from './connect-readers.ts'
import { joinedBy } from '../numbers/groups.ts'
import { arcsOf } from './reading-choice.ts'
import { readingProblem } from './reading-problem.ts'
import type { Candidate, ReadingProblem, ReadingRules } from './reading-problem.ts'
import { refuseInfeasible } from './why-infeasible.ts'

/** One reading of a plan. */
export type Reading = { paper: string; reader: string; similarity: number; fixed: boolean }

export type ReadingPlan = {
  /** Sum of the similarities of all readings. */
  total: number
  /** The paper whose readers fit least, and the sum of their similarities; null when no paper needs a reader. */
  worst: { paper: string; score: number } | null
  /** By paper, then by reader. */
  readings: Reading[]
  papers: { paper: string; score: number; readers: string[] }[]
  loads: { reader: string; load: number }[]
  /** Readers who can be compared with each other, directly or through others: a group for each part of the plan. */
  groups: string[][]
}

/**
 * The plan of greatest total similarity: exactly so many readers a paper, loads within their limits, no conflicts, fixed
 * pairs taken. Exact on similarities rounded to as many decimals as sums allow (at least ten for similarities up to 1
 * and 10,000 readers). Deterministic, whatever the order of the candidates.
 * With `connected`, readings are then exchanged until all readers are comparable; see `connectReaders`.
 * @throws RangeError for faults of the input, see `readingProblem`; NoPlan, with names, when the limits contradict.
 * Cost: see `cheapestReadings`.
 * Source: minimum-cost flow; Ahuja, Magnanti & Orlin (1993), Network flows, chapter 9.
 * @example assignReaders([{ paper: 'a', reader: 'x', similarity: 1 }, { paper: 'a', reader: 'y', similarity: 2 }],
 *   { readersPerPaper: 1 }).total // 2
 */
export function assignReaders(candidates: readonly Candidate[], rules: ReadingRules): ReadingPlan {
  const problem = readingProblem(candidates, rules)
  const flow = cheapestReadings(problem.network)
  refuseInfeasible(problem, flow)
  return planOf(problem, rules.connected ? connected(problem, flow.used) : flow.used)
}

/**
 * The arcs of the plan after exchanges that make all readers comparable.
 * @throws RangeError when no exchange does.
 */
export function connected(problem: ReadingProblem, used: Uint8Array, floor?: number): Uint8Array {
  const joined = connectReaders(problem, used, floor === undefined ? {} : { floor })
  const apart = joined.groups[1]?.map((reader) => problem.readers[reader]!)
  if (!apart) return joined.used
  throw new RangeError(
    `assignReaders: found no exchange that makes all readers comparable: ${apart.slice(0, 8).join(', ')} share no paper ` +
      'with the others; more readers a paper, or more room in the loads, would help',
  )
}

/** The plan of the arcs taken, with the fixed pairs. */
export function planOf(problem: ReadingProblem, used: Uint8Array): ReadingPlan {
  const own = readingsByPaper(problem, used)
  const { papers, readers } = problem
  const readings = own.flat()
  const load = new Map<string, number>()
  for (const { reader } of readings) load.set(reader, (load.get(reader) ?? 0) + 1)
  const scores = papers.map((paper, i) => ({
    paper,
    score: own[i]!.reduce((sum, { similarity }) => sum + similarity, 0),
    readers: own[i]!.map(({ reader }) => reader),
  }))
  const read = scores.filter((paper) => paper.readers.length > 0)
  const worst = read.reduce<(typeof read)[0] | null>(
    (low, one) => (low && low.score <= one.score ? low : one),
    null,
  )
  return {
    total: readings.reduce((sum, { similarity }) => sum + similarity, 0),
    worst: worst && { paper: worst.paper, score: worst.score },
    readings,
    papers: scores,
    loads: readers.map((reader) => ({ reader, load: load.get(reader) ?? 0 })),
    groups: joinedBy(scores.map((paper) => paper.readers)),
  }
}

function readingsByPaper(problem: ReadingProblem, used: Uint8Array): Reading[][] {
  const { papers, readers, network, similarity, fixed } = problem
  const { arcReader } = network
  const own: Reading[][] = papers.map(() => [])
  for (const { paper, reader, similarity } of fixed) {
    own[paper]!.push({ paper: papers[paper]!, reader: readers[reader]!, similarity, fixed: true })
  }
  const place = new Map(readers.map((id, i) => [id, i]))
  papers.forEach((id, paper) => {
    const [from, to] = arcsOf(network, paper)
    for (let arc = from; arc < to; arc++) {
      if (!used[arc]) continue
      own[paper]!.push({
        paper: id,
        reader: readers[arcReader[arc]!]!,
        similarity: similarity[arc]!,
        fixed: false,
      })
    }
    own[paper]!.sort((a, b) => place.get(a.reader)! - place.get(b.reader)!)
  })
  return own
}

import type { ReadingNetwork } from './reading-choice.ts'
import type { ReadingFlow, Stuck } from './reading-flow.ts'
import type { ReadingProblem } from './reading-problem.ts'

/** Why no plan exists: these papers and readers together, whatever the others do. */
export type Infeasibility = {
  /** Which limit can not be kept: readers a paper, or the minimum loads. */
  limit: 'readers-per-paper' | 'minimum-load'
  papers: string[]
  readers: string[]
  /** Readings that the limit asks for, and that are possible at most. */
  needed: number
  possible: number
  says: string
}

/** No plan keeps all limits; `reason` names who stands in the way. */
export class NoPlan extends RangeError {
  readonly reason: Infeasibility
  constructor(reason: Infeasibility) {
    super(`assignReaders: ${reason.says}`)
    this.name = 'NoPlan'
    this.reason = reason
  }
}

/**
 * Nothing when the flow keeps all limits.
 * @throws NoPlan with a cut that proves the contrary (Hall 1935): papers that need more than all who may read them have
 *   room for, or readers who must read more than the papers open to them can give.
 */
export function refuseInfeasible(problem: ReadingProblem, flow: ReadingFlow): void {
  if (flow.stuck) throw new NoPlan(tooFewReaders(problem, flow.stuck))
  const { min } = problem.network
  if (flow.load.some((load, reader) => load < min[reader]!)) throw new NoPlan(tooFewPapers(problem, flow))
}

function tooFewReaders(
  { papers, readers, network, conflicts, fixed }: ReadingProblem,
  stuck: Stuck,
): Infeasibility {
  const { cellStart, cellLimit, arcStart, arcReader, need, max } = network
  const [crowd, full]: [number[], number[]] = [[], []]
  stuck.paperReached.forEach((reached, paper) => reached && crowd.push(paper))
  stuck.readerReached.forEach((reached, reader) => reached && full.push(reader))
  let others = 0
  for (const paper of crowd) {
    for (let cell = cellStart[paper]!; cell < cellStart[paper + 1]!; cell++) {
      if (!stuck.cellReached[cell]) others += cellLimit[cell]!
      else
        for (let a = arcStart[cell]!; a < arcStart[cell + 1]!; a++)
          others += stuck.readerReached[arcReader[a]!] ? 0 : 1
    }
  }
  const room = sum(full.map((reader) => max[reader]!))
  const needed = sum(crowd.map((paper) => need[paper]!))
  const possible = room + others
  const beside = fixed.length > 0 ? ' beside the fixed pairs' : ''
  const names = { papers: crowd.map((i) => papers[i]!), readers: full.map((i) => readers[i]!) }
  const inConflict = sum(crowd.map((paper) => conflicts[paper]!))
  const says =
    full.length === 0
      ? `${listed('paper', names.papers)} needs ${needed} ${plural('reader', needed)}${beside}, but only ${possible} may read it` +
        (inConflict > 0 ? ` (${inConflict} in conflict)` : '')
      : `${listed('paper', names.papers)} ${crowd.length > 1 ? 'together need' : 'needs'} ${needed} readings${beside}, ` +
        `but at most ${possible} are possible: ${room} by ${listed('reader', names.readers)} within the maximum load, ` +
        `${others} by others`
  return { limit: 'readers-per-paper', ...names, needed, possible, says }
}

/** Readers below their minimum, and all from whom they could only take what these must keep themselves. */
function tooFewPapers({ papers, readers, network, fixed }: ReadingProblem, flow: ReadingFlow): Infeasibility {
  const { min } = network
  const short = flow.load.findIndex((load, reader) => load < min[reader]!)
  const { readerIn, paperIn } = whoCouldGive(network, flow, short)
  const [poor, open]: [number[], number[]] = [[], []]
  readerIn.forEach((inside, reader) => inside && poor.push(reader))
  paperIn.forEach((inside, paper) => inside && open.push(paper))
  const needed = sum(poor.map((reader) => min[reader]!))
  const possible = sum(poor.map((reader) => flow.load[reader]!))
  const names = { papers: open.map((i) => papers[i]!), readers: poor.map((i) => readers[i]!) }
  const beside = fixed.length > 0 ? ' beside the fixed pairs' : ''
  const says =
    `${listed('reader', names.readers)} must take at least ${needed} readings${beside}, but the papers open to ` +
    `${poor.length > 1 ? 'them' : 'it'} leave at most ${possible}`
  return { limit: 'minimum-load', ...names, needed, possible, says }
}

/** Backwards from a reader: papers it could get, and readers who would have to give them up. */
function whoCouldGive(network: ReadingNetwork, { used }: ReadingFlow, short: number) {
  const { papers, readers, cellStart, cellLimit, arcStart, arcReader } = network
  const [readerIn, paperIn] = [new Uint8Array(readers), new Uint8Array(papers)]
  const cellIn = new Uint8Array(cellLimit.length)
  readerIn[short] = 1
  const count = cellLimit.map(
    (_, cell) => used.subarray(arcStart[cell]!, arcStart[cell + 1]!).filter(Boolean).length,
  )
  for (let grown = true; grown;) {
    grown = false
    const mark = (set: Uint8Array, i: number) => {
      if (!set[i]) [set[i], grown] = [1, true]
    }
    for (let paper = 0; paper < papers; paper++) {
      for (let cell = cellStart[paper]!; cell < cellStart[paper + 1]!; cell++) {
        for (let arc = arcStart[cell]!; arc < arcStart[cell + 1]!; arc++) {
          if (!used[arc] && readerIn[arcReader[arc]!]) mark(cellIn, cell)
          if (used[arc] && cellIn[cell]) mark(readerIn, arcReader[arc]!)
        }
        if (cellIn[cell] && count[cell]! < cellLimit[cell]!) mark(paperIn, paper)
        if (paperIn[paper] && count[cell]! > 0) mark(cellIn, cell)
      }
    }
  }
  return { readerIn, paperIn }
}

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
const plural = (word: string, count: number) => (count === 1 ? word : `${word}s`)

function listed(word: string, names: readonly string[]): string {
  const shown = names.length > 8 ? [...names.slice(0, 7), `${names.length - 7} more`] : names
  return `${plural(word, names.length)} ${shown.join(', ')}`
}

import { draftOf, exchange, exchangesOf, paperOf, placesOf } from './plan-exchanges.ts'
import type { Draft, Exchange } from './plan-exchanges.ts'
import { joinedBy } from '../numbers/groups.ts'
import type { ReadingProblem } from './reading-problem.ts'

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
  const { network, similarity, fixed } = problem
  const base = new Float64Array(network.papers)
  for (const { paper, similarity } of fixed) base[paper]! += similarity
  const draft = draftOf(placesOf(network), used, { gain: similarity, base })
  for (;;) {
    const groups = groupsNow(problem, draft)
    const best = groups.length > 1 ? cheapestJoin(problem, draft, { groups, floor }) : null
    if (!best) return { used: draft.used, groups }
    exchange(draft, best)
  }
}

function groupsNow({ papers, fixed, network }: ReadingProblem, draft: Draft): number[][] {
  const readers: number[][] = papers.map(() => [])
  for (const { paper, reader } of fixed) readers[paper]!.push(reader)
  draft.used.forEach((one, arc) => one && readers[paperOf(draft, arc)]!.push(network.arcReader[arc]!))
  return joinedBy(readers)
}

/** The cheapest exchange after which there are fewer groups, from the smallest group on. */
function cheapestJoin(
  problem: ReadingProblem,
  draft: Draft,
  { groups, floor }: { groups: readonly number[][]; floor: number },
): Exchange | null {
  const { arcReader } = problem.network
  const active = new Set(groups.flat())
  for (const members of groups.toReversed()) {
    const group = new Set(members)
    let [best, least]: [Exchange | null, number] = [null, Infinity]
    for (let out = 0; out < arcReader.length; out++) {
      if (!draft.used[out]) continue
      const inside = group.has(arcReader[out]!)
      const wanted = (into: number) => group.has(arcReader[into]!) !== inside && active.has(arcReader[into]!)
      for (const one of exchangesOf(draft, out, wanted)) {
        const loss = lossOf(draft, one, floor)
        if (loss >= least) continue
        exchange(draft, one)
        const fewer = groupsNow(problem, draft).length < groups.length
        exchange(draft, one)
        if (fewer) [best, least] = [one, loss]
      }
    }
    if (best) return best
  }
  return null
}

/** What an exchange costs in similarity, more than everything if a paper falls below the floor. */
function lossOf(draft: Draft, { out, into }: Exchange, floor: number): number {
  return out.reduce((loss, arc, i) => {
    const change = draft.gain[into[i]!]! - draft.gain[arc]!
    const below = change < 0 && draft.scores[paperOf(draft, arc)]! + change < floor
    return loss - change + (below ? 1e12 : 0)
  }, 0)
}

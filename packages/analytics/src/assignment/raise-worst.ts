import { draftOf, exchange, exchangesOf, paperOf } from './plan-exchanges.ts'
import type { Draft, Exchange, Places } from './plan-exchanges.ts'
import { arcsOf } from './reading-choice.ts'
import type { Scoring } from './worst-paper-search.ts'

/**
 * Exchanges a reader of the worst paper for one of another paper, or for one with room, as long as both papers then have
 * more than it had; of such exchanges the one that leaves them most, counted up to `target`, then the one best for the total.
 * @returns arcs taken; never a lower worst score, at most 20 exchanges a paper.
 */
export function raiseWorst(
  scoring: Scoring,
  places: Places,
  used: Uint8Array,
  target = Infinity,
): Uint8Array {
  const draft = draftOf(places, used, scoring)
  const { counts } = scoring
  const { scores } = draft
  for (let left = 20 * scores.length; left > 0; left--) {
    let worst = -1
    for (let paper = 0; paper < scores.length; paper++) {
      if (counts[paper] && (worst < 0 || scores[paper]! < scores[worst]!)) worst = paper
    }
    if (worst < 0 || scores[worst]! >= target) break
    const best = bestExchange(draft, counts, { worst, target })
    if (!best) break
    exchange(draft, best)
  }
  return draft.used
}

function bestExchange(
  draft: Draft,
  counts: Uint8Array,
  { worst, target }: { worst: number; target: number },
): Exchange | null {
  const { gain, scores, used } = draft
  let [best, low, total]: [Exchange | null, number, number] = [null, scores[worst]!, 0]
  const [from, to] = arcsOf(draft.network, worst)
  for (let out = from; out < to; out++) {
    if (!used[out]) continue
    for (const one of exchangesOf(draft, out, (into) => gain[into]! > gain[out]!)) {
      let [ownLow, ownTotal] = [target, 0]
      one.out.forEach((arc, i) => {
        const change = gain[one.into[i]!]! - gain[arc]!
        const paper = paperOf(draft, arc)
        ownTotal += change
        if (counts[paper]) ownLow = Math.min(ownLow, scores[paper]! + change)
      })
      if (ownLow > low || (best && ownLow === low && ownTotal > total))
        [best, low, total] = [one, ownLow, ownTotal]
    }
  }
  return best
}

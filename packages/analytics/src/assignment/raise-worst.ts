import { cellsOf } from './reading-choice.ts'
import type { ScoredPlan, Scoring } from './worst-paper-search.ts'

/** What never changes while plans of one problem are improved: cells of arcs, and the arc of paper · readers + reader. */
export type Places = { arcCell: Int32Array; cellPaper: Int32Array; arcAt: Map<number, number> }

/** A plan while it changes. */
type Draft = Places &
  Scoring & {
    used: Uint8Array
    scores: Float64Array
    own: number[][]
    load: Int32Array
    cellCount: Int32Array
  }

/** Arcs given up and taken, the lower score of the papers that exchange, and the change of the total. */
type Exchange = { out: number[]; into: number[]; low: number; gain: number }

/** The places of a problem. */
export function placesOf({ network }: Scoring): Places {
  const { arcCell, cellPaper } = cellsOf(network)
  const arcAt = new Map<number, number>()
  arcCell.forEach((cell, arc) => arcAt.set(cellPaper[cell]! * network.readers + network.arcReader[arc]!, arc))
  return { arcCell, cellPaper, arcAt }
}

/**
 * Exchanges a reader of the worst paper for one of another paper, or for one with room, as long as both papers then have
 * more than it had; of such exchanges the one that leaves them most, counted up to `target`, then the one best for the total.
 * @returns arcs taken; never a lower worst score, at most 20 exchanges a paper.
 */
export function raiseWorst(
  scoring: Scoring,
  places: Places,
  plan: ScoredPlan,
  target = Infinity,
): Uint8Array {
  const draft = draftOf(scoring, places, plan)
  const { counts, scores } = draft
  for (let left = 20 * scores.length; left > 0; left--) {
    let worst = -1
    for (let paper = 0; paper < scores.length; paper++) {
      if (counts[paper] && (worst < 0 || scores[paper]! < scores[worst]!)) worst = paper
    }
    if (worst < 0 || scores[worst]! >= target) break
    const best = bestExchange(draft, worst, target)
    if (!best) break
    apply(draft, best)
  }
  return draft.used
}

function draftOf(scoring: Scoring, places: Places, plan: ScoredPlan): Draft {
  const { arcReader, papers, readers, cellLimit } = scoring.network
  const draft = {
    ...scoring,
    ...places,
    used: plan.used.slice(),
    scores: plan.scores.slice(),
    own: Array.from({ length: papers }, (): number[] => []),
    load: new Int32Array(readers),
    cellCount: new Int32Array(cellLimit.length),
  }
  plan.used.forEach((taken, arc) => {
    if (!taken) return
    const cell = places.arcCell[arc]!
    draft.own[places.cellPaper[cell]!]!.push(arc)
    draft.load[arcReader[arc]!]!++
    draft.cellCount[cell]!++
  })
  return draft
}

function bestExchange(draft: Draft, paper: number, target: number): Exchange | null {
  let best: Exchange | null = null
  const offer = (exchange: Exchange) => {
    const [own, other] = [
      Math.min(exchange.low, target),
      best ? Math.min(best.low, target) : draft.scores[paper]!,
    ]
    if (own > other || (best && own === other && exchange.gain > best.gain)) best = exchange
  }
  for (const out of draft.own[paper]!) {
    offerRoom(draft, paper, out, offer)
    for (let other = 0; other < draft.own.length; other++)
      if (other !== paper) offerSwaps(draft, out, other, offer)
  }
  return best
}

function offerRoom(
  { network, gain, scores, used, load, ...draft }: Draft,
  paper: number,
  out: number,
  offer: (exchange: Exchange) => void,
): void {
  const { cellStart, arcStart, arcReader, min, max } = network
  if (load[arcReader[out]!]! <= min[arcReader[out]!]!) return
  for (let into = arcStart[cellStart[paper]!]!; into < arcStart[cellStart[paper + 1]!]!; into++) {
    const change = gain[into]! - gain[out]!
    if (used[into] || change <= 0 || load[arcReader[into]!]! >= max[arcReader[into]!]!) continue
    if (fits({ network, ...draft }, out, into))
      offer({ out: [out], into: [into], low: scores[paper]! + change, gain: change })
  }
}

function offerSwaps(draft: Draft, out: number, other: number, offer: (exchange: Exchange) => void): void {
  const { network, gain, scores, used, counts, own, arcAt, arcCell, cellPaper } = draft
  const { readers, arcReader } = network
  const paper = cellPaper[arcCell[out]!]!
  for (const back of own[other]!) {
    const into = arcAt.get(paper * readers + arcReader[back]!)
    if (into === undefined || used[into] || gain[into]! <= gain[out]!) continue
    const inReturn = arcAt.get(other * readers + arcReader[out]!)
    if (inReturn === undefined || used[inReturn] || !fits(draft, out, into) || !fits(draft, back, inReturn))
      continue
    const [change, otherChange] = [gain[into]! - gain[out]!, gain[inReturn]! - gain[back]!]
    const low = Math.min(scores[paper]! + change, counts[other] ? scores[other]! + otherChange : Infinity)
    offer({ out: [out, back], into: [into, inReturn], low, gain: change + otherChange })
  }
}

/** Whether a paper may take one arc for another within the limits of its cells. */
function fits(
  { network, arcCell, cellCount }: Pick<Draft, 'network' | 'arcCell' | 'cellCount'>,
  out: number,
  into: number,
): boolean {
  const cell = arcCell[into]!
  return cell === arcCell[out] || cellCount[cell]! < network.cellLimit[cell]!
}

function apply(
  { network, gain, scores, used, own, load, cellCount, ...places }: Draft,
  { out, into }: Exchange,
): void {
  out.forEach((leaving, i) => {
    const coming = into[i]!
    const paper = places.cellPaper[places.arcCell[leaving]!]!
    ;[used[leaving], used[coming]] = [0, 1]
    own[paper]![own[paper]!.indexOf(leaving)] = coming
    load[network.arcReader[leaving]!]!--
    load[network.arcReader[coming]!]!++
    cellCount[places.arcCell[leaving]!]!--
    cellCount[places.arcCell[coming]!]!++
    scores[paper]! += gain[coming]! - gain[leaving]!
  })
}
